// Distortion: Tone.js's curve, (3 + k) x 20 degrees / (pi + k |x|), at eight times the rate. Unlike Tone.js's
// table it has no corner at full scale and no dead zone around 0.
// A hard curve makes harmonics beyond any rate. So each sample is the curve's mean on the way from the one before, its
// integral's rise over the way (Parker, Zavalishin and Le Bivic): what would come back to what is heard lies near a
// multiple of the rate, where a mean has its zeros. Two means together stand on a sample again.

import { DISTORTION_DISTORTION, DISTORTION_WET } from '../generated/layout';
import { absx4, log2x4, within } from '../math';
import { DryWet, dryWetJump, dryWetRender, dryWetSet } from './dry-wet';
import { OVERSAMPLED, OVERSAMPLE_BYTES, OVERSAMPLING_DELAY, OVERSAMPLING_PADDING, fall, goPast, oversampleInit, rise } from './oversample';
import { wetLeft, wetRight } from './scratch';
import { valueAt } from './values';

const PI: f32 = 3.141592653589793;
const TWENTY_DEGREES: f32 = 0.3490658503988659;
const LN_2: f32 = 0.6931471805599453;
/** A curve that is softer than this makes no such harmonics. */
const HARD: f32 = 8;
/** A way that is shorter than this has too few bits for a mean: there the curve in its middle is as good. */
const SHORT: f32 = 0.001;

@unmanaged
class Distortion extends DryWet {
  /** Tone.js's k: a hundred times the amount. */
  k: f32;
  nextK: f32;
}

const STATES: usize = 32;
/** Of a side: the last four raised samples, and the means up to them; then what raises it. */
const BEFORE: usize = 32;
const SIDE: usize = BEFORE + OVERSAMPLE_BYTES;
/** What is made of two means comes a step later than it stands for, and this takes it to the next sample at four times the rate. */
const PADDING: usize = OVERSAMPLING_PADDING - 1;

export function distortionInit(): void {
  oversampleInit();
}

export function distortionBytes(): usize {
  return STATES + 2 * SIDE;
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
  distort(distortion, at + STATES + SIDE, right, wetRight);
  distortion.k = distortion.nextK;
  dryWetRender(distortion, left, wetLeft);
  dryWetRender(distortion, right, wetRight);
  dryWetJump(distortion);
}

function distort(distortion: Distortion, side: usize, block: usize, out: usize): void {
  const state = side + BEFORE;
  const raised = rise(state, block);
  const step = f32x4.splat((distortion.nextK - distortion.k) / <f32>(OVERSAMPLED / 4));
  const hard = min<f32>(distortion.k, distortion.nextK) >= HARD;
  const half = f32x4.splat(0.5);
  let k = f32x4.splat(distortion.k);
  let samples = v128.load(side);
  let means = v128.load(side, 16);
  for (let i: usize = 0; i < (<usize>OVERSAMPLED << 2); i += 16) {
    const to = v128.load(raised + i);
    const from = v128.shuffle<i32>(samples, to, 3, 4, 5, 6);
    k = f32x4.add(k, step);
    const next = hard ? mean(from, to, k) : curve(middle(from, to), k);
    // A step late, for the sum of two to stand on a sample at four times the rate.
    const sum = f32x4.add(v128.shuffle<i32>(means, next, 3, 4, 5, 6), v128.shuffle<i32>(means, next, 2, 3, 4, 5));
    v128.store(raised + i, f32x4.mul(half, sum));
    samples = to;
    means = next;
  }
  v128.store(side, samples);
  v128.store(side, means, 16);
  fall(state, out, PADDING);
  goPast(state, block);
}

// @ts-ignore: decorator
@inline
function middle(from: v128, to: v128): v128 {
  return f32x4.mul(f32x4.splat(0.5), f32x4.add(from, to));
}

// @ts-ignore: decorator
@inline
function curve(x: v128, k: v128): v128 {
  const gain = f32x4.div(steepness(k), f32x4.add(f32x4.splat(PI), f32x4.mul(k, absx4(x))));
  return f32x4.mul(x, gain);
}

// @ts-ignore: decorator
@inline
function steepness(k: v128): v128 {
  return f32x4.mul(f32x4.splat(TWENTY_DEGREES), f32x4.add(f32x4.splat(3), k));
}

// The integral of x / (pi + k |x|) is (|x| - pi / k ln(pi + k |x|)) / k.
// @ts-ignore: decorator
@inline
function mean(from: v128, to: v128, k: v128): v128 {
  const pi = f32x4.splat(PI);
  const start = absx4(from);
  const end = absx4(to);
  const ratio = f32x4.div(f32x4.add(pi, f32x4.mul(k, end)), f32x4.add(pi, f32x4.mul(k, start)));
  const bent = f32x4.mul(f32x4.div(f32x4.splat(PI * LN_2), k), log2x4(ratio));
  const way = f32x4.sub(to, from);
  const short = f32x4.lt(absx4(way), f32x4.splat(SHORT));
  const risen = f32x4.div(f32x4.sub(f32x4.sub(end, start), bent), f32x4.mul(k, v128.bitselect(f32x4.splat(1), way, short)));
  return v128.bitselect(curve(middle(from, to), k), f32x4.mul(steepness(k), risen), short);
}
