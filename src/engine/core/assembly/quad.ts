// Blocks of four lanes side by side, and the ways in and out of them.

import { BLOCK, BLOCK_BYTES, QUAD_BYTES, laneAt } from './memory';

/** Louder than any sound: what is over it, or no number, has gone wrong. */
const LOUDEST: f32 = 1e6;

/** Interleaves four mono blocks; address 0 is silence. */
export function gather(quad: usize, a: usize, b: usize, c: usize, d: usize): void {
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    const at = quad + (i << 2);
    transposeTo(at, four(a, i), four(b, i), four(c, i), four(d, i));
  }
}

// @ts-ignore: decorator
@inline
function four(block: usize, offset: usize): v128 {
  return block ? v128.load(block + offset) : f32x4.splat(0);
}

// @ts-ignore: decorator
@inline
function transposeTo(at: usize, a: v128, b: v128, c: v128, d: v128): void {
  const ab = i32x4.shuffle(a, b, 0, 4, 1, 5);
  const cd = i32x4.shuffle(c, d, 0, 4, 1, 5);
  const ab2 = i32x4.shuffle(a, b, 2, 6, 3, 7);
  const cd2 = i32x4.shuffle(c, d, 2, 6, 3, 7);
  v128.store(at, i64x2.shuffle(ab, cd, 0, 2));
  v128.store(at, i64x2.shuffle(ab, cd, 1, 3), 16);
  v128.store(at, i64x2.shuffle(ab2, cd2, 0, 2), 32);
  v128.store(at, i64x2.shuffle(ab2, cd2, 1, 3), 48);
}

/** Adds up the four lanes of each frame into a mono block. */
export function sumLanes(quad: usize, out: usize): void {
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    const at = quad + (i << 2);
    const a = v128.load(at);
    const b = v128.load(at, 16);
    const c = v128.load(at, 32);
    const d = v128.load(at, 48);
    const ab = f32x4.add(i32x4.shuffle(a, b, 0, 2, 4, 6), i32x4.shuffle(a, b, 1, 3, 5, 7));
    const cd = f32x4.add(i32x4.shuffle(c, d, 0, 2, 4, 6), i32x4.shuffle(c, d, 1, 3, 5, 7));
    v128.store(out + i, f32x4.add(i32x4.shuffle(ab, cd, 0, 2, 4, 6), i32x4.shuffle(ab, cd, 1, 3, 5, 7)));
  }
}

/** Takes lanes `lane` and `lane + 1` apart into a left and a right block. */
export function takePair(quad: usize, lane: i32, left: usize, right: usize): void {
  for (let i: usize = 0; i < <usize>BLOCK; i++) {
    const pair = load<u64>(laneAt(quad + (i << 4), lane));
    store<u32>(left + (i << 2), <u32>pair);
    store<u32>(right + (i << 2), <u32>(pair >> 32));
  }
}

/** Puts a left and a right block into lanes `lane` and `lane + 1`. */
export function putPair(quad: usize, lane: i32, left: usize, right: usize): void {
  for (let i: usize = 0; i < <usize>BLOCK; i++) {
    const pair = (<u64>load<u32>(right + (i << 2)) << 32) | <u64>load<u32>(left + (i << 2));
    store<u64>(laneAt(quad + (i << 4), lane), pair);
  }
}

/** Loudest sample of each lane; NaN where there is one. */
export function quadPeaks(quad: usize): v128 {
  let peaks = f32x4.splat(0);
  for (let at = quad; at < quad + QUAD_BYTES; at += 16) peaks = f32x4.max(peaks, f32x4.abs(v128.load(at)));
  return peaks;
}

/** Loudest sample of a mono block; NaN where there is one. */
export function blockPeak(block: usize): f32 {
  let peaks = f32x4.splat(0);
  for (let at = block; at < block + BLOCK_BYTES; at += 16) peaks = f32x4.max(peaks, f32x4.abs(v128.load(at)));
  return max<f32>(
    max<f32>(f32x4.extract_lane(peaks, 0), f32x4.extract_lane(peaks, 1)),
    max<f32>(f32x4.extract_lane(peaks, 2), f32x4.extract_lane(peaks, 3)),
  );
}

/** Whether a peak is a sound, and not the sign that something has gone wrong. */
// @ts-ignore: decorator
@inline
export function isSound(peak: f32): bool {
  return peak <= LOUDEST;
}
