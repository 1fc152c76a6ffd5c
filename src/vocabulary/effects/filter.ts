// Filter: Web Audio's filters, up to four in a row.

import { cents, choice, decibels, hertz, plain } from '../parameter.ts';
import type { EffectType } from './effect.ts';

export const filterTypes = [
  'lowpass',
  'highpass',
  'bandpass',
  'lowshelf',
  'highshelf',
  'notch',
  'allpass',
  'peaking',
] as const;

/** One, two, three and four filters in a row; Tone.js's `-48` is three, 36 dB an octave. */
export const rolloffs = ['-12', '-24', '-48', '-96'] as const;

export const filter: EffectType = {
  name: 'Filter',
  property: 'filter',
  doc: 'Lets through a part of the spectrum, or lifts and lowers one: the classic filter, to be swept by automation.',
  example: 'filter: 800Hz lowpass, Q 3, rolloff -24',
  parameters: [
    hertz('frequency', 350, 0, 30000, 'Where it works: its cutoff, or its centre.', 'logarithmic'),
    choice('type', filterTypes, 'What it lets through.', 'lowpass'),
    choice(
      'rolloff',
      rolloffs,
      'Its slope in dB an octave: one, two, three or four filters in a row.',
      '-12',
    ),
    plain(
      'Q',
      1,
      0,
      30,
      'Resonance: in dB for `lowpass` and `highpass`, else how narrow it is. Shelves have none.',
    ),
    decibels('gain', 0, -40, 40, 'What `peaking`, `lowshelf` and `highshelf` add.'),
    cents('detune', 0, -4800, 4800, 'Offset from the frequency.'),
  ],
  on: ['track', 'bus', 'master'],
};
