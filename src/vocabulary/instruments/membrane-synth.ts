// MembraneSynth: a sine that falls in pitch; kicks and toms.

import { plain, seconds } from '../parameter.ts';
import { envelope } from './envelope.ts';
import type { InstrumentType } from './instrument.ts';
import { oscillator, partials } from './oscillator.ts';
import { detune, volume } from './voice.ts';

export const membraneSynth: InstrumentType = {
  name: 'MembraneSynth',
  doc: 'An oscillator whose pitch falls at the start of each note: kicks and toms.',
  example: 'instrument kick = MembraneSynth { pitchDecay: 30ms, octaves: 6 }',
  parameters: [
    seconds('pitchDecay', 0.05, 0, 0.5, 'How long the pitch takes to fall to the note.'),
    plain('octaves', 8, 0, 16, 'From how many octaves above the note the pitch falls.'),
    ...oscillator('oscillator', 'sine', 'Waveform of the oscillator.'),
    detune,
    ...envelope('envelope', {
      attack: 0.001,
      decay: 0.4,
      sustain: 0.01,
      release: 1.4,
      attackCurve: 'exponential',
    }),
    volume,
    partials('oscillator'),
  ],
  hitMidi: 24,
  drum: true,
  range: { low: 12, high: 84 },
};
