// Highpass: a Butterworth state-variable filter, 12 dB an octave, -3 dB at its frequency.
// The trapezoidal form keeps its shape at 20 Hz in single precision, where a biquad would not.

import { gather, scatter } from '../blocks';
import { HIGHPASS_FREQUENCY } from '../generated/layout';
import { tanOfHalfTurns, within } from '../math';
import { QUAD_BYTES } from '../memory';
import { rest } from './feedback';
import { quad, sampleRate } from './rate';

const DAMPING: f32 = 1.4142135623730951;

/** Left and right in the first two lanes. */
@unmanaged
class Highpass {
  first: v128;
  second: v128;
  a1: f32;
  a2: f32;
  a3: f32;
}

export function highpassBytes(): usize {
  return offsetof<Highpass>();
}

export function highpassMake(at: usize): void {}

export function highpassSet(at: usize, values: usize, jump: bool): void {
  const filter = changetype<Highpass>(at);
  const turns = load<f32>(values + (HIGHPASS_FREQUENCY << 2)) / sampleRate;
  const g = tanOfHalfTurns(within(turns, 1e-5, 0.49));
  filter.a1 = 1 / (1 + g * (g + DAMPING));
  filter.a2 = g * filter.a1;
  filter.a3 = g * filter.a2;
}

export function highpassRender(at: usize, left: usize, right: usize, key: usize): void {
  const filter = changetype<Highpass>(at);
  const a1 = f32x4.splat(filter.a1);
  const a2 = f32x4.splat(filter.a2);
  const a3 = f32x4.splat(filter.a3);
  const damping = f32x4.splat(DAMPING);
  let first = filter.first;
  let second = filter.second;
  gather(quad, left, right, 0, 0);
  for (let at = quad; at < quad + QUAD_BYTES; at += 16) {
    const x = v128.load(at);
    const v3 = f32x4.sub(x, second);
    const band = f32x4.add(f32x4.mul(a1, first), f32x4.mul(a2, v3));
    const low = f32x4.add(second, f32x4.add(f32x4.mul(a2, first), f32x4.mul(a3, v3)));
    first = f32x4.sub(f32x4.add(band, band), first);
    second = f32x4.sub(f32x4.add(low, low), second);
    v128.store(at, f32x4.sub(f32x4.sub(x, f32x4.mul(damping, band)), low));
  }
  scatter(quad, left, right, 0, 0);
  filter.first = rest(first);
  filter.second = rest(second);
}
