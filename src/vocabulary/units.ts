// The units that a song writes behind a number, and what they mean in base units.
// Scanner, completion, messages and docs derive from this table.

import type { Quantity } from '../song/value.ts';

export interface Unit {
  readonly unit: string;
  readonly quantity: Quantity;
  /** Times this, a number is in the base unit. */
  readonly factor: number;
  readonly doc: string;
  /** Another spelling of the row above it: read, not offered. */
  readonly spelling?: true;
}

export const units: readonly Unit[] = [
  { unit: 'dB', quantity: 'decibels', factor: 1, doc: 'decibels' },
  { unit: 'Hz', quantity: 'hertz', factor: 1, doc: 'cycles a second' },
  { unit: 'kHz', quantity: 'hertz', factor: 1000, doc: 'thousands of cycles a second' },
  { unit: 'ms', quantity: 'seconds', factor: 0.001, doc: 'milliseconds' },
  { unit: 's', quantity: 'seconds', factor: 1, doc: 'seconds' },
  { unit: '%', quantity: 'ratio', factor: 0.01, doc: 'a share of the whole' },
  { unit: 'bpm', quantity: 'bpm', factor: 1, doc: 'quarter notes a minute' },
  { unit: 'st', quantity: 'semitones', factor: 1, doc: 'semitones' },
  { unit: 'ct', quantity: 'cents', factor: 1, doc: 'cents, hundredths of a semitone' },
  { unit: 'bars', quantity: 'bars', factor: 1, doc: 'bars' },
  { unit: 'bar', quantity: 'bars', factor: 1, doc: 'bars', spelling: true },
  { unit: 'beats', quantity: 'beats', factor: 1, doc: 'beats' },
  { unit: 'beat', quantity: 'beats', factor: 1, doc: 'beats', spelling: true },
  { unit: 'LUFS', quantity: 'lufs', factor: 1, doc: 'loudness' },
  { unit: 'LU', quantity: 'lu', factor: 1, doc: 'a difference of loudness' },
  { unit: 'dBTP', quantity: 'dbtp', factor: 1, doc: 'decibels of true peak' },
];

const byUnit = new Map(units.map((unit) => [unit.unit, unit]));
const byLowerCase = new Map(units.map((unit) => [unit.unit.toLowerCase(), unit]));

export const unitNamed = (unit: string): Unit | undefined => byUnit.get(unit);

/** The unit meant by another spelling in capitals (`db`, `KHZ`). */
export const unitLike = (unit: string): Unit | undefined => byLowerCase.get(unit.toLowerCase());

/** The units that a quantity is written in, the usual one first; none for plain numbers. */
export const unitsOf = (quantity: Quantity): readonly Unit[] =>
  units.filter((unit) => unit.quantity === quantity && !unit.spelling);

const words: Readonly<Record<Quantity, string>> = {
  decibels: 'a level in decibels',
  hertz: 'a frequency',
  seconds: 'a time',
  bpm: 'a tempo',
  ratio: 'a share or ratio',
  pan: 'a place between left and right',
  semitones: 'semitones',
  cents: 'cents',
  bars: 'bars',
  beats: 'beats',
  notes: 'a note value',
  number: 'a plain number',
  lufs: 'a loudness',
  lu: 'a difference of loudness',
  dbtp: 'a true peak',
};

/** What a quantity is, for messages: `a time`, `a level in decibels`. */
export const quantityInWords = (quantity: Quantity): string => words[quantity];
