// The limiter at the end of the master: by true peak, with look-ahead, so that nothing passes the ceiling.
// The gain that each moment needs is held over a window (a running minimum), let go slowly, and smoothed
// by a mean over a window that is shorter, so that it is down before the peak comes. While nothing needs
// turning down, the sound passes bit for bit.

import { blockPeak } from '../blocks';
import { exp2, decibelsToGain, within } from '../math';
import { BLOCK, BLOCK_BYTES, reserve, reserveBlock } from '../memory';
import { LIMITING, count } from '../report';
import { TRUE_PEAK_DELAY, TruePeak, newTruePeak, truePeakClear, truePeakInit, truePeakRender } from './true-peak';

/** Samples by which the sound comes out later than it went in. */
export const LATENCY: i32 = BLOCK;

/** Samples of the mean. It ends 13 before the peak, and the minimum holds 11 past it: half of the taps. */
const SMOOTHING: i32 = 104;
/** What the meters of others may read above ours. */
const MARGIN_DB: f32 = 0.05;
/** Gains are whole numbers of this share, so that the running sum of the mean is exact. */
const GAIN_UNIT: f32 = 8388608;

let leftPeak: TruePeak = changetype<TruePeak>(0);
let rightPeak: TruePeak = changetype<TruePeak>(0);
/** The block before, which is what comes out. */
let leftBefore: usize = 0;
let rightBefore: usize = 0;
let peaks: usize = 0;
/** Gains that this block needs; and the least from each place of the block before to its end. */
let needs: usize = 0;
let leastBefore: usize = 0;
/** Whole-number gains: the smoothing window before, then this block. */
let held: usize = 0;
let sum: u32 = 0;
let letGo: f32 = 1;
let ceiling: f32 = 1;
let release: f32 = 0;
let resting: bool = true;
let least: f32 = 1;

export function limiterInit(): void {
  truePeakInit();
  leftPeak = newTruePeak();
  rightPeak = newTruePeak();
  leftBefore = reserveBlock();
  rightBefore = reserveBlock();
  peaks = reserveBlock();
  needs = reserveBlock();
  leastBefore = reserveBlock();
  held = reserve(<usize>(SMOOTHING + BLOCK) << 2);
  limiterClear();
}

/** @param thresholdDb  the ceiling in dBTP  @param seconds  time to let 90 % go */
export function limiterSet(thresholdDb: f32, seconds: f32, sampleRate: f32): void {
  ceiling = decibelsToGain(within(thresholdDb, -60, 0) - MARGIN_DB);
  release = 1 - exp2(-3.321928094887362 / (within(seconds, 0.001, 10) * sampleRate));
}

export function limiterClear(): void {
  truePeakClear(leftPeak);
  truePeakClear(rightPeak);
  memory.fill(leftBefore, 0, BLOCK_BYTES);
  memory.fill(rightBefore, 0, BLOCK_BYTES);
  rest();
}

/** The least gain since the last call. */
export function takeLimiting(): f32 {
  const gain = least;
  least = 1;
  return gain;
}

/** Limits a stereo block in place; what comes out went in a block earlier. */
export function limiterRender(left: usize, right: usize): void {
  memory.fill(peaks, 0, BLOCK_BYTES);
  truePeakRender(leftPeak, left, peaks, ceiling);
  truePeakRender(rightPeak, right, peaks, ceiling);
  const calm = blockPeak(peaks) <= ceiling;
  if (calm && resting) {
    exchange(left, leftBefore);
    exchange(right, rightBefore);
    return;
  }
  resting = false;
  count(LIMITING);
  need();
  hold();
  turnDown(left, leftBefore, right, rightBefore);
  if (calm && isAtRest()) rest();
}

/** The gain that each moment needs. */
function need(): void {
  for (let i: usize = 0; i < BLOCK_BYTES; i += 4) {
    const peak = load<f32>(peaks + i);
    store<f32>(needs + i, peak > ceiling ? ceiling / peak : 1);
  }
}

/** The least need of the last block's length, let go slowly, as whole numbers. */
function hold(): void {
  memory.copy(held, held + BLOCK_BYTES, SMOOTHING << 2);
  let running: f32 = 1;
  for (let i: usize = 0; i < BLOCK_BYTES; i += 4) {
    running = min<f32>(running, load<f32>(needs + i));
    // Of the block before, what lies less than a block back: from the next place on.
    const before: f32 = i + 4 < BLOCK_BYTES ? load<f32>(leastBefore + i, 4) : 1;
    const aim = min<f32>(running, before);
    letGo = aim < letGo ? aim : letGo + (aim - letGo) * release;
    // Close enough to 1 is 1: the rest of an exponential would keep the limiter at work for ever.
    if (aim == 1 && letGo > 0.99999) letGo = 1;
    store<u32>(held + (SMOOTHING << 2) + i, <u32>(letGo * GAIN_UNIT));
  }
  let back: f32 = 1;
  for (let i = (BLOCK - 1) << 2; i >= 0; i -= 4) {
    back = min<f32>(back, load<f32>(needs + <usize>i));
    store<f32>(leastBefore + <usize>i, back);
  }
}

function turnDown(left: usize, leftOld: usize, right: usize, rightOld: usize): void {
  const share: f32 = 1 / (<f32>SMOOTHING * GAIN_UNIT);
  for (let i: usize = 0; i < BLOCK_BYTES; i += 4) {
    sum += load<u32>(held + (SMOOTHING << 2) + i) - load<u32>(held + i);
    const gain = <f32>sum * share;
    least = min<f32>(least, gain);
    const newLeft = load<f32>(left + i);
    const newRight = load<f32>(right + i);
    store<f32>(left + i, load<f32>(leftOld + i) * gain);
    store<f32>(right + i, load<f32>(rightOld + i) * gain);
    store<f32>(leftOld + i, newLeft);
    store<f32>(rightOld + i, newRight);
  }
}

function exchange(block: usize, before: usize): void {
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    const now = v128.load(block + i);
    v128.store(block + i, v128.load(before + i));
    v128.store(before + i, now);
  }
}

function isAtRest(): bool {
  return letGo == 1 && sum == <u32>SMOOTHING * <u32>GAIN_UNIT && load<f32>(leastBefore) == 1;
}

function rest(): void {
  for (let i: usize = 0; i < BLOCK_BYTES; i += 4) {
    store<f32>(leastBefore + i, 1);
  }
  for (let i: usize = 0; i < (<usize>(SMOOTHING + BLOCK) << 2); i += 4) store<u32>(held + i, <u32>GAIN_UNIT);
  sum = <u32>SMOOTHING * <u32>GAIN_UNIT;
  letGo = 1;
  resting = true;
}
