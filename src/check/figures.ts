// The figures that rules go by, in one place, so that a change is one line. As of 2026-11-21.
// A figure that a song, a workspace or a profile can tune is a row; what only makes a rule sharper stands
// with its rule's name at the end. What an instrument can play stands in the vocabulary, with the instrument.

import type { NumberParameter } from '../vocabulary/parameter.ts';

/** A figure by its rule and a word: `INS2.breath`. Tuned as `checks { INS2.breath: 10s }`. */
export interface Figure extends NumberParameter {
  /** Who says so: a standard, or we. */
  readonly source: string;
}

const ours = 'our default';

const figure = (
  path: string,
  quantity: NumberParameter['quantity'],
  value: number,
  [min, max]: readonly [number, number],
  doc: string,
  source = ours,
): Figure => ({ kind: 'number', path, quantity, default: value, min, max, doc, source });

export const figures = {
  unsung: figure(
    'LYR1.unsung',
    'ratio',
    0.25,
    [0, 1],
    'Up to that share of the notes, a missing syllable is a slip.',
  ),
  oneSwing: figure('RHY5.apart', 'ratio', 0.02, [0, 0.3], 'Swings that are closer than that are one.'),
  lowCut: figure(
    'MIX8.lowCut',
    'decibels',
    -9,
    [-60, 0],
    'An eq that takes the lows down by that much is a high-pass.',
  ),
  writtenTimes: figure('HYG3.times', 'number', 3, [2, 100], 'Written out that often, a line wants a name.'),
  writtenNotes: figure(
    'HYG3.notes',
    'number',
    4,
    [1, 1000],
    'A shorter line is as quickly written as named.',
  ),
  finished: figure(
    'BRF1.finished',
    'seconds',
    60,
    [1, 3600],
    'From that length on a song is more than a sketch.',
  ),
} as const satisfies Record<string, Figure>;

const byPath = new Map<string, Figure>(Object.values<Figure>(figures).map((one) => [one.path, one]));

export const figureNamed = (path: string): Figure | undefined => byPath.get(path);

/** All that can be tuned, in the order of this file. */
export const allFigures: readonly Figure[] = [...byPath.values()];

export const figuresOf = (rule: string): readonly Figure[] =>
  allFigures.filter(({ path }) => path.startsWith(`${rule}.`));

/** MST6: what a target takes, the best first. */
export interface DeliveredFormat {
  readonly rates?: readonly number[];
  readonly bits?: readonly string[];
  readonly source: string;
}

/** MST6: by the names of the vocabulary; what is not here takes any of ours. */
export const deliveredAs: Readonly<Record<string, DeliveredFormat>> = {
  cd: { rates: [44_100], bits: ['16'], source: 'IEC 60908, the Red Book' },
  broadcast: {
    rates: [48_000],
    bits: ['24', '16'],
    source: 'EBU Tech 3285, and what broadcasters of R 128 ask for',
  },
  atsc: { rates: [48_000], bits: ['24', '16'], source: 'ATSC A/52' },
};

/** HAR1: a note outside the key that is on its way. Our own defaults, by the usual rule of counterpoint. */
export const passingNote = {
  /** Reached and left by at most a whole tone. */
  largestStepSemitones: 2,
  longestBeats: 1,
  /** Further apart, two notes are heard as two phrases. */
  farthestNeighbourBars: 1,
} as const;

/** HAR1: when it is the key that is wrong, not the music. Our own defaults. */
export const contradictedKey = {
  /** With less than this share of the chords in the key, chords no longer excuse what is outside of it. */
  chordShare: 0.5,
  /** Another key must hold this much of them to be offered. */
  betterChordShare: 0.75,
  fewestChords: 2,
  /** Where notes alone speak: a fifth away still shares six notes of seven, and is told of note by note. */
  noteShare: 0.6,
  betterNoteShare: 0.9,
  fewestNotes: 8,
} as const;

/** ARR2: past this many times its length, a lengthened section would be another section. */
export const longestStretch = 2;
