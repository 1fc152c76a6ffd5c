// Freeverb: eight combs and four all-passes.

import { hertz, ratio } from '../parameter.ts';
import type { EffectType } from './effect.ts';
import { wet } from './wet.ts';

export const freeverb: EffectType = {
  name: 'Freeverb',
  property: 'freeverb',
  doc: 'A small bright room from eight combs, with the metal of the 1990s.',
  example: 'freeverb: 80%, dampening 2kHz, wet 30%',
  parameters: [
    ratio('roomSize', 0.7, 0, 0.99, 'How long the room rings.'),
    hertz('dampening', 3000, 10, 7000, 'What is above it fades out of the room.', 'logarithmic'),
    wet(),
  ],
  widens: true,
  on: ['track', 'bus', 'master'],
};
