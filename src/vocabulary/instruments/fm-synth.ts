// FMSynth: one oscillator modulates the frequency of another.

import { cents, choice, plain } from '../parameter.ts';
import { envelope, type InstrumentType, oscillatorTypes } from './instrument.ts';

export const fmSynth: InstrumentType = {
  name: 'FMSynth',
  doc: 'A modulator bends the frequency of a carrier: bells, electric pianos, evolving pads.',
  example: 'instrument bell = PolySynth(FMSynth) { harmonicity: 3.01, modulationIndex: 14 }',
  parameters: [
    plain('harmonicity', 3, 0.01, 32, 'Frequency of the modulator over that of the carrier.', 'logarithmic'),
    plain('modulationIndex', 10, 0, 100, 'Depth of the modulation.'),
    cents('detune', 0, -1200, 1200, 'Offset from the written pitch.'),
    choice('oscillator', oscillatorTypes, 'Waveform of the carrier.', 'sine'),
    ...envelope('envelope', { attack: 0.01, decay: 0.01, sustain: 1, release: 0.5 }),
    choice('modulation', oscillatorTypes, 'Waveform of the modulator.', 'square'),
    ...envelope('modulationEnvelope', { attack: 0.5, decay: 0, sustain: 1, release: 0.5 }),
  ],
  hitMidi: 60,
  range: { low: 12, high: 120 },
};
