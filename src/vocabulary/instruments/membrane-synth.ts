// MembraneSynth: a sine that falls in pitch; kicks and toms.

import { cents, choice, plain, seconds } from '../parameter.ts';
import { envelope, type InstrumentType, oscillatorTypes } from './instrument.ts';

export const membraneSynth: InstrumentType = {
  name: 'MembraneSynth',
  doc: 'An oscillator whose pitch falls at the start of each note: kicks and toms.',
  example: 'instrument kick = MembraneSynth { pitchDecay: 30ms, octaves: 6 }',
  parameters: [
    seconds('pitchDecay', 0.05, 0, 0.5, 'How long the pitch takes to fall to the note.'),
    plain('octaves', 8, 0, 16, 'From how many octaves above the note the pitch falls.'),
    choice('oscillator', oscillatorTypes, 'Waveform of the oscillator.', 'sine'),
    cents('detune', 0, -1200, 1200, 'Offset from the written pitch.'),
    ...envelope('envelope', {
      attack: 0.001,
      decay: 0.4,
      sustain: 0.01,
      release: 1.4,
      attackCurve: 'exponential',
    }),
  ],
  hitMidi: 24,
  drum: true,
  range: { low: 12, high: 84 },
};
