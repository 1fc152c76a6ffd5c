// A string: a ring of samples that goes round with a given period, each time weaker. Between samples it is read
// by a curve of the seventh degree through eight: a lower one would dull the string at every turn. None of these
// curves makes anything louder, so a string that keeps all but nothing back still falls silent.

import { constant } from '../constants';
import { LANE_BYTES } from '../filter';
import { within } from '../math';

/** How much of each sample goes round, filled before goRound. */
export const around = memory.data(LANE_BYTES, 16);

/** What the strings of a deck are set to. */
@unmanaged
export class StringSettings {
  /** Turns of the string that the noise lasts. */
  turns: f32;
  /** Share of the way that the lowpass goes in a sample. */
  share: f32;
  resonance: f32;
  /** Samples. */
  release: f32;
}

/** Samples that a curve goes through, and how many of them lie before the place that is read. */
const POINTS: i32 = 8;
const BEFORE: i32 = 4;
const weights = memory.data(POINTS * 4, 16);

// Four samples are done at once, and the curve needs four more: what is read must lie further back than that.
const SHORTEST: f32 = 9.0;

/**
 * Lets `frames` go round: `out` gets what comes back, and it goes in again with what is in `added`.
 * @param room    samples of the ring, a power of two, with four to spare behind it
 * @param at      where it is written next
 * @param period  in samples
 * @returns       where it is written next after that
 */
export function goRound(ring: usize, room: i32, at: i32, period: f32, added: usize, out: usize, frames: i32): i32 {
  const held = within(period, SHORTEST, <f32>(room - 16));
  const whole = <i32>ceil<f32>(held);
  weigh(<f32>whole - held);
  const mask = room - 1;
  let place = at;
  let done = 0;
  while (done < frames) {
    const first = (place - whole - (BEFORE - 1)) & mask;
    // Up to where the writing or the reading comes to the ring's end.
    const run = min<i32>(frames - done, min<i32>(room - place, room - (POINTS - 1) - first));
    const offset = <usize>done << 2;
    if (run > 0) {
      passAlong(ring + (<usize>first << 2), ring + (<usize>place << 2), added + offset, around + offset, out + offset, run);
      place = (place + run) & mask;
      done += run;
    } else {
      passSeam(ring, first, mask, place, offset, added, out);
      place = (place + 1) & mask;
      done++;
    }
  }
  return place;
}

// Lagrange's weights for the place `past` behind the fourth of eight points.
function weigh(past: f32): void {
  const x = past + <f32>(BEFORE - 1);
  for (let k = 0; k < POINTS; k++) {
    let weight: f32 = 1.0;
    for (let m = 0; m < POINTS; m++) if (m != k) weight *= (x - <f32>m) / <f32>(k - m);
    store<f32>(weights + (k << 2), weight);
  }
}

function passAlong(read: usize, write: usize, added: usize, share: usize, out: usize, frames: i32): void {
  const a = constant(weights);
  const b = constant(weights, 1);
  const c = constant(weights, 2);
  const d = constant(weights, 3);
  const e = constant(weights, 4);
  const f = constant(weights, 5);
  const g = constant(weights, 6);
  const h = constant(weights, 7);
  for (let i: usize = 0, end: usize = <usize>frames << 2; i < end; i += 16) {
    const at = read + i;
    const ab = f32x4.add(f32x4.mul(a, v128.load(at)), f32x4.mul(b, v128.load(at, 4)));
    const cd = f32x4.add(f32x4.mul(c, v128.load(at, 8)), f32x4.mul(d, v128.load(at, 12)));
    const ef = f32x4.add(f32x4.mul(e, v128.load(at, 16)), f32x4.mul(f, v128.load(at, 20)));
    const gh = f32x4.add(f32x4.mul(g, v128.load(at, 24)), f32x4.mul(h, v128.load(at, 28)));
    const back = f32x4.add(f32x4.add(ab, cd), f32x4.add(ef, gh));
    v128.store(write + i, f32x4.add(v128.load(added + i), f32x4.mul(v128.load(share + i), back)));
    v128.store(out + i, back);
  }
}

// One sample, in the order of the sums above, where the ring's end lies between what is read.
function passSeam(ring: usize, first: i32, mask: i32, place: i32, offset: usize, added: usize, out: usize): void {
  const ab = point(ring, first, mask, 0) + point(ring, first, mask, 1);
  const cd = point(ring, first, mask, 2) + point(ring, first, mask, 3);
  const ef = point(ring, first, mask, 4) + point(ring, first, mask, 5);
  const gh = point(ring, first, mask, 6) + point(ring, first, mask, 7);
  const back = (ab + cd) + (ef + gh);
  store<f32>(ring + (<usize>place << 2), load<f32>(added + offset) + load<f32>(around + offset) * back);
  store<f32>(out + offset, back);
}

// @ts-ignore: decorator
@inline
function point(ring: usize, first: i32, mask: i32, index: i32): f32 {
  return load<f32>(weights + (<usize>index << 2)) * load<f32>(ring + (<usize>((first + index) & mask) << 2));
}
