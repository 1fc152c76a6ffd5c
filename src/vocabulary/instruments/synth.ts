// Synth: one oscillator through an amplitude envelope.

import { cents, choice } from '../parameter.ts';
import { envelope, type InstrumentType, oscillatorTypes } from './instrument.ts';

export const synth: InstrumentType = {
  name: 'Synth',
  doc: 'One oscillator through an amplitude envelope: leads, plucks, chords.',
  example: 'instrument lead = Synth { oscillator: square, envelope.release: 200ms }',
  parameters: [
    choice('oscillator', oscillatorTypes, 'Waveform of the oscillator.', 'triangle'),
    cents('detune', 0, -1200, 1200, 'Offset from the written pitch.'),
    ...envelope('envelope', { attack: 0.005, decay: 0.1, sustain: 0.3, release: 1 }),
  ],
  hitMidi: 60,
  range: { low: 12, high: 120 },
};
