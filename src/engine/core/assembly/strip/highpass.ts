// Highpass of four lanes: a Butterworth state-variable filter, 12 dB an octave, -3 dB at its frequency.
// The trapezoidal form keeps its shape at 20 Hz in single precision, where a biquad would not.

import { tanOfHalfTurns, within } from '../math';
import { QUAD_BYTES, laneAt, reserve } from '../memory';

const DAMPING: f32 = 1.4142135623730951;

@unmanaged
export class Highpass {
  /** Share of the filter in what comes out, a lane: 0 leaves the lane's bits alone. */
  mix: v128;
  a1: v128;
  a2: v128;
  a3: v128;
  first: v128;
  second: v128;
}

export function newHighpass(): Highpass {
  return changetype<Highpass>(reserve(offsetof<Highpass>()));
}

/** @param turns  frequency over sample rate */
export function highpassSet(filter: Highpass, lane: i32, mix: f32, turns: f32): void {
  const g = tanOfHalfTurns(within(turns, 1e-5, 0.49));
  const a1: f32 = 1 / (1 + g * (g + DAMPING));
  const base = changetype<usize>(filter);
  store<f32>(laneAt(base, lane), mix, offsetof<Highpass>('mix'));
  store<f32>(laneAt(base, lane), a1, offsetof<Highpass>('a1'));
  store<f32>(laneAt(base, lane), g * a1, offsetof<Highpass>('a2'));
  store<f32>(laneAt(base, lane), g * g * a1, offsetof<Highpass>('a3'));
}

export function highpassClear(filter: Highpass, lane: i32): void {
  const base = changetype<usize>(filter);
  store<f32>(laneAt(base, lane), 0, offsetof<Highpass>('first'));
  store<f32>(laneAt(base, lane), 0, offsetof<Highpass>('second'));
}

/** Filters a block of four lanes in place. */
export function highpassRender(filter: Highpass, quad: usize): void {
  const mix = filter.mix;
  if (!v128.any_true(mix)) return;
  const a1 = filter.a1;
  const a2 = filter.a2;
  const a3 = filter.a3;
  const damping = f32x4.splat(DAMPING);
  let first = filter.first;
  let second = filter.second;
  for (let at = quad; at < quad + QUAD_BYTES; at += 16) {
    const x = v128.load(at);
    const v3 = f32x4.sub(x, second);
    const band = f32x4.add(f32x4.mul(a1, first), f32x4.mul(a2, v3));
    const low = f32x4.add(second, f32x4.add(f32x4.mul(a2, first), f32x4.mul(a3, v3)));
    first = f32x4.sub(f32x4.add(band, band), first);
    second = f32x4.sub(f32x4.add(low, low), second);
    const high = f32x4.sub(f32x4.sub(x, f32x4.mul(damping, band)), low);
    v128.store(at, f32x4.add(x, f32x4.mul(mix, f32x4.sub(high, x))));
  }
  filter.first = first;
  filter.second = second;
}
