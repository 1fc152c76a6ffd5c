// Clips: stretches of recordings that stand in the song, beside what the track's instrument plays. A clip is a
// function of the song's position: where it reads and how loud it is follow from how much of it has gone by, so that a
// bounce from bar 33 is that part of the whole.
// A place in a recording is a whole number of 2^-32 frames, as the Sampler counts.

import { CLIP_STRIDE, MAX_CLIPS, MAX_SAMPLES, MAX_TRACKS } from './generated/layout';
import { sinOfTurns } from './math';
import { BLOCK, BLOCK_BYTES, reserve, reserveFixed } from './memory';
import { interpolated, kernelFor, rowAt, tapsOf } from './resample';
import { PAD, Sample, sampleAt } from './samples';
import { widen } from './widen';

const DECKS: i32 = MAX_TRACKS * 2;
/** Clips of a deck that sound at once: two that meet, and those that fade after a jump. */
const VOICES: i32 = 8;
const ONE: u64 = 4294967296;
/** A clip that is begun in its middle comes, and one that is left goes, within this time: no click. */
const RAMP_SECONDS: f32 = 0.005;
/** Of a mono recording on a stereo track: as `widen` shares it out. */
const SHARE: f32 = 0.7071067811865476;

/** A clip that sounds. It has all that it needs: the list that it is of may be exchanged meanwhile. */
@unmanaged
class ClipVoice {
  sounds: bool;
  /** Frames of the next block before it begins. */
  wait: i32;
  /** Samples of it that have gone by, of how many; and of its fades. */
  time: u32;
  length: u32;
  fadeIn: u32;
  fadeOut: u32;
  /** In 2^-32 frames; `loopLength` is 0 where it goes straight on. */
  position: u64;
  step: u64;
  until: u64;
  loopLength: u64;
  left: usize;
  /** 0 for a mono recording. */
  right: usize;
  kernel: i32;
  gain: f32;
  /** A gain of its own, for what begins or ends in the middle: where it is, and what a frame adds. */
  ramp: f32;
  rampStep: f32;
  /** The frame of the next block where it begins to go. */
  rampFrom: i32;
}

let rows: usize = 0;
let voices: usize = 0;
let rampStep: f32 = 0;
/** For each list of clips, how many there are; for each deck, which is next, and whether it is stereo. */
const counts = memory.data(DECKS * 4, 16);
const cursors = memory.data(DECKS * 4, 16);
const stereos = memory.data(DECKS * 4, 16);
const levels = memory.data(128 * 4, 16);

const VOICE_BYTES: usize = (offsetof<ClipVoice>() + 15) & ~15;

export function clipsInit(sampleRate: f32): void {
  rows = reserveFixed(<usize>(DECKS * MAX_CLIPS * CLIP_STRIDE));
  voices = reserve(<usize>(DECKS * VOICES) * VOICE_BYTES);
  rampStep = 1 / (RAMP_SECONDS * sampleRate);
}

/** Where the host writes the clips of a list, which has so many; at most MAX_CLIPS. */
export function clipsStage(list: i32, count: i32): usize {
  store<i32>(counts + (<usize>list << 2), max<i32>(0, min<i32>(count, MAX_CLIPS)));
  return rowOf(list, 0);
}

// @ts-ignore: decorator
@inline
export function clipCount(list: i32): i32 {
  return load<i32>(counts + (<usize>list << 2));
}

/** Points the deck, which is silent, at the clips of a list. */
export function clipsConfigure(deck: i32, list: i32): void {
  let stereo = 0;
  for (let i = 0; i < clipCount(list); i++) {
    const sample = sampleOf(rowOf(list, i));
    if (sample && sample.right != 0) stereo = 1;
  }
  store<i32>(stereos + (<usize>deck << 2), stereo);
}

/** Begins the clips that sound at `sample` of the song, in their middle, at that frame of the next block. */
export function clipsBegin(deck: i32, list: i32, sample: u32, frame: i32): void {
  const count = clipCount(list);
  let next = 0;
  for (; next < count && startOf(rowOf(list, next)) < sample; next++) {
    const row = rowOf(list, next);
    const late = sample - startOf(row);
    if (late < lengthOf(row)) begin(deck, row, frame, late);
  }
  store<i32>(cursors + (<usize>deck << 2), next);
}

/** Begins the clips that start within the song's samples from..from + length, from `frame` on. */
export function clipsPlay(deck: i32, list: i32, from: u32, length: i32, frame: i32): void {
  const count = clipCount(list);
  const to = from + <u32>length;
  let next = load<i32>(cursors + (<usize>deck << 2));
  for (; next < count && startOf(rowOf(list, next)) < to; next++) {
    const row = rowOf(list, next);
    begin(deck, row, frame + <i32>(max<u32>(startOf(row), from) - from), 0);
  }
  store<i32>(cursors + (<usize>deck << 2), next);
}

/** As `deckRest`. */
export function clipsRest(deck: i32): void {
  store<i32>(cursors + (<usize>deck << 2), 0);
  for (let i = 0; i < VOICES; i++) {
    const voice = voiceAt(deck, i);
    if (!voice.sounds) memory.fill(changetype<usize>(voice), 0, offsetof<ClipVoice>());
  }
}

/** As `deckResume`. */
export function clipsResume(deck: i32, list: i32, sample: u32): void {
  const count = clipCount(list);
  let next = 0;
  while (next < count && startOf(rowOf(list, next)) < sample) next++;
  store<i32>(cursors + (<usize>deck << 2), next);
}

/** Lets all clips go from `frame` of the next block on. */
export function clipsRelease(deck: i32, frame: i32): void {
  for (let i = 0; i < VOICES; i++) {
    const voice = voiceAt(deck, i);
    if (!voice.sounds || voice.rampStep < 0) continue;
    voice.rampStep = -rampStep;
    voice.rampFrom = frame;
  }
}

/** Silence at once. */
export function clipsClear(deck: i32): void {
  for (let i = 0; i < VOICES; i++) voiceAt(deck, i).sounds = false;
}

export function isClipSounding(deck: i32): bool {
  for (let i = 0; i < VOICES; i++) if (voiceAt(deck, i).sounds) return true;
  return false;
}

/**
 * Adds the next block of the deck's clips to what its instrument gave.
 * @param sides  of the instrument: 0 where the block holds nothing of use, 1 mono in `left`, 2 stereo
 * @returns      of both together, likewise
 */
export function clipsRender(deck: i32, left: usize, right: usize, sides: i32): i32 {
  if (!isClipSounding(deck)) return sides;
  const isStereo = sides == 2 || load<i32>(stereos + (<usize>deck << 2)) != 0;
  if (sides == 0) memory.fill(left, 0, BLOCK_BYTES);
  if (sides == 0 && isStereo) memory.fill(right, 0, BLOCK_BYTES);
  if (sides == 1 && isStereo) widen(left, right);
  for (let i = 0; i < VOICES; i++) {
    const voice = voiceAt(deck, i);
    if (voice.sounds) renderVoice(voice, left, right, isStereo);
  }
  return isStereo ? 2 : 1;
}

function begin(deck: i32, row: usize, frame: i32, late: u32): void {
  const sample = sampleOf(row);
  if (!sample || sample.frames == 0) return;
  const voice = freeVoice(deck);
  voice.wait = frame;
  voice.time = late;
  voice.length = lengthOf(row);
  voice.fadeIn = load<u32>(row, 32);
  voice.fadeOut = load<u32>(row, 36);
  voice.step = load<u64>(row, 8);
  voice.position = load<u64>(row) + <u64>late * voice.step;
  voice.left = sample.left;
  voice.right = sample.right;
  voice.kernel = kernelFor(<f64>voice.step / <f64>ONE);
  voice.gain = load<f32>(row, 28);
  const loopStart = load<i32>(row, 40);
  const loopEnd = load<i32>(row, 44);
  const isLooped = loopEnd > loopStart && loopStart >= 0 && loopEnd + 2 * PAD <= sample.frames;
  // The loop goes on behind its end as far as a kernel reaches: no kernel ever sees the seam.
  voice.until = <u64>(isLooped ? loopEnd + PAD : sample.frames) << 32;
  voice.loopLength = isLooped ? <u64>(loopEnd - loopStart) << 32 : 0;
  voice.ramp = late > 0 ? <f32>0 : <f32>1;
  voice.rampStep = late > 0 ? rampStep : <f32>0;
  voice.rampFrom = 0;
  wrap(voice);
  voice.sounds = voice.position < voice.until;
}

/** One that is free, else the one that has sounded longest. */
function freeVoice(deck: i32): ClipVoice {
  let oldest = voiceAt(deck, 0);
  for (let i = 0; i < VOICES; i++) {
    const voice = voiceAt(deck, i);
    if (!voice.sounds) return voice;
    if (voice.time > oldest.time) oldest = voice;
  }
  return oldest;
}

function renderVoice(voice: ClipVoice, left: usize, right: usize, isStereo: bool): void {
  const first = voice.wait;
  voice.wait = 0;
  const count = <i32>min<u32>(<u32>(BLOCK - first), voice.length - voice.time);
  const isHeard = fillLevels(voice, first, count);
  const at = <usize>first << 2;
  const share = isStereo && voice.right == 0 ? SHARE : <f32>1;
  if (voice.step == ONE && <u32>voice.position == 0 && voice.loopLength == 0) {
    playAsRecorded(voice, left + at, right + at, count, isStereo, share);
  } else playMoved(voice, left + at, right + at, count, isStereo, share);
  voice.time += <u32>count;
  wrap(voice);
  if (voice.time >= voice.length || voice.position >= voice.until || !isHeard) voice.sounds = false;
}

/** The gain of each frame into `levels`; false where the clip has gone by the block's end. */
function fillLevels(voice: ClipVoice, first: i32, count: i32): bool {
  let ramp = voice.ramp;
  for (let i = 0; i < count; i++) {
    const time = voice.time + <u32>i;
    const rest = voice.length - time;
    let level = voice.gain;
    // By equal power, so that two takes that meet are as loud together as each alone.
    if (time < voice.fadeIn) level *= sinOfTurns((0.25 * <f32>time) / <f32>voice.fadeIn);
    if (rest < voice.fadeOut) level *= sinOfTurns((0.25 * <f32>rest) / <f32>voice.fadeOut);
    if (first + i >= voice.rampFrom) ramp = max<f32>(0, min<f32>(1, ramp + voice.rampStep));
    store<f32>(levels + (<usize>i << 2), level * ramp);
  }
  voice.ramp = ramp;
  voice.rampFrom = 0;
  if (voice.rampStep > 0 && ramp == 1) voice.rampStep = 0;
  return voice.rampStep >= 0 || ramp > 0;
}

/** At its own speed, from frame to frame: the samples as they are. */
function playAsRecorded(
  voice: ClipVoice, left: usize, right: usize, frames: i32, isStereo: bool, share: f32,
): void {
  const from = <usize>(voice.position >> 32) << 2;
  const count = min<i32>(frames, <i32>((voice.until - voice.position) >> 32));
  const one = voice.left + from;
  const other = (voice.right != 0 ? voice.right : voice.left) + from;
  for (let i: usize = 0, end = <usize>count << 2; i < end; i += 4) {
    const level = load<f32>(levels + i) * share;
    store<f32>(left + i, load<f32>(left + i) + load<f32>(one + i) * level);
    if (isStereo) store<f32>(right + i, load<f32>(right + i) + load<f32>(other + i) * level);
  }
  voice.position += <u64>frames << 32;
}

function playMoved(
  voice: ClipVoice, left: usize, right: usize, frames: i32, isStereo: bool, share: f32,
): void {
  const kernel = voice.kernel;
  const taps = tapsOf(kernel);
  for (let i: usize = 0, end = <usize>frames << 2; i < end; i += 4) {
    wrap(voice);
    if (voice.position >= voice.until) break;
    const at = <usize>(voice.position >> 32) << 2;
    const within = <u32>voice.position;
    const row = rowAt(kernel, <i32>(within >>> 24));
    const part = f32x4.splat(<f32>(within & 0xffffff) * <f32>5.9604644775390625e-8);
    const level = load<f32>(levels + i) * share;
    const one = interpolated(voice.left + at, row, part, taps);
    store<f32>(left + i, load<f32>(left + i) + one * level);
    if (isStereo) {
      const other = voice.right != 0 ? interpolated(voice.right + at, row, part, taps) : one;
      store<f32>(right + i, load<f32>(right + i) + other * level);
    }
    voice.position += voice.step;
  }
}

/** Back by whole loops, where it is one and has come to its end. */
// @ts-ignore: decorator
@inline
function wrap(voice: ClipVoice): void {
  if (voice.loopLength == 0 || voice.position < voice.until) return;
  voice.position -= voice.loopLength * ((voice.position - voice.until) / voice.loopLength + 1);
}

// @ts-ignore: decorator
@inline
function voiceAt(deck: i32, index: i32): ClipVoice {
  return changetype<ClipVoice>(voices + <usize>(deck * VOICES + index) * VOICE_BYTES);
}

// A row as the program has it: see `clipStride`.

// @ts-ignore: decorator
@inline
function rowOf(list: i32, index: i32): usize {
  return rows + <usize>((list * MAX_CLIPS + index) * CLIP_STRIDE);
}

// @ts-ignore: decorator
@inline
function startOf(row: usize): u32 {
  return load<u32>(row, 16);
}

// @ts-ignore: decorator
@inline
function lengthOf(row: usize): u32 {
  return load<u32>(row, 20);
}

function sampleOf(row: usize): Sample | null {
  const slot = load<u32>(row, 24);
  return slot < <u32>MAX_SAMPLES ? sampleAt(<i32>slot) : null;
}
