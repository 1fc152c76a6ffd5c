// How a meter moves: up at once, down at its own pace; the peak holds, the clips are counted. Pure.

/** What one meter shows; levels in dB. */
export interface MeterFace {
  peak: [number, number];
  rms: [number, number];
  hold: [number, number];
  heldMs: [number, number];
  reduction: number;
  /** How often it went over since the light was cleared. */
  clips: number;
  isOver: boolean;
}

export const floorDb = -90;
/** Over this a sample would clip in a file. */
const clipDb = 0;
const peakFallDbASecond = 24;
const rmsFallDbASecond = 18;
const reductionFallDbASecond = 30;
/** How much reduction fills the whole height. */
export const deepestReductionDb = 24;
const holdMs = 1400;
const holdFallDbASecond = 12;

export function restingFace(): MeterFace {
  return {
    peak: [floorDb, floorDb],
    rms: [floorDb, floorDb],
    hold: [floorDb, floorDb],
    heldMs: [0, 0],
    reduction: 0,
    clips: 0,
    isOver: false,
  };
}

/** The newest levels of a strip, in dB; `reduction` as a positive number. */
export interface Levels {
  readonly peak: readonly [number, number];
  readonly rms: readonly [number, number];
  readonly reduction: number;
}

/**
 * Moves the face on by `milliseconds`.
 * @returns whether it still moves
 */
export function advance(face: MeterFace, levels: Levels, milliseconds: number): boolean {
  const seconds = milliseconds / 1000;
  for (const side of [0, 1] as const) {
    face.peak[side] = falling(face.peak[side], levels.peak[side], peakFallDbASecond * seconds);
    face.rms[side] = falling(face.rms[side], levels.rms[side], rmsFallDbASecond * seconds);
    if (face.peak[side] >= face.hold[side]) {
      face.hold[side] = face.peak[side];
      face.heldMs[side] = 0;
    } else {
      face.heldMs[side] += milliseconds;
      if (face.heldMs[side] > holdMs)
        face.hold[side] = Math.max(floorDb, face.hold[side] - holdFallDbASecond * seconds);
    }
  }
  const isOver = Math.max(...levels.peak) > clipDb;
  // A run of them is one that is heard.
  if (isOver && !face.isOver) face.clips += 1;
  face.isOver = isOver;
  // A gate that opens has been down by more than is drawn: it falls from there.
  const from = Math.min(face.reduction, deepestReductionDb);
  face.reduction = Math.max(levels.reduction, from - reductionFallDbASecond * seconds, 0);
  return face.hold[0] > floorDb || face.hold[1] > floorDb || face.reduction > 0;
}

function falling(shown: number, level: number, fall: number): number {
  return Math.max(level, shown - fall, floorDb);
}
