// Two filters in a row, on both sides. While they stand still they are a linear filter of four states: see linear.ts.
// While they move, or are swept, they are four lanes at once: left and right of the first, left and right of the
// second, which works one frame behind the first, so that neither waits for the other. Then frames lie in `frames`,
// left and right side by side, and filters work there in place.

import { constant, ONE } from '../constants';
import { BLOCK } from '../memory';
import { rest } from './feedback';
import {
  LINEAR_BYTES, SIGNAL_BYTES, input, linearBegin, linearFour, linearSet, linearStateVariable, linearTake, linearTwo,
} from './linear';
import { damping, mixBand, mixInput, mixLow, tangent } from './response';

/** 128 frames of left and right, and one more. */
export const frames = memory.data(129 << 3, 16);

const FRAME: usize = 8;
const LAST: usize = <usize>BLOCK * FRAME;
const FIRST_LANES = memory.data<i32>([-1, -1, 0, 0], 16);
const SECOND_LANES = memory.data<i32>([0, 0, -1, -1], 16);

/** Where its coefficients are, and where they go in the next block; what it remembers. */
@unmanaged
export class FilterPair {
  s1: v128;
  s2: v128;
  g: v128;
  k: v128;
  input: v128;
  band: v128;
  low: v128;
  nextG: v128;
  nextK: v128;
  nextInput: v128;
  nextBand: v128;
  nextLow: v128;
  /** Whether the linear filter behind it is the one that its coefficients say; and which of the two it has. */
  known: i32;
  first: bool;
  second: bool;
}

const AT_LINEAR: usize = 208;
export const PAIR_BYTES: usize = AT_LINEAR + LINEAR_BYTES;

const output = memory.data(SIGNAL_BYTES, 16);
const held = memory.data(16, 16);
/** Takes what the other side of a mono sound would be. */
const nowhere = memory.data(512, 16);

/** Gives the first (0) or second (1) filter the response that response.ts found last. */
export function pairSet(pair: FilterPair, which: i32): void {
  const at = changetype<usize>(pair) + (<usize>which << 3);
  lanes(at + offsetof<FilterPair>('nextG'), tangent);
  lanes(at + offsetof<FilterPair>('nextK'), damping);
  lanes(at + offsetof<FilterPair>('nextInput'), mixInput);
  lanes(at + offsetof<FilterPair>('nextBand'), mixBand);
  lanes(at + offsetof<FilterPair>('nextLow'), mixLow);
}

/** Lets the first or second filter pass everything as it is. */
export function pairPass(pair: FilterPair, which: i32): void {
  const at = changetype<usize>(pair) + (<usize>which << 3);
  lanes(at + offsetof<FilterPair>('nextK'), 1);
  lanes(at + offsetof<FilterPair>('nextInput'), 1);
  lanes(at + offsetof<FilterPair>('nextBand'), 0);
  lanes(at + offsetof<FilterPair>('nextLow'), 0);
}

function lanes(at: usize, value: f32): void {
  store<f32>(at, value);
  store<f32>(at, value, 4);
}

/** Is there at once. */
export function pairJump(pair: FilterPair): void {
  memory.copy(
    changetype<usize>(pair) + offsetof<FilterPair>('g'),
    changetype<usize>(pair) + offsetof<FilterPair>('nextG'),
    80,
  );
  pair.known = 0;
}

function isMoving(pair: FilterPair): bool {
  const differs = v128.or(
    v128.or(v128.xor(pair.g, pair.nextG), v128.xor(pair.k, pair.nextK)),
    v128.or(v128.xor(pair.input, pair.nextInput), v128.or(v128.xor(pair.band, pair.nextBand), v128.xor(pair.low, pair.nextLow))),
  );
  return v128.any_true(differs);
}

/** Whether it does more than pass what comes, now or by the end of the block; what does not remembers nothing. */
export function pairShapes(pair: FilterPair): bool {
  const mixes = v128.or(v128.or(pair.nextBand, pair.band), v128.or(pair.nextLow, pair.low));
  if (v128.any_true(mixes)) return true;
  pair.s1 = f32x4.splat(0);
  pair.s2 = f32x4.splat(0);
  pairJump(pair);
  return false;
}

/** Puts two blocks side by side into `frames`. */
export function interleave(left: usize, right: usize): void {
  for (let i: usize = 0; i < 512; i += 16) {
    const l = v128.load(left + i);
    const r = v128.load(right + i);
    v128.store(frames + (i << 1), i32x4.shuffle(l, r, 0, 4, 1, 5));
    v128.store(frames + (i << 1), i32x4.shuffle(l, r, 2, 6, 3, 7), 16);
  }
}

/** Takes them apart again. */
export function separate(left: usize, right: usize): void {
  for (let i: usize = 0; i < 512; i += 16) {
    const a = v128.load(frames + (i << 1));
    const b = v128.load(frames + (i << 1), 16);
    v128.store(left + i, i32x4.shuffle(a, b, 0, 2, 4, 6));
    v128.store(right + i, i32x4.shuffle(a, b, 1, 3, 5, 7));
  }
}

/** Filters two blocks in place, or one where `right` is 0; its coefficients arrive where they go by their end. */
export function pairRender(pair: FilterPair, left: usize, right: usize): void {
  if (isMoving(pair)) {
    interleave(left, right ? right : left);
    move(pair);
    separate(left, right ? right : nowhere);
  } else {
    if (!pair.known) know(pair);
    stand(pair, 0, left);
    if (right) stand(pair, 4, right);
    else {
      pair.s1 = i32x4.shuffle(pair.s1, pair.s1, 0, 0, 2, 2);
      pair.s2 = i32x4.shuffle(pair.s2, pair.s2, 0, 0, 2, 2);
    }
  }
  pair.s1 = rest(pair.s1);
  pair.s2 = rest(pair.s2);
}

/** Makes the linear filter: of those that do more than pass what comes. */
function know(pair: FilterPair): void {
  pair.known = 1;
  pair.first = shapes(pair, 0);
  pair.second = shapes(pair, 8);
  linearBegin();
  linearTake(output, input, 1);
  if (pair.first) put(pair, 0, 0);
  if (pair.second) put(pair, 8, pair.first ? 2 : 0);
  linearSet(changetype<usize>(pair) + AT_LINEAR, output);
}

// @ts-ignore: decorator
@inline
function shapes(pair: FilterPair, lane: usize): bool {
  const at = changetype<usize>(pair) + lane;
  return load<f32>(at, offsetof<FilterPair>('input')) != 1 || load<f32>(at, offsetof<FilterPair>('band')) != 0
    || load<f32>(at, offsetof<FilterPair>('low')) != 0;
}

function put(pair: FilterPair, lane: usize, state: i32): void {
  const at = changetype<usize>(pair) + lane;
  linearStateVariable(
    state, load<f32>(at, offsetof<FilterPair>('g')), load<f32>(at, offsetof<FilterPair>('k')),
    load<f32>(at, offsetof<FilterPair>('input')), load<f32>(at, offsetof<FilterPair>('band')),
    load<f32>(at, offsetof<FilterPair>('low')), output, output,
  );
}

/** One side; what only passes remembers nothing. */
function stand(pair: FilterPair, side: usize, block: usize): void {
  const linear = changetype<usize>(pair) + AT_LINEAR;
  const first = changetype<usize>(pair) + side;
  const second = first + 8;
  if (!pair.first) forget(first);
  if (!pair.second) forget(second);
  if (pair.first && pair.second) {
    recall(held, first);
    recall(held + 8, second);
    linearFour(linear, held, block);
    keep(held, first);
    keep(held + 8, second);
  } else {
    const one = pair.first ? first : second;
    recall(held, one);
    linearTwo(linear, held, block);
    keep(held, one);
  }
}

// @ts-ignore: decorator
@inline
function recall(to: usize, lane: usize): void {
  store<f32>(to, load<f32>(lane, offsetof<FilterPair>('s1')));
  store<f32>(to, load<f32>(lane, offsetof<FilterPair>('s2')), 4);
}

// @ts-ignore: decorator
@inline
function keep(from: usize, lane: usize): void {
  store<f32>(lane, load<f32>(from), offsetof<FilterPair>('s1'));
  store<f32>(lane, load<f32>(from, 4), offsetof<FilterPair>('s2'));
}

// @ts-ignore: decorator
@inline
function forget(lane: usize): void {
  store<f32>(lane, 0, offsetof<FilterPair>('s1'));
  store<f32>(lane, 0, offsetof<FilterPair>('s2'));
}

/** Filters `frames`, on the way to where its coefficients go. */
function move(pair: FilterPair): void {
  const share = f32x4.splat(1.0 / <f32>BLOCK);
  const one = constant(ONE);
  const stepG = f32x4.mul(f32x4.sub(pair.nextG, pair.g), share);
  const stepK = f32x4.mul(f32x4.sub(pair.nextK, pair.k), share);
  const stepInput = f32x4.mul(f32x4.sub(pair.nextInput, pair.input), share);
  const stepBand = f32x4.mul(f32x4.sub(pair.nextBand, pair.band), share);
  const stepLow = f32x4.mul(f32x4.sub(pair.nextLow, pair.low), share);
  let g = pair.g;
  let k = pair.k;
  let input = pair.input;
  let band = pair.band;
  let low = pair.low;
  let s1 = pair.s1;
  let s2 = pair.s2;
  let y = f32x4.splat(0);
  for (let i: usize = 0; i <= LAST; i += FRAME) {
    if (i < LAST) {
      g = f32x4.add(g, stepG);
      k = f32x4.add(k, stepK);
      input = f32x4.add(input, stepInput);
      band = f32x4.add(band, stepBand);
      low = f32x4.add(low, stepLow);
    }
    const a1 = f32x4.div(one, f32x4.add(one, f32x4.mul(g, f32x4.add(g, k))));
    const a2 = f32x4.mul(g, a1);
    const x = i32x4.shuffle(v128.load64_zero(frames + i), y, 0, 1, 4, 5);
    const v3 = f32x4.sub(x, s2);
    const v1 = f32x4.add(f32x4.mul(a1, s1), f32x4.mul(a2, v3));
    const v2 = f32x4.add(s2, f32x4.mul(g, v1));
    y = f32x4.add(f32x4.mul(input, x), f32x4.add(f32x4.mul(band, v1), f32x4.mul(low, v2)));
    const lanes = i == 0 ? v128.load(FIRST_LANES) : i == LAST ? v128.load(SECOND_LANES) : f32x4.eq(one, one);
    s1 = v128.bitselect(f32x4.sub(f32x4.add(v1, v1), s1), s1, lanes);
    s2 = v128.bitselect(f32x4.sub(f32x4.add(v2, v2), s2), s2, lanes);
    if (i != 0) v128.store_lane<i64>(frames + i - FRAME, y, 1);
  }
  pair.s1 = s1;
  pair.s2 = s2;
  pairJump(pair);
}
