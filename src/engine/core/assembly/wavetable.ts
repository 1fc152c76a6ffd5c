// Wavetables: periods to morph through, each in copies for every quarter of an octave (src/engine/wavetable-levels.ts).
// Read between the samples by cubics, and between two periods by a straight line.

import { TABLE_BITS, TABLE_FRAME, TABLE_OFFSETS } from './generated/layout';
import { absx4, within } from './math';
import { LOWEST_PITCH, PITCH_SHIFT, PITCHES } from './wavetables';

// Where a run reads: the two periods and how far it is from the first to the second.
let first: usize = 0;
let second: usize = 0;
let share: v128 = f32x4.splat(0.0);

/** Sets the place in a table for the reads that follow; the address of its first period there, or 0 where it is silent. */
export function placeIn(table: usize, periods: i32, position: f32): usize {
  first = table;
  second = table;
  share = f32x4.splat(0.0);
  if (table == 0 || periods < 2) return first;
  const place = within(position, 0.0, 1.0) * <f32>(periods - 1);
  const period = min<i32>(<i32>place, periods - 2);
  first = table + <usize>period * TABLE_FRAME * 4;
  second = first + TABLE_FRAME * 4;
  share = f32x4.splat(place - <f32>period);
  return first;
}

/** Which copy suits a pitch of pitchOf: its offset in bytes, and its length as a power of two. */
export function copyAt(pitch: i32): usize {
  return <usize>(unchecked(TABLE_OFFSETS[pitch >> 1]) << 2);
}

export function bitsAt(pitch: i32): i32 {
  return unchecked(TABLE_BITS[pitch >> 1]);
}

/** Four samples of one copy. */
// @ts-ignore: decorator
@inline
export function readTable(place: usize, copy: usize, bits: i32, phases: v128): v128 {
  if (place == 0) return f32x4.splat(0.0);
  const shift = 32 - bits;
  const offsets = i32x4.shl(i32x4.shr_u(phases, shift), 2);
  const past = i32x4.shr_u(i32x4.shl(phases, bits), bits);
  const unit = f32x4.splat(reinterpret<f32>((127 - shift) << 23));
  return cubic(
    taps(copy + <usize>i32x4.extract_lane(offsets, 0)),
    taps(copy + <usize>i32x4.extract_lane(offsets, 1)),
    taps(copy + <usize>i32x4.extract_lane(offsets, 2)),
    taps(copy + <usize>i32x4.extract_lane(offsets, 3)),
    f32x4.mul(f32x4.convert_i32x4_s(past), unit),
  );
}

/** Four samples, each from the copy that suits its increment. */
// @ts-ignore: decorator
@inline
export function readMovingTable(place: usize, phases: v128, increments: v128): v128 {
  if (place == 0) return f32x4.splat(0.0);
  const raised = i32x4.sub(i32x4.shr_u(absx4(increments), PITCH_SHIFT), i32x4.splat(LOWEST_PITCH));
  const pitches = i32x4.max_s(i32x4.splat(0), i32x4.min_s(i32x4.splat(PITCHES - 1), raised));
  const one = i32x4.extract_lane(pitches, 0);
  const two = i32x4.extract_lane(pitches, 1);
  const three = i32x4.extract_lane(pitches, 2);
  const four = i32x4.extract_lane(pitches, 3);
  let past = f32x4.splat(fraction(i32x4.extract_lane(phases, 0), bitsAt(one)));
  past = f32x4.replace_lane(past, 1, fraction(i32x4.extract_lane(phases, 1), bitsAt(two)));
  past = f32x4.replace_lane(past, 2, fraction(i32x4.extract_lane(phases, 2), bitsAt(three)));
  past = f32x4.replace_lane(past, 3, fraction(i32x4.extract_lane(phases, 3), bitsAt(four)));
  return cubic(
    taps(offset(i32x4.extract_lane(phases, 0), one)),
    taps(offset(i32x4.extract_lane(phases, 1), two)),
    taps(offset(i32x4.extract_lane(phases, 2), three)),
    taps(offset(i32x4.extract_lane(phases, 3), four)),
    past,
  );
}

// @ts-ignore: decorator
@inline
function offset(phase: u32, pitch: i32): usize {
  return copyAt(pitch) + <usize>((phase >> (32 - bitsAt(pitch))) << 2);
}

// @ts-ignore: decorator
@inline
function fraction(phase: u32, bits: i32): f32 {
  return <f32>(((phase << bits) >>> bits) >>> 0) * reinterpret<f32>((127 - 32 + bits) << 23);
}

// The sample before a place, that at it and two behind, between the two periods.
// @ts-ignore: decorator
@inline
function taps(at: usize): v128 {
  const here = v128.load(first + at);
  return f32x4.add(here, f32x4.mul(share, f32x4.sub(v128.load(second + at), here)));
}

// Lagrange's cubic through four samples, a lane each.
// @ts-ignore: decorator
@inline
function cubic(one: v128, two: v128, three: v128, four: v128, past: v128): v128 {
  const lowA = v128.shuffle<i32>(one, two, 0, 4, 1, 5);
  const lowB = v128.shuffle<i32>(three, four, 0, 4, 1, 5);
  const highA = v128.shuffle<i32>(one, two, 2, 6, 3, 7);
  const highB = v128.shuffle<i32>(three, four, 2, 6, 3, 7);
  const before = v128.shuffle<i32>(lowA, lowB, 0, 1, 4, 5);
  const here = v128.shuffle<i32>(lowA, lowB, 2, 3, 6, 7);
  const next = v128.shuffle<i32>(highA, highB, 0, 1, 4, 5);
  const last = v128.shuffle<i32>(highA, highB, 2, 3, 6, 7);
  const half = f32x4.splat(0.5);
  const sixth = f32x4.splat(0.16666667);
  const c1 = f32x4.sub(f32x4.sub(next, f32x4.mul(half, here)), f32x4.add(f32x4.mul(f32x4.splat(0.33333334), before), f32x4.mul(sixth, last)));
  const c2 = f32x4.sub(f32x4.mul(half, f32x4.add(before, next)), here);
  const c3 = f32x4.add(f32x4.mul(sixth, f32x4.sub(last, before)), f32x4.mul(half, f32x4.sub(here, next)));
  return f32x4.add(here, f32x4.mul(past, f32x4.add(c1, f32x4.mul(past, f32x4.add(c2, f32x4.mul(past, c3))))));
}
