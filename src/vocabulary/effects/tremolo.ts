// Tremolo: louder and softer, on and on.

import { hertz, plain, ratio } from '../parameter.ts';
import type { EffectType } from './effect.ts';
import { lfoType } from './lfo.ts';
import { wet } from './wet.ts';

export const tremolo: EffectType = {
  name: 'Tremolo',
  property: 'tremolo',
  doc: 'Louder and softer, on and on: left and right in turn, or together with `spread 0`.',
  example: 'tremolo: 6Hz 80%, spread 0',
  parameters: [
    hertz('frequency', 10, 0, 50, 'How often.'),
    ratio('depth', 0.5, 0, 1, 'How far: 100% goes from silence to full.'),
    plain('spread', 180, 0, 360, 'How far apart left and right move, in degrees.'),
    lfoType,
    wet(),
  ],
  widens: true,
  on: ['track', 'bus', 'master'],
};
