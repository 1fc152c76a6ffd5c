// AutoWah: a lowpass of three filters and a peak at its cutoff, which follow the level of the sound as
// Tone.js's do: the root of the level is how far of the way they open.

import {
  AUTO_WAH_BASE_FREQUENCY, AUTO_WAH_FOLLOWER, AUTO_WAH_GAIN, AUTO_WAH_OCTAVES, AUTO_WAH_Q, AUTO_WAH_SENSITIVITY,
  AUTO_WAH_WET, FILTER_TYPE_LOWPASS, FILTER_TYPE_PEAKING,
} from '../generated/layout';
import { decibelsToGain, exp2, within } from '../math';
import { DryWet, dryWetJump, dryWetRender, dryWetSet } from './dry-wet';
import { FilterPair, PAIR_BYTES, interleave, pairSet, separate } from './filter-pair';
import { followerShare } from './follower';
import { sampleRate } from './rate';
import { damping, respond } from './response';
import { moveLeft, wetLeft, wetRight } from './scratch';
import { tangentsOf } from './sweep-tangents';
import { pairSweep, sweepAlong } from './swept-pair';
import { valueAt } from './values';

@unmanaged
class AutoWah extends DryWet {
  low: f32;
  high: f32;
  boost: f32;
  share: f32;
  /** The level of each side as it is followed. */
  left: f32;
  right: f32;
  damping: f32;
  peakDamping: f32;
}

/** Three lowpasses and the peak: the peak has a pair of its own, for its damping is another. */
const PAIRS: usize = 48;

export function autoWahBytes(): usize {
  return PAIRS + 3 * PAIR_BYTES;
}

export function autoWahMake(at: usize): void {}

export function autoWahSet(at: usize, values: usize, jump: bool): void {
  const wah = changetype<AutoWah>(at);
  wah.low = within(valueAt(values, AUTO_WAH_BASE_FREQUENCY), 1, 20000);
  wah.high = min<f32>(wah.low * exp2(within(valueAt(values, AUTO_WAH_OCTAVES), 0, 16)), sampleRate * 0.5);
  wah.boost = decibelsToGain(-within(valueAt(values, AUTO_WAH_SENSITIVITY), -100, 100));
  wah.share = followerShare(valueAt(values, AUTO_WAH_FOLLOWER));
  dryWetSet(wah, valueAt(values, AUTO_WAH_WET));
  if (jump) dryWetJump(wah);
  respond(FILTER_TYPE_LOWPASS, 1000, valueAt(values, AUTO_WAH_Q), 0);
  wah.damping = damping;
  for (let index = 0; index < 3; index++) pairSet(pairAt(at, index >> 1), index & 1);
  passSecond(pairAt(at, 1));
  respond(FILTER_TYPE_PEAKING, 1000, 1, valueAt(values, AUTO_WAH_GAIN));
  wah.peakDamping = damping;
  pairSet(pairAt(at, 2), 0);
  passSecond(pairAt(at, 2));
}

/** Only the mix of a swept pair counts. */
function passSecond(pair: FilterPair): void {
  pair.nextInput = f32x4.replace_lane(f32x4.replace_lane(pair.nextInput, 2, 1), 3, 1);
  pair.nextBand = f32x4.replace_lane(f32x4.replace_lane(pair.nextBand, 2, 0), 3, 0);
  pair.nextLow = f32x4.replace_lane(f32x4.replace_lane(pair.nextLow, 2, 0), 3, 0);
}

export function autoWahRender(at: usize, left: usize, right: usize, key: usize): void {
  const wah = changetype<AutoWah>(at);
  follow(wah, left, right);
  tangentsOf(moveLeft);
  interleave(left, right);
  sweepAlong(moveLeft, moveLeft, wah.damping);
  pairSweep(pairAt(at, 0));
  pairSweep(pairAt(at, 1));
  sweepAlong(moveLeft, moveLeft, wah.peakDamping);
  pairSweep(pairAt(at, 2));
  separate(wetLeft, wetRight);
  dryWetRender(wah, left, wetLeft);
  dryWetRender(wah, right, wetRight);
  dryWetJump(wah);
}

/** Writes the cutoff of each sample. */
function follow(wah: AutoWah, left: usize, right: usize): void {
  const share = wah.share;
  const boost = wah.boost;
  const half: f32 = 0.5 * (wah.high - wah.low);
  let l = wah.left;
  let r = wah.right;
  for (let i: usize = 0; i < 512; i += 4) {
    l += share * (min<f32>(1, abs<f32>(load<f32>(left + i)) * boost) - l);
    r += share * (min<f32>(1, abs<f32>(load<f32>(right + i)) * boost) - r);
    store<f32>(moveLeft + i, wah.low + half * (sqrt<f32>(l) + sqrt<f32>(r)));
  }
  wah.left = l < 1e-15 ? 0 : l;
  wah.right = r < 1e-15 ? 0 : r;
}

// @ts-ignore: decorator
@inline
function pairAt(at: usize, index: i32): FilterPair {
  return changetype<FilterPair>(at + PAIRS + <usize>index * PAIR_BYTES);
}
