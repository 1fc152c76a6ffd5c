// Written values: a number with its unit, a word, a reference; each with the id of its literal,
// so that the mixer can rewrite exactly that literal and a problem can stand on it.

import type { SourceId } from './origin.ts';

/**
 * What a number measures, in the song's base unit for it:
 * decibels (dB), hertz, seconds, beats per minute, `ratio` (a plain factor: 50% is 0.5, 3:1 is 3),
 * `pan` (-1 left .. +1 right), semitones, cents, bars, beats, `number` (a plain count),
 * LUFS, LU and dBTP. Musical times (`1/16`, `2 bars`, `3 beats`) are `notes`: fractions of a whole note.
 */
export type Quantity =
  | 'decibels'
  | 'hertz'
  | 'seconds'
  | 'bpm'
  | 'ratio'
  | 'pan'
  | 'semitones'
  | 'cents'
  | 'bars'
  | 'beats'
  | 'notes'
  | 'number'
  | 'lufs'
  | 'lu'
  | 'dbtp';

/** A name where it is declared or used; `id` is the name's own token. */
export interface Name {
  readonly name: string;
  readonly id: SourceId;
}

/** `declaration` is the id of the whole construct, for "delete" and for folding. */
export interface Declaration {
  readonly name: Name;
  readonly declaration: SourceId;
}

/** A measured value in base units; `id` is its literal. */
export interface Measure {
  readonly kind: 'measure';
  readonly value: number;
  readonly quantity: Quantity;
  readonly id: SourceId;
}

/** A bare word or string given as a value (`oscillator: sawtooth`). */
export interface Word {
  readonly kind: 'word';
  readonly value: string;
  readonly id: SourceId;
}

export type Value = Measure | Word;

/** One parameter set by the song; `path` as the vocabulary names it (`envelope.attack`). */
export interface Setting {
  readonly path: string;
  readonly pathId: SourceId;
  readonly value: Value;
}
