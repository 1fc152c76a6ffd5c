// What a cut does at a moment of a recording: how far the wave is from zero there, which is how loud the click is, and
// where it crosses zero next.

import type { Mono } from './mono.ts';

export interface CutPlace {
  /** The level that the wave jumps to or from, in dBFS; -Infinity at silence. */
  readonly jumpDb: number;
  /** Of the nearest crossing, or of the nearest silence; absent where there is none within `reach`. */
  readonly crossingSeconds?: number;
}

/** No further from the cut than this, in seconds. */
const reach = 0.05;

export const cutAt = ({ samples, rate }: Mono, seconds: number): CutPlace => {
  const at = Math.max(0, Math.min(samples.length - 1, Math.round(seconds * rate)));
  const jumpDb = 20 * Math.log10(Math.abs(samples[at] ?? 0));
  const most = Math.round(reach * rate);
  for (let distance = 0; distance <= most; distance++)
    for (const i of [at - distance, at + distance])
      if (isCrossing(samples, i)) return { jumpDb, crossingSeconds: i / rate };
  return { jumpDb };
};

/** A sample that is the nearer one to zero of two on either side of it. */
const isCrossing = (samples: Float32Array, i: number): boolean => {
  const here = samples[i];
  if (here === undefined) return false;
  if (here === 0) return true;
  return [samples[i - 1], samples[i + 1]].some(
    (other) => other !== undefined && here * other < 0 && Math.abs(here) <= Math.abs(other),
  );
};
