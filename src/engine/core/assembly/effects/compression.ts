// What a compressor does: Tone.js's (Web Audio's) threshold, ratio, knee, attack and release, the knee above the
// threshold. It differs in three things: no make-up gain but what the song asks for, no look-ahead and so no
// delay, and attack and release are the time to 90 % of a step.
// The level is measured and the gain set every eight frames; between, the gain is a straight line.

import { exp2, log2, within } from '../math';
import { BLOCK_BYTES } from '../memory';
import { sampleRate } from './rate';

const STEP: i32 = 8;
const STEP_BYTES: usize = <usize>STEP << 2;
const DECIBELS_OF_LOG2: f32 = 6.020599913279624;
const LOG2_OF_DECIBEL: f32 = 0.1660964047443681;

@unmanaged
export class Compression {
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

export const COMPRESSION_BYTES: usize = 48;

/** Levels in dB, times in seconds. */
export function compressionSet(
  it: Compression, threshold: f32, ratio: f32, knee: f32, attack: f32, release: f32, makeup: f32, jump: bool,
): void {
  const width = within(knee, 0, 60);
  it.threshold = within(threshold, -200, 60);
  it.slope = 1 - 1 / within(ratio, 1, 1000);
  it.knee = width;
  it.bend = width > 0.01 ? 0.5 / width : 0;
  it.attack = share(attack);
  it.release = share(release);
  it.makeup = within(makeup, -100, 60) * LOG2_OF_DECIBEL;
  if (jump) it.gain = exp2(it.makeup - it.reduction * LOG2_OF_DECIBEL);
}

/** How far a step goes towards its aim, so that 90 % is reached in `seconds`. */
function share(seconds: f32): f32 {
  const steps = within(seconds, 0, 100) * sampleRate / <f32>STEP;
  return steps > 0.5 ? <f32>1 - exp2(<f32>-3.321928094887362 / steps) : <f32>1;
}

/** Most dB that it turned down since the last call. */
export function takeReduction(it: Compression): f32 {
  const deepest = it.deepest;
  it.deepest = 0;
  return deepest;
}

/** Listens to the louder of two blocks, and turns down one or two (the second may be 0). */
export function compress(it: Compression, heard: usize, alsoHeard: usize, block: usize, other: usize): void {
  let reduction = it.reduction;
  let gain = it.gain;
  let deepest = it.deepest;
  for (let i: usize = 0; i < BLOCK_BYTES; i += STEP_BYTES) {
    const peak = max<f32>(highest(heard + i), highest(alsoHeard + i));
    const over = log2(peak) * DECIBELS_OF_LOG2 - it.threshold;
    const inKnee = max<f32>(0, min<f32>(over, it.knee));
    const past = max<f32>(0, over - it.knee);
    const aim = it.slope * (past + it.bend * inKnee * inKnee);
    reduction += (aim - reduction) * (aim > reduction ? it.attack : it.release);
    // What is left of a release ends here, before it becomes numbers too small to be fast.
    if (reduction <= 1e-6) reduction = 0;
    deepest = max<f32>(deepest, reduction);
    const next = exp2(it.makeup - reduction * LOG2_OF_DECIBEL);
    turn(block + i, gain, next);
    if (other) turn(other + i, gain, next);
    gain = next;
  }
  it.reduction = reduction;
  it.gain = gain;
  it.deepest = deepest;
}

/** Highest of eight frames. */
// @ts-ignore: decorator
@inline
export function highest(at: usize): f32 {
  const most = f32x4.max(f32x4.abs(v128.load(at)), f32x4.abs(v128.load(at, 16)));
  const pairs = f32x4.max(most, i32x4.shuffle(most, most, 2, 3, 0, 1));
  return max<f32>(f32x4.extract_lane(pairs, 0), f32x4.extract_lane(pairs, 1));
}

/** Eight frames times a gain that goes from `from` to `to`. */
// @ts-ignore: decorator
@inline
export function turn(at: usize, from: f32, to: f32): void {
  const step = (to - from) * <f32>(1.0 / <f32>STEP);
  const gain = f32x4.add(f32x4.splat(from), f32x4.mul(f32x4.splat(step), f32x4(1, 2, 3, 4)));
  v128.store(at, f32x4.mul(v128.load(at), gain));
  v128.store(at, f32x4.mul(v128.load(at, 16), f32x4.add(gain, f32x4.splat(4 * step))), 16);
}
