// Reading between the samples of a delay line as they would sound at another speed: a windowed sinc around the
// place, its band narrowed where the reading is faster than the writing, so that neither images nor aliases of
// more than -90 dB are heard below 20 kHz.

import { reserve } from '../memory';
import { readPairs } from '../table';
import { DelayLine } from './delay-line';
import { kaiser, sinc } from './kaiser';

/** Zero crossings of the sinc to each side, and points of the table between two of them. */
const CROSSINGS: i32 = 16;
const POINTS: i32 = 512;
/** Where the band ends, as a share of half the rate: the window's slope takes the rest. */
const BAND: f64 = 0.9;

/** How far to each side of its place it reads at that speed, in samples: no closer may it come to now. */
export function sincReach(speed: f32): i32 {
  return (<i32>(<f32>CROSSINGS * max<f32>(1, speed)) + 7) & ~3;
}

let table: usize = 0;

export function sincInit(): void {
  if (table != 0) return;
  table = reserve(<usize>(CROSSINGS * POINTS + 4) << 2);
  for (let i = 0; i < CROSSINGS * POINTS; i++) {
    const x = <f64>i / <f64>POINTS;
    store<f32>(table + (<usize>i << 2), <f32>(BAND * sinc(BAND * x) * kaiser(x / <f64>CROSSINGS, 9)));
  }
}

/** What `sincTaps` read on each side. */
export let heardLeft: f32 = 0;
export let heardRight: f32 = 0;

/**
 * Reads both lines `delay` samples before sample `index` of the next block.
 * @param delay  at least `sincReach(speed)`
 * @param speed  of the reading beside the writing
 */
export function sincTaps(left: DelayLine, right: DelayLine, index: i32, delay: f32, speed: f32): void {
  const whole = <i32>delay;
  const fraction: f32 = delay - <f32>whole;
  const scale: f32 = speed > 1 ? 1 / speed : 1;
  // The sample just before the place, and the one after.
  const before = left.at + index - whole - 1;
  const after = before + 1;
  const pace = scale * <f32>POINTS;
  const count = sincReach(speed) >> 2;
  let l = f32x4.splat(0);
  let r = f32x4.splat(0);
  let back = f32x4.mul(f32x4.add(f32x4.splat(1 - fraction), f32x4(3, 2, 1, 0)), f32x4.splat(pace));
  let on = f32x4.mul(f32x4.add(f32x4.splat(fraction), f32x4(0, 1, 2, 3)), f32x4.splat(pace));
  const stride = f32x4.splat(4 * pace);
  for (let group = 0; group < count; group++) {
    const older = weights(back);
    const newer = weights(on);
    const olderAt = <usize>((before - 3 - (group << 2)) & left.mask) << 2;
    const newerAt = <usize>((after + (group << 2)) & left.mask) << 2;
    l = f32x4.add(l, f32x4.add(f32x4.mul(older, v128.load(left.data + olderAt)), f32x4.mul(newer, v128.load(left.data + newerAt))));
    r = f32x4.add(r, f32x4.add(f32x4.mul(older, v128.load(right.data + olderAt)), f32x4.mul(newer, v128.load(right.data + newerAt))));
    back = f32x4.add(back, stride);
    on = f32x4.add(on, stride);
  }
  heardLeft = total(l) * scale;
  heardRight = total(r) * scale;
}

/** The sinc at four distances, in points of the table; past its end it is 0. */
// @ts-ignore: decorator
@inline
function weights(points: v128): v128 {
  const held = f32x4.pmin(f32x4.splat(<f32>(CROSSINGS * POINTS)), points);
  const whole = i32x4.trunc_sat_f32x4_s(held);
  return readPairs(table, i32x4.shl(whole, 2), f32x4.sub(held, f32x4.convert_i32x4_s(whole)));
}

// @ts-ignore: decorator
@inline
function total(x: v128): f32 {
  return f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1) + (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3));
}
