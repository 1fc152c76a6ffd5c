// Oscillators: phases are 32-bit turns that wrap by themselves and add up exactly, so a wave is the same
// however its samples are grouped. Four samples at a time.

import { constant, WHOLE_COUNT } from './constants';
import { absx4, exp2 } from './math';
import { readPairs } from './table';
import {
  BRIEF_BITS, BRIEF_BYTES, BRIEF_FROM, LONGER_BASE, LONGER_BITS, LONGER_BYTES, LONGER_FROM, LONGEST_BITS, LONGEST_BYTES, LOWEST_PITCH, PERIOD_BITS, PERIOD_BYTES,
  PITCH_SHIFT, PITCHES, SHORT_BASE, SHORT_FROM,
} from './wavetables';

/** A whole turn, as a float. */
export const TURN: f32 = 4294967296.0;
/** Highest increment: a wave over half the rate is held there. */
export const HIGHEST_INCREMENT: f32 = 0.4999;

const TURNS = memory.data<f32>([TURN]);
const PITCH_NUMBERS = memory.data<i32>([LOWEST_PITCH, PITCHES - 1, SHORT_FROM, LONGER_FROM]);
const PERIOD_NUMBERS = memory.data<i32>([PERIOD_BYTES, LONGER_BYTES, LONGEST_BYTES, SHORT_BASE, LONGER_BASE]);
/** Samples of each kind of period to the turn of 24 bits. */
const PERIOD_SCALES = memory.data<f32>([
  1.0 / <f32>(1 << (24 - PERIOD_BITS)),
  1.0 / <f32>(1 << (24 - LONGER_BITS)),
  1.0 / <f32>(1 << (24 - LONGEST_BITS)),
]);

const FRACTION_BITS: i32 = 32 - PERIOD_BITS;
const FRACTION_MASK = memory.data<i32>([(1 << FRACTION_BITS) - 1]);
const FRACTION_UNIT = memory.data<f32>([<f32>1.0 / <f32>(1 << FRACTION_BITS)]);
const OFFSET_MASK = memory.data<i32>([((1 << PERIOD_BITS) - 1) << 2]);

const BRIEF_FRACTION_BITS: i32 = 32 - BRIEF_BITS;
const BRIEF_NUMBERS = memory.data<i32>([
  BRIEF_FROM, ((1 << BRIEF_BITS) - 1) << 2, (1 << BRIEF_FRACTION_BITS) - 1, BRIEF_BYTES,
]);
const BRIEF_FRACTION_UNIT = memory.data<f32>([<f32>1.0 / <f32>(1 << BRIEF_FRACTION_BITS)]);

/** Turns a sample of a MIDI pitch; NaN and what lies over half the rate give 0: a note that can't sound. */
export function incrementOfPitch(pitch: f32, sampleRate: f32): f32 {
  if (!(pitch > -128.0 && pitch < 256.0)) return 0.0;
  // In f32 a twelfth of a semitone count is off by less than a thousandth of a cent.
  const increment: f32 = (440.0 / sampleRate) * exp2((pitch - 69.0) / 12.0);
  return increment < 0.5 ? increment : 0.0;
}

/** Which of a waveform's periods suits an increment. */
export function pitchOf(increment: f32): i32 {
  const pitch = (reinterpret<i32>(abs<f32>(increment)) >> PITCH_SHIFT) - LOWEST_PITCH;
  return max<i32>(0, min<i32>(PITCHES - 1, pitch));
}

/** Phases of four samples in a row, from `phase` by `increment`. */
// @ts-ignore: decorator
@inline
export function phasesFrom(phase: u32, increment: u32): v128 {
  return i32x4.add(i32x4.splat(phase), i32x4.mul(i32x4.splat(increment), v128.load(WHOLE_COUNT)));
}

/** An increment in turns as 32-bit phase, for one that does not change. */
// @ts-ignore: decorator
@inline
export function phaseStep(increment: f32): u32 {
  return <u32><i64>(increment * TURN);
}

/** Increments in turns (held to half the rate) as 32-bit phase steps. */
// @ts-ignore: decorator
@inline
export function phaseSteps(increments: v128): v128 {
  return i32x4.trunc_sat_f32x4_s(f32x4.mul(increments, constant(TURNS)));
}

/** Running sums of four lanes, each with its own lane included. */
// @ts-ignore: decorator
@inline
export function runningSum(steps: v128): v128 {
  const none = i32x4.splat(0);
  const pairs = i32x4.add(steps, v128.shuffle<i32>(none, steps, 3, 4, 5, 6));
  return i32x4.add(pairs, v128.shuffle<i32>(none, pairs, 2, 3, 4, 5));
}

/** The last lane in all four. */
// @ts-ignore: decorator
@inline
export function lastLane(lanes: v128): v128 {
  return v128.shuffle<i32>(lanes, lanes, 3, 3, 3, 3);
}

// Four phases, for a run that ends within a vector.
const phasesAtEnd = memory.data(16, 16);

/** The phase after `frames`, which may end within the last four `phases`; `from` follows them. */
// @ts-ignore: decorator
@inline
export function phaseAfter(phases: v128, from: v128, frames: i32): u32 {
  const within = frames & 3;
  if (within == 0) return i32x4.extract_lane(from, 0);
  v128.store(phasesAtEnd, phases);
  return load<u32>(phasesAtEnd + (within << 2));
}

/** Four samples of one period of `bits`. */
// @ts-ignore: decorator
@inline
export function readPeriod(period: usize, bits: i32, phases: v128): v128 {
  const shift = 32 - bits;
  const offsets = i32x4.shl(i32x4.shr_u(phases, shift), 2);
  const past = i32x4.shr_u(i32x4.shl(phases, bits), bits);
  const unit = f32x4.splat(reinterpret<f32>((127 - shift) << 23));
  return readPairs(period, offsets, f32x4.mul(f32x4.convert_i32x4_s(past), unit));
}

/** Four samples, each from the period of a waveform (an address of waveAddress) that suits its increment. */
// @ts-ignore: decorator
@inline
export function readWave(wave: usize, phases: v128, increments: v128): v128 {
  const pitches = pitchesOf(increments);
  const longer = i32x4.lt_s(pitches, constant(PITCH_NUMBERS, 2));
  const longest = i32x4.lt_s(pitches, constant(PITCH_NUMBERS, 3));
  const bytes = pick(PERIOD_NUMBERS, longer, longest);
  const base = v128.bitselect(i32x4.splat(0), v128.bitselect(constant(PERIOD_NUMBERS, 4), constant(PERIOD_NUMBERS, 3), longer), longest);
  // Of 24 bits, all exact: 10 lie between two samples of the longest period.
  const places = f32x4.mul(f32x4.convert_i32x4_s(i32x4.shr_u(phases, 8)), pick(PERIOD_SCALES, longer, longest));
  const whole = i32x4.trunc_sat_f32x4_s(places);
  const offsets = i32x4.add(i32x4.shl(whole, 2), i32x4.add(base, i32x4.mul(pitches, bytes)));
  return readPairs(wave, offsets, f32x4.sub(places, f32x4.convert_i32x4_s(whole)));
}

/** readWave for pitches of some 170 Hz and more: what is lower has the partials that suit that. */
// @ts-ignore: decorator
@inline
export function readHighWave(wave: usize, phases: v128, increments: v128): v128 {
  const pitches = i32x4.max_s(constant(PITCH_NUMBERS, 2), pitchesOf(increments));
  const offsets = v128.and(i32x4.shr_u(phases, FRACTION_BITS - 2), constant(OFFSET_MASK));
  const past = f32x4.convert_i32x4_s(v128.and(phases, constant(FRACTION_MASK)));
  const periods = i32x4.mul(pitches, constant(PERIOD_NUMBERS));
  return readPairs(wave + SHORT_BASE, i32x4.add(offsets, periods), f32x4.mul(past, constant(FRACTION_UNIT)));
}

/** Four samples of a square of some 1100 Hz and more, from the shortest periods: they stay in the nearest cache. */
// @ts-ignore: decorator
@inline
export function readBriefSquare(squares: usize, phases: v128, increments: v128): v128 {
  const pitches = i32x4.sub(i32x4.shr_u(absx4(increments), PITCH_SHIFT), constant(PITCH_NUMBERS));
  const held = i32x4.max_s(constant(BRIEF_NUMBERS), i32x4.min_s(constant(PITCH_NUMBERS, 1), pitches));
  const offsets = v128.and(i32x4.shr_u(phases, BRIEF_FRACTION_BITS - 2), constant(BRIEF_NUMBERS, 1));
  const past = f32x4.convert_i32x4_s(v128.and(phases, constant(BRIEF_NUMBERS, 2)));
  const periods = i32x4.mul(held, constant(BRIEF_NUMBERS, 3));
  return readPairs(squares, i32x4.add(offsets, periods), f32x4.mul(past, constant(BRIEF_FRACTION_UNIT)));
}

// @ts-ignore: decorator
@inline
function pitchesOf(increments: v128): v128 {
  const pitches = i32x4.sub(i32x4.shr_u(absx4(increments), PITCH_SHIFT), constant(PITCH_NUMBERS));
  return i32x4.max_s(i32x4.splat(0), i32x4.min_s(constant(PITCH_NUMBERS, 1), pitches));
}

// @ts-ignore: decorator
@inline
function pick(table: usize, longer: v128, longest: v128): v128 {
  return v128.bitselect(constant(table, 2), v128.bitselect(constant(table, 1), constant(table), longer), longest);
}
