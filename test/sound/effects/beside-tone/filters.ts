// How near filters and equalisers of the core are to those of Tone.js.

import { type Comparison, tight, white } from './sent.ts';

const filterRows = (
  [
    ['lowpass', {}],
    ['highpass', { frequency: 2000, rolloff: '-48', Q: 6 }],
    ['bandpass', { frequency: 800, Q: 5 }],
    ['lowshelf', { gain: 9, detune: -300 }],
    ['highshelf', { frequency: 3000, gain: -9, rolloff: '-24' }],
    ['notch', { frequency: 1200, Q: 3 }],
    ['allpass', { frequency: 1200, Q: 3 }],
    ['peaking', { frequency: 1000, gain: 9, rolloff: '-96', Q: 2, detune: 300 }],
  ] as const
).map(
  ([type, settings]): Comparison => ({
    effect: 'Filter',
    settings: { type, ...settings },
    ...white,
    ...tight,
    residueDb: -90,
  }),
);

export const filters: readonly Comparison[] = [
  ...filterRows,
  ...(
    [
      ['bell', 'peaking', 1.2, 1.2, -6],
      ['notch', 'notch', 4, 4, 0],
      ['lowpass', 'lowpass', 1.2, 1.58362, 0],
      ['highpass', 'highpass', 1.2, 1.58362, 0],
      ['lowshelf', 'lowshelf', Math.SQRT1_2, 1, 5],
      ['highshelf', 'highshelf', Math.SQRT1_2, 1, 5],
    ] as const
  ).map(
    ([type, theirs, Q, theirQ, gain]): Comparison => ({
      effect: 'ParametricEQ',
      settings: { 'band1.type': type, 'band1.frequency': 900, 'band1.Q': Q, 'band1.gain': gain },
      ...white,
      tone: { type: 'Filter', options: { type: theirs, frequency: 900, Q: theirQ, gain } },
      ...tight,
      residueDb: -90,
      ...(type.endsWith('pass') && {
        deviation: 'Q is a ratio in every band; in a Filter it is in dB for passes',
      }),
    }),
  ),
  {
    effect: 'EQ3',
    settings: { low: -6, mid: 3, high: 6, lowFrequency: 300, highFrequency: 3000 },
    ...white,
    levelDb: 1,
    deviation:
      'the bands add up to the whole; in Tone.js their resonant crossovers cancel where two bands meet, so that three gains of 0 dB leave notches',
  },
];
