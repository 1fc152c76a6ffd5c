// What a compressor makes of each level, as the core does (effects/compression.ts there): the knee lies above the
// threshold. Pure.

export interface Dynamics {
  readonly threshold: number;
  readonly ratio: number;
  readonly knee: number;
  readonly makeup: number;
}

/** dB by which a steady level is turned down. */
export function reductionAt({ threshold, ratio, knee }: Dynamics, db: number): number {
  const over = db - threshold;
  const inKnee = Math.max(0, Math.min(over, knee));
  const past = Math.max(0, over - knee);
  const bend = knee > 0 ? 1 / (2 * knee) : 0;
  return (1 - 1 / ratio) * (past + bend * inKnee * inKnee);
}

/** The level that comes out. */
export const levelAfter = (dynamics: Dynamics, db: number): number =>
  db - reductionAt(dynamics, db) + dynamics.makeup;
