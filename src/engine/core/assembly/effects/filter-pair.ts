// Two filters in a row, on both sides: four lanes at once. The lanes are left and right of the first, left and
// right of the second; the second works one frame behind the first, so that neither waits for the other.
// Frames lie in `frames`, left and right side by side; filters work there in place, one pair after the other.

import { constant, ONE } from '../constants';
import { BLOCK } from '../memory';
import { damping, mixBand, mixInput, mixLow, tangent } from './response';

/** 128 frames of left and right, and one more. */
export const frames = memory.data(129 << 3, 16);
/** Coefficients of swept filters: three vectors a frame. */
const swept = memory.data(129 * 48, 16);

const FRAME: usize = 8;
const LAST: usize = <usize>BLOCK * FRAME;
/** What is too little to be heard, and soon too little to be computed fast. */
const LEAST = memory.data<f32>([1e-15]);
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
}

export const PAIR_BYTES: usize = 192;

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

/** Filters `frames`; its coefficients arrive where they go by the end of the block. */
export function pairRender(pair: FilterPair): void {
  if (isMoving(pair)) move(pair);
  else stand(pair);
  const one = constant(LEAST);
  pair.s1 = v128.and(pair.s1, f32x4.gt(f32x4.abs(pair.s1), one));
  pair.s2 = v128.and(pair.s2, f32x4.gt(f32x4.abs(pair.s2), one));
}

function stand(pair: FilterPair): void {
  const g = pair.g;
  const one = constant(ONE);
  const a1 = f32x4.div(one, f32x4.add(one, f32x4.mul(g, f32x4.add(g, pair.k))));
  const a2 = f32x4.mul(g, a1);
  const a3 = f32x4.mul(g, a2);
  const input = pair.input;
  const band = pair.band;
  const low = pair.low;
  let s1 = pair.s1;
  let s2 = pair.s2;
  let y = f32x4.splat(0);
  for (let i: usize = 0; i <= LAST; i += FRAME) {
    // Past the end the first filter is fed what lies there, and keeps what it was.
    const x = i32x4.shuffle(v128.load64_zero(frames + i), y, 0, 1, 4, 5);
    const v3 = f32x4.sub(x, s2);
    const v1 = f32x4.add(f32x4.mul(a1, s1), f32x4.mul(a2, v3));
    const v2 = f32x4.add(s2, f32x4.add(f32x4.mul(a2, s1), f32x4.mul(a3, v3)));
    const n1 = f32x4.sub(f32x4.add(v1, v1), s1);
    const n2 = f32x4.sub(f32x4.add(v2, v2), s2);
    y = f32x4.add(f32x4.mul(input, x), f32x4.add(f32x4.mul(band, v1), f32x4.mul(low, v2)));
    if (i == 0) {
      s1 = v128.bitselect(n1, s1, v128.load(FIRST_LANES));
      s2 = v128.bitselect(n2, s2, v128.load(FIRST_LANES));
    } else {
      v128.store_lane<i64>(frames + i - FRAME, y, 1);
      if (i == LAST) {
        s1 = v128.bitselect(n1, s1, v128.load(SECOND_LANES));
        s2 = v128.bitselect(n2, s2, v128.load(SECOND_LANES));
      } else {
        s1 = n1;
        s2 = n2;
      }
    }
  }
  pair.s1 = s1;
  pair.s2 = s2;
}

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

/**
 * Works out, for `pairSweep`, the coefficients of filters whose tangents are given for each sample of each side.
 * @param k  their damping, which stands still
 */
export function sweepAlong(left: usize, right: usize, k: f32): void {
  const one = constant(ONE);
  const damping = f32x4.splat(k);
  for (let i: usize = 0; i < 512; i += 4) {
    const l = f32x4.splat(load<f32>(left + i));
    const g = i32x4.shuffle(l, f32x4.splat(load<f32>(right + i)), 0, 4, 0, 4);
    const a1 = f32x4.div(one, f32x4.add(one, f32x4.mul(g, f32x4.add(g, damping))));
    const a2 = f32x4.mul(g, a1);
    const at = swept + i * 12;
    v128.store(at, a1);
    v128.store(at, a2, 16);
    v128.store(at, f32x4.mul(g, a2), 32);
  }
  memory.copy(swept + 128 * 48, swept + 127 * 48, 48);
}

/** Filters `frames` along the sweep; of the pair only its mix and its states count. */
export function pairSweep(pair: FilterPair): void {
  const input = pair.nextInput;
  const band = pair.nextBand;
  const low = pair.nextLow;
  let s1 = pair.s1;
  let s2 = pair.s2;
  let y = f32x4.splat(0);
  for (let i: usize = 0, at = swept; i <= LAST; i += FRAME, at += 48) {
    const a1 = v128.load(at);
    const a2 = v128.load(at, 16);
    const a3 = v128.load(at, 32);
    const x = i32x4.shuffle(v128.load64_zero(frames + i), y, 0, 1, 4, 5);
    const v3 = f32x4.sub(x, s2);
    const v1 = f32x4.add(f32x4.mul(a1, s1), f32x4.mul(a2, v3));
    const v2 = f32x4.add(s2, f32x4.add(f32x4.mul(a2, s1), f32x4.mul(a3, v3)));
    const n1 = f32x4.sub(f32x4.add(v1, v1), s1);
    const n2 = f32x4.sub(f32x4.add(v2, v2), s2);
    y = f32x4.add(f32x4.mul(input, x), f32x4.add(f32x4.mul(band, v1), f32x4.mul(low, v2)));
    if (i == 0) {
      s1 = v128.bitselect(n1, s1, v128.load(FIRST_LANES));
      s2 = v128.bitselect(n2, s2, v128.load(FIRST_LANES));
    } else {
      v128.store_lane<i64>(frames + i - FRAME, y, 1);
      if (i == LAST) {
        s1 = v128.bitselect(n1, s1, v128.load(SECOND_LANES));
        s2 = v128.bitselect(n2, s2, v128.load(SECOND_LANES));
      } else {
        s1 = n1;
        s2 = n2;
      }
    }
  }
  const least = constant(LEAST);
  pair.s1 = v128.and(s1, f32x4.gt(f32x4.abs(s1), least));
  pair.s2 = v128.and(s2, f32x4.gt(f32x4.abs(s2), least));
}
