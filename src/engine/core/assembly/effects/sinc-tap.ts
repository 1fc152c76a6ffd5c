// Reading between the samples of a delay line as they would sound at another speed: a windowed sinc around the
// place, its band narrowed where the reading is faster than the writing, so that neither images nor aliases of
// more than -90 dB are heard below 20 kHz.
// What the sinc weighs is laid out, for the speed that is read at, at 256 places between two samples, so that a
// reading is a straight line between two rows. A new speed lays it out anew.

import { reserve } from '../memory';
import { DelayLine } from './delay-line';
import { kaiser, sinc } from './kaiser';

/** Zero crossings of the sinc to each side, and points of its table between two of them. */
const CROSSINGS: i32 = 16;
const POINTS: i32 = 512;
/** Where the band ends, as a share of half the rate: the window's slope takes the rest. */
const BAND: f64 = 0.9;
/** Places between two samples. */
const ROWS: i32 = 256;
/** The fastest reading: two octaves up. */
const FASTEST: f32 = 4;

/** Bytes of what a reader remembers: the speed, and rows for any speed. */
export const SINC_BYTES: usize = 16 + <usize>(ROWS + 1) * ((<usize>CROSSINGS * <usize>FASTEST + 8) << 3);

let table: usize = 0;

export function sincInit(): void {
  if (table != 0) return;
  table = reserve(<usize>(CROSSINGS * POINTS + 4) << 2);
  for (let i = 0; i < CROSSINGS * POINTS; i++) {
    const x = <f64>i / <f64>POINTS;
    store<f32>(table + (<usize>i << 2), <f32>(BAND * sinc(BAND * x) * kaiser(x / <f64>CROSSINGS, 9)));
  }
}

/** How far to each side of its place it reads at that speed, in samples: no closer may it come to now. */
export function sincReach(speed: f32): i32 {
  return (<i32>(<f32>CROSSINGS * max<f32>(1, speed)) + 7) & ~3;
}

/** Makes a reader read at a speed, from 0 to 4. */
export function sincSpeed(reader: usize, speed: f32): void {
  if (load<f32>(reader) == speed) return;
  store<f32>(reader, speed);
  const scale: f32 = speed > 1 ? 1 / speed : 1;
  const reach = sincReach(speed);
  let at = reader + 16;
  for (let row = 0; row <= ROWS; row++) {
    const fraction: f32 = <f32>row / <f32>ROWS;
    // From the oldest sample to the newest: the place lies `fraction` older than the sample in the middle.
    for (let tap = -reach; tap < reach; tap++, at += 4) store<f32>(at, weight(abs<f32>(<f32>tap + fraction) * scale) * scale);
  }
}

function weight(x: f32): f32 {
  const points = x * <f32>POINTS;
  if (points >= <f32>(CROSSINGS * POINTS)) return 0;
  const whole = <i32>points;
  const at = table + (<usize>whole << 2);
  const here = load<f32>(at);
  return here + (load<f32>(at, 4) - here) * (points - <f32>whole);
}

/** What a sound in memory would be between its frames, read at a speed; around it lies silence. */
export function sincFrame(samples: usize, frames: i32, place: f64, speed: f32): f32 {
  const scale: f32 = speed > 1 ? 1 / speed : 1;
  const reach = sincReach(speed);
  const whole = <i32>place;
  const fraction = <f32>(place - <f64>whole);
  let sum: f32 = 0;
  for (let tap = max<i32>(-reach, -whole); tap < min<i32>(reach, frames - whole); tap++) {
    sum += weight(abs<f32>(<f32>tap - fraction) * scale) * load<f32>(samples + (<usize>(whole + tap) << 2));
  }
  return sum * scale;
}

/** What `sincTaps` read on each side. */
export let heardLeft: f32 = 0;
export let heardRight: f32 = 0;

/**
 * Reads both lines `delay` samples before sample `index` of the next block, at the speed of the reader.
 * @param delay  at least its `sincReach`
 */
export function sincTaps(reader: usize, reach: i32, left: DelayLine, right: DelayLine, index: i32, delay: f32): void {
  const whole = <i32>delay;
  const place = (delay - <f32>whole) * <f32>ROWS;
  const row = <i32>place;
  const between = f32x4.splat(place - <f32>row);
  const bytes = <usize>reach << 3;
  const lower = reader + 16 + <usize>row * bytes;
  const first = left.at + index - whole - reach;
  const mask = left.mask;
  let l = f32x4.splat(0);
  let r = f32x4.splat(0);
  for (let tap: usize = 0; tap < bytes; tap += 16) {
    const one = v128.load(lower + tap);
    const weights = f32x4.add(one, f32x4.mul(between, f32x4.sub(v128.load(lower + bytes + tap), one)));
    const at = <usize>((first + (<i32>tap >> 2)) & mask) << 2;
    l = f32x4.add(l, f32x4.mul(weights, v128.load(left.data + at)));
    r = f32x4.add(r, f32x4.mul(weights, v128.load(right.data + at)));
  }
  heardLeft = total(l);
  heardRight = total(r);
}

// @ts-ignore: decorator
@inline
function total(x: v128): f32 {
  return f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1) + (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3));
}
