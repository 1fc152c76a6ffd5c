// The filter of a voice: Web Audio's biquads as trapezoidal state-variable filters, which have the same
// response and stay well-behaved while the cutoff moves. Four voices side by side, up to four in series.
// Where the cutoff stands is sweep.ts's business; it comes in as a tangent for each sample.

import { constant, ONE } from './constants';
import { decibelsToGain } from './math';

/** Voices that share a pass. */
export const LANES: i32 = 4;
/** Frames that a buffer holds: a block, and what four-lane loops write past its end. */
const ROOM: i32 = 144;
/** Bytes of one voice's buffer. */
export const LANE_BYTES: i32 = ROOM << 2;

/** Most filters in series. */
export const MAX_STAGES: i32 = 4;
/** Bytes of one voice's filter memory: two states a stage. */
export const FILTER_BYTES: i32 = MAX_STAGES << 3;

/**
 * Response: `mix*` of the input, the band and the low output; damping, 1/Q; `tilt`, by which its tangents are
 * multiplied (a shelf's middle is not its corner); how many in series.
 */
@unmanaged
export class FilterSettings {
  tilt: f32;
  mixInput: f32;
  mixBand: f32;
  mixLow: f32;
  damping: f32;
  stages: i32;
}

/** A lowpass; Q in dB, as Web Audio has it for low- and highpass. */
export function setLowpass(settings: FilterSettings, q: f32): void {
  setResponse(settings, decibelsToGain(-q), 0.0, 0.0, 1.0);
}

/** A highpass; Q in dB. */
export function setHighpass(settings: FilterSettings, q: f32): void {
  const damping = decibelsToGain(-q);
  setResponse(settings, damping, 1.0, -damping, -1.0);
}

/** A bandpass with its peak at 0 dB; Q is the plain ratio. */
export function setBandpass(settings: FilterSettings, q: f32): void {
  const damping: f32 = 1.0 / max<f32>(q, 0.001);
  setResponse(settings, damping, 0.0, damping, 0.0);
}

/** A notch; Q is the plain ratio. */
export function setNotch(settings: FilterSettings, q: f32): void {
  const damping: f32 = 1.0 / max<f32>(q, 0.001);
  setResponse(settings, damping, 1.0, -damping, 0.0);
}

/** A lowshelf with Web Audio's slope; gain in dB. */
export function setLowshelf(settings: FilterSettings, gain: f32): void {
  const a = decibelsToGain(gain * 0.5);
  setResponse(settings, SHELF, 1.0, SHELF * (a - 1.0), a * a - 1.0);
  settings.tilt = 1.0 / sqrt<f32>(a);
}

/** A highshelf with Web Audio's slope; gain in dB. */
export function setHighshelf(settings: FilterSettings, gain: f32): void {
  const a = decibelsToGain(gain * 0.5);
  setResponse(settings, SHELF, a * a, SHELF * (1.0 - a) * a, 1.0 - a * a);
  settings.tilt = sqrt<f32>(a);
}

/** A bell; Q is the plain ratio, gain in dB. */
export function setPeaking(settings: FilterSettings, q: f32, gain: f32): void {
  const a = decibelsToGain(gain * 0.5);
  const damping: f32 = 1.0 / (max<f32>(q, 0.001) * a);
  setResponse(settings, damping, 1.0, damping * (a * a - 1.0), 0.0);
}

/** An allpass; Q is the plain ratio. */
export function setAllpass(settings: FilterSettings, q: f32): void {
  const damping: f32 = 1.0 / max<f32>(q, 0.001);
  setResponse(settings, damping, 1.0, -2.0 * damping, 0.0);
}

// Damping of a shelf without a bump.
const SHELF: f32 = 1.4142135623730951;

function setResponse(settings: FilterSettings, damping: f32, input: f32, band: f32, low: f32): void {
  settings.tilt = 1.0;
  settings.damping = damping;
  settings.mixInput = input;
  settings.mixBand = band;
  settings.mixLow = low;
}

// Four voices' samples and coefficients, frame by frame: 16 bytes a frame.
const inputs = memory.data(ROOM << 4, 16);
const firsts = memory.data(ROOM << 4, 16);
const seconds = memory.data(ROOM << 4, 16);
const thirds = memory.data(ROOM << 4, 16);

/**
 * Filters four voices and adds them to `out`, each at its own level.
 * @param samples, tangents, levels  four buffers of LANE_BYTES each; lanes without a voice hold zeros
 * @param states  addresses of four voices' filter memories, FILTER_BYTES each, as usize in memory
 * @param out     has room for frames + 4; what lies past `frames` is spoilt
 */
export function filterFour(
  settings: FilterSettings,
  samples: usize,
  tangents: usize,
  levels: usize,
  states: usize,
  out: usize,
  frames: i32,
): void {
  prepare(settings, samples, tangents, frames);
  for (let stage = 0; stage < settings.stages; stage++) runStage(settings, states, stage, frames);
  mixDown(levels, out, frames);
}

// Out of the loop that feeds back: it has nothing to wait for here.
function prepare(settings: FilterSettings, samples: usize, tangents: usize, frames: i32): void {
  const one = constant(ONE);
  const damping = f32x4.splat(settings.damping);
  const tilt = f32x4.splat(settings.tilt);
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    turnLanes(samples + at, inputs + (at << 2));
    turnLanes(tangents + at, firsts + (at << 2));
    for (let frame = at << 2, last = frame + 64; frame < last; frame += 16) {
      const g = f32x4.mul(tilt, v128.load(firsts + frame));
      const first = f32x4.div(one, f32x4.add(one, f32x4.mul(g, f32x4.add(g, damping))));
      const second = f32x4.mul(g, first);
      v128.store(firsts + frame, first);
      v128.store(seconds + frame, second);
      v128.store(thirds + frame, f32x4.mul(g, second));
    }
  }
}

// Reads four lanes' samples of four frames, writes four frames of four lanes.
// @ts-ignore: decorator
@inline
function turnLanes(lanes: usize, frames: usize): void {
  const a = v128.load(lanes);
  const b = v128.load(lanes, LANE_BYTES);
  const c = v128.load(lanes, 2 * LANE_BYTES);
  const d = v128.load(lanes, 3 * LANE_BYTES);
  const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
  const ab2 = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  const cd2 = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  v128.store(frames, v128.shuffle<i64>(ab, cd, 0, 2));
  v128.store(frames, v128.shuffle<i64>(ab, cd, 1, 3), 16);
  v128.store(frames, v128.shuffle<i64>(ab2, cd2, 0, 2), 32);
  v128.store(frames, v128.shuffle<i64>(ab2, cd2, 1, 3), 48);
}

// The states wait for each other from frame to frame, so what they wait for is kept short: a product and
// two sums. The second is moved by a difference, which stays exact where the cutoff is low.
function runStage(settings: FilterSettings, states: usize, stage: i32, frames: i32): void {
  let one = gather(states, <usize>stage << 3);
  let two = gather(states, (<usize>stage << 3) + 4);
  const unit = constant(ONE);
  const mixInput = f32x4.splat(settings.mixInput);
  const mixBand = f32x4.splat(settings.mixBand * 0.5);
  const mixLow = f32x4.splat(settings.mixLow * 0.5);
  for (let at: usize = 0, end: usize = <usize>frames << 4; at < end; at += 16) {
    const x = v128.load(inputs + at);
    const first = v128.load(firsts + at);
    const second = v128.load(seconds + at);
    const third = v128.load(thirds + at);
    const keep = f32x4.sub(f32x4.add(first, first), unit);
    const twice = f32x4.add(second, second);
    const twiceThird = f32x4.add(third, third);
    const newOne = f32x4.sub(f32x4.add(f32x4.mul(keep, one), f32x4.mul(twice, x)), f32x4.mul(twice, two));
    const change = f32x4.sub(f32x4.add(f32x4.mul(twice, one), f32x4.mul(twiceThird, x)), f32x4.mul(twiceThird, two));
    const newTwo = f32x4.add(two, change);
    const band = f32x4.mul(mixBand, f32x4.add(one, newOne));
    const low = f32x4.mul(mixLow, f32x4.add(two, newTwo));
    v128.store(inputs + at, f32x4.add(f32x4.mul(mixInput, x), f32x4.add(band, low)));
    one = newOne;
    two = newTwo;
  }
  scatter(states, <usize>stage << 3, one);
  scatter(states, (<usize>stage << 3) + 4, two);
}

// @ts-ignore: decorator
@inline
function stateOf(states: usize, lane: usize): usize {
  return load<usize>(states + (lane << alignof<usize>()));
}

function gather(states: usize, place: usize): v128 {
  let lanes = f32x4.splat(load<f32>(stateOf(states, 0) + place));
  lanes = f32x4.replace_lane(lanes, 1, load<f32>(stateOf(states, 1) + place));
  lanes = f32x4.replace_lane(lanes, 2, load<f32>(stateOf(states, 2) + place));
  return f32x4.replace_lane(lanes, 3, load<f32>(stateOf(states, 3) + place));
}

function scatter(states: usize, place: usize, lanes: v128): void {
  store<f32>(stateOf(states, 0) + place, f32x4.extract_lane(lanes, 0));
  store<f32>(stateOf(states, 1) + place, f32x4.extract_lane(lanes, 1));
  store<f32>(stateOf(states, 2) + place, f32x4.extract_lane(lanes, 2));
  store<f32>(stateOf(states, 3) + place, f32x4.extract_lane(lanes, 3));
}

// Each frame's four lanes, at their levels, come to one sample.
function mixDown(levels: usize, out: usize, frames: i32): void {
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    const frame = inputs + (at << 2);
    const a = v128.load(frame);
    const b = v128.load(frame, 16);
    const c = v128.load(frame, 32);
    const d = v128.load(frame, 48);
    const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
    const ab2 = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
    const cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
    const cd2 = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
    const here = levels + at;
    let sum = f32x4.mul(v128.load(here), v128.shuffle<i64>(ab, cd, 0, 2));
    sum = f32x4.add(sum, f32x4.mul(v128.load(here, LANE_BYTES), v128.shuffle<i64>(ab, cd, 1, 3)));
    sum = f32x4.add(sum, f32x4.mul(v128.load(here, 2 * LANE_BYTES), v128.shuffle<i64>(ab2, cd2, 0, 2)));
    sum = f32x4.add(sum, f32x4.mul(v128.load(here, 3 * LANE_BYTES), v128.shuffle<i64>(ab2, cd2, 1, 3)));
    v128.store(out + at, f32x4.add(v128.load(out + at), sum));
  }
}
