// True peak: how high a sound gets between its samples. Three points between each two samples, by a
// windowed sinc of 24 taps, and parabolas over the points that stand highest, as the meter has them
// (audio/meters/true-peak.ts). What is known by its samples alone to be harmless is not computed.

import { BLOCK, BLOCK_BYTES, reserve } from '../memory';
import { kaiser, sinc } from './kaiser';

/** Samples by which a peak is known later than its sample. */
export const TRUE_PEAK_DELAY: i32 = 12;

const TAPS: i32 = TRUE_PEAK_DELAY * 2;
/** Frames decided on at once. */
const STRIDE: i32 = 16;
/** What lies between samples is at most this many times the highest of them. */
const HIGHEST_OVERSHOOT: f32 = 2.3;

/**
 * f32 taps in threes, from the two samples beside the point outwards: of the half, and of the quarters what
 * both have in common and what the one has more than the other, since each is the other's mirror.
 */
let taps: usize = 0;

/** Bytes of what one channel remembers: the last samples of the block before, room for this one, its last point. */
export const TRUE_PEAK_BYTES: usize = (24 + 128 + 4) << 2;
const AT_LAST: usize = (24 + 128) << 2;

export function truePeakInit(): void {
  if (taps != 0) return;
  taps = reserve(TRUE_PEAK_DELAY * 3 * 4);
  const quarter = sumOfTaps(0.25);
  const half = sumOfTaps(0.5);
  for (let tap = 0; tap < TRUE_PEAK_DELAY; tap++) {
    const at = taps + <usize>(tap * 3) * 4;
    const near = tapAt(<f64>tap + 0.25) / quarter;
    const far = tapAt(<f64>tap + 0.75) / quarter;
    store<f32>(at, <f32>(tapAt(<f64>tap + 0.5) / half));
    store<f32>(at, <f32>((near + far) / 2), 4);
    store<f32>(at, <f32>((near - far) / 2), 8);
  }
}

/**
 * Raises `peaks` (a block of f32) to the true peak of `block`, 12 samples late; where it surely stays
 * under `ceiling` it may say too little.
 */
export function truePeakRender(samples: usize, block: usize, peaks: usize, ceiling: f32): void {
  memory.copy(samples, samples + BLOCK_BYTES, TAPS << 2);
  memory.copy(samples + (TAPS << 2), block, BLOCK_BYTES);
  v128.store(last, f32x4.splat(load<f32>(samples + AT_LAST)));
  for (let from = 0; from < BLOCK; from += STRIDE) {
    const at = samples + (<usize>from << 2);
    if (highest(at) * HIGHEST_OVERSHOOT < ceiling) {
      v128.store(last, f32x4.splat(0));
      continue;
    }
    for (let i = 0; i < STRIDE; i += 4) raise(at + (<usize>i << 2), peaks + (<usize>(from + i) << 2));
  }
  store<f32>(samples + AT_LAST, load<f32>(last, 12));
}

function highest(at: usize): f32 {
  let most = f32x4.splat(0);
  for (let i: usize = 0; i < (<usize>(TAPS + STRIDE) << 2); i += 16) most = f32x4.max(most, f32x4.abs(v128.load(at + i)));
  return max<f32>(
    max<f32>(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
    max<f32>(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)),
  );
}

/** The points before the samples of the next four frames; its last lane goes on to them. */
const last = memory.data(16, 16);

/** Four neighbouring frames: taps run from `at + 4`, the samples between lie after the twelfth. */
function raise(at: usize, peaks: usize): void {
  let common = f32x4.splat(0);
  let more = f32x4.splat(0);
  let half = f32x4.splat(0);
  for (let tap: usize = 0; tap < <usize>TRUE_PEAK_DELAY << 2; tap += 4) {
    const before = v128.load(at + (TRUE_PEAK_DELAY << 2) - tap);
    const behind = v128.load(at + ((TRUE_PEAK_DELAY + 1) << 2) + tap);
    const sum = f32x4.add(before, behind);
    const row = taps + tap * 3;
    half = f32x4.add(half, f32x4.mul(sum, v128.load32_splat(row)));
    common = f32x4.add(common, f32x4.mul(sum, v128.load32_splat(row, 4)));
    more = f32x4.add(more, f32x4.mul(f32x4.sub(before, behind), v128.load32_splat(row, 8)));
  }
  const sample = f32x4.abs(v128.load(at, TRUE_PEAK_DELAY << 2));
  const next = f32x4.abs(v128.load(at, (TRUE_PEAK_DELAY + 1) << 2));
  const first = f32x4.abs(f32x4.add(common, more));
  const second = f32x4.abs(half);
  const third = f32x4.abs(f32x4.sub(common, more));
  const beforeSample = v128.shuffle<f32>(v128.load(last), third, 3, 4, 5, 6);
  v128.store(last, third);
  let most = v128.load(peaks);
  most = f32x4.max(most, top(beforeSample, sample, first));
  most = f32x4.max(most, top(sample, first, second));
  most = f32x4.max(most, top(first, second, third));
  most = f32x4.max(most, top(second, third, next));
  v128.store(peaks, most);
}

/** The top of a parabola through three points where the middle one is highest, and else the middle one. */
function top(before: v128, here: v128, behind: v128): v128 {
  const curve = f32x4.sub(f32x4.sub(f32x4.add(here, here), before), behind);
  const slope = f32x4.sub(behind, before);
  const bulge = f32x4.div(
    f32x4.mul(slope, slope),
    f32x4.max(f32x4.mul(curve, f32x4.splat(8)), f32x4.splat(<f32>1e-30)),
  );
  const isTop = v128.and(f32x4.ge(here, before), f32x4.ge(here, behind));
  return f32x4.add(here, v128.and(bulge, isTop));
}

/** All taps of a point so far behind a sample, so that what does not move comes out as it is. */
function sumOfTaps(shift: f64): f64 {
  let sum: f64 = 0;
  for (let tap = 0; tap < TRUE_PEAK_DELAY; tap++) sum += tapAt(<f64>tap + shift) + tapAt(<f64>(tap + 1) - shift);
  return sum;
}

function tapAt(x: f64): f64 {
  return sinc(x) * kaiser(x / <f64>TRUE_PEAK_DELAY, 5);
}
