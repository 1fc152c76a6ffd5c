// A low-frequency oscillator: a block of it at a time, from -1 to 1, as Tone.js's LFO before it is scaled. Its
// phase is a whole turn in 32 bits and depends on nothing but how long it has run.
// Edges of the square and the sawtooth take a millisecond, so that nothing they move clicks.

import { CHORUS_TYPE_SAWTOOTH, CHORUS_TYPE_SQUARE, CHORUS_TYPE_TRIANGLE } from '../generated/layout';
import { sinOfPhasex4, triangleOfPhasex4, within } from '../math';
import { rampOfFour } from './glide';
import { sampleRate } from './rate';

const TURN: f64 = 4294967296;
const EDGE_SECONDS: f32 = 0.001;

/** What a sample adds to the phase; a frequency of 0 to 1000 Hz. */
export function lfoStep(hertz: f32): u32 {
  return <u32>(<f64>within(hertz, 0, 1000) / <f64>sampleRate * TURN);
}

/** A phase in degrees. */
export function phaseOf(degrees: f32): u32 {
  const turns = <f64>within(degrees, -100000, 100000) / 360;
  return <u32><i64>((turns - Math.floor(turns)) * TURN);
}

/** The types are numbered alike in all effects that have one. */
export function lfoRender(out: usize, type: i32, phase: u32, step: u32): void {
  const steps = i32x4.mul(i32x4.splat(step), i32x4(0, 1, 2, 3));
  const four = i32x4.splat(step << 2);
  let phases = i32x4.add(i32x4.splat(phase), steps);
  // How many times too steep a triangle must be for its flanks to take a millisecond.
  const steep = within(<f32>(TURN / 4) / max<f32>(1, <f32>step * EDGE_SECONDS * sampleRate), 1, 1e6);
  for (let i: usize = 0; i < 512; i += 16) {
    v128.store(out + i, shaped(type, phases, steep));
    phases = i32x4.add(phases, four);
  }
}

// @ts-ignore: decorator
@inline
function shaped(type: i32, phases: v128, steep: f32): v128 {
  if (type == CHORUS_TYPE_TRIANGLE) return twice(triangleOfPhasex4(phases));
  if (type == CHORUS_TYPE_SQUARE) return held(f32x4.mul(twice(triangleOfPhasex4(phases)), f32x4.splat(steep)));
  if (type == CHORUS_TYPE_SAWTOOTH) return sawtooth(phases, steep);
  return sinOfPhasex4(phases);
}

/** Rises from 0, falls at the half turn; the fall is a straight line that ends where the slope begins. */
// @ts-ignore: decorator
@inline
function sawtooth(phases: v128, steep: f32): v128 {
  const rise = f32x4.mul(f32x4.convert_i32x4_s(phases), f32x4.splat(<f32>4.656612873077393e-10));
  // What is left to the half turn, from either side of it, as 0..1 of a turn's half.
  const near = f32x4.sub(f32x4.splat(1), f32x4.abs(rise));
  return f32x4.mul(rise, f32x4.min(f32x4.splat(1), f32x4.mul(near, f32x4.splat(steep * 2))));
}

// @ts-ignore: decorator
@inline
function twice(x: v128): v128 {
  return f32x4.add(x, x);
}

// @ts-ignore: decorator
@inline
function held(x: v128): v128 {
  return f32x4.max(f32x4.splat(-1), f32x4.min(f32x4.splat(1), x));
}

/** Makes a block `low + (high - low) * (block * depth + 1) / 2`, with what `low` and `high` come to in it. */
export function lfoScale(block: usize, depth: f32, nextDepth: f32, low: f32, nextLow: f32, high: f32, nextHigh: f32): void {
  // middle + reach * block.
  const middle: f32 = 0.5 * (low + high);
  const nextMiddle: f32 = 0.5 * (nextLow + nextHigh);
  const reach: f32 = 0.5 * depth * (high - low);
  const nextReach: f32 = 0.5 * nextDepth * (nextHigh - nextLow);
  let m = rampOfFour(middle, nextMiddle);
  let r = rampOfFour(reach, nextReach);
  const stepM = f32x4.splat((nextMiddle - middle) / 32);
  const stepR = f32x4.splat((nextReach - reach) / 32);
  for (let i: usize = 0; i < 512; i += 16) {
    v128.store(block + i, f32x4.add(m, f32x4.mul(r, v128.load(block + i))));
    m = f32x4.add(m, stepM);
    r = f32x4.add(r, stepR);
  }
}
