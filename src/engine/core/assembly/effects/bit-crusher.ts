// BitCrusher: every sample on the nearest step of so many bits.

import { BIT_CRUSHER_BITS, BIT_CRUSHER_WET } from '../generated/layout';
import { exp2, within } from '../math';
import { DryWet, dryWetJump, dryWetRender, dryWetSet } from './dry-wet';
import { wetLeft, wetRight } from './scratch';
import { valueAt } from './values';

@unmanaged
class BitCrusher extends DryWet {
  step: f32;
}

export function bitCrusherBytes(): usize {
  return offsetof<BitCrusher>();
}

export function bitCrusherMake(at: usize): void {}

export function bitCrusherSet(at: usize, values: usize, jump: bool): void {
  const crusher = changetype<BitCrusher>(at);
  crusher.step = exp2(1 - within(valueAt(values, BIT_CRUSHER_BITS), 1, 16));
  dryWetSet(crusher, valueAt(values, BIT_CRUSHER_WET));
  if (jump) dryWetJump(crusher);
}

export function bitCrusherRender(at: usize, left: usize, right: usize, key: usize): void {
  const crusher = changetype<BitCrusher>(at);
  crush(left, wetLeft, crusher.step);
  crush(right, wetRight, crusher.step);
  dryWetRender(crusher, left, wetLeft);
  dryWetRender(crusher, right, wetRight);
  dryWetJump(crusher);
}

function crush(block: usize, out: usize, step: f32): void {
  const size = f32x4.splat(step);
  const half = f32x4.splat(0.5);
  for (let i: usize = 0; i < 512; i += 16) {
    const whole = f32x4.floor(f32x4.add(f32x4.div(v128.load(block + i), size), half));
    v128.store(out + i, f32x4.mul(whole, size));
  }
}
