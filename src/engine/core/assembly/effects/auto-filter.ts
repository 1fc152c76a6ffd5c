// AutoFilter: Tone.js's Filter with an oscillator at its frequency, from baseFrequency up by octaves.

import {
  AUTO_FILTER_BASE_FREQUENCY, AUTO_FILTER_DEPTH, AUTO_FILTER_FILTER_Q, AUTO_FILTER_FILTER_ROLLOFF,
  AUTO_FILTER_FILTER_TYPE, AUTO_FILTER_FILTER_TYPE_ALLPASS, AUTO_FILTER_FILTER_TYPE_BANDPASS,
  AUTO_FILTER_FILTER_TYPE_HIGHPASS, AUTO_FILTER_FILTER_TYPE_NOTCH, AUTO_FILTER_FREQUENCY, AUTO_FILTER_OCTAVES,
  AUTO_FILTER_TYPE, AUTO_FILTER_TYPE_SAWTOOTH, AUTO_FILTER_WET, FILTER_TYPE_ALLPASS, FILTER_TYPE_BANDPASS,
  FILTER_TYPE_HIGHPASS, FILTER_TYPE_LOWPASS, FILTER_TYPE_NOTCH,
} from '../generated/layout';
import { exp2, within } from '../math';
import { BLOCK } from '../memory';
import { DryWet, dryWetJump, dryWetRender, dryWetSet } from './dry-wet';
import { FilterPair, PAIR_BYTES, interleave, pairPass, pairSet, separate } from './filter-pair';
import { lfoRender, lfoScale, lfoStep } from './lfo';
import { damping, respond } from './response';
import { moveLeft, wetLeft, wetRight } from './scratch';
import { tangentsOf } from './sweep-tangents';
import { pairSweep, sweepAlong } from './swept-pair';
import { valueAt, wholeAt } from './values';

@unmanaged
class AutoFilter extends DryWet {
  phase: u32;
  step: u32;
  type: i32;
  last: i32;
  damping: f32;
  depth: f32;
  low: f32;
  high: f32;
  nextDepth: f32;
  nextLow: f32;
  nextHigh: f32;
}

const PAIRS: usize = 64;

export function autoFilterBytes(): usize {
  return PAIRS + 2 * PAIR_BYTES;
}

export function autoFilterMake(at: usize): void {}

export function autoFilterSet(at: usize, values: usize, jump: bool): void {
  const filter = changetype<AutoFilter>(at);
  filter.step = lfoStep(valueAt(values, AUTO_FILTER_FREQUENCY));
  filter.type = wholeAt(values, AUTO_FILTER_TYPE, AUTO_FILTER_TYPE_SAWTOOTH);
  filter.nextDepth = within(valueAt(values, AUTO_FILTER_DEPTH), 0, 1);
  filter.nextLow = within(valueAt(values, AUTO_FILTER_BASE_FREQUENCY), 1, 20000);
  filter.nextHigh = filter.nextLow * exp2(within(valueAt(values, AUTO_FILTER_OCTAVES), 0, 16));
  dryWetSet(filter, valueAt(values, AUTO_FILTER_WET));
  respond(typeOf(wholeAt(values, AUTO_FILTER_FILTER_TYPE, 4)), 1000, valueAt(values, AUTO_FILTER_FILTER_Q), 0);
  filter.damping = damping;
  filter.last = wholeAt(values, AUTO_FILTER_FILTER_ROLLOFF, 3);
  for (let index = 0; index < 4; index++) {
    const pair = pairAt(at, index >> 1);
    if (index <= filter.last) pairSet(pair, index & 1);
    else pairPass(pair, index & 1);
  }
  if (!jump) return;
  dryWetJump(filter);
  filter.depth = filter.nextDepth;
  filter.low = filter.nextLow;
  filter.high = filter.nextHigh;
}

/** The filter's own number of a type. */
function typeOf(choice: i32): i32 {
  switch (choice) {
    case AUTO_FILTER_FILTER_TYPE_HIGHPASS: return FILTER_TYPE_HIGHPASS;
    case AUTO_FILTER_FILTER_TYPE_BANDPASS: return FILTER_TYPE_BANDPASS;
    case AUTO_FILTER_FILTER_TYPE_NOTCH: return FILTER_TYPE_NOTCH;
    case AUTO_FILTER_FILTER_TYPE_ALLPASS: return FILTER_TYPE_ALLPASS;
    default: return FILTER_TYPE_LOWPASS;
  }
}

/** Its oscillator stands where it would if it had run from the song's start. */
export function autoFilterAlign(at: usize, sample: u32): void {
  const filter = changetype<AutoFilter>(at);
  filter.phase = filter.step * sample;
}

export function autoFilterRender(at: usize, left: usize, right: usize, key: usize): void {
  const filter = changetype<AutoFilter>(at);
  lfoRender(moveLeft, filter.type, filter.phase, filter.step);
  filter.phase += filter.step * <u32>BLOCK;
  lfoScale(moveLeft, filter.depth, filter.nextDepth, filter.low, filter.nextLow, filter.high, filter.nextHigh);
  filter.depth = filter.nextDepth;
  filter.low = filter.nextLow;
  filter.high = filter.nextHigh;
  tangentsOf(moveLeft);
  sweepAlong(moveLeft, moveLeft, filter.damping);
  interleave(left, right);
  pairSweep(pairAt(at, 0));
  if (filter.last > 1) pairSweep(pairAt(at, 1));
  separate(wetLeft, wetRight);
  dryWetRender(filter, left, wetLeft);
  dryWetRender(filter, right, wetRight);
  dryWetJump(filter);
}

// @ts-ignore: decorator
@inline
function pairAt(at: usize, index: i32): FilterPair {
  return changetype<FilterPair>(at + PAIRS + <usize>index * PAIR_BYTES);
}
