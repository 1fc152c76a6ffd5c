// The fader's law: place on the fader to dB and back, and dB to gain.
// Half the travel is for the 14 dB around unity, where mixes are made. Pure.

export const lowestDb = -60;
export const highestDb = 6;

/** Place 0..1 from the bottom, and the level there; between two, a straight line. */
const marks: readonly (readonly [place: number, db: number])[] = [
  [0, lowestDb],
  [0.1, -40],
  [0.2, -30],
  [0.34, -20],
  [0.55, -10],
  [0.82, 0],
  [1, highestDb],
];

/** Levels that a scale beside the fader shows. */
export const scaleDb = [6, 0, -5, -10, -20, -30, -40, -60] as const;

/** @returns dB at `place` (0 bottom .. 1 top; outside is clamped), in steps of 0.1 dB */
export function dbAt(place: number): number {
  return tenth(between(clamp(place, 0, 1), 0, 1));
}

/** @returns place 0..1 of a level; levels out of reach are at the ends */
export function placeOf(db: number): number {
  return between(clamp(db, lowestDb, highestDb), 1, 0);
}

export function gainOf(db: number): number {
  return 10 ** (db / 20);
}

/** @returns dB of a linear gain; `-Infinity` at 0 */
export function dbOf(gain: number): number {
  return 20 * Math.log10(gain);
}

/** A level as the fader can hold it: within its travel, in steps of 0.1 dB. */
export function heldDb(db: number): number {
  return tenth(clamp(db, lowestDb, highestDb));
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function between(value: number, from: 0 | 1, to: 0 | 1): number {
  for (let index = 1; index < marks.length; index++) {
    const [low, high] = [marks[index - 1]!, marks[index]!];
    if (value <= high[from])
      return low[to] + ((value - low[from]) / (high[from] - low[from])) * (high[to] - low[to]);
  }
  return marks.at(-1)![to];
}

function tenth(value: number): number {
  // Adding zero turns -0 into 0, which would be written "-0".
  return Math.round(value * 10) / 10 + 0;
}
