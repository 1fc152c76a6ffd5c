// Filter: Tone.js's, one to four of Web Audio's filters in a row.

import {
  FILTER_DETUNE, FILTER_FREQUENCY, FILTER_GAIN, FILTER_Q, FILTER_ROLLOFF, FILTER_TYPE,
} from '../generated/layout';
import { exp2, within } from '../math';
import { FilterPair, PAIR_BYTES, pairJump, pairPass, pairRender, pairSet, pairShapes } from './filter-pair';
import { respond } from './response';
import { valueAt, wholeAt } from './values';

/** Two pairs, each of two filters. */
export function filterBytes(): usize {
  return 2 * PAIR_BYTES;
}

export function filterMake(at: usize): void {}

export function filterSet(at: usize, values: usize, jump: bool): void {
  const octaves = within(valueAt(values, FILTER_DETUNE), -9600, 9600) / 1200;
  const hertz = within(valueAt(values, FILTER_FREQUENCY), 0, 100000) * exp2(octaves);
  respond(wholeAt(values, FILTER_TYPE, 7), hertz, valueAt(values, FILTER_Q), valueAt(values, FILTER_GAIN));
  const last = wholeAt(values, FILTER_ROLLOFF, 3);
  for (let index = 0; index < 4; index++) {
    const pair = pairAt(at, index >> 1);
    if (index <= last) pairSet(pair, index & 1);
    else pairPass(pair, index & 1);
    if (jump) pairJump(pair);
  }
}

export function filterRender(at: usize, left: usize, right: usize, key: usize): void {
  for (let index = 0; index < 2; index++) {
    if (pairShapes(pairAt(at, index))) pairRender(pairAt(at, index), left, right);
  }
}

// @ts-ignore: decorator
@inline
function pairAt(at: usize, index: i32): FilterPair {
  return changetype<FilterPair>(at + <usize>index * PAIR_BYTES);
}
