// Tempo map: positions in quarter notes to seconds and back.
// Positions are exact; seconds are floats, made once from the exact position, so that they never drift.
// Points are steps; a ramp becomes a further field of a point, and callers stay as they are.

import type { Rational } from '../song/time.ts';
import { compare, subtract, toNumber, zero } from './rational.ts';

/** Tempo changes, ascending by position, the first at 0. */
export type TempoMap = readonly TempoPoint[];

export interface TempoPoint {
  /** Quarter notes from the song's start. */
  readonly at: Rational;
  /** Quarter notes a minute, > 0. */
  readonly bpm: number;
  /** Seconds from the song's start, derived from the points before. */
  readonly seconds: number;
}

/** A song that keeps one tempo. */
export const steadyTempo = (bpm: number): TempoMap => [{ at: zero, bpm, seconds: 0 }];

/**
 * A map of tempo changes.
 * @param changes ascending by position, the first at 0, every bpm > 0
 * @throws RangeError where they are not: a caller's bug
 */
export const tempoMap = (changes: readonly { readonly at: Rational; readonly bpm: number }[]): TempoMap => {
  const points: TempoPoint[] = [];
  for (const change of changes) {
    const last = points.at(-1);
    if (!(change.bpm > 0) || (last ? compare(change.at, last.at) <= 0 : change.at.n !== 0)) {
      throw new RangeError('tempo changes must ascend from 0, each above 0 bpm');
    }
    points.push({ ...change, seconds: last ? secondsFrom(last, change.at) : 0 });
  }
  if (points.length === 0) throw new RangeError('a tempo map needs a tempo at 0');
  return points;
};

/** Seconds from the song's start to a position in quarter notes; increases with it. */
export const secondsAt = (map: TempoMap, quarters: Rational): number => {
  let index = map.length - 1;
  while (index > 0 && compare(map[index]!.at, quarters) > 0) index -= 1;
  return secondsFrom(map[index]!, quarters);
};

/** Quarter notes, a float, at a time in seconds from the song's start. */
export const quartersAt = (map: TempoMap, seconds: number): number => {
  let index = map.length - 1;
  while (index > 0 && map[index]!.seconds > seconds) index -= 1;
  const point = map[index]!;
  return toNumber(point.at) + ((seconds - point.seconds) * point.bpm) / 60;
};

const secondsFrom = (point: TempoPoint, quarters: Rational): number =>
  point.seconds + (toNumber(subtract(quarters, point.at)) * 60) / point.bpm;
