// The waveforms, band-limited: for each, one period per eighth of an octave with just the partials that can be
// heard, summed once when the core starts.
// Shapes, phases and levels are those of Web Audio's oscillators, which Tone.js plays: a native waveform is
// scaled so that its overshoot peaks at 1. The pulse is Tone's, 60 % wide, without its constant part.

import { SYNTH_OSCILLATOR_PULSE, SYNTH_OSCILLATOR_SAWTOOTH, SYNTH_OSCILLATOR_SQUARE, SYNTH_OSCILLATOR_TRIANGLE } from './generated/layout';

/** Samples of a period; its logarithm. */
export const PERIOD_BITS: i32 = 12;
const PERIOD: i32 = 1 << PERIOD_BITS;
const HALF: i32 = PERIOD >> 1;
const QUARTER: i32 = PERIOD >> 2;

/** Periods: eight an octave of increment, from 2^-11 to 1/2 turns a sample. */
export const PITCHES: i32 = 80;
/** Bits below those of a float that count its octaves and eighths; their count at 2^-11. */
export const PITCH_SHIFT: i32 = 20;
export const LOWEST_PITCH: i32 = 928;

/** Bytes from one period to the next: the first sample stands again at the end, for interpolation. */
export const PERIOD_BYTES: i32 = (PERIOD + 4) << 2;
const WAVE_BYTES: i32 = PERIOD_BYTES * PITCHES;

// What lies beyond hearing is not made: it would take headroom, and come back as aliases of later effects.
const HIGHEST_PARTIAL: f64 = 22000.0;
// A partial this weak is left out: a triangle's high ones.
const INAUDIBLE: f64 = 0.000002;
// Overshoot of a Fourier sum at a jump of 2: Web Audio scales it back to 1.
const JUMP_PEAK: f64 = 1.17898;
const PULSE_WIDTH: f64 = 0.6;
// Where Tone's pulse has its middle, in turns.
const PULSE_MIDDLE: i32 = QUARTER;

let tables: usize = 0;
let sines: usize = 0;
let sums: usize = 0;

/** Address of a waveform's lowest period; `wave` is a choice of the vocabulary, but not the sine. */
// @ts-ignore: decorator
@inline
export function waveAddress(wave: i32): usize {
  return tables + (wave - 1) * WAVE_BYTES;
}

/** Sums the periods for that rate. Takes some ten milliseconds. */
export function makeWavetables(sampleRate: f32): void {
  if (tables == 0) {
    tables = heap.alloc(WAVE_BYTES * 4);
    sines = heap.alloc(PERIOD << 3);
    sums = heap.alloc((HALF + 1) << 3);
    for (let i = 0; i < PERIOD; i++) store<f64>(sines + (i << 3), NativeMath.sin((<f64>i * 2.0 * NativeMath.PI) / <f64>PERIOD));
  }
  const highest = min<f64>(HIGHEST_PARTIAL / <f64>sampleRate, 0.5);
  for (let wave = SYNTH_OSCILLATOR_SQUARE; wave <= SYNTH_OSCILLATOR_PULSE; wave++) makeWave(wave, highest);
}

// From the highest pitch down, each period is the one before with some more partials.
function makeWave(wave: i32, highest: f64): void {
  memory.fill(sums, 0, (HALF + 1) << 3);
  let partial = 1;
  for (let pitch = PITCHES - 1; pitch >= 0; pitch--) {
    const upper = <f64>reinterpret<f32>((LOWEST_PITCH + pitch + 1) << PITCH_SHIFT);
    const last = min<i32>(HALF - 1, <i32>(highest / upper));
    for (; partial <= last; partial++) addPartial(wave, partial);
    writePeriod(waveAddress(wave) + pitch * PERIOD_BYTES, wave);
  }
}

// Every waveform is odd about its start, or, the pulse, even about its middle: half a period is enough.
function addPartial(wave: i32, partial: i32): void {
  const level = partialLevel(wave, partial);
  if (abs<f64>(level) < INAUDIBLE) return;
  let at = wave == SYNTH_OSCILLATOR_PULSE ? QUARTER : 0;
  for (let i = 0; i <= HALF; i++) {
    const sum = sums + (i << 3);
    store<f64>(sum, load<f64>(sum) + level * load<f64>(sines + (at << 3)));
    at = (at + partial) & (PERIOD - 1);
  }
}

function partialLevel(wave: i32, partial: i32): f64 {
  const n = <f64>partial;
  const odd = (partial & 1) == 1;
  const over = 2.0 / (n * NativeMath.PI);
  if (wave == SYNTH_OSCILLATOR_SAWTOOTH) return ((odd ? 1.0 : -1.0) * over) / JUMP_PEAK;
  if (wave == SYNTH_OSCILLATOR_PULSE) return 2.0 * over * NativeMath.sin(n * NativeMath.PI * PULSE_WIDTH);
  if (!odd) return 0.0;
  if (wave == SYNTH_OSCILLATOR_SQUARE) return (2.0 * over) / JUMP_PEAK;
  assert(wave == SYNTH_OSCILLATOR_TRIANGLE);
  return 2.0 * over * over * ((partial >> 1) & 1 ? -1.0 : 1.0);
}

function writePeriod(period: usize, wave: i32): void {
  const middle = wave == SYNTH_OSCILLATOR_PULSE ? PULSE_MIDDLE : 0;
  const mirrored: f64 = wave == SYNTH_OSCILLATOR_PULSE ? 1.0 : -1.0;
  for (let i = 0; i <= HALF; i++) {
    const sum = load<f64>(sums + (i << 3));
    store<f32>(period + (((middle - i) & (PERIOD - 1)) << 2), <f32>(mirrored * sum));
    store<f32>(period + (((middle + i) & (PERIOD - 1)) << 2), <f32>sum);
  }
  for (let i = 0; i < 4; i++) store<f32>(period + ((PERIOD + i) << 2), load<f32>(period + (i << 2)));
}
