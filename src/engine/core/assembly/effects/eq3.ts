// EQ3: lows, mids and highs, cut apart by Linkwitz-Riley crossovers, 12 dB an octave.
//
// Tone.js's EQ3 has the same bands and slopes, but its resonant crossovers cancel where two bands meet, so
// that three gains of 0 dB leave notches. Here the bands add up to the whole: at 0 dB only phase is turned.
// A band is two one-pole filters; LP² - HP² of one crossover is an all-pass, which the lows pass for the
// upper crossover so that they stay in phase with the rest. The mids come out turned over, hence the minus.

import { gather, scatter } from '../blocks';
import { EQ3_HIGH, EQ3_HIGH_FREQUENCY, EQ3_LOW, EQ3_LOW_FREQUENCY, EQ3_MID } from '../generated/layout';
import { decibelsToGain, tanOfHalfTurns, within } from '../math';
import { BLOCK, QUAD_BYTES } from '../memory';
import { rest } from './feedback';
import { quad, sampleRate } from './rate';

/** Left and right in the first two lanes. */
@unmanaged
class Eq3 {
  s0: v128;
  s1: v128;
  s2: v128;
  s3: v128;
  s4: v128;
  /** Gains at the end of the last block, and of this one. */
  low: f32;
  mid: f32;
  high: f32;
  nextLow: f32;
  nextMid: f32;
  nextHigh: f32;
  /** One-pole coefficients of the lower and the upper crossover. */
  lower: f32;
  upper: f32;
}

export function eq3Bytes(): usize {
  return offsetof<Eq3>();
}

export function eq3Make(at: usize): void {}

export function eq3Set(at: usize, values: usize, jump: bool): void {
  const eq = changetype<Eq3>(at);
  eq.nextLow = decibelsToGain(within(load<f32>(values + (EQ3_LOW << 2)), -100, 40));
  eq.nextMid = decibelsToGain(within(load<f32>(values + (EQ3_MID << 2)), -100, 40));
  eq.nextHigh = decibelsToGain(within(load<f32>(values + (EQ3_HIGH << 2)), -100, 40));
  eq.lower = onePole(load<f32>(values + (EQ3_LOW_FREQUENCY << 2)) / sampleRate);
  eq.upper = onePole(load<f32>(values + (EQ3_HIGH_FREQUENCY << 2)) / sampleRate);
  if (jump) arrive(eq);
}

function arrive(eq: Eq3): void {
  eq.low = eq.nextLow;
  eq.mid = eq.nextMid;
  eq.high = eq.nextHigh;
}

function onePole(turns: f32): f32 {
  const g = tanOfHalfTurns(within(turns, 1e-5, 0.49));
  return g / (1 + g);
}

export function eq3Render(at: usize, left: usize, right: usize, key: usize): void {
  const eq = changetype<Eq3>(at);
  let lowGain = f32x4.splat(eq.low);
  let midGain = f32x4.splat(eq.mid);
  let highGain = f32x4.splat(eq.high);
  const lowStep = f32x4.splat((eq.nextLow - eq.low) / <f32>BLOCK);
  const midStep = f32x4.splat((eq.nextMid - eq.mid) / <f32>BLOCK);
  const highStep = f32x4.splat((eq.nextHigh - eq.high) / <f32>BLOCK);
  const lower = f32x4.splat(eq.lower);
  const upper = f32x4.splat(eq.upper);
  let s0 = eq.s0;
  let s1 = eq.s1;
  let s2 = eq.s2;
  let s3 = eq.s3;
  let s4 = eq.s4;
  gather(quad, left, right, 0, 0);
  for (let at = quad; at < quad + QUAD_BYTES; at += 16) {
    const x = v128.load(at);
    // Lower crossover: `low` below it, `rest` above: (1 - L)² x = x - 2 L x + L² x.
    let v = f32x4.mul(f32x4.sub(x, s0), lower);
    const below = f32x4.add(v, s0);
    s0 = f32x4.add(below, v);
    v = f32x4.mul(f32x4.sub(below, s1), lower);
    let low = f32x4.add(v, s1);
    s1 = f32x4.add(low, v);
    const rest = f32x4.add(f32x4.sub(x, f32x4.add(below, below)), low);
    // The lows take the phase of the upper crossover.
    v = f32x4.mul(f32x4.sub(low, s2), upper);
    const pass = f32x4.add(v, s2);
    s2 = f32x4.add(pass, v);
    low = f32x4.sub(f32x4.add(pass, pass), low);
    // Upper crossover.
    v = f32x4.mul(f32x4.sub(rest, s3), upper);
    const restBelow = f32x4.add(v, s3);
    s3 = f32x4.add(restBelow, v);
    v = f32x4.mul(f32x4.sub(restBelow, s4), upper);
    const mid = f32x4.add(v, s4);
    s4 = f32x4.add(mid, v);
    const high = f32x4.add(f32x4.sub(rest, f32x4.add(restBelow, restBelow)), mid);
    v128.store(at, f32x4.add(f32x4.sub(f32x4.mul(lowGain, low), f32x4.mul(midGain, mid)), f32x4.mul(highGain, high)));
    lowGain = f32x4.add(lowGain, lowStep);
    midGain = f32x4.add(midGain, midStep);
    highGain = f32x4.add(highGain, highStep);
  }
  arrive(eq);
  scatter(quad, left, right, 0, 0);
  eq.s0 = rest(s0);
  eq.s1 = rest(s1);
  eq.s2 = rest(s2);
  eq.s3 = rest(s3);
  eq.s4 = rest(s4);
}
