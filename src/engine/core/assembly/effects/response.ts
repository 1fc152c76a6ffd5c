// Web Audio's filter shapes as trapezoidal state-variable filters, which have the same response and stay
// well-behaved while they are moved: a tangent, a damping, and the mix of input, band and low that comes out.
// The shapes are those of R. Bristow-Johnson's cookbook, which Web Audio follows.

import {
  FILTER_TYPE_ALLPASS, FILTER_TYPE_BANDPASS, FILTER_TYPE_HIGHPASS, FILTER_TYPE_HIGHSHELF, FILTER_TYPE_LOWPASS,
  FILTER_TYPE_LOWSHELF, FILTER_TYPE_NOTCH, FILTER_TYPE_PEAKING,
} from '../generated/layout';
import { decibelsToGain, exp2, tanOfHalfTurns, within } from '../math';
import { sampleRate } from './rate';

/** The nearest that a frequency comes to half the rate, where its tangent has no end. */
export const HIGHEST_TURNS: f32 = 0.4975;
const LOWEST_TURNS: f32 = 1e-6;
/** The damping of a shelf that Web Audio has: 1/Q with Q at the root of a half. */
const SHELF_DAMPING: f32 = 1.4142135623730951;

/** What `respond` found. */
export let tangent: f32 = 0;
export let damping: f32 = 0;
export let mixInput: f32 = 1;
export let mixBand: f32 = 0;
export let mixLow: f32 = 0;

/** Frequency over rate, held to where a filter can be. */
export function turnsOf(hertz: f32): f32 {
  return within(hertz / sampleRate, LOWEST_TURNS, HIGHEST_TURNS);
}

/** A shape of Tone.js's Filter; `q` in dB for low- and highpass, a ratio for the others, nothing to shelves. */
export function respond(type: i32, hertz: f32, q: f32, gainDb: f32): void {
  tangent = tanOfHalfTurns(turnsOf(hertz));
  const ratio = within(q, 0.0001, 1000);
  const root = exp2(within(gainDb, -40, 40) * 0.0830482023721841);
  switch (type) {
    case FILTER_TYPE_LOWPASS: return lowpass(decibelsToGain(-within(q, -60, 60)));
    case FILTER_TYPE_HIGHPASS: return highpass(decibelsToGain(-within(q, -60, 60)));
    case FILTER_TYPE_BANDPASS: return mix(1 / ratio, 0, 1 / ratio, 0);
    case FILTER_TYPE_NOTCH: return mix(1 / ratio, 1, -1 / ratio, 0);
    case FILTER_TYPE_ALLPASS: return mix(1 / ratio, 1, -2 / ratio, 0);
    case FILTER_TYPE_PEAKING: return bell(ratio, root);
    case FILTER_TYPE_LOWSHELF: return lowShelf(SHELF_DAMPING, root);
    case FILTER_TYPE_HIGHSHELF: return highShelf(SHELF_DAMPING, root);
    default: return mix(1, 1, 0, 0);
  }
}

/** `given` is the damping, 1/Q as a ratio. */
export function lowpass(given: f32): void {
  mix(given, 0, 0, 1);
}

export function highpass(given: f32): void {
  mix(given, 1, -given, -1);
}

/** `root` is the fourth root of the gain in power: 10^(dB/40). */
export function bell(q: f32, root: f32): void {
  const given: f32 = 1 / (q * root);
  mix(given, 1, given * (root * root - 1), 0);
}

export function lowShelf(given: f32, root: f32): void {
  tangent /= sqrt<f32>(root);
  mix(given, 1, given * (root - 1), root * root - 1);
}

export function highShelf(given: f32, root: f32): void {
  tangent *= sqrt<f32>(root);
  mix(given, root * root, given * (1 - root) * root, 1 - root * root);
}

function mix(given: f32, input: f32, band: f32, low: f32): void {
  damping = given;
  mixInput = input;
  mixBand = band;
  mixLow = low;
}
