// Limiter: the ceiling of the master, never bypassed.

import { seconds } from '../parameter.ts';
import type { EffectType } from './effect.ts';

export const limiter: EffectType = {
  name: 'Limiter',
  property: 'limiter',
  doc: 'Brick-wall look-ahead limiter by true peak: nothing passes the ceiling. Always on; this sets its ceiling.',
  example: 'limiter: -1dBTP',
  parameters: [
    {
      kind: 'number',
      path: 'threshold',
      quantity: 'dbtp',
      min: -24,
      max: 0,
      default: -1,
      doc: 'The ceiling, by true peak.',
    },
    seconds('release', 0.1, 0.01, 1, 'How fast it lets go.'),
  ],
  turnsDown: true,
  on: ['track', 'bus', 'master'],
};
