// Oscillators: phases are 32-bit turns that wrap by themselves and add up exactly, so a wave is the same
// however its samples are grouped. Four samples at a time.

import { constant, WHOLE_COUNT } from './constants';
import { SYNTH_OSCILLATOR_SINE } from './generated/layout';
import { absx4, exp2, sinOfPhasex4 } from './math';
import { readPairs } from './table';
import { LOWEST_PITCH, PERIOD_BITS, PERIOD_BYTES, PITCH_SHIFT, PITCHES, waveAddress } from './wavetables';

/** A whole turn, as a float. */
export const TURN: f32 = 4294967296.0;

const FRACTION_BITS: i32 = 32 - PERIOD_BITS;
const FRACTION_MASK = memory.data<i32>([(1 << FRACTION_BITS) - 1]);
const FRACTION_UNIT = memory.data<f32>([<f32>1.0 / <f32>(1 << FRACTION_BITS)]);
const OFFSET_MASK = memory.data<i32>([((1 << PERIOD_BITS) - 1) << 2]);
const TURNS = memory.data<f32>([TURN]);
const PITCH_NUMBERS = memory.data<i32>([LOWEST_PITCH, PITCHES - 1, PERIOD_BYTES]);

/** Turns a sample of a MIDI pitch; NaN and what lies over half the rate give 0: a note that can't sound. */
export function incrementOfPitch(pitch: f32, sampleRate: f32): f32 {
  if (!(pitch > -128.0 && pitch < 256.0)) return 0.0;
  // In f32 a twelfth of a semitone count is off by less than a thousandth of a cent.
  const increment: f32 = (440.0 / sampleRate) * exp2((pitch - 69.0) / 12.0);
  return increment < 0.5 ? increment : 0.0;
}

/** The period of a waveform that suits an increment; 0 for the sine, which is computed. */
export function periodFor(wave: i32, increment: f32): usize {
  if (wave == SYNTH_OSCILLATOR_SINE) return 0;
  const pitch = (reinterpret<i32>(increment < 0.0 ? -increment : increment) >> PITCH_SHIFT) - LOWEST_PITCH;
  return waveAddress(wave) + max<i32>(0, min<i32>(PITCHES - 1, pitch)) * PERIOD_BYTES;
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

/** Four samples of one period. */
// @ts-ignore: decorator
@inline
export function readPeriod(period: usize, phases: v128): v128 {
  return readPairs(period, offsetsOf(phases), fractionsOf(phases));
}

/** Four samples, each from the period of waveform `wave` (an address of waveAddress) that suits its increment. */
// @ts-ignore: decorator
@inline
export function readWave(wave: usize, phases: v128, increments: v128): v128 {
  const pitches = i32x4.sub(i32x4.shr_u(absx4(increments), PITCH_SHIFT), constant(PITCH_NUMBERS));
  const held = i32x4.max_s(i32x4.splat(0), i32x4.min_s(constant(PITCH_NUMBERS, 1), pitches));
  const periods = i32x4.mul(held, constant(PITCH_NUMBERS, 2));
  return readPairs(wave, i32x4.add(offsetsOf(phases), periods), fractionsOf(phases));
}

// @ts-ignore: decorator
@inline
function offsetsOf(phases: v128): v128 {
  return v128.and(i32x4.shr_u(phases, FRACTION_BITS - 2), constant(OFFSET_MASK));
}

// @ts-ignore: decorator
@inline
function fractionsOf(phases: v128): v128 {
  return f32x4.mul(f32x4.convert_i32x4_s(v128.and(phases, constant(FRACTION_MASK))), constant(FRACTION_UNIT));
}

/** Four samples at a steady pitch: `period` as periodFor gives it. */
// @ts-ignore: decorator
@inline
export function steadyWave(period: usize, phases: v128): v128 {
  return period == 0 ? sinOfPhasex4(phases) : readPeriod(period, phases);
}

/** Four samples at moving pitch: `wave` is 0 for the sine, else an address of waveAddress. */
// @ts-ignore: decorator
@inline
export function movingWave(wave: usize, phases: v128, increments: v128): v128 {
  return wave == 0 ? sinOfPhasex4(phases) : readWave(wave, phases, increments);
}

/** What movingWave takes for a choice of the vocabulary. */
export function movingWaveFor(wave: i32): usize {
  return wave == SYNTH_OSCILLATOR_SINE ? 0 : waveAddress(wave);
}
