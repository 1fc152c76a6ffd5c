// ParametricEQ: eight bands in a row, two at a time. A band that is off passes what comes.

import {
  PARAMETRIC_EQ_BAND1_FREQUENCY, PARAMETRIC_EQ_BAND1_GAIN, PARAMETRIC_EQ_BAND1_Q, PARAMETRIC_EQ_BAND1_TYPE,
  PARAMETRIC_EQ_BAND1_TYPE_BELL, PARAMETRIC_EQ_BAND1_TYPE_HIGHPASS, PARAMETRIC_EQ_BAND1_TYPE_HIGHSHELF,
  PARAMETRIC_EQ_BAND1_TYPE_LOWPASS, PARAMETRIC_EQ_BAND1_TYPE_LOWSHELF, PARAMETRIC_EQ_BAND1_TYPE_NOTCH,
  PARAMETRIC_EQ_BAND2_TYPE, PARAMETRIC_EQ_SLOTS, FILTER_TYPE_NOTCH,
} from '../generated/layout';
import { exp2, within } from '../math';
import { FilterPair, PAIR_BYTES, pairJump, pairPass, pairRender, pairSet, pairShapes } from './filter-pair';
import { bell, highShelf, highpass, lowShelf, lowpass, respond } from './response';
import { valueAt, wholeAt } from './values';

const STRIDE: i32 = PARAMETRIC_EQ_BAND2_TYPE;
const BANDS: i32 = PARAMETRIC_EQ_SLOTS / STRIDE;
const PAIRS: i32 = BANDS / 2;

export function parametricEqBytes(): usize {
  return <usize>PAIRS * PAIR_BYTES;
}

export function parametricEqMake(at: usize): void {
  for (let index = 0; index < BANDS; index++) pairPass(pairAt(at, index >> 1), index & 1);
  for (let index = 0; index < PAIRS; index++) pairJump(pairAt(at, index));
}

export function parametricEqSet(at: usize, values: usize, jump: bool): void {
  for (let index = 0; index < BANDS; index++) {
    const pair = pairAt(at, index >> 1);
    if (shape(values + (<usize>(index * STRIDE) << 2))) pairSet(pair, index & 1);
    else pairPass(pair, index & 1);
    if (jump) pairJump(pair);
  }
}

/** The response of a band; false where it is off. Q is a ratio for all of them. */
function shape(values: usize): bool {
  const type = wholeAt(values, PARAMETRIC_EQ_BAND1_TYPE, PARAMETRIC_EQ_BAND1_TYPE_HIGHSHELF);
  const q = within(valueAt(values, PARAMETRIC_EQ_BAND1_Q), 0.05, 100);
  const root = exp2(within(valueAt(values, PARAMETRIC_EQ_BAND1_GAIN), -40, 40) * 0.0830482023721841);
  // For the tangent; a notch is as it is in a Filter.
  respond(FILTER_TYPE_NOTCH, valueAt(values, PARAMETRIC_EQ_BAND1_FREQUENCY), q, 0);
  switch (type) {
    case PARAMETRIC_EQ_BAND1_TYPE_HIGHPASS: highpass(1 / q); return true;
    case PARAMETRIC_EQ_BAND1_TYPE_LOWPASS: lowpass(1 / q); return true;
    case PARAMETRIC_EQ_BAND1_TYPE_BELL: bell(q, root); return true;
    case PARAMETRIC_EQ_BAND1_TYPE_NOTCH: return true;
    case PARAMETRIC_EQ_BAND1_TYPE_LOWSHELF: lowShelf(1 / q, root); return true;
    case PARAMETRIC_EQ_BAND1_TYPE_HIGHSHELF: highShelf(1 / q, root); return true;
    default: return false;
  }
}

export function parametricEqRender(at: usize, left: usize, right: usize, key: usize): void {
  for (let index = 0; index < PAIRS; index++) {
    const pair = pairAt(at, index);
    if (pairShapes(pair)) pairRender(pair, left, right);
  }
}

// @ts-ignore: decorator
@inline
function pairAt(at: usize, index: i32): FilterPair {
  return changetype<FilterPair>(at + <usize>index * PAIR_BYTES);
}
