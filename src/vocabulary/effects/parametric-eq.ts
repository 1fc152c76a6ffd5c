// ParametricEQ: eight bands, each what the song makes of it. Songs write them behind `eq`.

import { choice, decibels, hertz, type Parameter, plain } from '../parameter.ts';
import type { EffectType } from './effect.ts';

/** What a band can be. Behind `eq` it says its frequency, its gain where it has one, and its Q. */
export const bandKinds = [
  {
    type: 'highpass',
    doc: 'Takes away what is below.',
    example: 'highpass 35Hz',
    snippet: 'highpass ${1:35Hz}',
  },
  {
    type: 'lowpass',
    doc: 'Takes away what is above.',
    example: 'lowpass 12kHz',
    snippet: 'lowpass ${1:12kHz}',
  },
  {
    type: 'bell',
    doc: 'Lifts or lowers what is around a frequency.',
    example: 'bell 250Hz -2dB 1.2',
    snippet: 'bell ${1:250Hz} ${2:-2dB} ${3:1.2}',
  },
  {
    type: 'notch',
    doc: 'Takes one frequency out.',
    example: 'notch 50Hz 8',
    snippet: 'notch ${1:50Hz} ${2:8}',
  },
  {
    type: 'lowshelf',
    doc: 'Lifts or lowers all that is below.',
    example: 'lowshelf 120Hz 2dB',
    snippet: 'lowshelf ${1:120Hz} ${2:2dB}',
  },
  {
    type: 'highshelf',
    doc: 'Lifts or lowers all that is above.',
    example: 'highshelf 8kHz 2dB',
    snippet: 'highshelf ${1:8kHz} ${2:2dB}',
  },
] as const;

export const bandCount = 8;

const band = (number: number): readonly Parameter[] => [
  choice(`band${number}.type`, ['off', ...bandKinds.map(({ type }) => type)], 'What the band is.', 'off'),
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
