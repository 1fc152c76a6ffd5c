// How an effect and what goes past it are blended: Tone.js's equal-power law, travelling within a block.

import { cosOfTurns, sinOfTurns, within } from '../math';
import { BLOCK, BLOCK_BYTES } from '../memory';

@unmanaged
export class DryWet {
  /** Gains at the end of the last block, and of this one. */
  dry: f32;
  wet: f32;
  nextDry: f32;
  nextWet: f32;
}

/** `wet` from 0 to 1. */
export function dryWetSet(blend: DryWet, wet: f32): void {
  const share = within(wet, 0, 1) * 0.25;
  blend.nextDry = cosOfTurns(share);
  blend.nextWet = sinOfTurns(share);
}

export function dryWetJump(blend: DryWet): void {
  blend.dry = blend.nextDry;
  blend.wet = blend.nextWet;
}

/** Whether nothing of the effect is heard in this block. */
export function isDry(blend: DryWet): bool {
  return blend.wet == 0 && blend.nextWet == 0;
}

/** Blends a block of `effect` into `block`. */
export function dryWetRender(blend: DryWet, block: usize, effect: usize): void {
  const dryStep = (blend.nextDry - blend.dry) / <f32>BLOCK;
  const wetStep = (blend.nextWet - blend.wet) / <f32>BLOCK;
  const ramp = f32x4(0, 1, 2, 3);
  let dry = f32x4.add(f32x4.splat(blend.dry), f32x4.mul(ramp, f32x4.splat(dryStep)));
  let wet = f32x4.add(f32x4.splat(blend.wet), f32x4.mul(ramp, f32x4.splat(wetStep)));
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    const y = f32x4.add(f32x4.mul(v128.load(block + i), dry), f32x4.mul(v128.load(effect + i), wet));
    v128.store(block + i, y);
    dry = f32x4.add(dry, f32x4.splat(dryStep * 4));
    wet = f32x4.add(wet, f32x4.splat(wetStep * 4));
  }
}
