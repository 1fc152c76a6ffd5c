// Convolver: an impulse response on each side, without delay: its first 2048 samples in pieces of a block, the
// rest in pieces of 2048, each multiplied as spectra and laid end to end (overlap-save). Both sides of the sound
// are the two parts of one complex number, so one transform serves both.
// On the audio thread a response is made ready piece by piece, each when the first sound comes to it: nothing but
// zeros would have met it before, so the bits are those of one that was made ready at once.
// Loud and soft rooms are brought to one loudness as Web Audio's ConvolverNode does.

import { CONVOLVER_NORMALIZE, CONVOLVER_NORMALIZE_TRUE, CONVOLVER_WET } from '../generated/layout';
import { BLOCK, BLOCK_BYTES, reserve } from '../memory';
import { DryWet, dryWetJump, dryWetRender, dryWetSet } from './dry-wet';
import { calm } from './feedback';
import { backwards, forwards, fourierInit } from './fourier';
import { sampleRate } from './rate';
import { wetLeft, wetRight } from './scratch';
import { sincFrame, sincInit } from './sinc-tap';
import { valueAt, wholeAt } from './values';

/** Longer ones fade out there. */
const LONGEST_SECONDS: i32 = 6;
const FADE: i32 = 2048;

const HEAD_SIZE: i32 = 256;
const HEAD_PARTS: i32 = 16;
const PIECE: i32 = 2048;
const TAIL_SIZE: i32 = 4096;
/** Bytes of a spectrum: real parts, then imaginary ones. */
const HEAD_BYTES: usize = <usize>HEAD_SIZE << 3;
const TAIL_BYTES: usize = <usize>TAIL_SIZE << 3;
const PIECE_BYTES: usize = <usize>PIECE << 2;

/** Web Audio's loudness of a normalised response, at its own rate. */
const CALIBRATION: f64 = 0.0012589254117941673;
const CALIBRATION_RATE: f64 = 44100;
const LEAST_POWER: f64 = 0.000125;

@unmanaged
class Convolver extends DryWet {
  frames: i32;
  /** Pieces of 2048 behind the head. */
  pieces: i32;
  /** The sides' responses differ. */
  isStereo: bool;
  isNormal: bool;
  /** What normalising makes of it; what it is in this block, and becomes. */
  normal: f32;
  gain: f32;
  /** The places of the last spectra, and how much of a piece has come in. */
  head: i32;
  tail: i32;
  filled: i32;
  /** Pieces of the response that are made ready, and pieces of sound that have come in, as far as they count. */
  ready: i32;
  heard: i32;
  /** The response, as it is until all of it is ready. */
  left: usize;
  right: usize;
  given: i32;
  rate: f32;
}

const AT_HEAD_LAST: usize = 96;
const AT_HEAD_HEARD: usize = AT_HEAD_LAST + 2 * BLOCK_BYTES;
const AT_HEAD_LEFT: usize = AT_HEAD_HEARD + <usize>HEAD_PARTS * HEAD_BYTES;
const AT_HEAD_RIGHT: usize = AT_HEAD_LEFT + <usize>HEAD_PARTS * HEAD_BYTES;
/** The piece before and the one that fills, left and right; what sounds of the tail now, left and right. */
const AT_IN: usize = AT_HEAD_RIGHT + <usize>HEAD_PARTS * HEAD_BYTES;
const AT_OUT: usize = AT_IN + 4 * PIECE_BYTES;
const AT_TAIL: usize = AT_OUT + 2 * PIECE_BYTES;

/** Whether pieces are made ready as sound comes to them. */
let isSpread: bool = false;

/** How many frames of the response that is made ready pass in one of the core, and how many it has. */
let speed: f32 = 1;
let givenFrames: i32 = 0;

let leftSum: usize = 0;
let rightSum: usize = 0;

export function convolverInit(): void {
  if (leftSum != 0) return;
  fourierInit();
  sincInit();
  leftSum = reserve(TAIL_BYTES);
  rightSum = reserve(TAIL_BYTES);
}

export function convolverBytes(): usize {
  return AT_TAIL + <usize>mostPieces() * 3 * TAIL_BYTES;
}

/** From now on, responses are made ready bit by bit: for a thread that nobody waits for. */
export function convolversSpread(): void {
  isSpread = true;
}

function mostPieces(): i32 {
  return (LONGEST_SECONDS * <i32>sampleRate) / PIECE + 1;
}

export function convolverMake(at: usize): void {}

export function convolverSet(at: usize, values: usize, jump: bool): void {
  const convolver = changetype<Convolver>(at);
  convolver.isNormal = wholeAt(values, CONVOLVER_NORMALIZE, 1) == CONVOLVER_NORMALIZE_TRUE;
  dryWetSet(convolver, valueAt(values, CONVOLVER_WET));
  if (!jump) return;
  dryWetJump(convolver);
  convolver.gain = gainOf(convolver);
}

function gainOf(convolver: Convolver): f32 {
  return convolver.isNormal ? convolver.normal : 1;
}

/**
 * Gives it a response, and forgets what rang; not while rendering. At another rate it is brought to that of the core.
 * @param left, right  f32 samples; the same address for one of one channel
 */
export function convolverLoad(at: usize, left: usize, right: usize, given: i32, rate: f32): void {
  const convolver = changetype<Convolver>(at);
  convolver.left = left;
  convolver.right = right;
  convolver.given = given;
  convolver.rate = rate;
  read(convolver);
  const frames = <i32>(<f32>given / speed);
  // What the response before it had is forgotten, too.
  memory.fill(at + AT_HEAD_LAST, 0, AT_TAIL - AT_HEAD_LAST + <usize>convolver.pieces * 3 * TAIL_BYTES);
  convolver.head = 0;
  convolver.tail = 0;
  convolver.filled = 0;
  convolver.frames = min<i32>(frames, mostFrames());
  convolver.pieces = convolver.frames > PIECE ? (convolver.frames - 1) / PIECE : 0;
  convolver.isStereo = left != right;
  convolver.normal = normalOf(left, right, given);
  convolver.gain = gainOf(convolver);
  convolver.ready = 0;
  convolver.heard = 0;
  const isCut = isCutShort(convolver);
  for (let part = 0; part < HEAD_PARTS; part++) {
    const offset = <usize>part * HEAD_BYTES;
    respond(at + AT_HEAD_LEFT + offset, left, convolver.frames, part * BLOCK, BLOCK, HEAD_SIZE, isCut);
    if (!convolver.isStereo) continue;
    respond(at + AT_HEAD_RIGHT + offset, right, convolver.frames, part * BLOCK, BLOCK, HEAD_SIZE, isCut);
  }
  if (isSpread) return;
  while (convolver.ready < convolver.pieces) makeReady(convolver, at);
  // So that its state is the same wherever the response lies.
  convolver.left = 0;
  convolver.right = 0;
}

/** Turns the next piece of the response into spectra. */
function makeReady(convolver: Convolver, at: usize): void {
  read(convolver);
  const piece = convolver.ready++;
  const from = (piece + 1) * PIECE;
  const isCut = isCutShort(convolver);
  respond(leftPiece(at, piece), convolver.left, convolver.frames, from, PIECE, TAIL_SIZE, isCut);
  if (!convolver.isStereo) return;
  respond(rightPiece(at, piece), convolver.right, convolver.frames, from, PIECE, TAIL_SIZE, isCut);
}

/** Lets `frameOf` read the response of a convolver. */
function read(convolver: Convolver): void {
  speed = convolver.rate / sampleRate;
  givenFrames = convolver.given;
}

/** Whether it is longer than a convolver keeps, and so fades out. */
function isCutShort(convolver: Convolver): bool {
  return <i32>(<f32>convolver.given / speed) > mostFrames();
}

function mostFrames(): i32 {
  return HEAD_PARTS * BLOCK + (mostPieces() - 1) * PIECE;
}

// @ts-ignore: decorator
@inline
function heardPiece(at: usize, place: i32): usize {
  return at + AT_TAIL + <usize>place * 3 * TAIL_BYTES;
}

// @ts-ignore: decorator
@inline
function leftPiece(at: usize, piece: i32): usize {
  return at + AT_TAIL + (<usize>piece * 3 + 1) * TAIL_BYTES;
}

// @ts-ignore: decorator
@inline
function rightPiece(at: usize, piece: i32): usize {
  return at + AT_TAIL + (<usize>piece * 3 + 2) * TAIL_BYTES;
}

/** The spectrum of a piece of the response, divided by its size so that the way back need not be. */
function respond(to: usize, samples: usize, frames: i32, from: i32, count: i32, size: i32, isCut: bool): void {
  memory.fill(to, 0, <usize>size << 3);
  const share: f32 = 1 / <f32>size;
  for (let i = 0; i < min<i32>(count, frames - from); i++) {
    const left = frames - from - i;
    const fade: f32 = isCut && left < FADE ? <f32>left / <f32>FADE : 1;
    store<f32>(to + (<usize>i << 2), frameOf(samples, from + i) * share * fade);
  }
  forwards(to, to + (<usize>size << 2), size);
}

/** A frame of the response at the rate of the core. */
function frameOf(samples: usize, index: i32): f32 {
  if (speed == 1) return load<f32>(samples + (<usize>index << 2));
  return sincFrame(samples, givenFrames, <f64>index * <f64>speed, speed) * speed;
}

function normalOf(left: usize, right: usize, frames: i32): f32 {
  let sum: f64 = 0;
  for (let i: usize = 0; i < (<usize>frames << 2); i += 4) {
    const l = <f64>load<f32>(left + i);
    const r = <f64>load<f32>(right + i);
    sum += l * l + r * r;
  }
  const power = Math.max(LEAST_POWER, Math.sqrt(sum / <f64>max<i32>(1, 2 * frames)));
  return <f32>(CALIBRATION / power * CALIBRATION_RATE / <f64>sampleRate);
}

export function convolverTail(at: usize): i32 {
  return changetype<Convolver>(at).frames + BLOCK;
}

export function convolverRender(at: usize, left: usize, right: usize, key: usize): void {
  const convolver = changetype<Convolver>(at);
  if (convolver.frames == 0) {
    memory.fill(wetLeft, 0, BLOCK_BYTES);
    memory.fill(wetRight, 0, BLOCK_BYTES);
  } else {
    renderHead(convolver, at, left, right);
    if (convolver.pieces != 0) renderTail(convolver, at, left, right);
    adjust(convolver);
  }
  dryWetRender(convolver, left, wetLeft);
  dryWetRender(convolver, right, wetRight);
  dryWetJump(convolver);
}

/** Writes the head's sound to the wet blocks. */
function renderHead(convolver: Convolver, at: usize, left: usize, right: usize): void {
  convolver.head = (convolver.head + HEAD_PARTS - 1) % HEAD_PARTS;
  const heard = at + AT_HEAD_HEARD + <usize>convolver.head * HEAD_BYTES;
  const last = at + AT_HEAD_LAST;
  const imaginary = heard + (<usize>HEAD_SIZE << 2);
  memory.copy(heard, last, BLOCK_BYTES);
  memory.copy(heard + BLOCK_BYTES, left, BLOCK_BYTES);
  memory.copy(imaginary, last + BLOCK_BYTES, BLOCK_BYTES);
  memory.copy(imaginary + BLOCK_BYTES, right, BLOCK_BYTES);
  memory.copy(last, left, BLOCK_BYTES);
  memory.copy(last + BLOCK_BYTES, right, BLOCK_BYTES);
  forwards(heard, imaginary, HEAD_SIZE);
  memory.fill(leftSum, 0, HEAD_BYTES);
  if (convolver.isStereo) memory.fill(rightSum, 0, HEAD_BYTES);
  const parts = min<i32>(HEAD_PARTS, (convolver.frames + BLOCK - 1) / BLOCK);
  for (let part = 0; part < parts; part++) {
    const from = at + AT_HEAD_HEARD + <usize>((convolver.head + part) % HEAD_PARTS) * HEAD_BYTES;
    const offset = <usize>part * HEAD_BYTES;
    multiplyAdd(from, at + AT_HEAD_LEFT + offset, leftSum, HEAD_SIZE);
    if (convolver.isStereo) multiplyAdd(from, at + AT_HEAD_RIGHT + offset, rightSum, HEAD_SIZE);
  }
  takeBack(convolver.isStereo, HEAD_SIZE, wetLeft, wetRight, BLOCK_BYTES);
}

/** Adds the tail's sound to the wet blocks, and takes in this block. */
function renderTail(convolver: Convolver, at: usize, left: usize, right: usize): void {
  const place = <usize>convolver.filled << 2;
  const leftOut = at + AT_OUT + place;
  const rightOut = at + AT_OUT + PIECE_BYTES + place;
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    v128.store(wetLeft + i, f32x4.add(v128.load(wetLeft + i), v128.load(leftOut + i)));
    v128.store(wetRight + i, f32x4.add(v128.load(wetRight + i), v128.load(rightOut + i)));
  }
  memory.copy(at + AT_IN + PIECE_BYTES + place, left, BLOCK_BYTES);
  memory.copy(at + AT_IN + 3 * PIECE_BYTES + place, right, BLOCK_BYTES);
  convolver.filled += BLOCK;
  if (convolver.filled < PIECE) return;
  convolver.filled = 0;
  nextPiece(convolver, at);
}

/** A piece is whole: works out what the tail sounds like for the length of the next. */
function nextPiece(convolver: Convolver, at: usize): void {
  const pieces = convolver.pieces;
  convolver.tail = (convolver.tail + pieces - 1) % pieces;
  const heard = heardPiece(at, convolver.tail);
  const imaginary = heard + (<usize>TAIL_SIZE << 2);
  memory.copy(heard, at + AT_IN, 2 * PIECE_BYTES);
  memory.copy(imaginary, at + AT_IN + 2 * PIECE_BYTES, 2 * PIECE_BYTES);
  memory.copy(at + AT_IN, at + AT_IN + PIECE_BYTES, PIECE_BYTES);
  memory.copy(at + AT_IN + 2 * PIECE_BYTES, at + AT_IN + 3 * PIECE_BYTES, PIECE_BYTES);
  forwards(heard, imaginary, TAIL_SIZE);
  memory.fill(leftSum, 0, TAIL_BYTES);
  if (convolver.isStereo) memory.fill(rightSum, 0, TAIL_BYTES);
  convolver.heard = min<i32>(pieces, convolver.heard + 1);
  if (convolver.ready < convolver.heard) makeReady(convolver, at);
  for (let piece = 0; piece < convolver.heard; piece++) {
    const from = heardPiece(at, (convolver.tail + piece) % pieces);
    multiplyAdd(from, leftPiece(at, piece), leftSum, TAIL_SIZE);
    if (convolver.isStereo) multiplyAdd(from, rightPiece(at, piece), rightSum, TAIL_SIZE);
  }
  takeBack(convolver.isStereo, TAIL_SIZE, at + AT_OUT, at + AT_OUT + PIECE_BYTES, PIECE_BYTES);
}

/** The second halves of what the sums turn back into: left of the left response, right of the right one. */
function takeBack(isStereo: bool, size: i32, left: usize, right: usize, bytes: usize): void {
  const imaginary = <usize>size << 2;
  backwards(leftSum, leftSum + imaginary, size);
  if (isStereo) backwards(rightSum, rightSum + imaginary, size);
  const other = isStereo ? rightSum : leftSum;
  memory.copy(left, leftSum + bytes, bytes);
  memory.copy(right, other + imaginary + bytes, bytes);
}

function multiplyAdd(one: usize, other: usize, sum: usize, size: i32): void {
  const imaginary = <usize>size << 2;
  for (let i: usize = 0; i < imaginary; i += 16) {
    const ar = v128.load(one + i);
    const ai = v128.load(one + imaginary + i);
    const br = v128.load(other + i);
    const bi = v128.load(other + imaginary + i);
    const real = f32x4.sub(f32x4.mul(ar, br), f32x4.mul(ai, bi));
    const rest = f32x4.add(f32x4.mul(ar, bi), f32x4.mul(ai, br));
    v128.store(sum + i, f32x4.add(v128.load(sum + i), real));
    v128.store(sum + imaginary + i, f32x4.add(v128.load(sum + imaginary + i), rest));
  }
}

/** The loudness of the response, and nothing that is too small. */
function adjust(convolver: Convolver): void {
  const next = gainOf(convolver);
  const step = f32x4.splat((next - convolver.gain) / 32);
  let gain = f32x4.add(f32x4.splat(convolver.gain), f32x4.mul(f32x4(1, 2, 3, 4), f32x4.mul(step, f32x4.splat(0.25))));
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    v128.store(wetLeft + i, calm(f32x4.mul(v128.load(wetLeft + i), gain)));
    v128.store(wetRight + i, calm(f32x4.mul(v128.load(wetRight + i), gain)));
    gain = f32x4.add(gain, step);
  }
  convolver.gain = next;
}
