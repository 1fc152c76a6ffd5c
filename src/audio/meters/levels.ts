// Levels of a stereo or mono sound in steps: power of each side, what they have in common, peaks, and the
// constant part. Correlation, balance, what is lost in mono, crest and silence are sums over stretches.

import { newStepCutter, type Stretch, stepSeconds } from './steps.ts';

export interface LevelMeter {
  add(left: Float32Array, right: Float32Array): void;
  /** Grows; not a copy. */
  readonly levels: Levels;
}

/** Of each full step. */
export interface Levels {
  /** Mean squares. */
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** Mean product of both sides. */
  readonly both: readonly number[];
  /** Highest sample of either side. */
  readonly peak: readonly number[];
  /** Means of the samples: the constant part, left and right in turn. */
  readonly means: readonly (readonly [left: number, right: number])[];
}

export const newLevelMeter = (rate: number): LevelMeter => {
  const levels = {
    left: [] as number[],
    right: [] as number[],
    both: [] as number[],
    peak: [] as number[],
    means: [] as [number, number][],
  };
  let [all, alr, arr, al, ar, highest] = [0, 0, 0, 0, 0, 0];
  const { cut } = newStepCutter(rate);
  return {
    levels,
    add(left, right) {
      cut(
        left.length,
        (from, to) => {
          // In locals: what a closure holds is slow to add to.
          let [ll, rr, lr, l, r, most] = [all, arr, alr, al, ar, highest];
          for (let i = from; i < to; i++) {
            const x = left[i]!;
            const y = right[i]!;
            ll += x * x;
            rr += y * y;
            lr += x * y;
            l += x;
            r += y;
            if (x > most) most = x;
            else if (-x > most) most = -x;
            if (y > most) most = y;
            else if (-y > most) most = -y;
          }
          [all, arr, alr, al, ar, highest] = [ll, rr, lr, l, r, most];
        },
        (frames) => {
          levels.left.push(all / frames);
          levels.right.push(arr / frames);
          levels.both.push(alr / frames);
          levels.peak.push(highest);
          levels.means.push([al / frames, ar / frames]);
          [all, arr, alr, al, ar, highest] = [0, 0, 0, 0, 0, 0];
        },
      );
    },
  };
};

/** Figures of a stretch; levels in dBFS, -Infinity for silence. */
export interface LevelFigures {
  readonly samplePeakDb: number;
  /** Of both sides together: a sine that fills one side and the other is at -3. */
  readonly rmsDb: number;
  /** -1 to 1; 1 where a side is silent, for nothing is against it. */
  readonly correlation: number;
  /** Left above right; 0 where both are silent. */
  readonly balanceDb: number;
  /** What sounding as one takes away: 0 for two equal sides, 3 for two that have nothing in common. */
  readonly monoLossDb: number;
  /** Peak above RMS. */
  readonly crestDb: number;
  /** Constant part of the worse side, as a share of full scale. */
  readonly dc: number;
}

export const levelFigures = (levels: Levels, stretch: Stretch = {}): LevelFigures => {
  const from = stretch.from ?? 0;
  const to = Math.min(stretch.to ?? levels.left.length, levels.left.length);
  let [ll, rr, lr, most, l, r] = [0, 0, 0, 0, 0, 0];
  for (let step = from; step < to; step++) {
    ll += levels.left[step]!;
    rr += levels.right[step]!;
    lr += levels.both[step]!;
    const [meanLeft, meanRight] = levels.means[step]!;
    l += meanLeft;
    r += meanRight;
    if (levels.peak[step]! > most) most = levels.peak[step]!;
  }
  const steps = Math.max(1, to - from);
  const samplePeakDb = 20 * Math.log10(most);
  const rmsDb = 10 * Math.log10((ll + rr) / 2 / steps);
  return {
    samplePeakDb,
    rmsDb,
    correlation: correlationOf(ll, rr, lr),
    balanceDb: ll === rr ? 0 : 10 * Math.log10(ll / rr),
    monoLossDb: monoLossOf(ll, rr, lr),
    crestDb: most === 0 ? 0 : samplePeakDb - rmsDb,
    dc: Math.max(Math.abs(l), Math.abs(r)) / steps,
  };
};

/** -1 to 1; 1 where a side is silent. */
export const correlationOf = (ll: number, rr: number, lr: number): number => {
  const scale = Math.sqrt(ll * rr);
  // Below this a side is a rounding error of the other.
  return scale <= 1e-12 * Math.max(ll, rr) ? 1 : Math.max(-1, Math.min(1, lr / scale));
};

/**
 * Decibels, 0 or more: what is left of both sides played as one, against the same two sides in step. A part
 * at one side alone loses nothing by this: it is as loud as it was panned.
 */
const monoLossOf = (ll: number, rr: number, lr: number): number => {
  const inStep = ll + rr + 2 * Math.sqrt(ll * rr);
  if (inStep === 0) return 0;
  return Math.max(0, -10 * Math.log10(Math.max(0, ll + rr + 2 * lr) / inStep)) + 0;
};

/** Stretches without sound, in seconds. */
export interface Silence {
  readonly from: number;
  readonly to: number;
}

/** Stretches of at least `seconds` in which no sample is above `peak` (linear). */
export const silences = (levels: Levels, peak: number, seconds: number): readonly Silence[] => {
  const found: Silence[] = [];
  let began: number | undefined;
  for (let step = 0; step <= levels.peak.length; step++) {
    const quiet = step < levels.peak.length && levels.peak[step]! <= peak;
    if (quiet) began ??= step;
    else if (began !== undefined) {
      if ((step - began) * stepSeconds >= seconds)
        found.push({ from: began * stepSeconds, to: step * stepSeconds });
      began = undefined;
    }
  }
  return found;
};
