// StereoWidener: the sum of the sides times 2 (1 - width), their difference times 2 width, as in Tone.js.

import { STEREO_WIDENER_WET, STEREO_WIDENER_WIDTH } from '../generated/layout';
import { within } from '../math';
import { DryWet, dryWetJump, dryWetRender, dryWetSet } from './dry-wet';
import { rampOfFour, rampStep } from './glide';
import { wetLeft, wetRight } from './scratch';
import { valueAt } from './values';

@unmanaged
class StereoWidener extends DryWet {
  width: f32;
  nextWidth: f32;
}

export function stereoWidenerBytes(): usize {
  return offsetof<StereoWidener>();
}

export function stereoWidenerMake(at: usize): void {}

export function stereoWidenerSet(at: usize, values: usize, jump: bool): void {
  const widener = changetype<StereoWidener>(at);
  widener.nextWidth = within(valueAt(values, STEREO_WIDENER_WIDTH), 0, 1);
  dryWetSet(widener, valueAt(values, STEREO_WIDENER_WET));
  if (!jump) return;
  dryWetJump(widener);
  widener.width = widener.nextWidth;
}

export function stereoWidenerRender(at: usize, left: usize, right: usize, key: usize): void {
  const widener = changetype<StereoWidener>(at);
  let width = rampOfFour(widener.width, widener.nextWidth);
  const step = rampStep(widener.width, widener.nextWidth);
  widener.width = widener.nextWidth;
  for (let i: usize = 0; i < 512; i += 16) {
    const l = v128.load(left + i);
    const r = v128.load(right + i);
    const mid = f32x4.mul(f32x4.add(l, r), f32x4.sub(f32x4.splat(1), width));
    const side = f32x4.mul(f32x4.sub(l, r), width);
    v128.store(wetLeft + i, f32x4.add(mid, side));
    v128.store(wetRight + i, f32x4.sub(mid, side));
    width = f32x4.add(width, step);
  }
  dryWetRender(widener, left, wetLeft);
  dryWetRender(widener, right, wetRight);
  dryWetJump(widener);
}
