// The effects, by name and by the property that sets them in a strip. A new one is one file,
// its row here, and its kernel in the core.

import { autoFilter } from './effects/auto-filter.ts';
import { autoPanner } from './effects/auto-panner.ts';
import { autoWah } from './effects/auto-wah.ts';
import { bitCrusher } from './effects/bit-crusher.ts';
import { chebyshev } from './effects/chebyshev.ts';
import { chorus } from './effects/chorus.ts';
import { compressor } from './effects/compressor.ts';
import { convolver } from './effects/convolver.ts';
import { distortion } from './effects/distortion.ts';
import { duck } from './effects/duck.ts';
import type { EffectType } from './effects/effect.ts';
import { eq3 } from './effects/eq3.ts';
import { feedbackDelay } from './effects/feedback-delay.ts';
import { filter } from './effects/filter.ts';
import { freeverb } from './effects/freeverb.ts';
import { frequencyShifter } from './effects/frequency-shifter.ts';
import { gate } from './effects/gate.ts';
import { highpass } from './effects/highpass.ts';
import { jcReverb } from './effects/jc-reverb.ts';
import { limiter } from './effects/limiter.ts';
import { midSideCompressor } from './effects/mid-side-compressor.ts';
import { parametricEq } from './effects/parametric-eq.ts';
import { phaser } from './effects/phaser.ts';
import { pingPongDelay } from './effects/ping-pong-delay.ts';
import { pitchShift } from './effects/pitch-shift.ts';
import { reverb } from './effects/reverb.ts';
import { stereoWidener } from './effects/stereo-widener.ts';
import { tremolo } from './effects/tremolo.ts';
import { vibrato } from './effects/vibrato.ts';
import { plugEffects } from './plugins.ts';

/** The core knows each by its place here: a new one comes last. */
export const effects: readonly EffectType[] = [
  highpass,
  pingPongDelay,
  reverb,
  eq3,
  compressor,
  limiter,
  filter,
  parametricEq,
  feedbackDelay,
  chorus,
  phaser,
  tremolo,
  vibrato,
  autoFilter,
  autoPanner,
  autoWah,
  distortion,
  chebyshev,
  bitCrusher,
  frequencyShifter,
  pitchShift,
  stereoWidener,
  midSideCompressor,
  gate,
  duck,
  freeverb,
  jcReverb,
  convolver,
];

/** Those that Tone.js plays in the core’s place: `tone.Chorus`. */
export const hostedEffects: readonly EffectType[] = plugEffects(effects);

const all = [...effects, ...hostedEffects];
const byName = new Map(all.map((effect) => [effect.name, effect]));
const byProperty = new Map(
  all.flatMap((effect) => [effect.property, ...(effect.aliases ?? [])].map((word) => [word, effect])),
);

/** By Tone.js's name, also with a number: `Chorus2`. */
export const effectNamed = (name: string): EffectType | undefined =>
  byName.get(name) ?? numbered(byName, name);

/** By its word in a strip, also with a number: `chorus2`. */
export const effectOfProperty = (property: string): EffectType | undefined =>
  byProperty.get(property) ?? numbered(byProperty, property);

/** The effect that does it: of `chorus2` the chorus, of others themselves. */
export const kindOf = (effect: EffectType): EffectType => effect.again?.of ?? effect;

/** The name of what does it: `Chorus` of `Chorus2`; a name that no effect has stays. */
export const kindName = (name: string): string => {
  const effect = effectNamed(name);
  return effect ? kindOf(effect).name : name;
};

/** One of a kind by its number: the first is the kind itself. */
export const effectNumber = (effect: EffectType): number => effect.again?.number ?? 1;

/** As many as a strip has room for. */
const mostOfAKind = 16;

/** A further one of a kind, always the same object. @param number  1 to 16; 1 is the kind itself */
export const furtherEffect = (kind: EffectType, number: number): EffectType => {
  if (number === 1) return kind;
  const known = further.get(kind) ?? [];
  further.set(kind, known);
  const { aliases } = kind;
  known[number] ??= {
    ...kind,
    name: `${kind.name}${number}`,
    property: `${kind.property}${number}`,
    ...(aliases && { aliases: aliases.map((alias) => `${alias}${number}`) }),
    again: { of: kind, number },
  };
  return known[number];
};

/** The first of a kind that is not among `present`, which are names; undefined where a strip can't hold more. */
export const nextOfKind = (kind: EffectType, present: ReadonlySet<string>): EffectType | undefined => {
  for (let number = 1; number <= mostOfAKind; number++) {
    const one = furtherEffect(kind, number);
    if (!present.has(one.name)) return one;
  }
  return undefined;
};

const further = new Map<EffectType, EffectType[]>();

/** `EQ32` is the second EQ3: the word is what a table has, with a number from 2 on behind it. */
function numbered(among: ReadonlyMap<string, EffectType>, word: string): EffectType | undefined {
  for (const digits of [1, 2]) {
    const kind = among.get(word.slice(0, -digits));
    const text = word.slice(-digits);
    if (kind && /^(?:[2-9]|1[0-6])$/.test(text)) return furtherEffect(kind, Number(text));
  }
  return undefined;
}
