// Compressor: Tone.js's (Web Audio's) threshold, ratio, knee, attack and release, the knee
// above the threshold. It differs in three things: no make-up gain but what the song asks for, no
// look-ahead and so no delay, and attack and release are the time to 90 % of a step.
// The level is measured and the gain set every eight frames; between, the gain is a straight line. Both sides are turned down alike, so that the picture stays in place.

import {
  COMPRESSOR_ATTACK, COMPRESSOR_KNEE, COMPRESSOR_MAKEUP, COMPRESSOR_RATIO, COMPRESSOR_RELEASE, COMPRESSOR_THRESHOLD,
} from '../generated/layout';
import { exp2, log2, within } from '../math';
import { BLOCK_BYTES } from '../memory';
import { sampleRate } from './rate';

const STEP: i32 = 8;
const STEP_BYTES: usize = <usize>STEP << 2;
const DECIBELS_OF_LOG2: f32 = 6.020599913279624;
const LOG2_OF_DECIBEL: f32 = 0.1660964047443681;

@unmanaged
class Compressor {
  threshold: f32;
  /** 1 - 1/ratio. */
  slope: f32;
  knee: f32;
  /** 1 / (2 knee), or 0 for a hard bend. */
  bend: f32;
  attack: f32;
  release: f32;
  /** In the units of log2. */
  makeup: f32;
  /** dB of reduction, and the gain it made, at the last step. */
  reduction: f32;
  gain: f32;
  /** Most reduction since the meters were read. */
  deepest: f32;
}

export function compressorBytes(): usize {
  return offsetof<Compressor>();
}

export function compressorMake(at: usize): void {
  changetype<Compressor>(at).gain = 1;
}

export function compressorSet(at: usize, values: usize, jump: bool): void {
  const compressor = changetype<Compressor>(at);
  const knee = within(load<f32>(values + (COMPRESSOR_KNEE << 2)), 0, 60);
  compressor.threshold = load<f32>(values + (COMPRESSOR_THRESHOLD << 2));
  compressor.slope = 1 - 1 / within(load<f32>(values + (COMPRESSOR_RATIO << 2)), 1, 1000);
  compressor.knee = knee;
  compressor.bend = knee > 0.01 ? 0.5 / knee : 0;
  compressor.attack = share(load<f32>(values + (COMPRESSOR_ATTACK << 2)));
  compressor.release = share(load<f32>(values + (COMPRESSOR_RELEASE << 2)));
  compressor.makeup = load<f32>(values + (COMPRESSOR_MAKEUP << 2)) * LOG2_OF_DECIBEL;
  if (jump) compressor.gain = exp2(compressor.makeup - compressor.reduction * LOG2_OF_DECIBEL);
}

/** How far a step goes towards its aim, so that 90 % is reached in `seconds`. */
function share(seconds: f32): f32 {
  const steps = seconds * sampleRate / <f32>STEP;
  return steps > 0.5 ? <f32>1 - exp2(<f32>-3.321928094887362 / steps) : <f32>1;
}

/** Most dB that it turned down since the last call. */
export function compressorReduction(at: usize): f32 {
  const compressor = changetype<Compressor>(at);
  const deepest = compressor.deepest;
  compressor.deepest = 0;
  return deepest;
}

/** `key`, where there is one, is listened to instead of what goes through. */
export function compressorRender(at: usize, left: usize, right: usize, key: usize): void {
  const compressor = changetype<Compressor>(at);
  let reduction = compressor.reduction;
  let gain = compressor.gain;
  let deepest = compressor.deepest;
  for (let i: usize = 0; i < BLOCK_BYTES; i += STEP_BYTES) {
    const peak = key ? highest(key + i) : max<f32>(highest(left + i), highest(right + i));
    const over = log2(peak) * DECIBELS_OF_LOG2 - compressor.threshold;
    const inKnee = max<f32>(0, min<f32>(over, compressor.knee));
    const past = max<f32>(0, over - compressor.knee);
    const aim = compressor.slope * (past + compressor.bend * inKnee * inKnee);
    reduction += (aim - reduction) * (aim > reduction ? compressor.attack : compressor.release);
    // What is left of a release ends here, before it becomes numbers too small to be fast.
    if (reduction <= 1e-6) reduction = 0;
    deepest = max<f32>(deepest, reduction);
    const next = exp2(compressor.makeup - reduction * LOG2_OF_DECIBEL);
    turn(left + i, gain, next);
    turn(right + i, gain, next);
    gain = next;
  }
  compressor.reduction = reduction;
  compressor.gain = gain;
  compressor.deepest = deepest;
}

/** Highest of eight frames. */
// @ts-ignore: decorator
@inline
function highest(at: usize): f32 {
  const most = f32x4.max(f32x4.abs(v128.load(at)), f32x4.abs(v128.load(at, 16)));
  const pairs = f32x4.max(most, i32x4.shuffle(most, most, 2, 3, 0, 1));
  return max<f32>(f32x4.extract_lane(pairs, 0), f32x4.extract_lane(pairs, 1));
}

/** Eight frames times a gain that goes from `from` to `to`. */
// @ts-ignore: decorator
@inline
function turn(at: usize, from: f32, to: f32): void {
  const step = (to - from) * (1.0 / <f32>STEP);
  const gain = f32x4.add(f32x4.splat(from), f32x4.mul(f32x4.splat(step), f32x4(1, 2, 3, 4)));
  v128.store(at, f32x4.mul(v128.load(at), gain));
  v128.store(at, f32x4.mul(v128.load(at, 16), f32x4.add(gain, f32x4.splat(4 * step))), 16);
}
