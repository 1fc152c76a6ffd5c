// EQ3 of four lanes: lows, mids and highs, cut apart by Linkwitz-Riley crossovers, 12 dB an octave.
//
// Tone.js's EQ3 has the same bands and slopes, but its resonant crossovers cancel where two bands meet, so
// that three gains of 0 dB leave notches. Here the bands add up to the whole: at 0 dB only phase is turned.
// A band is two one-pole filters; LP² - HP² of one crossover is an all-pass, which the lows pass for the
// upper crossover so that they stay in phase with the rest. The mids come out turned over, hence the minus.

import { decibelsToGain, tanOfHalfTurns, within } from '../math';
import { QUAD_BYTES, laneAt, reserve } from '../memory';

@unmanaged
export class Eq3 {
  mix: v128;
  low: v128;
  mid: v128;
  high: v128;
  /** One-pole coefficients of the lower and the upper crossover. */
  lower: v128;
  upper: v128;
  s0: v128;
  s1: v128;
  s2: v128;
  s3: v128;
  s4: v128;
}

export function newEq3(): Eq3 {
  return changetype<Eq3>(reserve(offsetof<Eq3>()));
}

/** Gains in dB; crossovers as frequency over sample rate. */
export function eq3Set(eq: Eq3, lane: i32, mix: f32, low: f32, mid: f32, high: f32, lower: f32, upper: f32): void {
  const base = changetype<usize>(eq);
  store<f32>(laneAt(base, lane), mix, offsetof<Eq3>('mix'));
  store<f32>(laneAt(base, lane), decibelsToGain(low), offsetof<Eq3>('low'));
  store<f32>(laneAt(base, lane), decibelsToGain(mid), offsetof<Eq3>('mid'));
  store<f32>(laneAt(base, lane), decibelsToGain(high), offsetof<Eq3>('high'));
  store<f32>(laneAt(base, lane), onePole(lower), offsetof<Eq3>('lower'));
  store<f32>(laneAt(base, lane), onePole(upper), offsetof<Eq3>('upper'));
}

function onePole(turns: f32): f32 {
  const g = tanOfHalfTurns(within(turns, 1e-5, 0.49));
  return g / (1 + g);
}

export function eq3Clear(eq: Eq3, lane: i32): void {
  const base = laneAt(changetype<usize>(eq), lane);
  for (let offset = offsetof<Eq3>('s0'); offset <= offsetof<Eq3>('s4'); offset += 16) store<f32>(base + offset, 0);
}

/** Equalises a block of four lanes in place. */
export function eq3Render(eq: Eq3, quad: usize): void {
  const mix = eq.mix;
  if (!v128.any_true(mix)) return;
  const lowGain = eq.low;
  const midGain = eq.mid;
  const highGain = eq.high;
  const lower = eq.lower;
  const upper = eq.upper;
  let s0 = eq.s0;
  let s1 = eq.s1;
  let s2 = eq.s2;
  let s3 = eq.s3;
  let s4 = eq.s4;
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
    const y = f32x4.add(f32x4.sub(f32x4.mul(lowGain, low), f32x4.mul(midGain, mid)), f32x4.mul(highGain, high));
    v128.store(at, f32x4.add(x, f32x4.mul(mix, f32x4.sub(y, x))));
  }
  eq.s0 = s0;
  eq.s1 = s1;
  eq.s2 = s2;
  eq.s3 = s3;
  eq.s4 = s4;
}
