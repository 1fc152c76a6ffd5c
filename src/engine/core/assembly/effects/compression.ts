// What a compressor does: Tone.js's (Web Audio's) threshold, ratio, knee, attack and release, the knee above the
// threshold. It differs in three things: no make-up gain but what the song asks for, no look-ahead and so no
// delay, and attack and release are the time to 90 % of a step.
// The level is measured and the gain set every eight frames; between, the gain is a straight line.

import { exp2, exp2x4, log2x4, within } from '../math';
import { BLOCK } from '../memory';
import { sampleRate } from './rate';

const STEP: i32 = 8;
const STEP_BYTES: usize = <usize>STEP << 2;
const STEPS: i32 = BLOCK / STEP;
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

/** For each step: by how many dB to turn down in the end; then the gain at its end. */
const aims = memory.data(STEPS << 2, 16);
const gains = memory.data(STEPS << 2, 16);

/**
 * Listens to the louder of two blocks, and turns down one or two (`other` may be 0, and the two may be one).
 * Powers and logarithms are worked out for four steps at once; only the way from step to step is taken one by one.
 */
export function compress(it: Compression, heard: usize, alsoHeard: usize, block: usize, other: usize): void {
  for (let step: usize = 0; step < <usize>STEPS; step += 4) {
    const at = heard + step * STEP_BYTES;
    const also = alsoHeard + step * STEP_BYTES;
    const peaks = heard == alsoHeard ? highestOfFour(at) : f32x4.max(highestOfFour(at), highestOfFour(also));
    v128.store(aims + (step << 2), aimOf(it, peaks));
  }
  let reduction = it.reduction;
  let deepest = it.deepest;
  for (let i: usize = 0; i < <usize>STEPS << 2; i += 4) {
    const aim = load<f32>(aims + i);
    reduction += (aim - reduction) * (aim > reduction ? it.attack : it.release);
    // What is left of a release ends here, before it becomes numbers too small to be fast.
    if (reduction <= 1e-6) reduction = 0;
    deepest = max<f32>(deepest, reduction);
    store<f32>(gains + i, reduction);
  }
  it.reduction = reduction;
  it.deepest = deepest;
  const makeup = f32x4.splat(it.makeup);
  for (let i: usize = 0; i < <usize>STEPS << 2; i += 16) {
    v128.store(gains + i, exp2x4(f32x4.sub(makeup, f32x4.mul(v128.load(gains + i), f32x4.splat(LOG2_OF_DECIBEL)))));
  }
  let gain = it.gain;
  for (let step: usize = 0; step < <usize>STEPS; step++) {
    const next = load<f32>(gains + (step << 2));
    turn(block + step * STEP_BYTES, gain, next);
    if (other) turn(other + step * STEP_BYTES, gain, next);
    gain = next;
  }
  it.gain = gain;
}

/** By how many dB four peaks are to be turned down. */
// @ts-ignore: decorator
@inline
function aimOf(it: Compression, peaks: v128): v128 {
  const none = f32x4.splat(0);
  const over = f32x4.sub(f32x4.mul(log2x4(peaks), f32x4.splat(DECIBELS_OF_LOG2)), f32x4.splat(it.threshold));
  const knee = f32x4.splat(it.knee);
  const inKnee = f32x4.max(none, f32x4.min(over, knee));
  const past = f32x4.max(none, f32x4.sub(over, knee));
  const bent = f32x4.mul(f32x4.mul(f32x4.splat(it.bend), inKnee), inKnee);
  return f32x4.mul(f32x4.splat(it.slope), f32x4.add(past, bent));
}

/** Highest of each of four steps in a row. */
// @ts-ignore: decorator
@inline
function highestOfFour(at: usize): v128 {
  const a = highestPlaces(at);
  const b = highestPlaces(at + STEP_BYTES);
  const c = highestPlaces(at + 2 * STEP_BYTES);
  const d = highestPlaces(at + 3 * STEP_BYTES);
  const ab = f32x4.max(i32x4.shuffle(a, b, 0, 4, 1, 5), i32x4.shuffle(a, b, 2, 6, 3, 7));
  const cd = f32x4.max(i32x4.shuffle(c, d, 0, 4, 1, 5), i32x4.shuffle(c, d, 2, 6, 3, 7));
  return f32x4.max(i32x4.shuffle(ab, cd, 0, 1, 4, 5), i32x4.shuffle(ab, cd, 2, 3, 6, 7));
}

// @ts-ignore: decorator
@inline
function highestPlaces(at: usize): v128 {
  return f32x4.max(f32x4.abs(v128.load(at)), f32x4.abs(v128.load(at, 16)));
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
