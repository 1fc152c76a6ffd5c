// AutoPanner: Web Audio's equal-power panner, moved by an oscillator. Its law for one channel takes the sum of
// both sides; its law for two leaves the side that it turns to as it is, and adds the other to it.

import {
  AUTO_PANNER_CHANNEL_COUNT, AUTO_PANNER_DEPTH, AUTO_PANNER_FREQUENCY, AUTO_PANNER_TYPE,
  AUTO_PANNER_TYPE_SAWTOOTH, AUTO_PANNER_WET,
} from '../generated/layout';
import { sinOfPhasex4, within } from '../math';
import { BLOCK } from '../memory';
import { DryWet, dryWetJump, dryWetRender, dryWetSet } from './dry-wet';
import { lfoRender, lfoScale, lfoStep } from './lfo';
import { moveLeft, wetLeft, wetRight } from './scratch';
import { valueAt, wholeAt } from './values';

/** A quarter turn of 2^32. */
const QUARTER: f32 = 1073741824;

@unmanaged
class AutoPanner extends DryWet {
  phase: u32;
  step: u32;
  type: i32;
  depth: f32;
  nextDepth: f32;
  isStereo: bool;
}

export function autoPannerBytes(): usize {
  return offsetof<AutoPanner>();
}

export function autoPannerMake(at: usize): void {}

export function autoPannerSet(at: usize, values: usize, jump: bool): void {
  const panner = changetype<AutoPanner>(at);
  panner.step = lfoStep(valueAt(values, AUTO_PANNER_FREQUENCY));
  panner.type = wholeAt(values, AUTO_PANNER_TYPE, AUTO_PANNER_TYPE_SAWTOOTH);
  panner.isStereo = wholeAt(values, AUTO_PANNER_CHANNEL_COUNT, 1) == 1;
  panner.nextDepth = within(valueAt(values, AUTO_PANNER_DEPTH), 0, 1);
  dryWetSet(panner, valueAt(values, AUTO_PANNER_WET));
  if (!jump) return;
  dryWetJump(panner);
  panner.depth = panner.nextDepth;
}

/** Its oscillator stands where it would if it had run from the song's start. */
export function autoPannerAlign(at: usize, sample: u32): void {
  const panner = changetype<AutoPanner>(at);
  panner.phase = panner.step * sample;
}

export function autoPannerRender(at: usize, left: usize, right: usize, key: usize): void {
  const panner = changetype<AutoPanner>(at);
  lfoRender(moveLeft, panner.type, panner.phase, panner.step);
  panner.phase += panner.step * <u32>BLOCK;
  lfoScale(moveLeft, panner.depth, panner.nextDepth, -1, -1, 1, 1);
  panner.depth = panner.nextDepth;
  if (panner.isStereo) panStereo(left, right);
  else panMono(left, right);
  dryWetRender(panner, left, wetLeft);
  dryWetRender(panner, right, wetRight);
  dryWetJump(panner);
}

/** The gains of the far and the near side: cosine and sine of 0..1 quarter turns. */
// @ts-ignore: decorator
@inline
function cosine(place: v128): v128 {
  return sinOfPhasex4(i32x4.trunc_sat_f32x4_s(f32x4.mul(f32x4.sub(f32x4.splat(1), place), f32x4.splat(QUARTER))));
}

// @ts-ignore: decorator
@inline
function sine(place: v128): v128 {
  return sinOfPhasex4(i32x4.trunc_sat_f32x4_s(f32x4.mul(place, f32x4.splat(QUARTER))));
}

function panMono(left: usize, right: usize): void {
  for (let i: usize = 0; i < 512; i += 16) {
    const place = f32x4.mul(f32x4.add(v128.load(moveLeft + i), f32x4.splat(1)), f32x4.splat(0.5));
    const sum = f32x4.mul(f32x4.add(v128.load(left + i), v128.load(right + i)), f32x4.splat(0.5));
    v128.store(wetLeft + i, f32x4.mul(sum, cosine(place)));
    v128.store(wetRight + i, f32x4.mul(sum, sine(place)));
  }
}

function panStereo(left: usize, right: usize): void {
  for (let i: usize = 0; i < 512; i += 16) {
    const pan = v128.load(moveLeft + i);
    const isLeft = f32x4.le(pan, f32x4.splat(0));
    const place = v128.bitselect(f32x4.add(pan, f32x4.splat(1)), pan, isLeft);
    const far = cosine(place);
    const near = sine(place);
    const l = v128.load(left + i);
    const r = v128.load(right + i);
    v128.store(wetLeft + i, v128.bitselect(f32x4.add(l, f32x4.mul(r, far)), f32x4.mul(l, far), isLeft));
    v128.store(wetRight + i, v128.bitselect(f32x4.mul(r, near), f32x4.add(r, f32x4.mul(l, near)), isLeft));
  }
}
