// The tempo of taps: the mean of the last of them, without those that came before a pause. Pure.

import { tempo } from '../../../src/vocabulary/mixer.ts';

/** Slower than this is a pause, and the next tap the first of another tempo: 24 bpm. */
const longestMs = 2500;
/** Faster than any song: the finger, or its key, has bounced. */
const shortestMs = 60_000 / tempo.max;
/** Two bars of four: enough to be steady, few enough to follow a drummer. */
const mostTaps = 9;

export function tapsWith(taps: readonly number[], nowMs: number): readonly number[] {
  const sinceLast = nowMs - (taps.at(-1) ?? Number.NEGATIVE_INFINITY);
  if (sinceLast < shortestMs) return taps;
  return sinceLast > longestMs ? [nowMs] : [...taps, nowMs].slice(-mostTaps);
}

/** In bpm, to a tenth; undefined before the second tap. */
export function tempoOf(taps: readonly number[]): number | undefined {
  const [first, last] = [taps[0], taps.at(-1)];
  if (first === undefined || last === undefined || last <= first) return undefined;
  return Math.round((60_000 * (taps.length - 1) * 10) / (last - first)) / 10;
}
