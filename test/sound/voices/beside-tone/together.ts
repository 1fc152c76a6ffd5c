// How near several notes at once are to those of a PolySynth of Tone.js.

import { block, type Comparison } from './played.ts';

export const together: readonly Comparison[] = [
  ...['Synth', 'AMSynth', 'FMSynth', 'MonoSynth', 'MembraneSynth', 'DuoSynth'].map(
    (instrument): Comparison => ({
      name: `PolySynth of ${instrument}`,
      instrument,
      settings: {},
      polyphony: 4,
      notes: [
        { midi: 48, at: 0, length: 0.5 },
        { midi: 55, at: 0, length: 0.7, velocity: 0.5 },
        { midi: 64, at: block(80), length: 0.5, velocity: 0.7 },
      ],
      seconds: 1.4,
      levelDb: 1.2,
      thirdsDb: 1.6,
      deviation: 'notes need not begin with a block, nor vibratos together',
    }),
  ),
];
