// Gate: closed while it is soft.

import { decibels, seconds } from '../parameter.ts';
import type { EffectType } from './effect.ts';

export const gate: EffectType = {
  name: 'Gate',
  property: 'gate',
  doc: 'Closed while the sound is softer than the threshold: cuts noise and room between notes.',
  example: 'gate: -40dB 50ms',
  parameters: [
    decibels('threshold', -40, -100, 0, 'Level above which it is open.'),
    seconds('smoothing', 0.1, 0.001, 1, 'How slowly it follows the level.'),
  ],
  keyed: true,
  turnsDown: true,
  on: ['track', 'bus', 'master'],
};
