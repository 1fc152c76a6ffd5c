// The effect that stands in the core for one of Tone.js's: the host plays it, and the core only has its plug.
// No song names it; it is the last of the core's effects, so that the vocabulary's own keep their numbers.

import type { EffectType } from './effects/effect.ts';
import { effects } from './effects.ts';
import { plain } from './parameter.ts';

const mostPlugs = 255;

const hosted: EffectType = {
  name: 'Hosted',
  property: 'hosted',
  doc: 'What Tone.js plays in the core’s place.',
  example: 'tone.Chorus: wet 50%',
  parameters: [plain('plug', 0, 0, mostPlugs, 'By which plug it goes out and comes in.')],
  widens: true,
  on: ['track', 'bus', 'master'],
};

/** Every effect that the core has a kernel for, by its number there. */
export const coreEffects: readonly EffectType[] = [...effects, hosted];

/** The number of a hosted effect in the core. */
export const hostedEffect = effects.length;
