// The table of how near the core's voices are to Tone.js 15.5: what is played on both, and how far apart
// they may be. Where they differ on purpose, `deviation` says so; docs/sound-against-tone.md tells why.

import type { PlayedNote, Settings } from './core-voices.ts';

/**
 * What is played on both. Notes begin on multiples of 128 samples: within the block in which an oscillator
 * starts, Chromium plays it at the pitch it had before, which turns the phase of all that follows.
 */
export interface Comparison {
  readonly name: string;
  readonly instrument: string;
  readonly settings: Settings;
  readonly notes: readonly PlayedNote[];
  readonly seconds: number;
  readonly sampleRate?: number;
  /** Largest difference of level in any 20 ms down to -70 dB under the loudest, in dB. */
  readonly levelDb: number;
  /** Largest difference in any third of an octave that is within 45 dB of the loudest, in dB. */
  readonly thirdsDb: number;
  /** Level of the difference of the two waves under Tone's, in dB; noise has none. */
  readonly residueDb?: number;
  readonly deviation?: string;
}

const block = (count: number): number => (count * 128) / 48000;
const one = (midi: number, length = 0.5, velocity = 1): readonly PlayedNote[] => [
  { midi, at: block(4), length, velocity },
];
const held = { 'envelope.attack': 0, 'envelope.sustain': 1 };

const partials = 'keeps its partials up to 20 kHz, where Chromium fades them from about 15 kHz';
const noise =
  'mono where Tone is stereo; another draw of the same noise, so that bands and windows differ by chance';

export const comparisons: readonly Comparison[] = [
  {
    name: 'Synth',
    instrument: 'Synth',
    settings: {},
    notes: one(69),
    seconds: 1.8,
    levelDb: 0.1,
    thirdsDb: 0.2,
    residueDb: -55,
  },
  {
    name: 'Synth, sine, low and soft',
    instrument: 'Synth',
    settings: { oscillator: 'sine' },
    notes: one(33, 0.5, 0.2),
    seconds: 1.8,
    levelDb: 0.1,
    thirdsDb: 0.2,
    residueDb: -60,
  },
  {
    name: 'Synth, sawtooth',
    instrument: 'Synth',
    settings: { oscillator: 'sawtooth' },
    notes: one(45),
    seconds: 1.8,
    levelDb: 0.1,
    thirdsDb: 0.5,
    residueDb: -30,
    deviation: partials,
  },
  {
    name: 'Synth, square, high',
    instrument: 'Synth',
    settings: { oscillator: 'square' },
    notes: one(88),
    seconds: 1.8,
    levelDb: 0.1,
    thirdsDb: 2,
    residueDb: -25,
    deviation: partials,
  },
  {
    name: 'Synth, pulse',
    instrument: 'Synth',
    settings: { oscillator: 'pulse' },
    notes: one(57),
    seconds: 1.8,
    levelDb: 0.5,
    thirdsDb: 9,
    deviation:
      "band-limited, without Tone's constant part, and truly without its fifth partial, where Tone has the noise of edges that fall on samples",
  },
  {
    name: 'Synth, detuned, at 44.1 kHz',
    instrument: 'Synth',
    settings: { detune: -30 },
    notes: [{ midi: 60, at: 512 / 44100, length: 0.5 }],
    seconds: 1,
    sampleRate: 44100,
    levelDb: 0.1,
    thirdsDb: 0.2,
    residueDb: -55,
  },
  {
    name: 'Synth, exponential attack, linear decay and release',
    instrument: 'Synth',
    settings: {
      'envelope.attack': 0.3,
      'envelope.attackCurve': 'exponential',
      'envelope.decay': 0.2,
      'envelope.decayCurve': 'linear',
      'envelope.releaseCurve': 'linear',
    },
    notes: one(69, 0.7),
    seconds: 1.8,
    levelDb: 0.1,
    thirdsDb: 0.2,
    residueDb: -55,
  },
  {
    name: 'Synth, one voice struck again before it is silent',
    instrument: 'Synth',
    settings: { oscillator: 'sine', 'envelope.attack': 0.1 },
    notes: [
      { midi: 57, at: block(4), length: 0.2 },
      { midi: 64, at: block(136), length: 0.2, velocity: 0.7 },
    ],
    seconds: 1.5,
    levelDb: 0.2,
    thirdsDb: 0.3,
    residueDb: -40,
  },
  {
    name: 'FMSynth',
    instrument: 'FMSynth',
    settings: {},
    notes: one(60, 0.7),
    seconds: 1.5,
    levelDb: 0.1,
    thirdsDb: 0.3,
    residueDb: -55,
  },
  {
    name: 'FMSynth, bell',
    instrument: 'FMSynth',
    settings: {
      harmonicity: 3.01,
      modulationIndex: 14,
      modulation: 'sine',
      'modulationEnvelope.attack': 0.01,
    },
    notes: one(72, 0.7, 0.6),
    seconds: 1.5,
    levelDb: 0.1,
    thirdsDb: 0.3,
    residueDb: -50,
  },
  {
    name: 'FMSynth, saw bent by a sine',
    instrument: 'FMSynth',
    settings: { oscillator: 'sawtooth', modulation: 'sine' },
    notes: one(60, 0.7),
    seconds: 1.5,
    levelDb: 0.1,
    thirdsDb: 1.2,
    residueDb: -25,
    deviation: partials,
  },
  {
    name: 'MonoSynth',
    instrument: 'MonoSynth',
    settings: {},
    notes: one(36, 0.8),
    seconds: 1.8,
    levelDb: 0.1,
    thirdsDb: 0.3,
    residueDb: -50,
  },
  {
    name: 'MonoSynth, resonant',
    instrument: 'MonoSynth',
    settings: { 'filter.Q': 12, 'filterEnvelope.attack': 0.01, 'filterEnvelope.octaves': 5 },
    notes: one(40, 0.8),
    seconds: 1.8,
    levelDb: 0.3,
    thirdsDb: 0.5,
    residueDb: -35,
  },
  {
    name: 'MonoSynth, -24',
    instrument: 'MonoSynth',
    settings: { 'filter.rolloff': '-24', 'filterEnvelope.exponent': 1 },
    notes: one(36, 0.8),
    seconds: 1.8,
    levelDb: 0.2,
    thirdsDb: 0.3,
    residueDb: -40,
  },
  {
    name: 'MonoSynth, -48',
    instrument: 'MonoSynth',
    settings: { 'filter.rolloff': '-48', 'filterEnvelope.exponent': 3.3 },
    notes: one(36, 0.8),
    seconds: 1.8,
    levelDb: 0.2,
    thirdsDb: 0.3,
    residueDb: -40,
  },
  {
    name: 'MonoSynth, -96',
    instrument: 'MonoSynth',
    settings: { 'filter.rolloff': '-96' },
    notes: one(48, 0.8),
    seconds: 1.8,
    levelDb: 0.3,
    thirdsDb: 0.4,
    residueDb: -35,
  },
  {
    name: 'MonoSynth, highpass',
    instrument: 'MonoSynth',
    settings: { 'filter.type': 'highpass', 'filter.Q': 3 },
    notes: one(36, 0.8),
    seconds: 1.8,
    levelDb: 0.1,
    thirdsDb: 1.2,
    residueDb: -28,
    deviation: partials,
  },
  {
    name: 'MonoSynth, bandpass',
    instrument: 'MonoSynth',
    settings: { 'filter.type': 'bandpass', 'filter.Q': 2 },
    notes: one(36, 0.8),
    seconds: 1.8,
    levelDb: 0.1,
    thirdsDb: 0.3,
    residueDb: -45,
  },
  {
    name: 'MonoSynth, notch',
    instrument: 'MonoSynth',
    settings: { 'filter.type': 'notch', 'filter.Q': 2 },
    notes: one(36, 0.8),
    seconds: 1.8,
    levelDb: 0.1,
    thirdsDb: 1.2,
    residueDb: -35,
    deviation: partials,
  },
  {
    name: 'MembraneSynth',
    instrument: 'MembraneSynth',
    settings: {},
    notes: one(24, 0.3),
    seconds: 1.4,
    levelDb: 0.2,
    thirdsDb: 0.3,
    residueDb: -50,
  },
  {
    name: 'MembraneSynth, tom',
    instrument: 'MembraneSynth',
    settings: { pitchDecay: 0.2, octaves: 3, oscillator: 'triangle' },
    notes: one(45, 0.3, 0.7),
    seconds: 1.4,
    levelDb: 0.2,
    thirdsDb: 0.3,
    residueDb: -45,
  },
  {
    name: 'MetalSynth',
    instrument: 'MetalSynth',
    settings: { 'envelope.decay': 5 },
    notes: one(55, 2),
    seconds: 2,
    levelDb: 0.7,
    thirdsDb: 1,
    deviation: partials,
  },
  {
    name: 'MetalSynth, closed hat',
    instrument: 'MetalSynth',
    settings: { 'envelope.decay': 0.08, 'envelope.release': 0.01, resonance: 6000 },
    notes: one(67, 0.2),
    seconds: 0.5,
    levelDb: 0.7,
    thirdsDb: 1.2,
    deviation: partials,
  },
  {
    name: 'MetalSynth, mild',
    instrument: 'MetalSynth',
    settings: { modulationIndex: 2, harmonicity: 1.5, resonance: 800, 'envelope.decay': 5 },
    notes: one(55, 2),
    seconds: 2,
    levelDb: 0.5,
    thirdsDb: 1.2,
    deviation: partials,
  },
  {
    name: 'NoiseSynth, white',
    instrument: 'NoiseSynth',
    settings: held,
    notes: one(60, 3),
    seconds: 3,
    levelDb: 1.5,
    thirdsDb: 3,
    deviation: noise,
  },
  {
    name: 'NoiseSynth, pink',
    instrument: 'NoiseSynth',
    settings: { ...held, noise: 'pink' },
    notes: one(60, 3),
    seconds: 3,
    levelDb: 5,
    thirdsDb: 3,
    deviation: noise,
  },
  {
    name: 'NoiseSynth, brown',
    instrument: 'NoiseSynth',
    settings: { ...held, noise: 'brown' },
    notes: one(60, 3),
    seconds: 3,
    levelDb: 7,
    thirdsDb: 3,
    deviation: noise,
  },
  {
    name: 'NoiseSynth, twice as fast',
    instrument: 'NoiseSynth',
    settings: { ...held, noise: 'pink', playbackRate: 2 },
    notes: one(60, 3),
    seconds: 3,
    levelDb: 5,
    thirdsDb: 3,
    deviation: noise,
  },
];
