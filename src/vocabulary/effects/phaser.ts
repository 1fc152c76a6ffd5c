// Phaser: all-pass filters that sweep.

import { hertz, plain } from '../parameter.ts';
import type { EffectType } from './effect.ts';
import { wet } from './wet.ts';

export const phaser: EffectType = {
  name: 'Phaser',
  property: 'phaser',
  doc: 'Notches that sweep through the sound. They come from what it adds to the sound, so they are deepest at `wet 50%`.',
  example: 'phaser: 0.5Hz, octaves 4, baseFrequency 300Hz, wet 50%',
  parameters: [
    hertz('frequency', 0.5, 0, 20, 'How often it sweeps.'),
    plain('octaves', 3, 0, 8, 'How far it sweeps.'),
    plain('stages', 10, 1, 24, 'How many filters: two make a notch.'),
    plain('Q', 10, 0.1, 50, 'How narrow the filters are.'),
    hertz('baseFrequency', 350, 10, 20000, 'Where the sweep begins.', 'logarithmic'),
    wet(),
  ],
  widens: true,
  on: ['track', 'bus', 'master'],
};
