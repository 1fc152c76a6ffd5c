// Noise: white, pink and brown, drawn once when the core starts, from fixed seeds, as Tone.js draws its
// own: same recipes, so same spectra and levels. Voices read them from places of their own, in a loop.
// Tone's are in stereo; ours are mono, so that a snare stands where its pan says.

import { constant } from './constants';
import { NOISE_SYNTH_NOISE_BROWN, NOISE_SYNTH_NOISE_PINK } from './generated/layout';
import { mixBits } from './math';
import { reserveFixed } from './memory';
import { readPairs } from './table';

// 2^18 samples: over five seconds. A place is a 32-bit number whose upper 18 bits are the sample.
const LENGTH: i32 = 1 << 18;
const FRACTION_BITS: i32 = 14;
const FRACTION_MASK = memory.data<i32>([(1 << FRACTION_BITS) - 1]);
const FRACTION_UNIT = memory.data<f32>([<f32>1.0 / <f32>(1 << FRACTION_BITS)]);
const COLOUR_BYTES: i32 = (LENGTH + 4) << 2;
const COLOURS: i32 = 3;
/** Samples over which the end of the loop becomes its beginning. */
const SEAM: i32 = 2048;

let noises: usize = 0;

/** Draws the noises; once. */
export function makeNoises(): void {
  if (noises != 0) return;
  noises = reserveFixed(COLOUR_BYTES * COLOURS + (SEAM << 2));
  for (let colour = 0; colour < COLOURS; colour++) {
    const at = noiseAddress(colour);
    drawNoise(colour, at);
    // Brown noise wanders: without a seam the loop would click.
    if (colour != 0) crossfadeSeam(at);
    for (let i = 0; i < 4; i++) store<f32>(at + ((LENGTH + i) << 2), load<f32>(at + (i << 2)));
  }
}

/** Address of a noise; `colour` is a choice of the vocabulary. */
// @ts-ignore: decorator
@inline
export function noiseAddress(colour: i32): usize {
  return noises + colour * COLOUR_BYTES;
}

/** The step from one sample to the next at a playback rate. */
export function noiseStep(rate: f32): u32 {
  return <u32><i32>nearest<f32>(rate * <f32>(1 << FRACTION_BITS));
}

/** A whole sample's place, drawn from a seed. */
export function noisePlace(seed: u32): u32 {
  return mixBits(seed) & ~((1 << FRACTION_BITS) - 1);
}

/** The sample at a place. */
// @ts-ignore: decorator
@inline
export function noiseSample(noise: usize, place: u32): f32 {
  return load<f32>(noise + (<usize>(place >>> FRACTION_BITS) << 2));
}

/** Four samples at four places. */
// @ts-ignore: decorator
@inline
export function readNoise(noise: usize, places: v128): v128 {
  const offsets = i32x4.shl(i32x4.shr_u(places, FRACTION_BITS), 2);
  const past = f32x4.convert_i32x4_s(v128.and(places, constant(FRACTION_MASK)));
  return readPairs(noise, offsets, f32x4.mul(past, constant(FRACTION_UNIT)));
}

function drawNoise(colour: i32, at: usize): void {
  if (colour == NOISE_SYNTH_NOISE_PINK) drawPink(at);
  else if (colour == NOISE_SYNTH_NOISE_BROWN) drawBrown(at);
  else for (let i = 0; i < LENGTH; i++) store<f32>(at + (i << 2), chance(i));
}

// Evenly spread over -1..1.
// @ts-ignore: decorator
@inline
function chance(seed: u32): f32 {
  return <f32><i32>mixBits(seed) * 4.656612873077393e-10;
}

// Paul Kellet's sum of first-order filters, in Tone's version of it.
function drawPink(at: usize): void {
  let b0: f32 = 0, b1: f32 = 0, b2: f32 = 0, b3: f32 = 0, b4: f32 = 0, b5: f32 = 0, b6: f32 = 0;
  for (let i = 0; i < LENGTH + SEAM; i++) {
    const white = chance(0x10000000 + i);
    b0 = 0.99886 * b0 + white * 0.0555179;
    b1 = 0.99332 * b1 + white * 0.0750759;
    b2 = 0.969 * b2 + white * 0.153852;
    b3 = 0.8665 * b3 + white * 0.3104856;
    b4 = 0.55 * b4 + white * 0.5329522;
    b5 = -0.7616 * b5 - white * 0.016898;
    store<f32>(at + (i << 2), (b0 + b1 + b2 + b3 + b4 + b5 + b6 + white * 0.5362) * 0.11);
    b6 = white * 0.115926;
  }
}

// A leaky sum of white noise.
function drawBrown(at: usize): void {
  let sum: f32 = 0;
  for (let i = 0; i < LENGTH + SEAM; i++) {
    sum = (sum + 0.02 * chance(0x20000000 + i)) / 1.02;
    store<f32>(at + (i << 2), sum * 3.5);
  }
}

// What follows the end fades out over the beginning; levels are kept, as the two have nothing in common.
function crossfadeSeam(at: usize): void {
  for (let i = 0; i < SEAM; i++) {
    const share = <f32>i / <f32>SEAM;
    const sample = at + (i << 2);
    const after = sample + (LENGTH << 2);
    store<f32>(sample, sqrt<f32>(share) * load<f32>(sample) + sqrt<f32>(1.0 - share) * load<f32>(after));
  }
}
