// MonoSynth: an oscillator through a filter with its own envelope; one note at a time.

import { cents, choice, hertz, plain } from '../parameter.ts';
import { envelope, type InstrumentType, oscillatorTypes } from './instrument.ts';

export const monoSynth: InstrumentType = {
  name: 'MonoSynth',
  doc: 'An oscillator through a resonant filter with its own envelope: basses and leads.',
  example: 'instrument sub = MonoSynth { oscillator: sawtooth, filter.Q: 2, envelope.release: 120ms }',
  parameters: [
    choice('oscillator', oscillatorTypes, 'Waveform of the oscillator.', 'sawtooth'),
    cents('detune', 0, -1200, 1200, 'Offset from the written pitch.'),
    choice(
      'filter.type',
      ['lowpass', 'highpass', 'bandpass', 'notch'],
      'What the filter lets through.',
      'lowpass',
    ),
    plain(
      'filter.Q',
      1,
      0,
      30,
      'Resonance at the cutoff, in dB for lowpass and highpass, as Web Audio has it.',
    ),
    choice('filter.rolloff', ['-12', '-24', '-48', '-96'], 'Slope of the filter in dB an octave.', '-12'),
    ...envelope('envelope', { attack: 0.005, decay: 0.1, sustain: 0.9, release: 1 }),
    ...envelope('filterEnvelope', { attack: 0.6, decay: 0.2, sustain: 0.5, release: 2 }),
    {
      ...hertz(
        'filterEnvelope.baseFrequency',
        200,
        10,
        20000,
        'Cutoff where the filter envelope is at its lowest.',
        'logarithmic',
      ),
      // The envelope drives the filter's frequency, so this is where a song that moves it means to.
      aliases: ['filter.frequency'],
    },
    plain('filterEnvelope.octaves', 3, -10, 10, 'How far the filter envelope opens the filter.'),
    plain('filterEnvelope.exponent', 2, 0.1, 10, 'Bend of the filter envelope.'),
  ],
  hitMidi: 36,
  range: { low: 12, high: 108 },
};
