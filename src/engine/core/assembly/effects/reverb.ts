// Reverb: a feedback delay network of sixteen lines behind four all-pass diffusers a side.
// `decay` is the time in which it falls by 60 dB around 1 kHz; the highs fall faster, as in a room. The level
// follows that of Tone.js's Reverb, whose convolver is normalised: its energy grows with the decay.
// All lines are longer than a block, so a whole block of each is computed at once, four samples side by side.

import { REVERB_DECAY, REVERB_PRE_DELAY, REVERB_WET } from '../generated/layout';
import { exp2, within } from '../math';
import { BLOCK, BLOCK_BYTES, reserve, reserveBlock } from '../memory';
import { DelayLine, lineBlock, lineBytes, lineNext, lineWritten, makeLine } from './delay-line';
import { DryWet, dryWetJump, dryWetRender, dryWetSet } from './dry-wet';
import { calm } from './feedback';
import { sampleRate } from './rate';

const LINES: i32 = 16;
const DIFFUSERS: i32 = 4;
const LONGEST_PRE_DELAY: f32 = 0.5;
/** -60 dB as a power of two. */
const LOG2_OF_60_DB: f32 = -9.965784284662087;
/** The highs' decay as a share of the whole. */
const HIGH_DECAY: f32 = 0.4;
const DIFFUSION: f32 = 0.6;
/** By how much of what is missing to half a second the diffusers make a room longer. */
const SMEAR: f32 = 0.055;
/** Energy a second of decay, a channel, that Web Audio's normalised convolver gives to noise. */
const ENERGY_A_SECOND: f32 = 0.0689;

/** Lengths at 48 kHz: primes, spread evenly by ratio so that no two share their echoes. */
const lineLengths: StaticArray<i32> = [1009, 1171, 1307, 1453, 1613, 1789, 1993, 2203, 2437, 2699, 2999, 3323, 3677, 4073, 4519, 5003];
const diffuserLengths: StaticArray<i32> = [151, 229, 373, 541];
const diffuserLengthsRight: StaticArray<i32> = [163, 241, 359, 557];

let leftIn: usize = 0;
let rightIn: usize = 0;
let leftOut: usize = 0;
let rightOut: usize = 0;
/** A block of each line. */
let work: usize = 0;

@unmanaged
class Reverb {
  leftBefore: DelayLine;
  rightBefore: DelayLine;
  preDelay: i32;
  nextPreDelay: i32;
  blend: DryWet;
  /** Addresses of the lines, of their lengths and of their two coefficients. */
  lines: usize;
  lengths: usize;
  direct: usize;
  delayed: usize;
  diffusers: usize;
  diffusion: usize;
  inputGain: f32;
  decay: f32;
}

const BLEND: usize = 64;
const TABLES: usize = 80;
const TABLE_BYTES: usize = (4 * LINES + 4 * DIFFUSERS) << 2;

export function reverbInit(): void {
  if (leftIn != 0) return;
  leftIn = reserveBlock();
  rightIn = reserveBlock();
  leftOut = reserveBlock();
  rightOut = reserveBlock();
  work = reserve(<usize>LINES * BLOCK_BYTES);
}

export function reverbBytes(): usize {
  let bytes = TABLES + TABLE_BYTES + 2 * lineBytes(longestPreDelay());
  for (let i = 0; i < LINES; i++) bytes += lineBytes(lineLength(i));
  for (let i = 0; i < DIFFUSERS * 2; i++) bytes += lineBytes(diffuserLength(i));
  return bytes;
}

export function reverbMake(at: usize): void {
  const reverb = changetype<Reverb>(at);
  reverb.blend = changetype<DryWet>(at + BLEND);
  reverb.lines = at + TABLES;
  reverb.lengths = reverb.lines + (LINES << 2);
  reverb.direct = reverb.lengths + (LINES << 2);
  reverb.delayed = reverb.direct + (LINES << 2);
  reverb.diffusers = reverb.delayed + (LINES << 2);
  reverb.diffusion = reverb.diffusers + (DIFFUSERS << 3);
  let next = at + TABLES + TABLE_BYTES;
  reverb.leftBefore = makeLine(next, longestPreDelay());
  next += lineBytes(longestPreDelay());
  reverb.rightBefore = makeLine(next, longestPreDelay());
  next += lineBytes(longestPreDelay());
  for (let i = 0; i < LINES; i++) {
    store<i32>(reverb.lengths + (<usize>i << 2), lineLength(i) - 4);
    store<usize>(reverb.lines + (<usize>i << 2), changetype<usize>(makeLine(next, lineLength(i))));
    next += lineBytes(lineLength(i));
  }
  for (let i = 0; i < DIFFUSERS * 2; i++) {
    store<usize>(reverb.diffusers + (<usize>i << 2), changetype<usize>(makeLine(next, diffuserLength(i))));
    next += lineBytes(diffuserLength(i));
  }
}

function longestPreDelay(): i32 {
  return <i32>(LONGEST_PRE_DELAY * sampleRate);
}

/** Samples that line `index` must hold. */
function lineLength(index: i32): i32 {
  return scaled(lineLengths[index]) + 4;
}

/** A length at this rate: never shorter than a block and its neighbours. */
function scaled(at48k: i32): i32 {
  return max<i32>(BLOCK + 4, <i32>nearest<f32>(<f32>at48k * sampleRate / 48000));
}

function diffuserLength(index: i32): i32 {
  return scaled(index < DIFFUSERS ? diffuserLengths[index] : diffuserLengthsRight[index - DIFFUSERS]);
}

export function reverbSet(at: usize, values: usize, jump: bool): void {
  const reverb = changetype<Reverb>(at);
  dryWetSet(reverb.blend, load<f32>(values + (REVERB_WET << 2)));
  const seconds = load<f32>(values + (REVERB_PRE_DELAY << 2));
  reverb.nextPreDelay = <i32>nearest<f32>(within(seconds, 0, LONGEST_PRE_DELAY) * sampleRate);
  const decay = within(load<f32>(values + (REVERB_DECAY << 2)), 0.05, 60);
  if (decay != reverb.decay) {
    reverb.decay = decay;
    // In a room of less than half a second, what the diffusers smear is a part of the decay.
  setDecay(reverb, (decay - SMEAR * max<f32>(0, 0.5 - decay)) * sampleRate);
  }
  if (!jump) return;
  dryWetJump(reverb.blend);
  reverb.preDelay = reverb.nextPreDelay;
}

function setDecay(reverb: Reverb, decaySamples: f32): void {
  let energyLeft: f32 = 0;
  for (let i = 0; i < LINES; i++) {
    const at = <usize>i << 2;
    const passes = <f32>load<i32>(reverb.lengths + at) / decaySamples;
    const gain = exp2(LOG2_OF_60_DB * passes);
    // (1 - d) x[n] + d x[n-1] passes lows whole and the highest by 1 - 2 d.
    const damping: f32 = 0.5 * (1 - exp2(LOG2_OF_60_DB * passes * (1 / HIGH_DECAY - 1)));
    // The mixing matrix is a Hadamard matrix times 1/4.
    store<f32>(reverb.direct + at, 0.25 * gain * (1 - damping));
    store<f32>(reverb.delayed + at, 0.25 * gain * damping);
    energyLeft += gain * gain / <f32>LINES;
  }
  for (let i = 0; i < DIFFUSERS * 2; i++) {
    // A diffuser must not ring longer than the room.
    const shortest = exp2(LOG2_OF_60_DB * 2 * <f32>diffuserLength(i) / decaySamples);
    store<f32>(reverb.diffusion + (<usize>i << 2), min<f32>(DIFFUSION, shortest));
  }
  // Of the energy put into the sixteen lines, e comes out of each pass: e + e² + ... = e / (1 - e) in all,
  // half of it on each side.
  const wanted = ENERGY_A_SECOND * decaySamples / sampleRate;
  reverb.inputGain = sqrt<f32>(wanted * 2 * (1 - energyLeft) / max<f32>(energyLeft, 0.01)) * 0.25;
}

export function reverbTail(at: usize): i32 {
  const reverb = changetype<Reverb>(at);
  return reverb.preDelay + load<i32>(reverb.lengths + ((LINES - 1) << 2)) * 2;
}

/** Adds the room to a stereo block. */
export function reverbRender(at: usize, leftBlock: usize, rightBlock: usize, key: usize): void {
  const reverb = changetype<Reverb>(at);
  wait(reverb, reverb.leftBefore, leftBlock, leftIn);
  wait(reverb, reverb.rightBefore, rightBlock, rightIn);
  reverb.preDelay = reverb.nextPreDelay;
  for (let i = 0; i < DIFFUSERS; i++) {
    diffuse(reverb, i, leftIn);
    diffuse(reverb, DIFFUSERS + i, rightIn);
  }
  circulate(reverb);
  dryWetRender(reverb.blend, leftBlock, leftOut);
  dryWetRender(reverb.blend, rightBlock, rightOut);
  dryWetJump(reverb.blend);
}

/** The time before the room answers; a new one is crossfaded within a block. */
function wait(reverb: Reverb, line: DelayLine, block: usize, out: usize): void {
  const gain = f32x4.splat(reverb.inputGain);
  const next = lineNext(line);
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) v128.store(next + i, f32x4.mul(v128.load(block + i), gain));
  lineWritten(line);
  const from = lineBlock(line, BLOCK + reverb.preDelay);
  if (reverb.preDelay == reverb.nextPreDelay) {
    memory.copy(out, from, BLOCK_BYTES);
    return;
  }
  const to = lineBlock(line, BLOCK + reverb.nextPreDelay);
  for (let i: usize = 0; i < BLOCK_BYTES; i += 4) {
    const old = load<f32>(from + i);
    store<f32>(out + i, old + (load<f32>(to + i) - old) * <f32>(i >> 2) / <f32>BLOCK);
  }
}

/** An all-pass in place: y = -g x + w', w = x + g w', with w' one length ago. */
function diffuse(reverb: Reverb, index: i32, block: usize): void {
  const line = lineAt(reverb.diffusers, index);
  const gain = f32x4.splat(load<f32>(reverb.diffusion + (<usize>index << 2)));
  const from = lineBlock(line, diffuserLength(index));
  const to = lineNext(line);
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    const before = v128.load(from + i);
    const held = calm(f32x4.add(v128.load(block + i), f32x4.mul(gain, before)));
    v128.store(to + i, held);
    v128.store(block + i, f32x4.sub(before, f32x4.mul(gain, held)));
  }
  lineWritten(line);
}

/** One block through the sixteen lines: out, damped, mixed by a Hadamard matrix, and in again. */
function circulate(reverb: Reverb): void {
  for (let line = 0; line < LINES; line++) damp(reverb, line);
  mix();
  for (let i = 0; i < LINES; i++) {
    const line = lineAt(reverb.lines, i);
    memory.copy(lineNext(line), work + <usize>i * BLOCK_BYTES, BLOCK_BYTES);
    lineWritten(line);
  }
}

/** What comes out of a line, into `work`. */
function damp(reverb: Reverb, index: i32): void {
  const slot = <usize>index << 2;
  const direct = f32x4.splat(load<f32>(reverb.direct + slot));
  const delayed = f32x4.splat(load<f32>(reverb.delayed + slot));
  // One sample earlier than the length, so that both neighbours lie within a block and its seam.
  const from = lineBlock(lineAt(reverb.lines, index), load<i32>(reverb.lengths + slot) + 1);
  const to = work + <usize>index * BLOCK_BYTES;
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    v128.store(to + i, calm(f32x4.add(f32x4.mul(v128.load(from + i, 4), direct), f32x4.mul(v128.load(from + i), delayed))));
  }
}

/** Takes the outputs from the lines, mixes these, and adds the inputs; all in `work`. */
function mix(): void {
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    const at = work + i;
    const a0 = out(at, 0), a1 = out(at, 1), a2 = out(at, 2), a3 = out(at, 3);
    const a4 = out(at, 4), a5 = out(at, 5), a6 = out(at, 6), a7 = out(at, 7);
    const a8 = out(at, 8), a9 = out(at, 9), a10 = out(at, 10), a11 = out(at, 11);
    const a12 = out(at, 12), a13 = out(at, 13), a14 = out(at, 14), a15 = out(at, 15);
    // Every second line to the left, the others to the right, with signs that keep the two apart.
    const left = f32x4.add(f32x4.add(f32x4.sub(a0, a2), f32x4.sub(a4, a6)), f32x4.add(f32x4.sub(a8, a10), f32x4.sub(a12, a14)));
    const right = f32x4.add(f32x4.add(f32x4.sub(a1, a3), f32x4.sub(a5, a7)), f32x4.add(f32x4.sub(a9, a11), f32x4.sub(a13, a15)));
    // The matrix carries 1/4 within the damping; the outputs do not want it.
    v128.store(leftOut + i, f32x4.mul(left, f32x4.splat(4)));
    v128.store(rightOut + i, f32x4.mul(right, f32x4.splat(4)));
    const b0 = f32x4.add(a0, a1), b1 = f32x4.sub(a0, a1), b2 = f32x4.add(a2, a3), b3 = f32x4.sub(a2, a3);
    const b4 = f32x4.add(a4, a5), b5 = f32x4.sub(a4, a5), b6 = f32x4.add(a6, a7), b7 = f32x4.sub(a6, a7);
    const b8 = f32x4.add(a8, a9), b9 = f32x4.sub(a8, a9), b10 = f32x4.add(a10, a11), b11 = f32x4.sub(a10, a11);
    const b12 = f32x4.add(a12, a13), b13 = f32x4.sub(a12, a13), b14 = f32x4.add(a14, a15), b15 = f32x4.sub(a14, a15);
    const c0 = f32x4.add(b0, b2), c1 = f32x4.add(b1, b3), c2 = f32x4.sub(b0, b2), c3 = f32x4.sub(b1, b3);
    const c4 = f32x4.add(b4, b6), c5 = f32x4.add(b5, b7), c6 = f32x4.sub(b4, b6), c7 = f32x4.sub(b5, b7);
    const c8 = f32x4.add(b8, b10), c9 = f32x4.add(b9, b11), c10 = f32x4.sub(b8, b10), c11 = f32x4.sub(b9, b11);
    const c12 = f32x4.add(b12, b14), c13 = f32x4.add(b13, b15), c14 = f32x4.sub(b12, b14), c15 = f32x4.sub(b13, b15);
    const d0 = f32x4.add(c0, c4), d1 = f32x4.add(c1, c5), d2 = f32x4.add(c2, c6), d3 = f32x4.add(c3, c7);
    const d4 = f32x4.sub(c0, c4), d5 = f32x4.sub(c1, c5), d6 = f32x4.sub(c2, c6), d7 = f32x4.sub(c3, c7);
    const d8 = f32x4.add(c8, c12), d9 = f32x4.add(c9, c13), d10 = f32x4.add(c10, c14), d11 = f32x4.add(c11, c15);
    const d12 = f32x4.sub(c8, c12), d13 = f32x4.sub(c9, c13), d14 = f32x4.sub(c10, c14), d15 = f32x4.sub(c11, c15);
    const l = v128.load(leftIn + i);
    const r = v128.load(rightIn + i);
    enter(at, 0, f32x4.add(f32x4.add(d0, d8), l));
    enter(at, 1, f32x4.add(f32x4.add(d1, d9), r));
    enter(at, 2, f32x4.sub(f32x4.add(d2, d10), l));
    enter(at, 3, f32x4.sub(f32x4.add(d3, d11), r));
    enter(at, 4, f32x4.add(f32x4.add(d4, d12), r));
    enter(at, 5, f32x4.add(f32x4.add(d5, d13), l));
    enter(at, 6, f32x4.sub(f32x4.add(d6, d14), r));
    enter(at, 7, f32x4.sub(f32x4.add(d7, d15), l));
    enter(at, 8, f32x4.add(f32x4.sub(d0, d8), l));
    enter(at, 9, f32x4.add(f32x4.sub(d1, d9), r));
    enter(at, 10, f32x4.sub(f32x4.sub(d2, d10), l));
    enter(at, 11, f32x4.sub(f32x4.sub(d3, d11), r));
    enter(at, 12, f32x4.add(f32x4.sub(d4, d12), r));
    enter(at, 13, f32x4.add(f32x4.sub(d5, d13), l));
    enter(at, 14, f32x4.sub(f32x4.sub(d6, d14), r));
    enter(at, 15, f32x4.sub(f32x4.sub(d7, d15), l));
  }
}

// @ts-ignore: decorator
@inline
function out(at: usize, line: usize): v128 {
  return v128.load(at + line * BLOCK_BYTES);
}

// @ts-ignore: decorator
@inline
function enter(at: usize, line: usize, value: v128): void {
  v128.store(at + line * BLOCK_BYTES, value);
}

// @ts-ignore: decorator
@inline
function lineAt(lines: usize, index: i32): DelayLine {
  return changetype<DelayLine>(load<usize>(lines + (<usize>index << 2)));
}
