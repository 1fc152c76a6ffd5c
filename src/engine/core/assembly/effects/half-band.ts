// Twice the rate, and back: linear-phase half-band filters, in two halves. The even taps are the filter; the odd
// ones are nothing but the middle, which is a plain delay.
// A filter of `m` has 4 m + 3 taps, of which 2 m + 2 are even; its delay is 2 m + 1 samples of the higher rate,
// so that up and down together are as many samples of the lower one.

import { reserve } from '../memory';
import { kaiser, sinc } from './kaiser';

/** Room for what comes before a block, in samples. */
const BEFORE: i32 = 64;
/** The longest block, at four times the rate. */
const LONGEST: i32 = 512;

/** A block behind the samples before it; for the way down the even and the odd ones. */
const evens = memory.data((64 + 512) << 2, 16);
const odds = memory.data((64 + 512) << 2, 16);

@unmanaged
export class HalfBand {
  m: i32;
  /** The even taps, f32; they add up to a half. */
  taps: usize;
}

/** Bytes of what one way remembers, whichever filter it is. */
export const MEMORY_BYTES: usize = <usize>BEFORE << 3;

export function newHalfBand(m: i32, beta: f64): HalfBand {
  const filter = changetype<HalfBand>(reserve(offsetof<HalfBand>()));
  const count = 2 * m + 2;
  filter.m = m;
  filter.taps = reserve(<usize>count << 2);
  let sum: f64 = 0;
  for (let k = 0; k < count; k++) sum += tap(k, m, beta);
  for (let k = 0; k < count; k++) store<f32>(filter.taps + (<usize>k << 2), <f32>(0.5 * tap(k, m, beta) / sum));
  return filter;
}

function tap(k: i32, m: i32, beta: f64): f64 {
  const x = <f64>(2 * k - (2 * m + 1));
  return sinc(x / 2) * kaiser(x / <f64>(2 * m + 2), beta);
}

/** `frames` samples to twice as many; `held` are its MEMORY_BYTES. `out` may not be `block`. */
export function up(filter: HalfBand, held: usize, block: usize, out: usize, frames: i32): void {
  const bytes = <usize>frames << 2;
  remember(evens, held, block, bytes);
  const from = evens + (BEFORE << 2);
  const middle = from - (<usize>filter.m << 2);
  for (let i: usize = 0; i < bytes; i += 16) {
    const filtered = convolve(filter, from + i);
    const even = f32x4.add(filtered, filtered);
    const odd = v128.load(middle + i);
    v128.store(out + (i << 1), i32x4.shuffle(even, odd, 0, 4, 1, 5));
    v128.store(out + (i << 1), i32x4.shuffle(even, odd, 2, 6, 3, 7), 16);
  }
}

/** Twice as many samples to `frames`. `out` may be `block`. */
export function down(filter: HalfBand, held: usize, block: usize, out: usize, frames: i32): void {
  const bytes = <usize>frames << 2;
  for (let i: usize = 0; i < bytes; i += 16) {
    const a = v128.load(block + (i << 1));
    const b = v128.load(block + (i << 1), 16);
    v128.store(evens + (BEFORE << 2) + i, i32x4.shuffle(a, b, 0, 2, 4, 6));
    v128.store(odds + (BEFORE << 2) + i, i32x4.shuffle(a, b, 1, 3, 5, 7));
  }
  recall(evens, held, bytes);
  recall(odds, held + (BEFORE << 2), bytes);
  const from = evens + (BEFORE << 2);
  const middle = odds + (BEFORE << 2) - (<usize>(filter.m + 1) << 2);
  const half = f32x4.splat(0.5);
  for (let i: usize = 0; i < bytes; i += 16) {
    v128.store(out + i, f32x4.add(convolve(filter, from + i), f32x4.mul(half, v128.load(middle + i))));
  }
}

/** Puts a block behind what came before it, and remembers its end. */
export function remember(room: usize, held: usize, block: usize, bytes: usize): void {
  memory.copy(room + (BEFORE << 2), block, bytes);
  recall(room, held, bytes);
}

function recall(room: usize, held: usize, bytes: usize): void {
  memory.copy(room, held, BEFORE << 2);
  memory.copy(held, room + bytes, BEFORE << 2);
}

/** Four samples; the taps are alike from both ends. */
// @ts-ignore: decorator
@inline
function convolve(filter: HalfBand, at: usize): v128 {
  const count = <usize>(2 * filter.m + 2) << 2;
  const taps = filter.taps;
  const last = at - count + 4;
  let sum = f32x4.splat(0);
  for (let k: usize = 0; k < count >> 1; k += 4) {
    sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(taps + k), f32x4.add(v128.load(at - k), v128.load(last + k))));
  }
  return sum;
}
