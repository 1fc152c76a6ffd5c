// The waveforms, band-limited: for each, one period per eighth of an octave with just the partials that can be
// heard, summed once when the core starts.
// Shapes, phases and levels are those of Web Audio's oscillators, which Tone.js plays: a native waveform is
// scaled so that its overshoot peaks at 1.
// Periods are read by straight lines, whose images are the stronger the more partials a period has: so low
// pitches have longer periods, and every image stays 80 dB down.

import { SYNTH_OSCILLATOR_SAWTOOTH, SYNTH_OSCILLATOR_SQUARE, SYNTH_OSCILLATOR_TRIANGLE } from './generated/layout';
import { reserveFixed } from './memory';

/** Periods: eight an octave of increment, from 2^-11 to 1/2 turns a sample. */
export const PITCHES: i32 = 80;
/** Bits below those of a float that count its octaves and eighths; their count at 2^-11. */
export const PITCH_SHIFT: i32 = 20;
export const LOWEST_PITCH: i32 = 928;

/** Logarithms of the samples of a period: of the first eight, of the next twelve, and of all others. */
export const LONGEST_BITS: i32 = 14;
export const LONGER_BITS: i32 = 13;
export const PERIOD_BITS: i32 = 12;
/** Where the second and the third kind begin. */
export const LONGER_FROM: i32 = 8;
export const SHORT_FROM: i32 = 20;

/** Of squares there are copies that are shorter still, from the pitch where few partials are left. */
export const BRIEF_BITS: i32 = 10;
export const BRIEF_FROM: i32 = 44;
export const BRIEF_BYTES: i32 = ((1 << BRIEF_BITS) + 4) << 2;

/** Bytes from one period to the next: the first samples stand again at the end, for interpolation. */
export const LONGEST_BYTES: i32 = ((1 << LONGEST_BITS) + 4) << 2;
export const LONGER_BYTES: i32 = ((1 << LONGER_BITS) + 4) << 2;
export const PERIOD_BYTES: i32 = ((1 << PERIOD_BITS) + 4) << 2;
/** A period of each kind stands at its pitch times its bytes and this. */
export const LONGER_BASE: i32 = LONGER_FROM * (LONGEST_BYTES - LONGER_BYTES);
export const SHORT_BASE: i32 = LONGER_BASE + SHORT_FROM * (LONGER_BYTES - PERIOD_BYTES);
const WAVE_BYTES: i32 = SHORT_BASE + PITCHES * PERIOD_BYTES;
export const WAVETABLE_BYTES: i32 = WAVE_BYTES * 3 + (PITCHES - BRIEF_FROM) * BRIEF_BYTES;

/** What lies beyond hearing is not made: it would take headroom, and come back as aliases of later effects. */
export const HIGHEST_PARTIAL: f64 = 22000.0;
/** Overshoot of a Fourier sum at a jump of 2: Web Audio scales it back to 1. */
export const JUMP_PEAK: f64 = 1.17898;
// A partial this weak is left out: a triangle's high ones.
const INAUDIBLE: f64 = 0.000002;

const LONGEST: i32 = 1 << LONGEST_BITS;
const HALF: i32 = LONGEST >> 1;

let tables: usize = 0;
/** The rate that the tables are for; 0 where there are none yet. */
let madeFor: f32 = 0;
/** Turns a sample up to which every period, of a wavetable too, has a partial. */
export let lastPitch: f32 = 0;
let sines: usize = 0;
let sums: usize = 0;
let briefs: usize = 0;

/** Address of a waveform's lowest period; `wave` is a choice of the vocabulary, but not the sine. */
// @ts-ignore: decorator
@inline
export function waveAddress(wave: i32): usize {
  return tables + (wave - 1) * WAVE_BYTES;
}

/** Address of the shortest squares, as if they began at the lowest pitch. */
// @ts-ignore: decorator
@inline
export function briefSquares(): usize {
  return briefs - BRIEF_FROM * BRIEF_BYTES;
}

/** How many bits the samples of the period at `pitch` are counted with. */
// @ts-ignore: decorator
@inline
export function periodBits(pitch: i32): i32 {
  return pitch < LONGER_FROM ? LONGEST_BITS : pitch < SHORT_FROM ? LONGER_BITS : PERIOD_BITS;
}

/** Where the period at `pitch` stands behind its waveform's address. */
// @ts-ignore: decorator
@inline
export function periodOffset(pitch: i32): i32 {
  if (pitch < LONGER_FROM) return pitch * LONGEST_BYTES;
  return pitch < SHORT_FROM ? LONGER_BASE + pitch * LONGER_BYTES : SHORT_BASE + pitch * PERIOD_BYTES;
}

/** Address of all periods, for a host that fills in those of another core with the same rate: then they are made. */
export function roomForWavetables(sampleRate: f32): usize {
  madeFor = sampleRate;
  // The periods of wavetables stand a quarter of an octave apart, and each suits the highest of its pitches.
  lastPitch = 0.79 * min<f32>(<f32>HIGHEST_PARTIAL / sampleRate, 0.5);
  if (tables != 0) return tables;
  tables = reserveFixed(WAVETABLE_BYTES);
  briefs = tables + WAVE_BYTES * 3;
  sines = reserveFixed(LONGEST << 3);
  sums = reserveFixed((HALF + 1) << 3);
  return tables;
}

/** Sums the periods for that rate. Takes some tens of milliseconds. */
export function makeWavetables(sampleRate: f32): void {
  if (madeFor == sampleRate) return;
  roomForWavetables(sampleRate);
  for (let i = 0; i < LONGEST; i++) store<f64>(sines + (i << 3), NativeMath.sin((<f64>i * 2.0 * NativeMath.PI) / <f64>LONGEST));
  const highest = min<f64>(HIGHEST_PARTIAL / <f64>sampleRate, 0.5);
  for (let wave = SYNTH_OSCILLATOR_SQUARE; wave <= SYNTH_OSCILLATOR_TRIANGLE; wave++) makeWave(wave, highest);
  for (let pitch = BRIEF_FROM; pitch < PITCHES; pitch++) shorten(pitch);
}

// Every fourth sample of a square.
function shorten(pitch: i32): void {
  const from = waveAddress(SYNTH_OSCILLATOR_SQUARE) + periodOffset(pitch);
  const to = briefSquares() + pitch * BRIEF_BYTES;
  for (let i = 0; i <= 1 << BRIEF_BITS; i++) store<f32>(to + (i << 2), load<f32>(from + (i << (PERIOD_BITS - BRIEF_BITS + 2))));
}

// From the highest pitch down, each period is the one before with some more partials.
function makeWave(wave: i32, highest: f64): void {
  makePeriods(wave, highest, SHORT_FROM, PITCHES, PERIOD_BITS);
  makePeriods(wave, highest, LONGER_FROM, SHORT_FROM, LONGER_BITS);
  makePeriods(wave, highest, 0, LONGER_FROM, LONGEST_BITS);
}

function makePeriods(wave: i32, highest: f64, low: i32, high: i32, bits: i32): void {
  memory.fill(sums, 0, (HALF + 1) << 3);
  let partial = 1;
  for (let pitch = high - 1; pitch >= low; pitch--) {
    const upper = <f64>reinterpret<f32>((LOWEST_PITCH + pitch + 1) << PITCH_SHIFT);
    const last = min<i32>((1 << (bits - 1)) - 1, <i32>(highest / upper));
    for (; partial <= last; partial++) addPartial(wave, partial, bits);
    writePeriod(waveAddress(wave) + periodOffset(pitch), bits);
  }
}

// Every waveform is odd about its start: half a period is enough.
function addPartial(wave: i32, partial: i32, bits: i32): void {
  const level = partialLevel(wave, partial) * (wave == SYNTH_OSCILLATOR_TRIANGLE ? 1.0 : 1.0 / JUMP_PEAK);
  if (abs<f64>(level) < INAUDIBLE) return;
  const half = 1 << (bits - 1);
  const step = partial << (LONGEST_BITS - bits);
  let at = 0;
  for (let i = 0; i <= half; i++) {
    const sum = sums + (i << 3);
    store<f64>(sum, load<f64>(sum) + level * load<f64>(sines + (at << 3)));
    at = (at + step) & (LONGEST - 1);
  }
}

/** Level of a partial in a waveform whose corners are at 1 and -1. */
export function partialLevel(wave: i32, partial: i32): f64 {
  const n = <f64>partial;
  const odd = (partial & 1) == 1;
  const over = 2.0 / (n * NativeMath.PI);
  if (wave == SYNTH_OSCILLATOR_SAWTOOTH) return odd ? over : -over;
  if (!odd) return 0.0;
  if (wave == SYNTH_OSCILLATOR_SQUARE) return 2.0 * over;
  return 2.0 * over * over * ((partial >> 1) & 1 ? -1.0 : 1.0);
}

function writePeriod(period: usize, bits: i32): void {
  const length = 1 << bits;
  for (let i = 0; i <= length >> 1; i++) {
    const sum = load<f64>(sums + (i << 3));
    store<f32>(period + (((length - i) & (length - 1)) << 2), <f32>-sum);
    store<f32>(period + (i << 2), <f32>sum);
  }
  for (let i = 0; i < 4; i++) store<f32>(period + ((length + i) << 2), load<f32>(period + (i << 2)));
}
