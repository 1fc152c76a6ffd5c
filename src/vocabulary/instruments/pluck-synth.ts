// PluckSynth: a burst of noise in a string: Karplus and Strong's way.

import { hertz, plain, ratio, seconds } from '../parameter.ts';
import type { InstrumentType } from './instrument.ts';
import { volume } from './voice.ts';

export const pluckSynth: InstrumentType = {
  name: 'PluckSynth',
  doc: 'A burst of noise that goes round in a string: harps, guitars, kotos.',
  example: 'instrument harp = PolySynth(PluckSynth) { voices: 8, resonance: 98%, dampening: 5kHz }',
  parameters: [
    plain(
      'attackNoise',
      1,
      0.1,
      20,
      'How long the noise is that strikes the string, in turns of the string.',
    ),
    hertz('dampening', 4000, 20, 20000, 'Above this the noise is dull.', 'logarithmic'),
    ratio('resonance', 0.7, 0, 0.9999, 'How much of the sound goes round again: how long the string rings.'),
    seconds('release', 1, 0, 20, 'From the end of the note until nothing goes round any more.'),
    volume,
  ],
  hitMidi: 60,
  range: { low: 24, high: 108 },
};
