// MetalSynth: six inharmonic FM oscillators through a swept high-pass; hats and cymbals.

import { hertz, plain } from '../parameter.ts';
import { envelope } from './envelope.ts';
import type { InstrumentType } from './instrument.ts';
import { detune, portamento, volume } from './voice.ts';

export const metalSynth: InstrumentType = {
  name: 'MetalSynth',
  doc: 'Six inharmonic FM oscillators through a high-pass that follows the envelope: hats, bells, cymbals.',
  example: 'instrument hat = MetalSynth { envelope.decay: 60ms, resonance: 6kHz }',
  parameters: [
    plain(
      'harmonicity',
      5.1,
      0.1,
      32,
      'Frequency of the modulators over that of the carriers.',
      'logarithmic',
    ),
    plain('modulationIndex', 32, 0, 100, 'Depth of the modulation.'),
    plain('octaves', 1.5, 0, 8, 'How far the envelope opens the high-pass, in octaves above `resonance`.'),
    hertz('resonance', 4000, 20, 20000, 'Where the high-pass starts.', 'logarithmic'),
    detune,
    portamento,
    ...envelope('envelope', { attack: 0.001, decay: 1.4, sustain: 0, release: 0.2 }),
    volume,
  ],
  hitMidi: 55,
  drum: true,
};
