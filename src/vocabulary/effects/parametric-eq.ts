// ParametricEQ: eight bands, each what the song makes of it. Songs write them behind `eq`.

import { choice, decibels, hertz, type Parameter, plain } from '../parameter.ts';
import type { EffectType } from './effect.ts';

/** In this order behind `eq` a band says its frequency, its gain where it has one, and its Q. */
export const bandTypes = ['off', 'highpass', 'lowpass', 'bell', 'notch', 'lowshelf', 'highshelf'] as const;

export const bandCount = 8;

const band = (number: number): readonly Parameter[] => [
  choice(`band${number}.type`, bandTypes, 'What the band is.', 'off'),
  hertz(`band${number}.frequency`, 1000, 10, 30000, 'Its cutoff, or its centre.', 'logarithmic'),
  decibels(`band${number}.gain`, 0, -40, 40, 'What a bell or a shelf adds.'),
  plain(
    `band${number}.Q`,
    Math.SQRT1_2,
    0.1,
    40,
    'How narrow a bell or a notch is, how steep a shelf, how resonant a pass.',
  ),
];

export const parametricEq: EffectType = {
  name: 'ParametricEQ',
  property: 'parametricEq',
  doc: 'Up to eight bands: bells, shelves, notches and passes. Written behind `eq`, one band after the other: `eq: highpass 35Hz, bell 250Hz -2dB 1.2, highshelf 8kHz 2dB`.',
  example: 'eq: highpass 35Hz, bell 250Hz -2dB 1.2',
  parameters: Array.from({ length: bandCount }, (_, index) => band(index + 1)).flat(),
  on: ['track', 'bus', 'master'],
};
