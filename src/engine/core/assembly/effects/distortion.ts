// Distortion: Tone.js's curve, (3 + k) x 20 degrees / (pi + k |x|), at eight times the rate. Unlike Tone.js's
// table it has no corner at full scale and no dead zone around 0.

import { DISTORTION_DISTORTION, DISTORTION_WET } from '../generated/layout';
import { within } from '../math';
import { DryWet, dryWetJump, dryWetRender, dryWetSet } from './dry-wet';
import { OVERSAMPLED, OVERSAMPLE_BYTES, OVERSAMPLING_DELAY, fall, goPast, oversampleInit, rise } from './oversample';
import { wetLeft, wetRight } from './scratch';
import { valueAt } from './values';

const PI: f32 = 3.141592653589793;
const TWENTY_DEGREES: f32 = 0.3490658503988659;

@unmanaged
class Distortion extends DryWet {
  /** Tone.js's k: a hundred times the amount. */
  k: f32;
  nextK: f32;
}

const STATES: usize = 32;

export function distortionInit(): void {
  oversampleInit();
}

export function distortionBytes(): usize {
  return STATES + 2 * OVERSAMPLE_BYTES;
}

export function distortionMake(at: usize): void {}

export function distortionSet(at: usize, values: usize, jump: bool): void {
  const distortion = changetype<Distortion>(at);
  distortion.nextK = 100 * within(valueAt(values, DISTORTION_DISTORTION), 0, 1);
  dryWetSet(distortion, valueAt(values, DISTORTION_WET));
  if (!jump) return;
  dryWetJump(distortion);
  distortion.k = distortion.nextK;
}

export function distortionTail(at: usize): i32 {
  return 2 * OVERSAMPLING_DELAY;
}

export function distortionLatency(at: usize): i32 {
  return OVERSAMPLING_DELAY;
}

export function distortionRender(at: usize, left: usize, right: usize, key: usize): void {
  const distortion = changetype<Distortion>(at);
  distort(distortion, at + STATES, left, wetLeft);
  distort(distortion, at + STATES + OVERSAMPLE_BYTES, right, wetRight);
  distortion.k = distortion.nextK;
  dryWetRender(distortion, left, wetLeft);
  dryWetRender(distortion, right, wetRight);
  dryWetJump(distortion);
}

function distort(distortion: Distortion, state: usize, block: usize, out: usize): void {
  const raised = rise(state, block);
  const step = f32x4.splat((distortion.nextK - distortion.k) / <f32>(OVERSAMPLED / 4));
  const pi = f32x4.splat(PI);
  const three = f32x4.splat(3);
  const angle = f32x4.splat(TWENTY_DEGREES);
  let k = f32x4.splat(distortion.k);
  for (let i: usize = 0; i < (<usize>OVERSAMPLED << 2); i += 16) {
    const x = v128.load(raised + i);
    k = f32x4.add(k, step);
    const gain = f32x4.div(f32x4.mul(angle, f32x4.add(three, k)), f32x4.add(pi, f32x4.mul(k, f32x4.abs(x))));
    v128.store(raised + i, f32x4.mul(x, gain));
  }
  fall(state, out);
  goPast(state, block);
}
