// Meter: how long a bar is, and where in it a position stands. A bar of 6/8 is six eighths.
// A song's bars may differ in length: a meter map says from which bar on which meter holds.

import type { Rational } from '../song/time.ts';
import { add, floor, multiply, one, rational, subtract } from './rational.ts';

/** What is needed of `song.meter`: `beats` notes of 1/`unit`. */
export interface Bar {
  readonly beats: number;
  readonly unit: number;
}

/** Meters by the bar from which they hold: ascending, the first at bar 0. */
export type MeterMap = readonly MeterPoint[];

export interface MeterPoint {
  /** From 0. */
  readonly bar: number;
  /** Quarter notes from the song's start to the bar. Exact: units of meters are powers of two. */
  readonly quarters: number;
  readonly meter: Bar;
}

/** Quarter notes in a bar: 4 in 4/4, 3 in 6/8. */
export const quartersPerBar = (meter: Bar): Rational => rational(meter.beats * 4, meter.unit);

/** A song that keeps one meter. */
export const steadyMeter = (meter: Bar): MeterMap => [{ bar: 0, quarters: 0, meter }];

/**
 * A map of meter changes.
 * @param changes ascending by bar, a whole number; the first at bar 0
 * @throws RangeError where they are not so: a caller's bug
 */
export const meterMap = (changes: readonly { readonly bar: number; readonly meter: Bar }[]): MeterMap => {
  const points: MeterPoint[] = [];
  for (const { bar, meter } of changes) {
    const last = points.at(-1);
    if (!Number.isInteger(bar) || (last ? bar <= last.bar : bar !== 0))
      throw new RangeError('meters must ascend by whole bars, the first at bar 0');
    points.push({
      bar,
      meter,
      quarters: last ? last.quarters + quartersOfBars(last.meter, bar - last.bar) : 0,
    });
  }
  if (points.length === 0) throw new RangeError('a meter map needs a meter at bar 0');
  return points;
};

/** The meter of a bar, from 0. */
export const meterAt = (map: MeterMap, bar: number): Bar => pointAt(map, bar).meter;

/** Quarter notes from the song's start to a position in bars: 4.5 is the middle of the fifth bar. */
export const quartersOf = (map: MeterMap, bars: number): number => {
  const point = pointAt(map, bars);
  return point.quarters + quartersOfBars(point.meter, bars - point.bar);
};

/** The same, exact. @throws RangeError where it does not fit a fraction of safe integers */
export const exactQuartersOf = (map: MeterMap, bars: Rational): Rational => {
  const point = pointAt(map, floor(bars));
  const within = multiply(subtract(bars, rational(point.bar)), quartersPerBar(point.meter));
  // Quarters of a bar are at finest eighths: a 32nd.
  return add(rational(point.quarters * 8, 8), within);
};

export interface BarAndBeat {
  /** 1-based. */
  readonly bar: number;
  /** 1-based, with its fraction: 5/2 is half a beat after beat 2. */
  readonly beat: Rational;
}

/** Where a position, in bars from the song's start, stands as musicians count it; `meter` is that of its bar. */
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

const quartersOfBars = ({ beats, unit }: Bar, bars: number): number => (bars * beats * 4) / unit;

const pointAt = (map: MeterMap, bar: number): MeterPoint => {
  let [low, high] = [0, map.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (map[middle]!.bar <= bar) low = middle;
    else high = middle - 1;
  }
  return map[low]!;
};
