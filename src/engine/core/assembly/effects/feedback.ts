// What goes round and round: it ends before its numbers become too small to be computed fast.

import { log2 } from '../math';

/** Too little to be heard: -400 dB. */
const LEAST: f32 = 1e-20;
/** -120 dB, as a power of two. */
const SILENCE: f32 = -19.931568569324174;

/** What a filter remembers, without what is too small to be heard, and soon to be computed fast: once a block. */
// @ts-ignore: decorator
@inline
export function rest(state: v128): v128 {
  return v128.and(state, f32x4.gt(f32x4.abs(state), f32x4.splat(1e-15)));
}

/** Four samples without what is too small. */
// @ts-ignore: decorator
@inline
export function calm(x: v128): v128 {
  return v128.and(x, f32x4.gt(f32x4.abs(x), f32x4.splat(LEAST)));
}

// @ts-ignore: decorator
@inline
export function calmSample(x: f32): f32 {
  return abs<f32>(x) > LEAST ? x : 0;
}

/** How often a sound comes back until it has fallen by 120 dB, and once more. */
export function echoesUntilSilence(feedback: f32): i32 {
  if (feedback < 0.0001) return 2;
  return 2 + <i32>(SILENCE / log2(min<f32>(feedback, 0.9999)));
}
