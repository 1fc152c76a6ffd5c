// A song with every control that a desk can have, made from the vocabulary: for tests of the desk as a whole.

import { parametricEq } from '../src/vocabulary/effects/parametric-eq.ts';
import { effects } from '../src/vocabulary/effects.ts';
import { instruments } from '../src/vocabulary/instruments.ts';
import { isBuiltIn } from '../src/vocabulary/layout.ts';

/** Of one strip: what fits on a screen, and fewer than the core takes. */
const perStrip = 8;

/**
 * Each instrument plays a track; each effect stands in a track, save the parametric equaliser, whose bands are a
 * gesture of their own; some that the master takes stand there too.
 */
export function deskOfEverything(): string {
  const strips = chunks(
    effects.filter((effect) => effect.on.includes('track') && effect !== parametricEq),
    perStrip,
  );
  const tracks = Math.max(strips.length, instruments.length);
  const track = (index: number): string => {
    const chain = (strips[index] ?? []).map(({ example }) => example);
    return `track ${nameOf(index)} { instrument: i${index % instruments.length}, level: -6dB, pan: 10% left, ${[...chain, 'send room: -12dB'].join(', ')} }`;
  };
  const onMaster = effects
    .filter((effect) => effect.on.includes('master') && effect !== parametricEq)
    .filter((effect) => !isBuiltIn(effect, 'master') && !effect.keyed)
    .slice(0, perStrip);
  return [
    'song "Everything" { tempo 120bpm, meter 4/4, key A minor }',
    ...instruments.map(
      ({ name }, index) => `instrument i${index} = ${name === 'Sampler' ? 'Sampler("piano")' : name} { }`,
    ),
    ...Array.from({ length: tracks }, (_, index) => track(index)),
    'bus room { reverb: 1s, level: -6dB }',
    `master { ${['level: -1dB', ...onMaster.map(({ example }) => example), 'limiter: -1dBTP'].join(', ')} }`,
    'section a 1 bar { kick: "a3" }',
    'arrange a',
    '',
  ].join('\n');
}

/** Examples of effects that listen to a track listen to this one. */
const nameOf = (index: number): string => (index === 0 ? 'kick' : `t${index}`);

const chunks = <One>(all: readonly One[], size: number): readonly (readonly One[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
