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

export const effectNamed = (name: string): EffectType | undefined => byName.get(name);
export const effectOfProperty = (property: string): EffectType | undefined => byProperty.get(property);
