// The effects, by name and by the property that sets them in a strip. A new one is one file,
// its row here, and its kernel in the core.

import { compressor } from './effects/compressor.ts';
import type { EffectType } from './effects/effect.ts';
import { eq3 } from './effects/eq3.ts';
import { highpass } from './effects/highpass.ts';
import { limiter } from './effects/limiter.ts';
import { pingPongDelay } from './effects/ping-pong-delay.ts';
import { reverb } from './effects/reverb.ts';

/** The core knows each by its place here: a new one comes last. */
export const effects: readonly EffectType[] = [highpass, pingPongDelay, reverb, eq3, compressor, limiter];

const byName = new Map(effects.map((effect) => [effect.name, effect]));
const byProperty = new Map(
  effects.flatMap((effect) => [effect.property, ...(effect.aliases ?? [])].map((word) => [word, effect])),
);

export const effectNamed = (name: string): EffectType | undefined => byName.get(name);
export const effectOfProperty = (property: string): EffectType | undefined => byProperty.get(property);
