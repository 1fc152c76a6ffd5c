// Whatever stands in a strip, however often and at whatever ends of its settings: what comes out is finite, and under the
// ceiling. Each song is drawn from a seed, and so the same every time.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { compile } from '../../src/engine/compile.ts';
import { limits } from '../../src/engine/program.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { effects, furtherEffect } from '../../src/vocabulary/effects.ts';
import { instruments } from '../../src/vocabulary/instruments.ts';
import type { Parameter } from '../../src/vocabulary/parameter.ts';
import { written } from '../../src/vocabulary/written.ts';
import { listen, peak } from './listen.ts';

type Draw = (below: number) => number;

/** Numbers from 0 to under `below`, by a seed (mulberry32). */
const drawing = (seed: number): Draw => {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return Math.floor((((x ^ (x >>> 14)) >>> 0) / 4294967296) * below);
  };
};

/** Its lowest or highest value, or any of its words. */
const extreme = (parameter: Parameter, draw: Draw): string | undefined => {
  if (parameter.kind === 'list') return undefined;
  if (parameter.kind === 'choice') return parameter.choices[draw(parameter.choices.length)];
  // What turns everything down, or waits for what is louder than full scale, would hide the rest.
  const isLevel = parameter.quantity === 'decibels' || /sustain|wet$/.test(parameter.path);
  const isLow = isLevel ? /threshold/.test(parameter.path) : draw(2) === 0;
  return written(isLow ? parameter.min : parameter.max, parameter.quantity);
};

const block = (parameters: readonly Parameter[], draw: Draw): string =>
  parameters
    .filter(() => draw(3) > 0)
    .flatMap((parameter) => {
      const value = extreme(parameter, draw);
      return value === undefined ? [] : [`${parameter.path}: ${value}`];
    })
    .join(', ');

const songOf = (seed: number): string => {
  const draw = drawing(seed);
  const played = instruments.filter(({ sampled }) => !sampled);
  const { name, parameters } = played[draw(played.length)]!;
  const counts = new Map<string, number>();
  const chain = Array.from({ length: limits.inserts }, () => {
    // Few kinds, so that they meet.
    const kind = effects[draw(2) === 0 ? draw(effects.length) : seed % effects.length]!;
    const number = (counts.get(kind.name) ?? 0) + 1;
    counts.set(kind.name, number);
    return `${furtherEffect(kind, number).property}: { ${block(kind.parameters, draw)} }`;
  });
  return `song "Hostile" { tempo 240bpm }
instrument i = ${name} { ${block(parameters, draw)} }
track t {
  instrument: i
  level: 6dB
  ${chain.join('\n  ')}
}
section a 2 bars { t: "c-1 c4*8 [c9,c4,c4,g4] ~" }
arrange a
`;
};

suite('chains of effects at the ends of their settings', () => {
  for (let group = 0; group < 6; group++)
    test(`are finite, and under the ceiling: songs ${group * 8} to ${group * 8 + 7}`, () => {
      let heard = 0;
      for (let seed = group * 8; seed < group * 8 + 8; seed++) {
        const { song, problems } = songLanguage.read(songOf(seed));
        assert.deepEqual(
          problems.filter(({ severity }) => severity === 'error').map(({ message }) => message),
          [],
        );
        const program = compile(song, layOut(song), 48_000);
        assert.equal(program.tracks[0]!.inserts.length, limits.inserts);
        const { left, right } = listen(program, 1.5);
        if (peak(left) > 1e-4) heard++;
        for (const side of [left, right]) {
          assert.ok(side.every(Number.isFinite), `song ${seed} is no number somewhere`);
          assert.ok(peak(side) <= 1, `song ${seed} is over full scale`);
        }
      }
      assert.ok(heard >= 2, `${heard} of 8 are heard at all`);
    }).timeout(120_000);
});
