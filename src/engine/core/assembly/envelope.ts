// Tone.js's Envelope: attack, decay, sustain, release, each linear or "exponential".
// Exponential is Tone's law: an approach with the time constant ln(seconds + 1) / ln 200 for nine tenths of
// the time, and a straight line for the rest. Every sample is computed from its place in its segment, not
// from the sample before it: no drift, and the same bits however a block is cut.
// Unlike Tone: a release lasts 2 ms at least, and a running note is taken to a new level in 2 ms at least
// (Tone clicks), and what has fallen under -100 dB has ended.

import { constant, COUNT, FOUR, WHOLE_COUNT } from './constants';
import { exp2, log2, within } from './math';

/** What the parameter block says, in samples. */
@unmanaged
export class EnvelopeSettings {
  attack: f32;
  decay: f32;
  sustain: f32;
  release: f32;
  attackApproaches: i32;
  decayApproaches: i32;
  releaseApproaches: i32;
  sampleRate: f32;
  /** 1: an approach falls by 100 dB in its time, as SoundFonts have it, and not by Tone.js's law. */
  even: i32;
}

const SLOT_ATTACK: usize = 0;
const SLOT_DECAY: usize = 4;
const SLOT_SUSTAIN: usize = 8;
const SLOT_RELEASE: usize = 12;
const SLOT_ATTACK_CURVE: usize = 16;
const SLOT_DECAY_CURVE: usize = 20;
const SLOT_RELEASE_CURVE: usize = 24;

const LONGEST_SECONDS: f32 = 60.0;
const GENTLE_SECONDS: f32 = 0.002;
const SILENCE: f32 = 0.00001;
const FOREVER: i32 = i32.MAX_VALUE;

/** Takes the seven envelope rows of the vocabulary, which stand at `slots`. */
export function readEnvelope(settings: EnvelopeSettings, slots: usize, sampleRate: f32): void {
  settings.sampleRate = sampleRate;
  settings.attack = seconds(slots + SLOT_ATTACK) * sampleRate;
  settings.decay = seconds(slots + SLOT_DECAY) * sampleRate;
  settings.sustain = within(load<f32>(slots + SLOT_SUSTAIN), 0.0, 1.0);
  settings.release = max<f32>(seconds(slots + SLOT_RELEASE), GENTLE_SECONDS) * sampleRate;
  settings.attackApproaches = load<f32>(slots + SLOT_ATTACK_CURVE) > 0.5 ? 1 : 0;
  settings.decayApproaches = load<f32>(slots + SLOT_DECAY_CURVE) > 0.5 ? 1 : 0;
  settings.releaseApproaches = load<f32>(slots + SLOT_RELEASE_CURVE) > 0.5 ? 1 : 0;
}

function seconds(slot: usize): f32 {
  return within(load<f32>(slot), 0.0, LONGEST_SECONDS);
}

const REST: i32 = 0;
const ATTACK: i32 = 1;
const ATTACK_END: i32 = 2;
const DECAY: i32 = 3;
const DECAY_END: i32 = 4;
const SUSTAIN: i32 = 5;
const RELEASE: i32 = 6;
const RELEASE_END: i32 = 7;

const LINE: i32 = 0;
const APPROACH: i32 = 1;

/** One running envelope. Zeroed memory is one at rest. */
@unmanaged
export class Envelope {
  stage: i32;
  shape: i32;
  /** Samples into the segment, and its length. */
  at: i32;
  length: i32;
  from: f32;
  /** Level that the segment heads for. */
  to: f32;
  /** Of a line, level a sample; of an approach, octaves of the distance a sample. */
  rate: f32;
  velocity: f32;
  /** Samples of the straight end of an approach. */
  ending: i32;
}

/** Whether it has come to its end, or never began. */
// @ts-ignore: decorator
@inline
export function atRest(envelope: Envelope): bool {
  return envelope.stage == REST;
}

/** Level at the present sample. */
export function levelOf(envelope: Envelope): f32 {
  if (envelope.shape == LINE) return envelope.from + envelope.rate * <f32>envelope.at;
  return envelope.to + (envelope.from - envelope.to) * exp2(-envelope.rate * <f32>envelope.at);
}

/** The level that matters when voices are compared: one that rises counts as what it rises to. */
export function loudnessOf(envelope: Envelope): f32 {
  return envelope.stage == ATTACK || envelope.stage == ATTACK_END ? envelope.velocity : levelOf(envelope);
}

/** Holds it at a level: for a sound that has a course of its own, and only tells how loud it is. */
export function holdLevel(envelope: Envelope, level: f32): void {
  hold(envelope, SUSTAIN, level);
}

/** Ends it at once. */
export function silenceEnvelope(envelope: Envelope): void {
  rest(envelope);
}

/** Begins a note, from whatever level it has: the attack is shorter by the share already climbed. */
export function attack(envelope: Envelope, settings: EnvelopeSettings, velocity: f32): void {
  const level = levelOf(envelope);
  let samples = settings.attack;
  if (level > 0.0) samples = max<f32>(samples * (1.0 - level), GENTLE_SECONDS * settings.sampleRate);
  envelope.velocity = velocity;
  if (samples < 1.0) {
    envelope.from = velocity;
    envelope.to = velocity;
    decay(envelope, settings);
  } else if (settings.attackApproaches != 0) {
    approach(envelope, settings, ATTACK, level, velocity, samples);
  } else {
    line(envelope, ATTACK_END, level, velocity, <i32>nearest<f32>(samples));
  }
  skipEnded(envelope, settings);
}

/** Ends the note: to silence from whatever level it has. */
export function release(envelope: Envelope, settings: EnvelopeSettings): void {
  if (envelope.stage == REST || envelope.stage >= RELEASE) return;
  const level = levelOf(envelope);
  if (level < SILENCE) rest(envelope);
  else if (settings.releaseApproaches != 0) approach(envelope, settings, RELEASE, level, 0.0, settings.release);
  else line(envelope, RELEASE_END, level, 0.0, <i32>nearest<f32>(settings.release));
}

/** Writes the next `frames` levels, and some beyond, to `out` (room for frames + 4), and moves on. */
export function fillEnvelope(envelope: Envelope, settings: EnvelopeSettings, out: usize, frames: i32): void {
  let written = 0;
  while (written < frames) {
    const run = min<i32>(frames - written, envelope.length - envelope.at);
    fillSegment(envelope, out + (written << 2), run);
    written += run;
    moveOn(envelope, settings, run);
  }
}

/** Moves on by `frames` without writing. */
export function skipFrames(envelope: Envelope, settings: EnvelopeSettings, frames: i32): void {
  let left = frames;
  while (left > 0) {
    const run = min<i32>(left, envelope.length - envelope.at);
    left -= run;
    moveOn(envelope, settings, run);
  }
}

/** Whether its level stands still until a note event. */
// @ts-ignore: decorator
@inline
export function standsStill(envelope: Envelope): bool {
  return envelope.stage == SUSTAIN || envelope.stage == REST;
}

// Where a segment lasts for ever, time in it stands still, so that it never overflows.
function moveOn(envelope: Envelope, settings: EnvelopeSettings, frames: i32): void {
  if (envelope.length == FOREVER) return;
  envelope.at += frames;
  skipEnded(envelope, settings);
}

function skipEnded(envelope: Envelope, settings: EnvelopeSettings): void {
  while (envelope.at >= envelope.length) next(envelope, settings);
}

function next(envelope: Envelope, settings: EnvelopeSettings): void {
  const stage = envelope.stage;
  if (stage == ATTACK || stage == DECAY || stage == RELEASE) {
    const level = levelOf(envelope);
    if (envelope.to == 0.0 && level < SILENCE * 1.01) rest(envelope);
    else line(envelope, stage + 1, level, envelope.to, envelope.ending);
  } else if (stage == ATTACK_END) decay(envelope, settings);
  else if (stage == DECAY_END) sustain(envelope, settings);
  else rest(envelope);
}

function decay(envelope: Envelope, settings: EnvelopeSettings): void {
  const level = envelope.to;
  const goal = envelope.velocity * settings.sustain;
  if (settings.decay < 1.0 && settings.sustain > 0.0) hold(envelope, SUSTAIN, level);
  else if (settings.decay < 1.0) line(envelope, DECAY_END, level, goal, <i32>(GENTLE_SECONDS * settings.sampleRate));
  else if (settings.sustain >= 1.0) hold(envelope, SUSTAIN, level);
  else if (settings.decayApproaches != 0) approach(envelope, settings, DECAY, level, goal, settings.decay);
  else line(envelope, DECAY_END, level, goal, <i32>nearest<f32>(settings.decay));
}

function sustain(envelope: Envelope, settings: EnvelopeSettings): void {
  if (envelope.to < SILENCE) rest(envelope);
  else hold(envelope, SUSTAIN, envelope.to);
}

/** Silence at once. */
export function rest(envelope: Envelope): void {
  hold(envelope, REST, 0.0);
}

function hold(envelope: Envelope, stage: i32, level: f32): void {
  line(envelope, stage, level, level, FOREVER);
}

function line(envelope: Envelope, stage: i32, from: f32, to: f32, samples: i32): void {
  envelope.stage = stage;
  envelope.shape = LINE;
  envelope.at = 0;
  envelope.length = max<i32>(1, samples);
  envelope.from = from;
  envelope.to = to;
  envelope.rate = (to - from) / <f32>envelope.length;
}

function approach(envelope: Envelope, settings: EnvelopeSettings, stage: i32, from: f32, to: f32, samples: f32): void {
  const bent = max<i32>(1, <i32>nearest<f32>(samples * 0.9));
  const whole = max<i32>(bent + 1, <i32>nearest<f32>(samples));
  // ln(T + 1) / ln 200 seconds to 1/e, as octaves a sample.
  const tone = log2(1.0 + samples / settings.sampleRate) * (0.13082382 * settings.sampleRate);
  const constant = settings.even != 0 ? samples * <f32>0.0868589 : tone;
  envelope.stage = stage;
  envelope.shape = APPROACH;
  envelope.at = 0;
  envelope.from = from;
  envelope.to = to;
  envelope.rate = 1.4426950408889634 / constant;
  envelope.length = bent;
  envelope.ending = whole - bent;
  if (to == 0.0) envelope.length = min<i32>(bent, max<i32>(1, <i32>ceil<f32>(log2(from / SILENCE) / envelope.rate)));
}

function fillSegment(envelope: Envelope, out: usize, frames: i32): void {
  if (envelope.rate == 0.0) fillHeld(envelope.from, out, frames);
  else if (envelope.shape == LINE) fillLine(envelope, out, frames);
  else fillApproach(envelope, out, frames);
}

function fillHeld(level: f32, out: usize, frames: i32): void {
  const four = f32x4.splat(level);
  for (const end = out + (frames << 2); out < end; out += 16) v128.store(out, four);
}

function fillLine(envelope: Envelope, out: usize, frames: i32): void {
  const from = f32x4.splat(envelope.from);
  const rate = f32x4.splat(envelope.rate);
  let place = f32x4.add(f32x4.splat(<f32>envelope.at), v128.load(COUNT));
  for (const end = out + (frames << 2); out < end; out += 16) {
    v128.store(out, f32x4.add(from, f32x4.mul(rate, place)));
    place = f32x4.add(place, constant(FOUR));
  }
}

// Every 32 samples of the segment the distance left is worked out anew, and between it falls by products.
// Vectors begin at multiples of four of the segment, wherever the block begins: so each sample is the same
// product however blocks are cut. What stands before `out` is put back.
function fillApproach(envelope: Envelope, out: usize, frames: i32): void {
  const early = envelope.at & 3;
  const first = out - (early << 2);
  const before = v128.load(first);
  const ratio = exp2(-envelope.rate);
  const square = ratio * ratio;
  const powers = f32x4.mul(f32x4.splat(envelope.from - envelope.to), f32x4(1.0, ratio, square, square * ratio));
  const fourth = f32x4.splat(square * square);
  const to = f32x4.splat(envelope.to);
  let place = envelope.at - early;
  let left = f32x4.mul(powers, f32x4.splat(exp2(-envelope.rate * <f32>(place & ~31))));
  for (let passed = 0; passed < (place & 31); passed += 4) left = f32x4.mul(left, fourth);
  let at = first;
  for (const end = out + (frames << 2); at < end; at += 16) {
    v128.store(at, f32x4.add(to, left));
    place += 4;
    left = f32x4.mul(left, fourth);
    if ((place & 31) == 0) left = f32x4.mul(powers, f32x4.splat(exp2(-envelope.rate * <f32>place)));
  }
  if (early == 0) return;
  const places = v128.load(WHOLE_COUNT);
  v128.store(first, v128.bitselect(before, v128.load(first), i32x4.lt_s(places, i32x4.splat(early))));
}
