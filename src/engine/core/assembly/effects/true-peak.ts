// True peak: how high a sound gets between its samples. Three points between each two samples, by a
// windowed sinc of 24 taps. What is known by its samples alone to be harmless is not computed.

import { BLOCK, BLOCK_BYTES, reserve } from '../memory';
import { kaiser, sinc } from './kaiser';

/** Samples by which a peak is known later than its sample. */
export const TRUE_PEAK_DELAY: i32 = 12;

const TAPS: i32 = TRUE_PEAK_DELAY * 2;
const PHASES: i32 = 3;
/** Frames decided on at once. */
const STRIDE: i32 = 16;
/** What lies between samples is at most this many times the highest of them. */
const HIGHEST_OVERSHOOT: f32 = 2.3;

/** f32 taps, phase by phase. */
let taps: usize = 0;

/** Bytes of what one channel remembers: the last samples of the block before, then room for this block. */
export const TRUE_PEAK_BYTES: usize = (24 + 128) << 2;

export function truePeakInit(): void {
  if (taps != 0) return;
  taps = reserve(PHASES * TAPS * 4);
  for (let phase = 0; phase < PHASES; phase++) makePhase(phase);
}

/**
 * Raises `peaks` (a block of f32) to the true peak of `block`, 12 samples late; where it surely stays
 * under `ceiling` it may say too little.
 */
export function truePeakRender(samples: usize, block: usize, peaks: usize, ceiling: f32): void {
  memory.copy(samples, samples + BLOCK_BYTES, TAPS << 2);
  memory.copy(samples + (TAPS << 2), block, BLOCK_BYTES);
  for (let from = 0; from < BLOCK; from += STRIDE) {
    const at = samples + (<usize>from << 2);
    if (highest(at) * HIGHEST_OVERSHOOT < ceiling) continue;
    for (let i = 0; i < STRIDE; i += 4) raise(at + (<usize>i << 2), peaks + (<usize>(from + i) << 2));
  }
}

function highest(at: usize): f32 {
  let most = f32x4.splat(0);
  for (let i: usize = 0; i < (<usize>(TAPS + STRIDE) << 2); i += 16) most = f32x4.max(most, f32x4.abs(v128.load(at + i)));
  return max<f32>(
    max<f32>(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
    max<f32>(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)),
  );
}

/** Four neighbouring frames: taps run from `at + 4`, the samples between lie after the twelfth. */
function raise(at: usize, peaks: usize): void {
  let first = f32x4.splat(0);
  let second = f32x4.splat(0);
  let third = f32x4.splat(0);
  for (let tap: usize = 0; tap < (<usize>TAPS << 2); tap += 4) {
    const x = v128.load(at + tap, 4);
    first = f32x4.add(first, f32x4.mul(x, v128.load32_splat(taps + tap)));
    second = f32x4.add(second, f32x4.mul(x, v128.load32_splat(taps + tap, TAPS * 4)));
    third = f32x4.add(third, f32x4.mul(x, v128.load32_splat(taps + tap, TAPS * 8)));
  }
  let most = f32x4.max(v128.load(peaks), f32x4.abs(v128.load(at, TRUE_PEAK_DELAY * 4)));
  most = f32x4.max(most, f32x4.abs(first));
  most = f32x4.max(most, f32x4.max(f32x4.abs(second), f32x4.abs(third)));
  v128.store(peaks, most);
}

/** A sinc shifted by a quarter, a half or three quarters of a sample, under a Kaiser window. */
function makePhase(phase: i32): void {
  const shift = <f64>(phase + 1) / 4;
  let sum: f64 = 0;
  for (let tap = 0; tap < TAPS; tap++) {
    const x = <f64>(tap - (TRUE_PEAK_DELAY - 1)) - shift;
    sum += tapAt(x);
  }
  for (let tap = 0; tap < TAPS; tap++) {
    const x = <f64>(tap - (TRUE_PEAK_DELAY - 1)) - shift;
    store<f32>(taps + (<usize>(phase * TAPS + tap) << 2), <f32>(tapAt(x) / sum));
  }
}

function tapAt(x: f64): f64 {
  return sinc(x) * kaiser(x / <f64>TRUE_PEAK_DELAY, 5);
}
