// Pitch of a voice: its note, the instrument's detuning, and the way from one note to the next.
// A way goes by equal ratios in equal times, as Tone.js's portamento does and the fall of a MembraneSynth.

import { constant, COUNT, FOUR } from '../constants';
import { levelOf } from '../envelope';
import { exp2, exp2x4, log2, within } from '../math';
import { spread, WIDE_BYTES } from '../oversampling';
import { Deck, Part, PartSettings, rate, Voice } from './deck';
import { writeAtRate, writeMovingAtRate, writeMovingOscillator, writeOscillator } from './omni';

// As in Tone.js, a note that has all but died away is not glided from.
const HEARD: f32 = 0.05;

const increments = memory.data(WIDE_BYTES, 16);

/** Ratio of frequencies of a detuning in cents; NaN is the lowest. */
export function detuneFactor(cents: f32): f32 {
  return exp2(within(cents, -12000.0, 12000.0) / 1200.0);
}

/** Portamento's samples, from its seconds. */
export function glideOf(seconds: f32): f32 {
  return within(seconds, 0.0, 60.0) * rate;
}

/** Sets the voice on its way to `increment`, from where it is. */
export function glideTo(deck: Deck, voice: Voice, increment: f32): void {
  const level = levelOf(voice.first.amplitude) + levelOf(voice.other.amplitude);
  const glides = deck.portamento >= 1.0 && level > HEARD;
  const octaves = glides ? log2(pitchNow(voice) / increment) : <f32>0.0;
  voice.increment = increment;
  voice.glideOctaves = octaves;
  voice.glideSamples = glides ? deck.portamento : 0.0;
  voice.glideAt = 0;
}

function pitchNow(voice: Voice): f32 {
  const left = max<f32>(0.0, voice.glideSamples - <f32>voice.glideAt);
  return left > 0.0 ? voice.increment * exp2((voice.glideOctaves / voice.glideSamples) * left) : voice.increment;
}

/** Samples of the next `frames` that are on the way to the note; its last is the first at the note's own pitch. */
// @ts-ignore: decorator
@inline
export function framesOnTheWay(voice: Voice, frames: i32): i32 {
  return max<i32>(0, min<i32>(frames, <i32>ceil<f32>(voice.glideSamples) - voice.glideAt));
}

/** Writes the turns a sample of the next `frames`, times `factor`, and moves on. */
export function fillPitch(voice: Voice, factor: f32, out: usize, frames: i32): void {
  const pitch = f32x4.splat(voice.increment * factor);
  if (framesOnTheWay(voice, frames) == 0) {
    for (let at = out, end = out + (<usize>frames << 2); at < end; at += 16) v128.store(at, pitch);
    return;
  }
  const slope = f32x4.splat(-voice.glideOctaves / voice.glideSamples);
  const none = f32x4.splat(0.0);
  let toGo = f32x4.add(f32x4.splat(<f32>voice.glideAt - voice.glideSamples), v128.load(COUNT));
  for (let at = out, end = out + (<usize>frames << 2); at < end; at += 16) {
    v128.store(at, f32x4.mul(pitch, exp2x4(f32x4.mul(slope, f32x4.pmin(none, toGo)))));
    toGo = f32x4.add(toGo, constant(FOUR));
  }
  voice.glideAt += frames;
}

/** Writes the next `frames` of the oscillator of a part, at the voice's pitch times `factor`. */
export function fillOscillator(settings: PartSettings, voice: Voice, part: Part, factor: f32, out: usize, frames: i32): void {
  const moving = framesOnTheWay(voice, frames);
  if (moving > 0) {
    fillPitch(voice, factor, increments, moving);
    writeMovingOscillator(settings.oscillator, part.oscillator, voice.increment * factor, increments, out, moving);
  }
  if (moving == frames) return;
  writeOscillator(settings.oscillator, part.oscillator, voice.increment * factor, out + (moving << 2), frames - moving);
}

/** fillOscillator at `times` the rate: `frames` times so many samples, for who brings them down himself, and has set its reach. */
export function fillWide(settings: PartSettings, voice: Voice, part: Part, factor: f32, out: usize, frames: i32, times: i32): void {
  const slow = factor / <f32>times;
  const moving = framesOnTheWay(voice, frames);
  if (moving > 0) {
    fillPitch(voice, slow, increments, moving);
    if (times > 1) spread(increments, moving, times, 1.0);
    writeMovingAtRate(settings.oscillator, part.oscillator, increments, increments, out, moving * times, times);
  }
  if (moving == frames) return;
  writeAtRate(settings.oscillator, part.oscillator, voice.increment * slow, out + ((moving * times) << 2), (frames - moving) * times, times);
}
