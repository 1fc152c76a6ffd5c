// Tempo map: positions in quarter notes to seconds and back.
// A ramp is linear in BPM over quarter notes, so time is an integral, not a product.
// Positions come as exact fractions; seconds are floats, made once from the position, so they never drift.

import type { Rational } from '../song/time.ts';
import { add, compare, toNumber } from './rational.ts';

/** Tempo changes, ascending by position, the first at 0; each holds to the next. */
export type TempoMap = readonly TempoPoint[];

export interface TempoPoint {
  /** Quarter notes from the song's start. */
  readonly at: number;
  /** Quarter notes a minute, > 0. */
  readonly bpm: number;
  /** What each quarter note adds to the tempo from here to the next point: 0 but in a ramp. */
  readonly bpmPerQuarter: number;
  /** Seconds from the song's start, derived from the points before. */
  readonly seconds: number;
}

/** A tempo, reached at once at `at`, or at the end of a ramp that begins there. */
export interface TempoStep {
  /** Quarter notes from the song's start. */
  readonly at: Rational;
  readonly bpm: number;
  /** Length of the ramp in quarter notes, > 0; absent where the tempo is reached at once. */
  readonly over?: Rational;
}

/** A song that keeps one tempo. */
export const steadyTempo = (bpm: number): TempoMap => [{ at: 0, bpm, bpmPerQuarter: 0, seconds: 0 }];

/**
 * A map of tempo changes.
 * @param changes ascending by position, the first a tempo at 0, every bpm > 0. Two may share a position: a
 *   tempo, and the ramp that starts from it. A ramp is cut by a change before its end.
 * @throws RangeError where they are not so: a caller's bug
 */
export const tempoMap = (changes: readonly TempoStep[]): TempoMap => {
  const [first] = changes;
  if (first?.at.n !== 0 || first.over) throw new RangeError('a tempo map needs a tempo at 0');
  const points: TempoPoint[] = [];
  for (const [index, change] of changes.entries()) {
    const before = changes[index - 1];
    const next = changes[index + 1];
    const order = before ? compare(change.at, before.at) : 1;
    const isRampFromTempo = order === 0 && change.over !== undefined && before!.over === undefined;
    if (!(change.bpm > 0 && change.bpm < Number.POSITIVE_INFINITY) || (order <= 0 && !isRampFromTempo)) {
      throw new RangeError('tempo changes must ascend from 0, each above 0 bpm');
    }
    if (!change.over) {
      put(points, toNumber(change.at), change.bpm, 0);
      continue;
    }
    const from = toNumber(change.at);
    const start = bpmAt(points, from);
    put(points, from, start, (change.bpm - start) / toNumber(change.over));
    const end = add(change.at, change.over);
    if (!next || compare(end, next.at) < 0) put(points, toNumber(end), change.bpm, 0);
  }
  return points;
};

/** Seconds from the song's start to a position in quarter notes; increases with it. */
export const secondsAt = (map: TempoMap, quarters: number): number => {
  const point = pointBefore(map, quarters, atOf);
  return point.seconds + lasting(point, quarters - point.at);
};

/** Quarter notes at a time in seconds from the song's start: the inverse of `secondsAt`. */
export const quartersAt = (map: TempoMap, seconds: number): number => {
  const point = pointBefore(map, seconds, secondsOf);
  return point.at + passedIn(point, seconds - point.seconds);
};

/** Quarter notes a minute at a position in quarter notes. */
export const bpmAt = (map: TempoMap, quarters: number): number => {
  const point = pointBefore(map, quarters, atOf);
  return point.bpm + point.bpmPerQuarter * (quarters - point.at);
};

const put = (points: TempoPoint[], at: number, bpm: number, bpmPerQuarter: number): void => {
  const last = points.at(-1);
  const seconds = last ? last.seconds + lasting(last, at - last.at) : 0;
  if (last?.at === at) points.pop();
  points.push({ at, bpm, bpmPerQuarter, seconds });
};

/**
 * Seconds of `quarters` from a point on. In a ramp of k bpm a quarter from b they are the integral of
 * 60 / (b + k q): 60/k ln(1 + k q / b). As k goes to 0, 60 q / b.
 */
const lasting = ({ bpm, bpmPerQuarter }: TempoPoint, quarters: number): number => {
  const grown = (bpmPerQuarter * quarters) / bpm;
  const straight = (quarters * 60) / bpm;
  return grown === 0 ? straight : (straight * Math.log1p(grown)) / grown;
};

/** The inverse of `lasting`: b/k (exp(k t / 60) - 1) quarters. */
const passedIn = ({ bpm, bpmPerQuarter }: TempoPoint, seconds: number): number => {
  const exponent = (bpmPerQuarter * seconds) / 60;
  const straight = (seconds * bpm) / 60;
  return exponent === 0 ? straight : (straight * Math.expm1(exponent)) / exponent;
};

const atOf = ({ at }: TempoPoint): number => at;
const secondsOf = ({ seconds }: TempoPoint): number => seconds;

/** The last point at or before a position; the first for one before the song. */
const pointBefore = (map: TempoMap, position: number, of: (point: TempoPoint) => number): TempoPoint => {
  let [low, high] = [0, map.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (of(map[middle]!) <= position) low = middle;
    else high = middle - 1;
  }
  return map[low]!;
};
