// NoiseSynth: noise through an amplitude envelope; snares, claps, hats, sweeps.

import { choice, plain } from '../parameter.ts';
import { envelope } from './envelope.ts';
import type { InstrumentType } from './instrument.ts';
import { volume } from './voice.ts';

export const noiseSynth: InstrumentType = {
  name: 'NoiseSynth',
  doc: 'Noise through an amplitude envelope: snares, claps, hats, sweeps.',
  example: 'instrument snare = NoiseSynth { noise: pink, envelope.decay: 140ms }',
  parameters: [
    choice('noise', ['white', 'pink', 'brown'], 'Colour of the noise.', 'white'),
    plain('playbackRate', 1, 0.1, 4, 'Speed at which the noise is read.', 'logarithmic'),
    ...envelope('envelope', { attack: 0.01, decay: 0.1, sustain: 0, release: 1 }),
    volume,
  ],
  hitMidi: 60,
  drum: true,
};
