// Blocks of one channel, four samples side by side: add them up, measure them, and the ways into and out
// of four lanes.

import { BLOCK, BLOCK_BYTES } from './memory';

/** Louder than any sound: what is over it, or no number, has gone wrong. */
const LOUDEST: f32 = 1e6;

/** Adds `frames` samples times a gain that goes from `from` to `to` in a straight line; a multiple of eight. */
export function mixInto(out: usize, block: usize, from: f32, to: f32, frames: i32 = BLOCK): void {
  const bytes = <usize>frames << 2;
  if (from == to) {
    if (to != 0) mixSteady(out, block, to, bytes);
    return;
  }
  const step = (to - from) / <f32>frames;
  let gain = f32x4.add(f32x4.splat(from), f32x4.mul(f32x4(0, 1, 2, 3), f32x4.splat(step)));
  for (let i: usize = 0; i < bytes; i += 16) {
    v128.store(out + i, f32x4.add(v128.load(out + i), f32x4.mul(v128.load(block + i), gain)));
    gain = f32x4.add(gain, f32x4.splat(step * 4));
  }
}

function mixSteady(out: usize, block: usize, gain: f32, bytes: usize): void {
  const all = f32x4.splat(gain);
  for (let i: usize = 0; i < bytes; i += 32) {
    v128.store(out + i, f32x4.add(v128.load(out + i), f32x4.mul(v128.load(block + i), all)));
    v128.store(out + i, f32x4.add(v128.load(out + i, 16), f32x4.mul(v128.load(block + i, 16), all)), 16);
  }
}

/** As `mixInto`, into a block that was silent: writes it. */
export function writeInto(out: usize, block: usize, from: f32, to: f32, frames: i32): void {
  const bytes = <usize>frames << 2;
  const step = (to - from) / <f32>frames;
  let gain = f32x4.add(f32x4.splat(from), f32x4.mul(f32x4(0, 1, 2, 3), f32x4.splat(step)));
  for (let i: usize = 0; i < bytes; i += 16) {
    v128.store(out + i, f32x4.mul(v128.load(block + i), gain));
    gain = f32x4.add(gain, f32x4.splat(step * 4));
  }
}

/** Loudest sample of a block; NaN where there is one. */
export function blockPeak(block: usize): f32 {
  let first = f32x4.splat(0);
  let second = f32x4.splat(0);
  for (let i: usize = 0; i < BLOCK_BYTES; i += 32) {
    first = f32x4.max(first, f32x4.abs(v128.load(block + i)));
    second = f32x4.max(second, f32x4.abs(v128.load(block + i, 16)));
  }
  return highestLane(f32x4.max(first, second));
}

/** Sum of the squares of a block. */
export function blockSquares(block: usize): f32 {
  let first = f32x4.splat(0);
  let second = f32x4.splat(0);
  for (let i: usize = 0; i < BLOCK_BYTES; i += 32) {
    const a = v128.load(block + i);
    const b = v128.load(block + i, 16);
    first = f32x4.add(first, f32x4.mul(a, a));
    second = f32x4.add(second, f32x4.mul(b, b));
  }
  const sum = f32x4.add(first, second);
  return f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3));
}

// @ts-ignore: decorator
@inline
export function highestLane(lanes: v128): f32 {
  return max<f32>(
    max<f32>(f32x4.extract_lane(lanes, 0), f32x4.extract_lane(lanes, 1)),
    max<f32>(f32x4.extract_lane(lanes, 2), f32x4.extract_lane(lanes, 3)),
  );
}

/** Whether a peak is a sound, and not the sign that something has gone wrong. */
// @ts-ignore: decorator
@inline
export function isSound(peak: f32): bool {
  return peak <= LOUDEST;
}

/** Interleaves four blocks; address 0 is silence. */
export function gather(quad: usize, a: usize, b: usize, c: usize, d: usize): void {
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) transpose(quad + (i << 2), four(a, i), four(b, i), four(c, i), four(d, i));
}

/** Takes four lanes apart into the blocks of `gather`, those that are not 0. */
export function scatter(quad: usize, a: usize, b: usize, c: usize, d: usize): void {
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    const at = quad + (i << 2);
    const x = v128.load(at);
    const y = v128.load(at, 16);
    const z = v128.load(at, 32);
    const w = v128.load(at, 48);
    const xy = i32x4.shuffle(x, y, 0, 4, 1, 5);
    const zw = i32x4.shuffle(z, w, 0, 4, 1, 5);
    const xy2 = i32x4.shuffle(x, y, 2, 6, 3, 7);
    const zw2 = i32x4.shuffle(z, w, 2, 6, 3, 7);
    if (a) v128.store(a + i, i64x2.shuffle(xy, zw, 0, 2));
    if (b) v128.store(b + i, i64x2.shuffle(xy, zw, 1, 3));
    if (c) v128.store(c + i, i64x2.shuffle(xy2, zw2, 0, 2));
    if (d) v128.store(d + i, i64x2.shuffle(xy2, zw2, 1, 3));
  }
}

// @ts-ignore: decorator
@inline
function four(block: usize, offset: usize): v128 {
  return block ? v128.load(block + offset) : f32x4.splat(0);
}

// @ts-ignore: decorator
@inline
function transpose(at: usize, a: v128, b: v128, c: v128, d: v128): void {
  const ab = i32x4.shuffle(a, b, 0, 4, 1, 5);
  const cd = i32x4.shuffle(c, d, 0, 4, 1, 5);
  const ab2 = i32x4.shuffle(a, b, 2, 6, 3, 7);
  const cd2 = i32x4.shuffle(c, d, 2, 6, 3, 7);
  v128.store(at, i64x2.shuffle(ab, cd, 0, 2));
  v128.store(at + 16, i64x2.shuffle(ab, cd, 1, 3));
  v128.store(at + 32, i64x2.shuffle(ab2, cd2, 0, 2));
  v128.store(at + 48, i64x2.shuffle(ab2, cd2, 1, 3));
}
