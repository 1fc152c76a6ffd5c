// Sound as the whole numbers of a file, dithered: TPDF, from -1 to 1 step. Four samples at a time, where a loop in
// JavaScript took five times as long. The chance is a function of the sample's place: a file that begins later
// has the same numbers.

import { highestLane } from './blocks';
import { reserve } from './memory';

const SEED: u32 = 0x2545f491;
const CHANCE = memory.data<i32>([<i32>0x9e3779b9, <i32>0x85ebca6b, <i32>0xc2b2ae35], 16);
const ORDER = memory.data<i32>([0, 1, 2, 3], 16);

let left: usize = 0;
let right: usize = 0;
let out: usize = 0;

/**
 * Makes room for so many frames, a multiple of four.
 * @returns  address of the left side; behind it stand the right one, then the bytes of the file
 */
export function pcmMake(frames: i32): usize {
  const bytes = <usize>frames << 2;
  // What is packed four bytes at a time reaches past the end.
  left = reserve(bytes * 4 + 16);
  right = left + bytes;
  out = right + bytes;
  return left;
}

/**
 * Frames, which stand there, to numbers of two or three bytes, left and right in turn.
 * @param place  of the first among all frames
 * @returns      their highest sample
 */
export function pcmEncode(frames: i32, place: u32, bytes: i32): f32 {
  const highest: f64 = bytes == 2 ? 32768 : 8388608;
  const most = i32x4.splat(<i32>highest - 1);
  const least = i32x4.splat(-<i32>highest);
  let places = i32x4.add(i32x4.splat((place << 1) + SEED), v128.load(ORDER));
  let peaks = f32x4.splat(0);
  let to = out;
  for (let i: usize = 0; i < <usize>frames << 2; i += 16) {
    const l = v128.load(left + i);
    const r = v128.load(right + i);
    peaks = f32x4.max(peaks, f32x4.max(f32x4.abs(l), f32x4.abs(r)));
    const first = held(whole(i32x4.shuffle(l, r, 0, 4, 1, 5), places, highest), least, most);
    places = i32x4.add(places, i32x4.splat(4));
    const second = held(whole(i32x4.shuffle(l, r, 2, 6, 3, 7), places, highest), least, most);
    places = i32x4.add(places, i32x4.splat(4));
    if (bytes == 2) {
      v128.store(to, i16x8.narrow_i32x4_s(first, second));
      to += 16;
    } else {
      v128.store(to, packed(first));
      v128.store(to, packed(second), 12);
      to += 24;
    }
  }
  return highestLane(peaks);
}

/** The nearest whole numbers, with dither. */
// @ts-ignore: decorator
@inline
function whole(samples: v128, places: v128, highest: f64): v128 {
  const chance = mixed(places);
  // Two even draws of 16 bits, from 0 to 65535 each.
  const draws = i32x4.sub(
    i32x4.add(i32x4.shr_u(chance, 16), v128.and(chance, i32x4.splat(0xffff))), i32x4.splat(65535),
  );
  const low = rounded(f64x2.promote_low_f32x4(samples), f64x2.convert_low_i32x4_s(draws), highest);
  const high = rounded(
    f64x2.promote_low_f32x4(i32x4.shuffle(samples, samples, 2, 3, 0, 1)),
    f64x2.convert_low_i32x4_s(i32x4.shuffle(draws, draws, 2, 3, 0, 1)), highest,
  );
  return i32x4.shuffle(low, high, 0, 1, 4, 5);
}

// In f64: a loud sample and its dither have more digits together than an f32.
// @ts-ignore: decorator
@inline
function rounded(samples: v128, draws: v128, highest: f64): v128 {
  const dither = f64x2.mul(draws, f64x2.splat(1.0 / 65536.0));
  return i32x4.trunc_sat_f64x2_s_zero(f64x2.nearest(f64x2.add(f64x2.mul(samples, f64x2.splat(highest)), dither)));
}

// @ts-ignore: decorator
@inline
function held(numbers: v128, least: v128, most: v128): v128 {
  return i32x4.max_s(least, i32x4.min_s(most, numbers));
}

/** The three lower bytes of each, side by side. */
// @ts-ignore: decorator
@inline
function packed(numbers: v128): v128 {
  return i8x16.shuffle(numbers, numbers, 0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 3, 7, 11, 15);
}

/** mixBits of math.ts, four at a time. */
// @ts-ignore: decorator
@inline
function mixed(seeds: v128): v128 {
  let x = i32x4.add(seeds, v128.load32_splat(CHANCE));
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 16)), v128.load32_splat(CHANCE + 4));
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 13)), v128.load32_splat(CHANCE + 8));
  return v128.xor(x, i32x4.shr_u(x, 16));
}
