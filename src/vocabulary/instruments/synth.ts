// Synth: one oscillator through an amplitude envelope.

import { envelope } from './envelope.ts';
import type { InstrumentType } from './instrument.ts';
import { oscillator, partials } from './oscillator.ts';
import { detune, portamento, volume } from './voice.ts';

export const synth: InstrumentType = {
  name: 'Synth',
  doc: 'One oscillator through an amplitude envelope: leads, plucks, chords.',
  example:
    'instrument lead = Synth { oscillator: fatsawtooth, oscillator.spread: 30ct, envelope.release: 200ms }',
  parameters: [
    ...oscillator('oscillator', 'triangle', 'Waveform of the oscillator.'),
    detune,
    portamento,
    ...envelope('envelope', { attack: 0.005, decay: 0.1, sustain: 0.3, release: 1 }),
    volume,
    partials('oscillator'),
  ],
  hitMidi: 60,
  range: { low: 12, high: 120 },
};
