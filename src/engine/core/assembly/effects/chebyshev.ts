// Chebyshev: Tone.js's polynomials, at eight times the rate. They follow p = 2 x p' - p'' from 0 and x, and are
// held to x from -1 to 1, where they stay finite. A new order comes in by a crossfade.

import { CHEBYSHEV_ORDER, CHEBYSHEV_WET } from '../generated/layout';
import { DryWet, dryWetJump, dryWetRender, dryWetSet } from './dry-wet';
import { OVERSAMPLED, OVERSAMPLE_BYTES, OVERSAMPLING_DELAY, OVERSAMPLING_PADDING, fall, goPast, oversampleInit, rise } from './oversample';
import { wetLeft, wetRight } from './scratch';
import { valueAt, wholeAt } from './values';

const MOST: i32 = 100;

@unmanaged
class Chebyshev extends DryWet {
  order: i32;
  nextOrder: i32;
}

const STATES: usize = 32;

export function chebyshevInit(): void {
  oversampleInit();
}

export function chebyshevBytes(): usize {
  return STATES + 2 * OVERSAMPLE_BYTES;
}

export function chebyshevMake(at: usize): void {}

export function chebyshevSet(at: usize, values: usize, jump: bool): void {
  const chebyshev = changetype<Chebyshev>(at);
  chebyshev.nextOrder = max<i32>(1, wholeAt(values, CHEBYSHEV_ORDER, MOST));
  dryWetSet(chebyshev, valueAt(values, CHEBYSHEV_WET));
  if (!jump) return;
  dryWetJump(chebyshev);
  chebyshev.order = chebyshev.nextOrder;
}

export function chebyshevTail(at: usize): i32 {
  return 2 * OVERSAMPLING_DELAY;
}

export function chebyshevLatency(at: usize): i32 {
  return OVERSAMPLING_DELAY;
}

export function chebyshevRender(at: usize, left: usize, right: usize, key: usize): void {
  const chebyshev = changetype<Chebyshev>(at);
  bend(chebyshev, at + STATES, left, wetLeft);
  bend(chebyshev, at + STATES + OVERSAMPLE_BYTES, right, wetRight);
  chebyshev.order = chebyshev.nextOrder;
  dryWetRender(chebyshev, left, wetLeft);
  dryWetRender(chebyshev, right, wetRight);
  dryWetJump(chebyshev);
}

function bend(chebyshev: Chebyshev, state: usize, block: usize, out: usize): void {
  const raised = rise(state, block);
  const order = chebyshev.order;
  const next = chebyshev.nextOrder;
  const one = f32x4.splat(1);
  const step = f32x4.splat(4.0 / <f32>OVERSAMPLED);
  let share = f32x4.mul(f32x4(1, 2, 3, 4), f32x4.splat(1.0 / <f32>OVERSAMPLED));
  for (let i: usize = 0; i < (<usize>OVERSAMPLED << 2); i += 16) {
    const x = f32x4.max(f32x4.neg(one), f32x4.min(one, v128.load(raised + i)));
    let y = polynomial(x, order);
    if (next != order) y = f32x4.add(y, f32x4.mul(share, f32x4.sub(polynomial(x, next), y)));
    share = f32x4.add(share, step);
    v128.store(raised + i, y);
  }
  fall(state, out, OVERSAMPLING_PADDING);
  goPast(state, block);
}

// @ts-ignore: decorator
@inline
function polynomial(x: v128, order: i32): v128 {
  const twice = f32x4.add(x, x);
  let before = f32x4.splat(0);
  let p = x;
  for (let n = 1; n < order; n++) {
    const next = f32x4.sub(f32x4.mul(twice, p), before);
    before = p;
    p = next;
  }
  return p;
}
