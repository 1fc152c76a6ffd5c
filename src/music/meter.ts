// Meter: how long a bar is, and where in it a position stands. A bar of 6/8 is six eighths.

import type { Rational } from '../song/time.ts';
import { add, floor, multiply, one, rational, subtract } from './rational.ts';

/** What is needed of `song.meter`: `beats` notes of 1/`unit`. */
export interface Bar {
  readonly beats: number;
  readonly unit: number;
}

/** Quarter notes in a bar: 4 in 4/4, 3 in 6/8. */
export const quartersPerBar = (meter: Bar): Rational => rational(meter.beats * 4, meter.unit);

export interface BarAndBeat {
  /** 1-based. */
  readonly bar: number;
  /** 1-based, with its fraction: 5/2 is half a beat after beat 2. */
  readonly beat: Rational;
}

/** Where a position, in bars from the song's start, stands as musicians count it. */
export const barAndBeat = (bars: Rational, meter: Bar): BarAndBeat => {
  const bar = floor(bars);
  return { bar: bar + 1, beat: add(multiply(subtract(bars, rational(bar)), rational(meter.beats)), one) };
};

/** Bars of a length in whole notes (`1/16`): notes are what the unit of the meter counts. */
export const barsOfNotes = (wholeNotes: Rational, meter: Bar): Rational =>
  multiply(wholeNotes, rational(meter.unit, meter.beats));

/** Bars of a length in beats. */
export const barsOfBeats = (beats: Rational, meter: Bar): Rational =>
  multiply(beats, rational(1, meter.beats));
