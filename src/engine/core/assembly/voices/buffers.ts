// Buffers that the voices share while they render: each is filled and used up within one call.
// They have room for 128 frames and what four-lane loops write past the end.

import { EnvelopeSettings, fillEnvelope } from '../envelope';
import { FILTER_BYTES, LANE_BYTES, LANES } from '../filter';
import { FADING, Part, PartSettings, rate, Voice } from './deck';

/** Levels of a voice, or of four in lanes of LANE_BYTES. */
export const levels = memory.data(LANE_BYTES * LANES, 16);
/** Levels of its modulator; cutoffs of four. */
export const others = memory.data(LANE_BYTES * LANES, 16);
/** Samples of four voices. */
export const samples = memory.data(LANE_BYTES * LANES, 16);
/** Addresses of four filter memories, and a memory for lanes without a voice. */
export const states = memory.data(LANES * 8, 16);
export const noStates = memory.data(FILTER_BYTES, 16);

const FADE_SECONDS: f32 = 0.004;

/** Samples that a stolen voice takes to fade. */
// @ts-ignore: decorator
@inline
export function fadeSamples(): f32 {
  return nearest<f32>(FADE_SECONDS * rate);
}

/** Writes the amplitudes of a voice's next `frames` to `out`, its fade in them if it was stolen. */
export function fillLevels(settings: PartSettings, voice: Voice, part: Part, out: usize, frames: i32): void {
  fillEnvelope(part.amplitude, settings.amplitude, out, frames);
  if (voice.state == FADING) fade(voice, out, frames);
}

/** Writes the levels of recorded sound, by its own settings. */
export function fillLevelsBy(settings: EnvelopeSettings, voice: Voice, out: usize, frames: i32): void {
  fillEnvelope(voice.first.amplitude, settings, out, frames);
  if (voice.state == FADING) fade(voice, out, frames);
}

/** Writes full levels, and where the voice was stolen its fade. */
export function fillFade(voice: Voice, out: usize, frames: i32): void {
  const full = f32x4.splat(1.0);
  for (let at = out, end = out + (<usize>frames << 2); at < end; at += 16) v128.store(at, full);
  if (voice.state == FADING) fade(voice, out, frames);
}

function fade(voice: Voice, out: usize, frames: i32): void {
  const length = fadeSamples();
  for (let i = 0; i < frames; i++) {
    const left = max<f32>(0.0, 1.0 - <f32>(voice.fadeAt + i) / length);
    store<f32>(out + (i << 2), load<f32>(out + (i << 2)) * left);
  }
}

/** Adds a run of samples, each times its level, to `mix`. */
export function mixAtLevels(sound: usize, levels: usize, mix: usize, frames: i32): void {
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    const sample = f32x4.mul(v128.load(sound + at), v128.load(levels + at));
    v128.store(mix + at, f32x4.add(v128.load(mix + at), sample));
  }
}

/** Empties `frames` of a lane that has no voice. */
export function emptyLane(lane: i32, frames: i32): void {
  const from = <usize>(lane * LANE_BYTES);
  const none = i32x4.splat(0);
  for (let at = from, end = from + (frames << 2); at < end; at += 16) {
    v128.store(levels + at, none);
    v128.store(others + at, none);
    v128.store(samples + at, none);
  }
  setState(lane, noStates);
}

/** Names the filter memory of a lane. */
// @ts-ignore: decorator
@inline
export function setState(lane: i32, state: usize): void {
  store<usize>(states + (lane << alignof<usize>()), state);
}
