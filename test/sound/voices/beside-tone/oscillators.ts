// How near the oscillators of the instruments are to those of Tone.js: every row of each, moved as those of a Synth are
// in synths.ts.

import type { Settings } from '../core-voices.ts';
import { type Comparison, one, pulses, type Tolerances } from './played.ts';

/** What is moved together, and how far apart it may be on any instrument. */
interface Kind extends Tolerances {
  readonly says: string;
  readonly waveform: string;
  readonly rows: Settings;
  readonly deviation?: string;
}

const near = { levelDb: 0.05, thirdsDb: 0.05, residueDb: -50 };

const kinds: readonly Kind[] = [
  {
    says: 'so many partials',
    waveform: 'sawtooth',
    rows: { partialCount: 5, phase: 60 },
    ...near,
  },
  {
    says: 'partials of its own',
    waveform: 'custom',
    rows: { partials: '1 0.5 0 -0.25 0.4', partialCount: 4, phase: 60 },
    ...near,
  },
  {
    says: 'unison',
    waveform: 'fatsine',
    rows: { count: 4, spread: 60 },
    ...near,
  },
  {
    says: 'bent',
    waveform: 'fmsine',
    rows: { harmonicity: 1.5, modulationIndex: 3, modulationType: 'sine' },
    ...near,
  },
];

/** Those that have a constant part in Tone.js: not as modulators, whose constant part puts the carrier out of tune. */
const pulsing: readonly Kind[] = [
  {
    says: 'pulse',
    waveform: 'pulse',
    rows: { width: 0.4 },
    levelDb: 1.6,
    thirdsDb: 1.5,
    deviation: pulses,
  },
  {
    says: 'pwm',
    waveform: 'pwm',
    rows: { modulationFrequency: 3 },
    levelDb: 1,
    thirdsDb: 1.8,
    deviation: pulses,
  },
];

interface Place {
  readonly instrument: string;
  readonly path: string;
  readonly others: Settings;
  /** The least that its levels may differ by, where that is more than the kind's. */
  readonly levelDb?: number;
  readonly kinds: readonly Kind[];
}

const softly = { modulation: 'sine', modulationIndex: 2, 'modulationEnvelope.attack': 0.01 };
// Slow, since it makes a tone of the constant part of Tone's pulses.
const tremolo = { harmonicity: 0.1, modulation: 'sine', 'modulationEnvelope.attack': 0.01 };
const all = [...kinds, ...pulsing];

const places: readonly Place[] = [
  { instrument: 'Synth', path: 'oscillator', others: {}, kinds: kinds.slice(0, 1) },
  { instrument: 'MembraneSynth', path: 'oscillator', others: { octaves: 1 }, kinds: all },
  { instrument: 'MonoSynth', path: 'oscillator', others: {}, kinds: all },
  { instrument: 'FMSynth', path: 'oscillator', others: softly, kinds: all },
  {
    instrument: 'FMSynth',
    path: 'modulation',
    others: { modulationIndex: 2, 'modulationEnvelope.attack': 0.01 },
    kinds,
  },
  { instrument: 'AMSynth', path: 'oscillator', others: tremolo, kinds: all },
  { instrument: 'AMSynth', path: 'modulation', others: { 'modulationEnvelope.attack': 0.01 }, kinds },
  {
    instrument: 'DuoSynth',
    path: 'voice0.oscillator',
    others: { vibratoAmount: 0 },
    levelDb: 0.4,
    kinds: all,
  },
  {
    instrument: 'DuoSynth',
    path: 'voice1.oscillator',
    others: { vibratoAmount: 0 },
    levelDb: 0.4,
    kinds: all,
  },
];

export const oscillators: readonly Comparison[] = places.flatMap(
  ({ instrument, path, others, levelDb = 0, kinds: played }) =>
    played.map(({ says, waveform, rows, ...within }) => ({
      name: `${instrument}, ${path}: ${says}`,
      instrument,
      settings: {
        ...others,
        [path]: waveform,
        ...Object.fromEntries(Object.entries(rows).map(([row, value]) => [`${path}.${row}`, value])),
      },
      notes: one(45, 0.6),
      seconds: 1,
      ...within,
      levelDb: Math.max(levelDb, within.levelDb),
    })),
);
