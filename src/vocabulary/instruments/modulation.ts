// The rows that AMSynth and FMSynth share: Tone.js's ModulationSynth.

import { type Parameter, plain } from '../parameter.ts';
import { envelope } from './envelope.ts';
import { oscillator, partials } from './oscillator.ts';
import { detune, portamento, volume } from './voice.ts';

export const harmonicity = plain(
  'harmonicity',
  3,
  0.01,
  32,
  'Frequency of the modulator over that of the carrier.',
  'logarithmic',
);

/** What stands behind the rows of their own. */
export const carrierAndModulator: readonly Parameter[] = [
  detune,
  portamento,
  ...oscillator('oscillator', 'sine', 'Waveform of the carrier.'),
  ...envelope('envelope', { attack: 0.01, decay: 0.01, sustain: 1, release: 0.5 }),
  ...oscillator('modulation', 'square', 'Waveform of the modulator.'),
  ...envelope('modulationEnvelope', { attack: 0.5, decay: 0, sustain: 1, release: 0.5 }),
  volume,
  partials('oscillator'),
  partials('modulation'),
];
