// Compressor of four lanes: Tone.js's (Web Audio's) threshold, ratio, knee, attack and release, the knee
// above the threshold. It differs in three things: no make-up gain but what the song asks for, no
// look-ahead and so no delay, and attack and release are the time to 90 % of a step.
// The level is measured and the gain set every eight frames; between, the gain is a straight line.

import { exp2, exp2x4, log2x4, within } from '../math';
import { QUAD_BYTES, laneAt, reserve } from '../memory';

/** Lanes that move together: none, or lanes 0 with 1 and 2 with 3, so that a stereo picture stays in place. */
export const SINGLE: i32 = 0;
export const PAIRS: i32 = 1;

const STEP: i32 = 8;
const DECIBELS_OF_LOG2: f32 = 6.020599913279624;
const LOG2_OF_DECIBEL: f32 = 0.1660964047443681;

@unmanaged
export class Compressor {
  mix: v128;
  threshold: v128;
  /** 1 - 1/ratio. */
  slope: v128;
  knee: v128;
  /** 1 / (2 knee), or 0 for a hard bend. */
  bend: v128;
  attack: v128;
  release: v128;
  /** In the units of log2. */
  makeup: v128;
  /** dB of reduction, and the gain it made, at the last step. */
  reduction: v128;
  gain: v128;
  /** Most reduction since the meters were read. */
  deepest: v128;
}

export function newCompressor(): Compressor {
  const compressor = changetype<Compressor>(reserve(offsetof<Compressor>()));
  compressor.gain = f32x4.splat(1);
  return compressor;
}

/** Levels in dB, times in seconds. */
export function compressorSet(
  compressor: Compressor, lane: i32, sampleRate: f32, mix: f32,
  threshold: f32, ratio: f32, knee: f32, attack: f32, release: f32, makeup: f32,
): void {
  const base = laneAt(changetype<usize>(compressor), lane);
  const width = within(knee, 0, 60);
  store<f32>(base, mix, offsetof<Compressor>('mix'));
  store<f32>(base, threshold, offsetof<Compressor>('threshold'));
  store<f32>(base, 1 - 1 / within(ratio, 1, 1000), offsetof<Compressor>('slope'));
  store<f32>(base, width, offsetof<Compressor>('knee'));
  store<f32>(base, width > 0.01 ? 0.5 / width : 0, offsetof<Compressor>('bend'));
  store<f32>(base, share(attack, sampleRate), offsetof<Compressor>('attack'));
  store<f32>(base, share(release, sampleRate), offsetof<Compressor>('release'));
  store<f32>(base, makeup * LOG2_OF_DECIBEL, offsetof<Compressor>('makeup'));
}

/** How far a step goes towards its aim, so that 90 % is reached in `seconds`. */
function share(seconds: f32, sampleRate: f32): f32 {
  const steps = seconds * sampleRate / <f32>STEP;
  return steps > 0.5 ? <f32>1 - exp2(<f32>-3.321928094887362 / steps) : <f32>1;
}

export function compressorClear(compressor: Compressor, lane: i32): void {
  const base = laneAt(changetype<usize>(compressor), lane);
  store<f32>(base, 0, offsetof<Compressor>('reduction'));
  store<f32>(base, 1, offsetof<Compressor>('gain'));
}

/** Most dB that a lane was turned down since the last call. */
export function takeReduction(compressor: Compressor, lane: i32): f32 {
  const at = laneAt(changetype<usize>(compressor), lane) + offsetof<Compressor>('deepest');
  const deepest = load<f32>(at);
  store<f32>(at, 0);
  return deepest;
}

/** Highest of four frames, a lane. */
// @ts-ignore: decorator
@inline
function highest(at: usize): v128 {
  return f32x4.max(
    f32x4.max(f32x4.abs(v128.load(at)), f32x4.abs(v128.load(at, 16))),
    f32x4.max(f32x4.abs(v128.load(at, 32)), f32x4.abs(v128.load(at, 48))),
  );
}

/** Compresses a block of four lanes in place. */
export function compressorRender(compressor: Compressor, quad: usize, link: i32): void {
  const mix = compressor.mix;
  if (!v128.any_true(mix)) return;
  const one = f32x4.splat(1);
  const zero = f32x4.splat(0);
  let reduction = compressor.reduction;
  let gain = compressor.gain;
  let deepest = compressor.deepest;
  for (let at = quad; at < quad + QUAD_BYTES; at += STEP << 4) {
    let peak = f32x4.max(highest(at), highest(at + 64));
    if (link == PAIRS) peak = f32x4.max(peak, i32x4.shuffle(peak, peak, 1, 0, 3, 2));
    const level = f32x4.mul(log2x4(peak), f32x4.splat(DECIBELS_OF_LOG2));
    const over = f32x4.sub(level, compressor.threshold);
    const inKnee = f32x4.max(zero, f32x4.min(over, compressor.knee));
    const past = f32x4.max(zero, f32x4.sub(over, compressor.knee));
    const aim = f32x4.mul(compressor.slope, f32x4.add(past, f32x4.mul(compressor.bend, f32x4.mul(inKnee, inKnee))));
    const speed = v128.bitselect(compressor.attack, compressor.release, f32x4.gt(aim, reduction));
    reduction = f32x4.add(reduction, f32x4.mul(f32x4.sub(aim, reduction), speed));
    // What is left of a release ends here, before it becomes numbers too small to be fast.
    reduction = v128.and(reduction, f32x4.gt(reduction, f32x4.splat(1e-6)));
    deepest = f32x4.max(deepest, f32x4.mul(reduction, mix));
    const full = exp2x4(f32x4.sub(compressor.makeup, f32x4.mul(reduction, f32x4.splat(LOG2_OF_DECIBEL))));
    const next = f32x4.add(one, f32x4.mul(mix, f32x4.sub(full, one)));
    const step = f32x4.mul(f32x4.sub(next, gain), f32x4.splat(1.0 / <f32>STEP));
    for (let i: usize = 0; i < (<usize>STEP << 4); i += 16) {
      gain = f32x4.add(gain, step);
      v128.store(at + i, f32x4.mul(v128.load(at + i), gain));
    }
    gain = next;
  }
  compressor.reduction = reduction;
  compressor.gain = gain;
  compressor.deepest = deepest;
}
