// Limiter: by true peak, with look-ahead, so that nothing passes the ceiling. The one at the end of the master
// is this one too.
// The gain that each moment needs is held over a window (a running minimum), let go slowly, and smoothed
// by a mean over a window that is shorter, so that it is down before the peak comes. While nothing needs
// turning down, the sound passes bit for bit.

import { blockPeak } from '../blocks';
import { LIMITER_RELEASE, LIMITER_THRESHOLD } from '../generated/layout';
import { decibelsToGain, exp2, gainToDecibels, within } from '../math';
import { BLOCK, BLOCK_BYTES } from '../memory';
import { sampleRate } from './rate';
import { moveLeft, moveRight } from './scratch';
import { TRUE_PEAK_BYTES, truePeakInit, truePeakRender } from './true-peak';
import { valueAt } from './values';

/** Samples by which the sound comes out later than it went in. */
export const LIMITER_LATENCY: i32 = BLOCK;

/** Samples of the mean. It ends 13 before the peak, and the minimum holds 11 past it: half of the taps. */
const SMOOTHING: i32 = 104;
/** What moving gain adds between samples, and what the meters of others may read above ours. */
const MARGIN_DB: f32 = 0.1;
/** Gains are whole numbers of this share, so that the running sum of the mean is exact. */
const GAIN_UNIT: f32 = 8388608;

@unmanaged
class Limiter {
  sum: u32;
  letGo: f32;
  ceiling: f32;
  release: f32;
  resting: bool;
  /** In the last block something was turned down. */
  limiting: bool;
  least: f32;
}

const AT_PEAKS: usize = 32;
/** The block before, which is what comes out. */
const AT_LEFT: usize = AT_PEAKS + 2 * TRUE_PEAK_BYTES;
const AT_RIGHT: usize = AT_LEFT + BLOCK_BYTES;
/** The least gain that is needed from each place of the block before to its end. */
const AT_LEAST: usize = AT_RIGHT + BLOCK_BYTES;
/** Whole-number gains: the smoothing window before, then this block. */
const AT_HELD: usize = AT_LEAST + BLOCK_BYTES;
const HELD_BYTES: usize = <usize>(SMOOTHING + BLOCK) << 2;

/** True peaks of the block, and the gains that they need. */
const peaks = moveLeft;
const needs = moveRight;

export function limiterInit(): void {
  truePeakInit();
}

export function limiterBytes(): usize {
  return AT_HELD + HELD_BYTES;
}

export function limiterMake(at: usize): void {
  const limiter = changetype<Limiter>(at);
  limiter.ceiling = 1;
  limiter.least = 1;
  rest(at);
}

export function limiterSet(at: usize, values: usize, jump: bool): void {
  setCeiling(at, valueAt(values, LIMITER_THRESHOLD), valueAt(values, LIMITER_RELEASE));
}

/** @param thresholdDb  the ceiling in dBTP  @param seconds  time to let 90 % go */
export function setCeiling(at: usize, thresholdDb: f32, seconds: f32): void {
  const limiter = changetype<Limiter>(at);
  limiter.ceiling = decibelsToGain(within(thresholdDb, -60, 0) - MARGIN_DB);
  limiter.release = 1 - exp2(-3.321928094887362 / (within(seconds, 0.001, 10) * sampleRate));
}

/** Forgets all sound. */
export function limiterClear(at: usize): void {
  memory.fill(at + AT_PEAKS, 0, 2 * TRUE_PEAK_BYTES + 2 * BLOCK_BYTES);
  rest(at);
}

export function limiterTail(at: usize): i32 {
  return 2 * BLOCK;
}

export function limiterLatency(at: usize): i32 {
  return LIMITER_LATENCY;
}

/** Most dB that it turned down since the last call. */
export function limiterReduction(at: usize): f32 {
  const limiter = changetype<Limiter>(at);
  const least = limiter.least;
  limiter.least = 1;
  return -gainToDecibels(least);
}

/** Whether it was at work in the last block. */
export function isLimiting(at: usize): bool {
  return changetype<Limiter>(at).limiting;
}

/** Limits a stereo block in place; what comes out went in a block earlier. */
export function limiterRender(at: usize, left: usize, right: usize, key: usize): void {
  const limiter = changetype<Limiter>(at);
  const ceiling = limiter.ceiling;
  memory.fill(peaks, 0, BLOCK_BYTES);
  truePeakRender(at + AT_PEAKS, left, peaks, ceiling);
  truePeakRender(at + AT_PEAKS + TRUE_PEAK_BYTES, right, peaks, ceiling);
  const calm = blockPeak(peaks) <= ceiling;
  limiter.limiting = !(calm && limiter.resting);
  if (!limiter.limiting) {
    exchange(left, at + AT_LEFT);
    exchange(right, at + AT_RIGHT);
    return;
  }
  limiter.resting = false;
  need(ceiling);
  hold(limiter, at);
  turnDown(limiter, at, left, right);
  if (calm && isAtRest(limiter, at)) rest(at);
}

/** The gain that each moment needs. */
function need(ceiling: f32): void {
  for (let i: usize = 0; i < BLOCK_BYTES; i += 4) {
    const peak = load<f32>(peaks + i);
    store<f32>(needs + i, peak > ceiling ? ceiling / peak : 1);
  }
}

/** The least need of the last block's length, let go slowly, as whole numbers. */
function hold(limiter: Limiter, at: usize): void {
  const held = at + AT_HELD;
  const leastBefore = at + AT_LEAST;
  memory.copy(held, held + BLOCK_BYTES, SMOOTHING << 2);
  let running: f32 = 1;
  let letGo = limiter.letGo;
  for (let i: usize = 0; i < BLOCK_BYTES; i += 4) {
    running = min<f32>(running, load<f32>(needs + i));
    // Of the block before, what lies less than a block back: from the next place on.
    const before: f32 = i + 4 < BLOCK_BYTES ? load<f32>(leastBefore + i, 4) : 1;
    const aim = min<f32>(running, before);
    letGo = aim < letGo ? aim : letGo + (aim - letGo) * limiter.release;
    // Close enough to 1 is 1: the rest of an exponential would keep the limiter at work for ever.
    if (aim == 1 && letGo > 0.99999) letGo = 1;
    store<u32>(held + (SMOOTHING << 2) + i, <u32>(letGo * GAIN_UNIT));
  }
  limiter.letGo = letGo;
  let back: f32 = 1;
  for (let i = (BLOCK - 1) << 2; i >= 0; i -= 4) {
    back = min<f32>(back, load<f32>(needs + <usize>i));
    store<f32>(leastBefore + <usize>i, back);
  }
}

function turnDown(limiter: Limiter, at: usize, left: usize, right: usize): void {
  const share: f32 = 1 / (<f32>SMOOTHING * GAIN_UNIT);
  const held = at + AT_HELD;
  let sum = limiter.sum;
  let least = limiter.least;
  for (let i: usize = 0; i < BLOCK_BYTES; i += 4) {
    sum += load<u32>(held + (SMOOTHING << 2) + i) - load<u32>(held + i);
    const gain = <f32>sum * share;
    least = min<f32>(least, gain);
    const newLeft = load<f32>(left + i);
    const newRight = load<f32>(right + i);
    store<f32>(left + i, load<f32>(at + AT_LEFT + i) * gain);
    store<f32>(right + i, load<f32>(at + AT_RIGHT + i) * gain);
    store<f32>(at + AT_LEFT + i, newLeft);
    store<f32>(at + AT_RIGHT + i, newRight);
  }
  limiter.sum = sum;
  limiter.least = least;
}

function exchange(block: usize, before: usize): void {
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    const now = v128.load(block + i);
    v128.store(block + i, v128.load(before + i));
    v128.store(before + i, now);
  }
}

function isAtRest(limiter: Limiter, at: usize): bool {
  return limiter.letGo == 1 && limiter.sum == <u32>SMOOTHING * <u32>GAIN_UNIT && load<f32>(at + AT_LEAST) == 1;
}

function rest(at: usize): void {
  const limiter = changetype<Limiter>(at);
  for (let i: usize = 0; i < BLOCK_BYTES; i += 4) store<f32>(at + AT_LEAST + i, 1);
  for (let i: usize = 0; i < HELD_BYTES; i += 4) store<u32>(at + AT_HELD + i, <u32>GAIN_UNIT);
  limiter.sum = <u32>SMOOTHING * <u32>GAIN_UNIT;
  limiter.letGo = 1;
  limiter.resting = true;
}
