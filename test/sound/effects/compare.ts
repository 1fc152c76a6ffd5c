// How far apart two renders are, in the measures of the table against Tone.js.

import { levelDb, thirds, thirdsDb } from '../voices/measure.ts';
import type { Comparison } from './beside-tone/sent.ts';
import type { Stereo } from './inputs.ts';

const rate = 48000;

export interface Difference {
  readonly db: number;
  readonly where: string;
}

export interface Differences {
  readonly level: Difference;
  readonly thirds: Difference;
  /** Level of the difference of the waves under theirs. */
  readonly residue: number;
}

/** The worst of both sides. `late` is by how many samples ours comes later. */
export function differences(theirs: Stereo, ours: Stereo, late: number, row: Comparison): Differences {
  const [from, length] = [Math.round((row.from ?? 0) * rate), theirs[0].length];
  const [skipTheirs, skipOurs] = [from + Math.max(0, -late), from + Math.max(0, late)];
  const count = length - Math.max(skipTheirs, skipOurs);
  const sides = ([0, 1] as const).map((side) => {
    const a = theirs[side].subarray(skipTheirs, skipTheirs + count);
    const b = ours[side].subarray(skipOurs, skipOurs + count);
    return {
      level: levelDifference(a, b, row),
      thirds: thirdsDifference(a, b),
      residue: levelDb(a.map((value, index) => value - b[index]!)) - levelDb(a),
      isSilent: levelDb(a) < -100,
    };
  });
  const heard = sides.filter(({ isSilent }) => !isSilent);
  return {
    level: worst(heard.map(({ level }) => level)),
    thirds: worst(heard.map((side) => side.thirds)),
    residue: Math.max(...heard.map(({ residue }) => residue)),
  };
}

function levelDifference(theirs: Float32Array, ours: Float32Array, row: Comparison): Difference {
  const windows =
    row.windows?.map(([from, to]) => [Math.round(from * rate), Math.round(to * rate)] as const) ??
    Array.from(
      { length: Math.floor(theirs.length / 960) },
      (_, index) => [index * 960, index * 960 + 960] as const,
    );
  const levels = windows.map(([from, to]) => levelDb(theirs, from, to));
  const floor = Math.max(...levels) - 70;
  return worst(
    windows.map(([from, to], index) => ({
      db: levels[index]! < floor ? 0 : Math.abs(levels[index]! - levelDb(ours, from, to)),
      where: `${(from / rate).toFixed(2)} s`,
    })),
  );
}

function thirdsDifference(theirs: Float32Array, ours: Float32Array): Difference {
  const bands = thirdsDb(ours, rate);
  const reference = thirdsDb(theirs, rate);
  const floor = Math.max(...reference) - 45;
  return worst(
    reference.map((level, index) => ({
      db: level < floor ? 0 : Math.abs(level - bands[index]!),
      where: `${Math.round(thirds[index]!)} Hz`,
    })),
  );
}

const worst = (differences: readonly Difference[]): Difference =>
  differences.reduce((most, next) => (next.db > most.db ? next : most), { db: 0, where: 'nowhere' });
