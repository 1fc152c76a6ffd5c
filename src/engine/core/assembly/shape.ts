// One waveform by itself: the sine, which is computed; a table; or a few partials of given levels, summed
// sample by sample, so that a song may ask for any.
// Everything here takes a run of samples at a steady pitch, or one at a pitch that moves.

import { constant } from './constants';
import { MOST_PARTIALS, SYNTH_OSCILLATOR_SINE } from './generated/layout';
import { absx4, sinOfPhasex4, within } from './math';
import {
  HIGHEST_INCREMENT, lastLane, phaseAfter, phasesFrom, phaseStep, phaseSteps, pitchOf, readPeriod, readWave, runningSum,
} from './oscillator';
import { bitsAt, copyAt, placeIn, readMovingTable, readTable } from './wavetable';
import { HIGHEST_PARTIAL, lastPitch, partialLevel, periodBits, periodOffset, waveAddress } from './wavetables';

/** What a waveform is made of. */
@unmanaged
export class Shape {
  /** A choice of the vocabulary, sine to triangle, or -1 where it is a sum of partials. */
  wave: i32;
  /** How many partials, and turns a sample of the highest that is heard. */
  count: i32;
  highest: f32;
  /** Of a wavetable: the address of its first period, how many it has, and where between them, 0 to 1. */
  table: usize;
  periods: i32;
  position: f32;
}

/** Bytes in front of the levels. */
const HEAD: i32 = 32;
export const SHAPE_BYTES: i32 = HEAD + MOST_PARTIALS * 4;

const SUM: i32 = -1;
/** A wavetable, or silence where there is none. */
export const WAVETABLE: i32 = -2;
// Places of half a turn where a sum is looked at for its peak.
const PLACES: i32 = 1024;

// @ts-ignore: decorator
@inline
function levelsOf(shape: Shape): usize {
  return changetype<usize>(shape) + HEAD;
}

/** Makes it one of the waveforms, whole or, where `count` is not 0, with so many partials. */
export function setShape(shape: Shape, wave: i32, count: i32, sampleRate: f32): void {
  shape.wave = wave;
  if (count <= 0 || (wave == SYNTH_OSCILLATOR_SINE && count == 1)) return;
  const most = min<i32>(count, MOST_PARTIALS);
  for (let n = 1; n <= most; n++) {
    store<f32>(levelsOf(shape) + ((n - 1) << 2), wave == SYNTH_OSCILLATOR_SINE ? <f32>1.0 : <f32>partialLevel(wave, n));
  }
  finishSum(shape, most, sampleRate);
}

/**
 * Makes it the sum of partials whose f32 levels stand at `from`, of the first `kept` where that is not 0; false, and as it
 * was, where there are none.
 */
export function setPartials(shape: Shape, from: usize, kept: i32, sampleRate: f32): bool {
  let count = 0;
  for (let n = 0; n < MOST_PARTIALS; n++) {
    const level = kept > 0 && n >= kept ? <f32>0.0 : within(load<f32>(from + (n << 2)), -1.0, 1.0);
    store<f32>(levelsOf(shape) + (n << 2), level);
    if (level != 0.0) count = n + 1;
  }
  if (count > 0) finishSum(shape, count, sampleRate);
  return count > 0;
}

// As Web Audio does, the sum is scaled so that it peaks at 1.
function finishSum(shape: Shape, count: i32, sampleRate: f32): void {
  shape.wave = SUM;
  shape.count = count;
  shape.highest = min<f32>(<f32>HIGHEST_PARTIAL / sampleRate, 0.5);
  let peaks = f32x4.splat(0.0);
  const step: u32 = 0x80000000 / PLACES;
  for (let place = 0; place < PLACES; place += 4) {
    peaks = f32x4.max(peaks, absx4(partialSum(shape, count, phasesFrom(<u32>place * step, step))));
  }
  const peak = max<f32>(
    max<f32>(f32x4.extract_lane(peaks, 0), f32x4.extract_lane(peaks, 1)),
    max<f32>(f32x4.extract_lane(peaks, 2), f32x4.extract_lane(peaks, 3)),
  );
  for (let n = 0; n < count; n++) {
    const level = levelsOf(shape) + (n << 2);
    store<f32>(level, load<f32>(level) / max<f32>(peak, 0.000001));
  }
}

// Clenshaw's sum: each partial is a product and two sums, with no sine of its own.
// @ts-ignore: decorator
@inline
function partialSum(shape: Shape, count: i32, phases: v128): v128 {
  const twice = f32x4.mul(f32x4.splat(2.0), sinOfPhasex4(i32x4.add(phases, i32x4.splat(0x40000000))));
  let one = f32x4.splat(0.0);
  let two = one;
  for (let at = levelsOf(shape) + ((count - 1) << 2), end = levelsOf(shape); at >= end; at -= 4) {
    const next = f32x4.add(constant(at), f32x4.sub(f32x4.mul(twice, one), two));
    two = one;
    one = next;
  }
  return f32x4.mul(one, sinOfPhasex4(phases));
}

// A partial that would lie beyond hearing is left out, each sample by its own pitch.
// @ts-ignore: decorator
@inline
function movingSum(shape: Shape, phases: v128, increments: v128): v128 {
  const twice = f32x4.mul(f32x4.splat(2.0), sinOfPhasex4(i32x4.add(phases, i32x4.splat(0x40000000))));
  const pitch = absx4(increments);
  const highest = f32x4.splat(shape.highest);
  let one = f32x4.splat(0.0);
  let two = one;
  for (let n = shape.count; n > 0; n--) {
    const heard = f32x4.le(f32x4.mul(pitch, f32x4.splat(<f32>n)), highest);
    const level = v128.and(heard, constant(levelsOf(shape), n - 1));
    const next = f32x4.add(level, f32x4.sub(f32x4.mul(twice, one), two));
    two = one;
    one = next;
  }
  return f32x4.mul(one, sinOfPhasex4(phases));
}

/** How a run meets what is in its buffer already. */
export const WRITE: i32 = 0;
export const ADD: i32 = 1;

/**
 * `frames` samples at a steady pitch, times `gain`; what lies up to three past them is spoilt.
 * @param phaseAt    where the u32 phase is kept, and moved on
 * @param increment  turns a sample, held to half the rate
 * @param times      how many times the rate of the core these samples run at: what is heard is the same
 */
// @ts-ignore: decorator
@inline
export function runSteady(shape: Shape, phaseAt: usize, increment: f32, gain: f32, out: usize, frames: i32, times: i32, how: i32): void {
  const step = phaseStep(min<f32>(increment, HIGHEST_INCREMENT));
  const phase = load<u32>(phaseAt);
  store<u32>(phaseAt, phase + step * frames);
  const stride = i32x4.splat(step * 4);
  const gains = f32x4.splat(gain);
  let phases = phasesFrom(phase, step);
  const end = out + (<usize>frames << 2);
  if (shape.wave == WAVETABLE) {
    const copy = copyAt(pitchOf(increment * <f32>times));
    const bits = bitsAt(pitchOf(increment * <f32>times));
    const place = placeIn(shape.table, shape.periods, shape.position);
    for (let at = out; at < end; at += 16) {
      put(at, f32x4.mul(gains, readTable(place, copy, bits, phases)), how);
      phases = i32x4.add(phases, stride);
    }
  } else if (shape.wave > SYNTH_OSCILLATOR_SINE) {
    const pitch = pitchOf(increment * <f32>times);
    const period = waveAddress(shape.wave) + periodOffset(pitch);
    const bits = periodBits(pitch);
    for (let at = out; at < end; at += 16) {
      put(at, f32x4.mul(gains, readPeriod(period, bits, phases)), how);
      phases = i32x4.add(phases, stride);
    }
  } else if (shape.wave == SYNTH_OSCILLATOR_SINE) {
    for (let at = out; at < end; at += 16) {
      put(at, f32x4.mul(gains, sinOfPhasex4(phases)), how);
      phases = i32x4.add(phases, stride);
    }
  } else {
    const heard = <i32>min<f32>(<f32>shape.count, shape.highest / max<f32>(increment * <f32>times, 0.000001));
    for (let at = out; at < end; at += 16) {
      put(at, f32x4.mul(gains, partialSum(shape, heard, phases)), how);
      phases = i32x4.add(phases, stride);
    }
  }
}

/**
 * runSteady at a pitch that moves: `increments` holds the f32 turns of each sample, times `factor`. It has the partials
 * that suit the pitches at `suits` times `factor` and `reach`, with one at the least; where `reach` is 0 those of its own.
 */
// @ts-ignore: decorator
@inline
export function runMoving(
  shape: Shape, phaseAt: usize, increments: usize, factor: f32, gain: f32, out: usize, frames: i32, times: i32, how: i32, suits: usize, reach: f32,
): void {
  if (shape.wave == WAVETABLE) moveThrough(MORPH, shape, phaseAt, increments, factor, gain, out, frames, times, how, suits, reach);
  else if (shape.wave > SYNTH_OSCILLATOR_SINE) moveThrough(TABLE, shape, phaseAt, increments, factor, gain, out, frames, times, how, suits, reach);
  else if (shape.wave == SYNTH_OSCILLATOR_SINE) moveThrough(SINE, shape, phaseAt, increments, factor, gain, out, frames, times, how, suits, reach);
  else moveThrough(PARTIALS, shape, phaseAt, increments, factor, gain, out, frames, times, how, suits, reach);
}

const TABLE: i32 = 0;
const SINE: i32 = 1;
const PARTIALS: i32 = 2;
const MORPH: i32 = 3;

// One loop for each kind, since `kind` and `how` are constants where it is inlined.
// @ts-ignore: decorator
@inline
function moveThrough(
  kind: i32, shape: Shape, phaseAt: usize, increments: usize, factor: f32, gain: f32, out: usize, frames: i32, times: i32, how: i32,
  suits: usize, reach: f32,
): void {
  const pitches = reach > 0.0 ? suits : increments;
  const reaches = f32x4.splat(reach > 0.0 ? factor * reach * <f32>times : factor * <f32>times);
  const ceiling = f32x4.splat(reach > 0.0 ? lastPitch : <f32>1.0e9);
  const gains = f32x4.splat(gain);
  const factors = f32x4.splat(factor);
  const wave = kind == TABLE ? waveAddress(shape.wave) : 0;
  const place = kind == MORPH ? placeIn(shape.table, shape.periods, shape.position) : 0;
  let from = i32x4.splat(load<u32>(phaseAt));
  let phases = from;
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    const turns = f32x4.mul(factors, v128.load(increments + at));
    const steps = phaseSteps(turns);
    const sums = runningSum(steps);
    phases = i32x4.add(from, i32x4.sub(sums, steps));
    from = i32x4.add(from, lastLane(sums));
    const suited = f32x4.min(ceiling, absx4(f32x4.mul(reaches, v128.load(pitches + at))));
    const sound = kind == TABLE
      ? readWave(wave, phases, suited)
      : kind == MORPH ? readMovingTable(place, phases, suited)
      : kind == SINE ? sinOfPhasex4(phases) : movingSum(shape, phases, suited);
    put(out + at, f32x4.mul(gains, sound), how);
  }
  store<u32>(phaseAt, phaseAfter(phases, from, frames));
}

/** Writes a run at a steady pitch. */
export function writeSteady(shape: Shape, phaseAt: usize, increment: f32, gain: f32, out: usize, frames: i32, times: i32): void {
  runSteady(shape, phaseAt, increment, gain, out, frames, times, WRITE);
}

/** Adds a run at a steady pitch. */
export function addSteady(shape: Shape, phaseAt: usize, increment: f32, gain: f32, out: usize, frames: i32, times: i32): void {
  runSteady(shape, phaseAt, increment, gain, out, frames, times, ADD);
}

/** Writes a run at a pitch that moves. */
export function writeMoving(
  shape: Shape, phaseAt: usize, increments: usize, factor: f32, gain: f32, out: usize, frames: i32, times: i32, suits: usize, reach: f32,
): void {
  runMoving(shape, phaseAt, increments, factor, gain, out, frames, times, WRITE, suits, reach);
}

/** Adds a run at a pitch that moves. */
export function addMoving(
  shape: Shape, phaseAt: usize, increments: usize, factor: f32, gain: f32, out: usize, frames: i32, times: i32, suits: usize, reach: f32,
): void {
  runMoving(shape, phaseAt, increments, factor, gain, out, frames, times, ADD, suits, reach);
}

// @ts-ignore: decorator
@inline
function put(at: usize, sound: v128, how: i32): void {
  v128.store(at, how == ADD ? f32x4.add(v128.load(at), sound) : sound);
}
