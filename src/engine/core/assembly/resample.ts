// Band-limited interpolation: a sound between its samples, as a windowed sinc hears it. For playing faster
// than recorded there are wider kernels, each lower in cutoff, so that nothing folds back.
// A kernel is a table of 256 places between two samples and one more; between two places it goes straight.

import { sinOfTurns } from './math';
import { reserve } from './memory';

/** Places between two samples. */
const PLACES: i32 = 256;
/** Kernels for speeds up to 2^(0/4), 2^(1/4) .. 2^(4/4). */
const KERNELS: i32 = 5;
const FEWEST_TAPS: i32 = 48;
/** Of the sound's own rate: where a kernel for speed 1 has fallen by half. */
const CUTOFF: f64 = 0.475;
/** The Kaiser window's: images are under -95 dB. */
const BETA: f64 = 9.8;

let tables: usize = 0;
const starts = memory.data(KERNELS * 4, 16);

/** Makes the tables where they are not made yet: songs without samples do without. */
export function makeKernels(): void {
  if (tables != 0) return;
  let bytes = 0;
  for (let kernel = 0; kernel < KERNELS; kernel++) {
    store<i32>(starts + (kernel << 2), bytes);
    bytes += (PLACES + 1) * tapsOf(kernel) * 4;
  }
  tables = reserve(bytes);
  for (let kernel = 0; kernel < KERNELS; kernel++) makeKernel(kernel);
}

/** The kernel for a speed: 1 or slower is 0. */
export function kernelFor(speed: f64): i32 {
  for (let kernel = 0; kernel < KERNELS - 1; kernel++) if (speed <= speedOf(kernel) * 1.0005) return kernel;
  return KERNELS - 1;
}

// @ts-ignore: decorator
@inline
function speedOf(kernel: i32): f64 {
  switch (kernel) {
    case 0: return 1.0;
    case 1: return 1.189207115002721;
    case 2: return 1.4142135623730951;
    case 3: return 1.681792830507429;
    default: return 2.0;
  }
}

/** How many samples a kernel weighs: a multiple of four. */
// @ts-ignore: decorator
@inline
export function tapsOf(kernel: i32): i32 {
  return (<i32>Math.ceil(<f64>FEWEST_TAPS * speedOf(kernel)) + 3) & ~3;
}

function makeKernel(kernel: i32): void {
  const taps = tapsOf(kernel);
  const cutoff = (2.0 * CUTOFF) / speedOf(kernel);
  const half = <f64>taps * 0.5;
  for (let place = 0; place <= PLACES; place++) {
    const row = rowAt(kernel, place);
    let sum: f64 = 0.0;
    for (let tap = 0; tap < taps; tap++) {
      const x = <f64>(tap - (taps >> 1) + 1) - <f64>place / <f64>PLACES;
      const weight = sinc(x * cutoff) * window(x / half);
      store<f32>(row + (tap << 2), <f32>weight);
      sum += weight;
    }
    // Every place passes a steady level as it is: otherwise the places would be heard as a tone.
    for (let tap = 0; tap < taps; tap++) {
      const at = row + (tap << 2);
      store<f32>(at, <f32>(<f64>load<f32>(at) / sum));
    }
  }
}

function sinc(x: f64): f64 {
  return x == 0.0 ? 1.0 : <f64>sinOfTurns(<f32>(x * 0.5)) / (3.141592653589793 * x);
}

/** Kaiser's, from -1 to 1. */
function window(x: f64): f64 {
  const rest = 1.0 - x * x;
  return rest <= 0.0 ? 0.0 : bessel(BETA * Math.sqrt(rest)) / bessel(BETA);
}

function bessel(x: f64): f64 {
  let sum: f64 = 1.0;
  let term: f64 = 1.0;
  for (let k = 1; k < 40; k++) {
    term *= (x * x) / <f64>(4 * k * k);
    sum += term;
  }
  return sum;
}

/** The weights of a place. */
// @ts-ignore: decorator
@inline
export function rowAt(kernel: i32, place: i32): usize {
  return tables + <usize>load<i32>(starts + (kernel << 2)) + <usize>(place * tapsOf(kernel)) * 4;
}

/**
 * The sound at a place between samples.
 * @param at    address of the sample at or before the place
 * @param row   `rowAt` of the place, whole
 * @param rest  how far the place is towards the next row, 0 to 1, in all lanes
 * @param taps  of the kernel
 */
// @ts-ignore: decorator
@inline
export function interpolated(at: usize, row: usize, rest: v128, taps: i32): f32 {
  const from = at - <usize>((taps >> 1) - 1) * 4;
  const bytes = <usize>taps * 4;
  let sum = f32x4.splat(0.0);
  for (let k: usize = 0; k < bytes; k += 16) {
    const here = v128.load(row + k);
    const weights = f32x4.add(here, f32x4.mul(rest, f32x4.sub(v128.load(row + bytes + k), here)));
    sum = f32x4.add(sum, f32x4.mul(weights, v128.load(from + k)));
  }
  return (
    f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3))
  );
}
