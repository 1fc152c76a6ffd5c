// Pulses, band-limited: a pulse is a saw less the same saw later, at any width, and its constant part is gone.
// As in Tone.js, `width` is how far the edges have moved: 0 is a square, and 0.2 is high for 60 % of the turn.

import { SYNTH_OSCILLATOR_SAWTOOTH } from '../generated/layout';
import { absx4, sinOfPhasex4 } from '../math';
import { lastLane, phaseAfter, phasesFrom, phaseSteps, readWave, runningSum, TURN } from '../oscillator';
import { WIDE_BYTES } from '../oversampling';
import { JUMP_PEAK, waveAddress } from '../wavetables';
import { Oscillator, OscillatorSettings } from './omni-settings';

const turns = memory.data(WIDE_BYTES, 16);
const HALF_TURN: u32 = 0x80000000;

/** Moves the u32 phase at `phaseAt` through `frames` whose increments are given, for the writers below. */
export function fillSteps(phaseAt: usize, increments: usize, frames: i32): void {
  let from = i32x4.splat(load<u32>(phaseAt));
  let phases = from;
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    const steps = phaseSteps(v128.load(increments + at));
    const sums = runningSum(steps);
    phases = i32x4.add(from, i32x4.sub(sums, steps));
    from = i32x4.add(from, lastLane(sums));
    v128.store(turns + at, phases);
  }
  store<u32>(phaseAt, phaseAfter(phases, from, frames));
}

/** Writes a pulse whose width stands still, with the partials that suit `pitches` times `reach`, `ceiling` at most. */
export function writePulse(settings: OscillatorSettings, pitches: usize, reach: f32, ceiling: f32, out: usize, frames: i32): void {
  const tempo = f32x4.splat(reach);
  const saw = waveAddress(SYNTH_OSCILLATOR_SAWTOOTH);
  const width = i32x4.splat(settings.width);
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    v128.store(out + at, pulse(saw, v128.load(turns + at), width, suited(pitches + at, tempo, ceiling)));
  }
}

/** Writes Tone.js's `pwm`: where twice the sine of the note is over the sine of its width's turn. */
export function writeWidths(settings: OscillatorSettings, oscillator: Oscillator, pitches: usize, reach: f32, ceiling: f32, out: usize, frames: i32, times: i32): void {
  const tempo = f32x4.splat(reach);
  const saw = waveAddress(SYNTH_OSCILLATOR_SAWTOOTH);
  const step = settings.widthStep / times;
  const stride = i32x4.splat(step * 4);
  let widths = phasesFrom(oscillator.turn, step);
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    const width = arcsineOfHalf(sinOfPhasex4(widths));
    v128.store(out + at, pulse(saw, v128.load(turns + at), width, suited(pitches + at, tempo, ceiling)));
    widths = i32x4.add(widths, stride);
  }
  oscillator.turn += step * frames;
}

// @ts-ignore: decorator
@inline
function suited(pitches: usize, reach: v128, ceiling: f32): v128 {
  return f32x4.min(f32x4.splat(ceiling), absx4(f32x4.mul(reach, v128.load(pitches))));
}

// @ts-ignore: decorator
@inline
function pulse(saw: usize, phases: v128, width: v128, increments: v128): v128 {
  const up = readWave(saw, i32x4.sub(phases, width), increments);
  const down = readWave(saw, i32x4.add(i32x4.add(phases, width), i32x4.splat(HALF_TURN)), increments);
  return f32x4.mul(f32x4.sub(up, down), f32x4.splat(<f32>JUMP_PEAK));
}

// arcsin(x / 2) in turns of 32 bits, for x from -1 to 1.
// @ts-ignore: decorator
@inline
function arcsineOfHalf(x: v128): v128 {
  const half = f32x4.mul(x, f32x4.splat(0.5));
  const square = f32x4.mul(half, half);
  let series = f32x4.add(f32x4.splat(0.03038194), f32x4.mul(square, f32x4.splat(0.0223721)));
  series = f32x4.add(f32x4.splat(0.04464286), f32x4.mul(square, series));
  series = f32x4.add(f32x4.splat(0.075), f32x4.mul(square, series));
  series = f32x4.add(f32x4.splat(0.16666667), f32x4.mul(square, series));
  const radians = f32x4.add(half, f32x4.mul(half, f32x4.mul(square, series)));
  return i32x4.trunc_sat_f32x4_s(f32x4.mul(radians, f32x4.splat(TURN * 0.15915494)));
}
