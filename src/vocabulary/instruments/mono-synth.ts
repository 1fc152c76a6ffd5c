// MonoSynth: an oscillator through a filter with its own envelope; one note at a time.

import { envelope } from './envelope.ts';
import { filter, filterEnvelope } from './filter.ts';
import type { InstrumentType } from './instrument.ts';
import { oscillator, partials } from './oscillator.ts';
import { detune, portamento, volume } from './voice.ts';

export const monoSynth: InstrumentType = {
  name: 'MonoSynth',
  doc: 'An oscillator through a resonant filter with its own envelope: basses and leads.',
  example:
    'instrument sub = MonoSynth { oscillator: sawtooth, filter.Q: 2, portamento: 60ms, envelope.release: 120ms }',
  parameters: [
    ...oscillator('oscillator', 'sawtooth', 'Waveform of the oscillator.'),
    detune,
    portamento,
    ...filter(''),
    ...envelope('envelope', { attack: 0.005, decay: 0.1, sustain: 0.9, release: 1 }),
    ...filterEnvelope('', { attack: 0.6, decay: 0.2, sustain: 0.5, release: 2 }),
    volume,
    partials('oscillator'),
  ],
  hitMidi: 36,
  range: { low: 12, high: 108 },
};
