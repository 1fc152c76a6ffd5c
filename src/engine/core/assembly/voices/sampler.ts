// Sampler and Kit: recorded sound, at whatever pitch, through an envelope. Everything that a note needs is
// taken from its zone when it begins; a zone that is exchanged meanwhile does not touch it.
// A place in the sound is a whole number of 2^-32 frames: the same place whether a note was played up to it
// or begun there, so a bounce from bar 33 is that part of the whole.

import { attack, EnvelopeSettings, release, rest } from '../envelope';
import {
  MAX_SAMPLES, SAMPLER_ATTACK, SAMPLER_CURVE, SAMPLER_RELEASE, ZONE_ATTACK, ZONE_CHOKE, ZONE_DECAY, ZONE_GAIN,
  ZONE_LOOP_END, ZONE_LOOP_START, ZONE_ONE_SHOT, ZONE_PAN, ZONE_RELEASE, ZONE_ROOT, ZONE_SAMPLE, ZONE_SLOTS,
  ZONE_SQUARED, ZONE_SUSTAIN, ZONE_TRACKING,
} from '../generated/layout';
import { exp2, within } from '../math';
import { interpolated, kernelFor, rowAt, tapsOf } from '../resample';
import { PAD, Sample, sampleAt } from '../samples';
import { monoLeft, monoRight } from '../strip/pan';
import { fillLevelsBy, levels } from './buffers';
import { Deck, FADING, parameter, rate, SLOTS, SOUNDING, Voice, voiceAt } from './deck';
import { Playing, settingsOf } from './playing';

const ONE: f64 = 4294967296.0;
/** A note that is begun in its middle comes within this time, so that it does not click. */
const LATE_ATTACK_SECONDS: f32 = 0.005;

/** Whether any zone is heard on one side more than on the other: the deck is stereo then. */
export function isStereoZones(zones: usize, count: i32): bool {
  for (let zone = 0; zone < count; zone++) {
    const at = zones + <usize>(zone * ZONE_SLOTS) * 4;
    const sample = sampleOf(at);
    if (sample && (sample.right != 0 || slot(at, ZONE_PAN) != 0.0)) return true;
  }
  return false;
}

/** A new note on the voice: its zone, pitch and lateness are set. */
export function startSampler(deck: Deck, voice: Voice, velocity: f32): void {
  const playing = voice.playing;
  playing.until = 0;
  rest(voice.first.amplitude);
  if (voice.zone < 0 || voice.zone >= deck.zoneCount) return;
  const zone = deck.zones + <usize>(voice.zone * ZONE_SLOTS) * 4;
  const sample = sampleOf(zone);
  if (!sample || sample.frames == 0) return;
  playing.choke = <i32>slot(zone, ZONE_CHOKE);
  if (playing.choke != 0) chokeOthers(deck, voice, playing.choke);
  setPlace(playing, zone, sample, voice);
  if (playing.until == 0) return;
  playing.oneShot = slot(zone, ZONE_ONE_SHOT) > 0.5 ? 1 : 0;
  const gain = slot(zone, ZONE_GAIN);
  setSides(deck, playing, sample, gain, slot(zone, ZONE_PAN));
  const settings = settingsOf(playing);
  readSettings(deck, settings, zone);
  if (voice.late > 0) settings.attack = max<f32>(settings.attack, LATE_ATTACK_SECONDS * rate);
  attack(voice.first.amplitude, settings, slot(zone, ZONE_SQUARED) > 0.5 ? velocity * velocity : velocity);
}

/** The end of the note; what plays to its own end does not hear it. */
export function releaseSampler(voice: Voice): void {
  if (voice.playing.oneShot == 0) release(voice.first.amplitude, settingsOf(voice.playing));
}

/** Adds the next `frames` to `left`, and to `right` where the deck is stereo. */
export function renderSampler(deck: Deck, voice: Voice, left: usize, right: usize, frames: i32): void {
  const playing = voice.playing;
  if (playing.until == 0) return;
  fillLevelsBy(settingsOf(playing), voice, levels, frames);
  const isStereo = deck.stereo != 0;
  if (playing.step == <u64>ONE && <u32>playing.position == 0 && playing.loopLength == 0)
    renderAsRecorded(playing, left, right, frames, isStereo);
  else renderMoved(playing, left, right, frames, isStereo);
  if (playing.loopLength == 0 && playing.position >= playing.until) {
    playing.until = 0;
    rest(voice.first.amplitude);
  }
}

/** At its own speed, from frame to frame: the samples as they are. */
function renderAsRecorded(playing: Playing, left: usize, right: usize, frames: i32, isStereo: bool): void {
  const first = <u32>(playing.position >> 32);
  // Behind the sound lies silence, as far as one vector reaches beyond.
  const count = min<i32>(frames, <i32>(<u32>(playing.until >> 32) - first));
  const gainLeft = f32x4.splat(playing.gainLeft);
  const gainRight = f32x4.splat(playing.gainRight);
  const fromLeft = playing.left + <usize>first * 4;
  const fromRight = playing.right + <usize>first * 4;
  for (let at: usize = 0, end: usize = <usize>count << 2; at < end; at += 16) {
    const level = v128.load(levels + at);
    addTo(left + at, f32x4.mul(f32x4.mul(v128.load(fromLeft + at), gainLeft), level));
    if (isStereo) addTo(right + at, f32x4.mul(f32x4.mul(v128.load(fromRight + at), gainRight), level));
  }
  playing.position += <u64>frames << 32;
}

function renderMoved(playing: Playing, left: usize, right: usize, frames: i32, isStereo: bool): void {
  const kernel = playing.kernel;
  const taps = tapsOf(kernel);
  const step = playing.step;
  const until = playing.until;
  const loopLength = playing.loopLength;
  const isTwo = playing.right != playing.left;
  let position = playing.position;
  for (let i: usize = 0, end: usize = <usize>frames << 2; i < end; i += 4) {
    if (position >= until) {
      if (loopLength == 0) break;
      position -= loopLength * ((position - until) / loopLength + 1);
    }
    const at = <usize>(position >> 32) * 4;
    const within = <u32>position;
    const row = rowAt(kernel, <i32>(within >>> 24));
    const part = f32x4.splat(<f32>(within & 0xffffff) * <f32>5.9604644775390625e-8);
    const level = load<f32>(levels + i);
    const one = interpolated(playing.left + at, row, part, taps);
    store<f32>(left + i, load<f32>(left + i) + one * playing.gainLeft * level);
    if (isStereo) {
      const other = isTwo ? interpolated(playing.right + at, row, part, taps) : one;
      store<f32>(right + i, load<f32>(right + i) + other * playing.gainRight * level);
    }
    position += step;
  }
  playing.position = position;
}

// @ts-ignore: decorator
@inline
function addTo(at: usize, sound: v128): void {
  v128.store(at, f32x4.add(v128.load(at), sound));
}

// @ts-ignore: decorator
@inline
function slot(zone: usize, index: i32): f32 {
  return load<f32>(zone + (index << 2));
}

function sampleOf(zone: usize): Sample | null {
  const number = slot(zone, ZONE_SAMPLE);
  if (!(number >= 0.0 && number < <f32>MAX_SAMPLES)) return null;
  return sampleAt(<i32>number);
}

function setPlace(playing: Playing, zone: usize, sample: Sample, voice: Voice): void {
  const octaves = ((voice.pitch - slot(zone, ZONE_ROOT)) * slot(zone, ZONE_TRACKING)) / 12.0;
  const speed = (<f64>exp2(within(octaves, -16.0, 16.0)) * <f64>sample.sampleRate) / <f64>rate;
  playing.step = <u64>(max<f64>(1.0e-6, min<f64>(speed, 64.0)) * ONE);
  playing.kernel = kernelFor(speed);
  const loopStart = <i32>slot(zone, ZONE_LOOP_START);
  const loopEnd = <i32>slot(zone, ZONE_LOOP_END);
  const isLooped = loopEnd > loopStart && loopStart >= 0 && loopEnd + 2 * PAD <= sample.frames;
  // The loop goes on behind its end as far as a kernel reaches: no kernel ever sees the seam.
  playing.until = <u64>(isLooped ? loopEnd + PAD : sample.frames) << 32;
  playing.loopLength = isLooped ? <u64>(loopEnd - loopStart) << 32 : 0;
  playing.position = <u64>voice.late * playing.step;
  if (playing.position < playing.until) return;
  if (isLooped) playing.position -= playing.loopLength * ((playing.position - playing.until) / playing.loopLength + 1);
  else playing.until = 0;
}

/** A mono sound in a stereo deck stands between the speakers as a mono track does. */
function setSides(deck: Deck, playing: Playing, sample: Sample, gain: f32, pan: f32): void {
  playing.left = sample.left;
  playing.right = sample.right != 0 ? sample.right : sample.left;
  playing.gainLeft = gain;
  playing.gainRight = gain;
  if (deck.stereo == 0) return;
  if (sample.right == 0) {
    playing.gainLeft = gain * monoLeft(pan, 1);
    playing.gainRight = gain * monoRight(pan, 1);
  } else {
    // Two channels are balanced: the side that is panned away from is turned down.
    playing.gainLeft = gain * min<f32>(1.0, 1.0 - pan);
    playing.gainRight = gain * min<f32>(1.0, 1.0 + pan);
  }
}

/** The envelope: the zone's own, or, where it has none (less than 0), what the song says of the Sampler. */
function readSettings(deck: Deck, settings: EnvelopeSettings, zone: usize): void {
  const own = slot(zone, ZONE_ATTACK);
  const ownRelease = slot(zone, ZONE_RELEASE);
  const curve = parameter(deck, SAMPLER_CURVE) > 0.5 ? 0 : 1;
  settings.sampleRate = rate;
  settings.even = own >= 0.0 || ownRelease >= 0.0 ? 1 : 0;
  settings.attack = within(own >= 0.0 ? own : parameter(deck, SAMPLER_ATTACK), 0.0, 60.0) * rate;
  settings.decay = within(slot(zone, ZONE_DECAY), 0.0, 60.0) * rate;
  settings.sustain = within(slot(zone, ZONE_SUSTAIN), 0.0, 1.0);
  settings.release = within(ownRelease >= 0.0 ? ownRelease : parameter(deck, SAMPLER_RELEASE), 0.002, 60.0) * rate;
  settings.attackApproaches = own >= 0.0 ? 0 : curve;
  settings.decayApproaches = 1;
  settings.releaseApproaches = ownRelease >= 0.0 ? 1 : curve;
}

function chokeOthers(deck: Deck, voice: Voice, group: i32): void {
  for (let index = 0; index < SLOTS; index++) {
    const other = voiceAt(deck, index);
    if (other == voice || other.state != SOUNDING || other.playing.choke != group || other.playing.until == 0) continue;
    other.state = FADING;
    other.fadeAt = 0;
  }
}
