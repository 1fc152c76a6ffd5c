// The rows of the filter of a MonoSynth and of what moves it: Tone.js's Filter and FrequencyEnvelope.

import { cents, choice, decibels, hertz, type Parameter, plain } from '../parameter.ts';
import { type EnvelopeDefaults, envelope } from './envelope.ts';

const types = ['lowpass', 'highpass', 'bandpass', 'notch', 'lowshelf', 'highshelf', 'peaking', 'allpass'];

/** @param prefix  what stands before `filter` and `filterEnvelope`: nothing, or `voice0.` */
export const filter = (prefix: string): readonly Parameter[] => [
  choice(`${prefix}filter.type`, types, 'What the filter lets through.', 'lowpass'),
  plain(
    `${prefix}filter.Q`,
    1,
    0,
    30,
    'Resonance at the cutoff, in dB for lowpass and highpass, as Web Audio has it.',
  ),
  decibels(`${prefix}filter.gain`, 0, -40, 40, 'Of shelves and `peaking`: how much they lift or lower.'),
  cents(`${prefix}filter.detune`, 0, -4800, 4800, 'Offset of the cutoff.'),
  choice(
    `${prefix}filter.rolloff`,
    ['-12', '-24', '-48', '-96'],
    'Slope of the filter in dB an octave.',
    '-12',
  ),
];

export const filterEnvelope = (prefix: string, defaults: EnvelopeDefaults): readonly Parameter[] => [
  ...envelope(`${prefix}filterEnvelope`, defaults),
  {
    ...hertz(
      `${prefix}filterEnvelope.baseFrequency`,
      200,
      10,
      20000,
      'Cutoff where the filter envelope is at its lowest.',
      'logarithmic',
    ),
    // The envelope drives the filter's frequency, so this is where a song that moves it means to.
    aliases: [`${prefix}filter.frequency`],
  },
  plain(`${prefix}filterEnvelope.octaves`, 3, -10, 10, 'How far the filter envelope opens the filter.'),
  plain(`${prefix}filterEnvelope.exponent`, 2, 0.1, 10, 'Bend of the filter envelope.'),
];
