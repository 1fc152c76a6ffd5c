// Compressor: turns down what is over a threshold.

import { decibels, ratio, seconds } from '../parameter.ts';
import type { EffectType } from './effect.ts';

export const compressor: EffectType = {
  name: 'Compressor',
  property: 'compressor',
  aliases: ['glue'],
  doc: 'Turns down what goes over the threshold: evens out a part, or glues a mix.',
  example: 'compressor: -18dB 3:1 8ms 120ms',
  parameters: [
    decibels('threshold', -24, -100, 0, 'Level above which it acts.'),
    ratio('ratio', 12, 1, 20, 'How many dB in make one dB out above the threshold.'),
    seconds('attack', 0.003, 0, 1, 'How fast it turns down.'),
    seconds('release', 0.25, 0, 1, 'How fast it lets go.'),
    decibels('knee', 30, 0, 40, 'Width of the bend around the threshold.'),
    decibels('makeup', 0, 0, 24, 'Gain after it.'),
  ],
  keyed: true,
  turnsDown: true,
  on: ['track', 'bus', 'master'],
};
