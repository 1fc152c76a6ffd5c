// One deck's instrument: its parameter block and its voices. Two decks a track, at most
// 32 voices a deck. Notes are put down for a frame of the next block and take effect on that frame.
// What it computes depends only on the frames rendered, never on how they are cut into blocks.

import { constant, COUNT, FOUR } from './constants';
import { LANE_BYTES } from './filter';
import { INSTRUMENT_NOISE_SYNTH, INSTRUMENT_PLUCK_SYNTH, INSTRUMENT_SAMPLER, MAX_VOICES } from './generated/layout';
import { makeNoises } from './noise';
import { incrementOfPitch } from './oscillator';
import { DROPPED_NOTES, count } from './report';
import { blocksPassed } from './song-clock';
import { endNote, endNotes, isSounding, playNote, soundingVoices, takeStolenCount, trimVoices } from './voices/allocation';
import { clearVoices, Deck, deckAt, layOutDecks, rate, restVoices, SLOTS, FREE, voiceAt } from './voices/deck';
import { ALL_OFF, dropEvents, eventAt, isWaiting, NOTE_OFF, NOTE_ON, NoteEvent, putEvent } from './voices/events';
import { isKind, renderVoices } from './voices/kinds';
import { beginMove, endMove, gainStep, jumpParameters, passMove, stepMove } from './voices/moves';
import { isStereoZones } from './voices/sampler';
import { makeStrings, stillString } from './voices/strings';
import { makeWavetables, roomForWavetables, WAVETABLE_BYTES } from './wavetables';

/** Once, before anything else. */
export function instrumentInit(sampleRate: f32): void {
  layOutDecks(sampleRate);
  makeStrings(sampleRate);
}

/** Makes the tables that an instrument of that kind reads, where there are none yet: takes some tens of milliseconds. */
export function instrumentTables(kind: i32): void {
  if (kind == INSTRUMENT_NOISE_SYNTH || kind == INSTRUMENT_PLUCK_SYNTH) makeNoises();
  else if (readsWaves(kind)) makeWavetables(rate);
}

/** Whether an instrument of that kind reads wavetables. */
export function readsWaves(kind: i32): bool {
  return isKind(kind) && kind != INSTRUMENT_SAMPLER && kind != INSTRUMENT_NOISE_SYNTH && kind != INSTRUMENT_PLUCK_SYNTH;
}

/** Makes room for the wavetables, and what stands in it where `makes`; the host fills it from another core where not. */
export function waveRoom(makes: bool): usize {
  if (makes) makeWavetables(rate);
  return roomForWavetables(rate);
}

export function waveBytes(): i32 {
  return WAVETABLE_BYTES;
}

/** Makes all tables: what is put in later need not wait for them. */
export function allTables(): void {
  makeWavetables(rate);
  makeNoises();
}

/**
 * Address of the deck's parameters: f32 slots in the order of the vocabulary. Read by instrumentConfigure and
 * instrumentMove; what is written is not heard before.
 */
export function instrumentParameters(deck: i32): usize {
  return deckAt(deck).moveTo;
}

/**
 * Takes the parameter block over for the notes to come.
 * @param kind    index in src/vocabulary/instruments.ts; another kind than before silences the deck
 * @param voices  1: a new note takes the one voice over; 2 to 32: polyphony
 */
export function instrumentConfigure(deck: i32, kind: i32, voices: i32): void {
  const it = deckAt(deck);
  if (!isKind(kind)) return instrumentReset(deck);
  if (it.kind != kind) instrumentReset(deck);
  it.kind = kind;
  it.polyphony = max<i32>(1, min<i32>(MAX_VOICES, voices));
  trimVoices(it);
  jumpParameters(it);
}

/**
 * Takes numbers of the parameter block over while notes sound, within the next 128 frames and without a click.
 * Words, and the partials of waveforms, stay as they were configured. Envelopes have their new times from their
 * next segment on, as in Tone.js.
 */
export function instrumentMove(deck: i32): void {
  const it = deckAt(deck);
  if (isKind(it.kind)) beginMove(it);
}

/** The zones that the deck's notes name, for an instrument that plays samples; they stay where they are. */
export function instrumentZones(deck: i32, zones: usize, count: i32): void {
  const it = deckAt(deck);
  it.zones = zones;
  it.zoneCount = count;
  it.stereo = isStereoZones(zones, count) ? 1 : 0;
}

/** As `deckRest`, between blocks. */
export function instrumentRest(deck: i32): void {
  const it = deckAt(deck);
  restVoices(it);
  if (it.kind != INSTRUMENT_PLUCK_SYNTH) return;
  for (let slot = 0; slot < SLOTS; slot++) if (voiceAt(it, slot).state == FREE) stillString(it, voiceAt(it, slot));
}

/** Whether the deck plays strings. */
export function hasStrings(deck: i32): bool {
  return deckAt(deck).kind == INSTRUMENT_PLUCK_SYNTH;
}

/** Silence at once, nothing left of the notes before. */
export function instrumentReset(deck: i32): void {
  const it = deckAt(deck);
  clearVoices(it);
  it.eventCount = 0;
  it.lastHandle = 0;
}

/**
 * Starts a note at `frame` of the next block rendered.
 * @param pitch     MIDI number, fractions allowed; one that can't sound (NaN, over half the rate) is silent
 * @param velocity  0..1, more counts as 1; 0 or NaN is silent
 * @param source    id of the token that made it; kept with the note, the sound does not depend on it
 * @param seed      what its chance is drawn from: the same note of the same track has the same
 * @param zone      which of the instrument's zones sounds, for those that play samples
 * @param late      samples of the note that have gone by: a recording is begun there
 * @returns         the note's handle, for noteOff; never 0
 */
export function noteOn(
  deck: i32, pitch: f32, velocity: f32, source: u32, frame: i32, seed: u32, zone: u32, late: u32,
): i32 {
  const it = deckAt(deck);
  // The block counts, not how many notes came before it: an earlier edit does not change it. The later is the higher.
  it.lastHandle = max<i32>(it.lastHandle + 1, <i32>((blocksPassed & 0x7fffff) << 8)) & 0x7fffffff;
  if (it.lastHandle == 0) it.lastHandle = 1;
  const increment = incrementOfPitch(pitch, rate);
  if (increment == 0.0 || !(velocity > 0.0)) return it.lastHandle;
  const event = putEvent(it, frame, NOTE_ON);
  if (!event) {
    count(DROPPED_NOTES);
    return it.lastHandle;
  }
  event.handle = it.lastHandle;
  event.increment = increment;
  event.velocity = min<f32>(velocity, 1.0);
  event.source = source;
  event.seed = seed;
  event.zone = zone;
  event.pitch = pitch;
  event.late = late;
  return it.lastHandle;
}

/** Releases that note at `frame` of the next block; a note that is gone already is left in peace. */
export function noteOff(deck: i32, handle: i32, frame: i32): void {
  const it = deckAt(deck);
  // Ends of notes that were stolen or silent must not crowd out the others.
  if (handle == 0 || !(isSounding(it, handle) || isWaiting(it, handle))) return;
  const event = putEvent(it, frame, NOTE_OFF);
  if (event) event.handle = handle;
}

/** Releases every note held at `frame` of the next block. */
export function releaseAll(deck: i32, frame: i32): void {
  putEvent(deckAt(deck), frame, ALL_OFF);
}

// Voices write past the end of a run, so they never write to the caller's memory.
const mix = memory.data(LANE_BYTES, 16);
const mixRight = memory.data(LANE_BYTES, 16);

/**
 * The next `frames` (1..128).
 * @param left   f32 samples are WRITTEN here, not added
 * @param right  of a stereo instrument, its other side
 * @returns      1 for a mono sound, in `left` alone; 2 for stereo; 0 where the deck is silent: then they hold
 *               nothing of use
 */
export function instrumentRender(deck: i32, left: usize, right: usize, frames: i32): i32 {
  const it = deckAt(deck);
  if (it.busy == 0 && it.eventCount == 0) return 0;
  let sounded = false;
  let done = 0;
  let used = 0;
  while (done < frames) {
    for (; used < it.eventCount && eventAt(it, used).frame <= done; used++) takeEvent(it, eventAt(it, used));
    const until = used < it.eventCount ? min<i32>(frames, eventAt(it, used).frame) : frames;
    sounded = sounded || it.busy > 0;
    renderRun(it, left + (done << 2), right + (done << 2), until - done);
    done = until;
  }
  dropEvents(it, used, frames);
  if (!sounded) return 0;
  return it.stereo != 0 ? 2 : 1;
}

/** Voices that sound, those that fade after being stolen not counted. */
export function activeVoices(deck: i32): i32 {
  return soundingVoices(deckAt(deck));
}

/** Voices stolen on all decks since the last call. */
export function stolenVoices(): i32 {
  return takeStolenCount();
}

function takeEvent(deck: Deck, event: NoteEvent): void {
  if (event.type == NOTE_ON) playNote(deck, event);
  else if (event.type == NOTE_OFF) endNote(deck, event.handle);
  else endNotes(deck);
}

function renderRun(deck: Deck, left: usize, right: usize, frames: i32): void {
  const isStereo = deck.stereo != 0;
  let done = 0;
  while (done < frames) {
    const at = done << 2;
    if (deck.busy == 0) {
      endMove(deck);
      memory.fill(left + at, 0, (frames - done) << 2);
      if (isStereo) memory.fill(right + at, 0, (frames - done) << 2);
      return;
    }
    const run = stepMove(deck, frames - done);
    clear(mix, run);
    if (isStereo) clear(mixRight, run);
    renderVoices(deck, mix, mixRight, run);
    turn(deck, mix, run);
    copyOut(left + at, mix, run);
    if (isStereo) {
      turn(deck, mixRight, run);
      copyOut(right + at, mixRight, run);
    }
    passMove(deck, run);
    done += run;
  }
}

// @ts-ignore: decorator
@inline
function clear(block: usize, frames: i32): void {
  const silence = i32x4.splat(0);
  for (let at = block, end = block + (frames << 2); at < end; at += 16) v128.store(at, silence);
}

// To the instrument's level, or on the way to it.
function turn(deck: Deck, block: usize, frames: i32): void {
  if (deck.gain == 1.0 && deck.gainTo == 1.0) return;
  const step = f32x4.splat(gainStep(deck));
  const from = f32x4.splat(deck.gain);
  let place = f32x4.add(f32x4.splat(<f32>deck.moveAt), v128.load(COUNT));
  for (let at = block, end = block + (<usize>frames << 2); at < end; at += 16) {
    v128.store(at, f32x4.mul(v128.load(at), f32x4.add(from, f32x4.mul(step, place))));
    place = f32x4.add(place, constant(FOUR));
  }
}

// A few vectors are sooner copied than memory.copy is called.
function copyOut(out: usize, from: usize, frames: i32): void {
  const whole = <usize>(frames & ~3) << 2;
  let at: usize = 0;
  for (; at < whole; at += 16) v128.store(out + at, v128.load(from + at));
  for (const end = <usize>frames << 2; at < end; at += 4) store<f32>(out + at, load<f32>(from + at));
}
