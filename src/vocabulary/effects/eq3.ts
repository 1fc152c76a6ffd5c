// EQ3: three bands with two crossovers.

import { decibels, hertz } from '../parameter.ts';
import type { EffectType } from './effect.ts';

export const eq3: EffectType = {
  name: 'EQ3',
  property: 'eq',
  doc: 'Three-band equaliser: gains for the lows, the mids and the highs.',
  example: 'eq: low -3dB, high 2dB, highFrequency 4kHz',
  parameters: [
    decibels('low', 0, -60, 24, 'Gain below `lowFrequency`.'),
    decibels('mid', 0, -60, 24, 'Gain between the two crossovers.'),
    decibels('high', 0, -60, 24, 'Gain above `highFrequency`.'),
    hertz('lowFrequency', 400, 20, 20000, 'Crossover of lows and mids.', 'logarithmic'),
    hertz('highFrequency', 2500, 20, 20000, 'Crossover of mids and highs.', 'logarithmic'),
  ],
  on: ['track', 'bus', 'master'],
};
