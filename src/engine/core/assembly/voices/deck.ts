// The memory of the decks and their voices: fixed, laid out once.
// A deck has slots for the voices that it may sound and some more for stolen ones to fade in.
// Deck and voice have two parts each, as a DuoSynth has two MonoSynths; other instruments use one, or take the
// second one's oscillator for a modulator.

import { Envelope, EnvelopeSettings } from '../envelope';
import { FILTER_BYTES, FilterSettings } from '../filter';
import { MAX_PARAMETERS, MAX_TRACKS, MAX_VOICES } from '../generated/layout';
import { within } from '../math';
import { reserveFixed } from '../memory';
import { Sweep, SweepSettings } from '../sweep';
import { StringSettings } from './string';
import { layOutOscillator, Oscillator, OSCILLATOR_BYTES, OSCILLATOR_SETTINGS_BYTES, OscillatorSettings } from './omni-settings';
import { Playing, PLAYING_BYTES } from './playing';

export const DECKS: i32 = MAX_TRACKS * 2;
export const SLOTS: i32 = MAX_VOICES + 8;

export const FREE: i32 = 0;
export const SOUNDING: i32 = 1;
export const FADING: i32 = 2;

/** What a part of a deck is set to. */
@unmanaged
export class PartSettings {
  oscillator: OscillatorSettings;
  amplitude: EnvelopeSettings;
  second: EnvelopeSettings;
  filter: FilterSettings;
  sweep: SweepSettings;
}

/** Where a part of a voice stands. */
@unmanaged
export class Part {
  oscillator: Oscillator;
  amplitude: Envelope;
  second: Envelope;
  sweep: Sweep;
  filterStates: usize;
}

/** One voice, of whatever instrument: what each field means to one is said in its file. */
@unmanaged
export class Voice {
  state: i32;
  handle: i32;
  seed: u32;
  released: i32;
  fadeAt: i32;
  /** Which of the deck's slots it is. */
  slot: i32;
  /** Turns a sample of the note. */
  increment: f32;
  /** The way of the pitch to the note: from how many octaves off, in how many samples, and how far it is. */
  glideOctaves: f32;
  glideSamples: f32;
  glideAt: i32;
  /** Turns of 32 bits: a vibrato's, or a place in the noise. */
  turn: u32;
  first: Part;
  other: Part;
  /** Of a note of recorded sound: its zone, its pitch, and the samples of it that have gone by. */
  zone: i32;
  pitch: f32;
  late: u32;
  playing: Playing;
}

/** One deck: its instrument as its parameters say, ready for use, and its notes to come. */
@unmanaged
export class Deck {
  kind: i32;
  polyphony: i32;
  /** Slots that are not free. */
  busy: i32;
  lastHandle: i32;
  eventCount: i32;
  detune: f32;
  portamento: f32;
  /** Level when a move began, and at its end. */
  gain: f32;
  gainTo: f32;
  harmonicity: f32;
  modulationIndex: f32;
  glideOctaves: f32;
  glideSamples: f32;
  noise: usize;
  noiseStep: u32;
  vibratoStep: u32;
  vibratoOctaves: f32;
  /** Zones of recorded sound, their number, and whether they have two sides. */
  zones: usize;
  zoneCount: i32;
  stereo: i32;
  /** Parameters as they are heard, as they were when a move began, and as they are to be; see moves.ts. */
  parameters: usize;
  moveFrom: usize;
  moveTo: usize;
  moveAt: i32;
  events: usize;
  voices: usize;
  string: StringSettings;
  first: PartSettings;
  other: PartSettings;
}

/** One event: see events.ts. */
export const EVENT_BYTES: i32 = 40;
export const EVENTS: i32 = 512;

export const BLOCK_BYTES: i32 = MAX_PARAMETERS * 4;

export let rate: f32 = 48000.0;

let decks: usize = 0;

const VOICE_BYTES = (<i32>offsetof<Voice>() + 15) & ~15;
const PART_SETTINGS_BYTES = <i32>(
  offsetof<PartSettings>() + offsetof<OscillatorSettings>() + 2 * offsetof<EnvelopeSettings>() + offsetof<FilterSettings>() + offsetof<SweepSettings>()
) + OSCILLATOR_SETTINGS_BYTES;
// What a note leaves behind, in a row, so that one fill clears it; then the part that points at it.
const STATE_BYTES = <i32>(2 * offsetof<Envelope>() + offsetof<Sweep>()) + OSCILLATOR_BYTES + FILTER_BYTES;
const PART_BYTES = STATE_BYTES + <i32>offsetof<Part>();

/** Lays the memory out, all zeros: every deck silent. */
export function layOutDecks(sampleRate: f32): void {
  rate = sampleRate;
  const perVoice = VOICE_BYTES + 2 * PART_BYTES + PLAYING_BYTES;
  const perDeck = <i32>(offsetof<Deck>() + offsetof<StringSettings>()) + 3 * BLOCK_BYTES + EVENTS * EVENT_BYTES + 2 * PART_SETTINGS_BYTES + SLOTS * perVoice;
  const total = DECKS * ((perDeck + 15) & ~15);
  if (decks == 0) decks = reserveFixed(total);
  memory.fill(decks, 0, total);
  let at = decks + DECKS * <i32>offsetof<Deck>();
  for (let index = 0; index < DECKS; index++) at = layOutDeck(deckAt(index), at);
}

// @ts-ignore: decorator
@inline
export function deckAt(index: i32): Deck {
  return changetype<Deck>(decks + index * <i32>offsetof<Deck>());
}

// @ts-ignore: decorator
@inline
export function indexOf(deck: Deck): i32 {
  return <i32>(changetype<usize>(deck) - decks) / <i32>offsetof<Deck>();
}

// @ts-ignore: decorator
@inline
export function voiceAt(deck: Deck, slot: i32): Voice {
  return changetype<Voice>(deck.voices + slot * VOICE_BYTES);
}

/** The memory of the first `count` decks: their fields side by side, and what these point at. */
export function deckFields(): usize {
  return decks;
}

export function deckBodies(): usize {
  return deckAt(0).parameters;
}

export function deckBodiesEnd(count: i32): usize {
  const last = voiceAt(deckAt(count - 1), SLOTS - 1);
  return changetype<usize>(last.playing) + PLAYING_BYTES;
}

/** A parameter as it is heard. */
// @ts-ignore: decorator
@inline
export function parameter(deck: Deck, slot: i32): f32 {
  return load<f32>(deck.parameters + (slot << 2));
}

/** A choice of the block: the index of a word, of `count`. */
// @ts-ignore: decorator
@inline
export function choice(deck: Deck, slot: i32, count: i32): i32 {
  return <i32>nearest<f32>(within(parameter(deck, slot), 0.0, <f32>(count - 1)));
}

/** Address of a parameter. */
// @ts-ignore: decorator
@inline
export function slotAt(deck: Deck, slot: i32): usize {
  return deck.parameters + (slot << 2);
}

/** Silence at once. */
export function clearVoices(deck: Deck): void {
  for (let slot = 0; slot < SLOTS; slot++) clearVoice(voiceAt(deck, slot));
  deck.busy = 0;
}

/** Makes a voice as if it had never sounded. */
export function clearVoice(voice: Voice): void {
  voice.state = FREE;
  voice.handle = 0;
  voice.released = 0;
  voice.fadeAt = 0;
  voice.glideAt = 0;
  voice.glideSamples = 0.0;
  voice.turn = 0;
  voice.playing.until = 0;
  memory.fill(changetype<usize>(voice.first) - STATE_BYTES, 0, STATE_BYTES);
  memory.fill(changetype<usize>(voice.other) - STATE_BYTES, 0, STATE_BYTES);
}

/** Makes voices that are free, and notes that were taken, as if they had never been. */
export function restVoices(deck: Deck): void {
  memory.fill(deck.events + deck.eventCount * EVENT_BYTES, 0, (EVENTS - deck.eventCount) * EVENT_BYTES);
  for (let slot = 0; slot < SLOTS; slot++) {
    const voice = voiceAt(deck, slot);
    if (voice.state != FREE) continue;
    clearVoice(voice);
    voice.seed = 0;
    voice.increment = 0.0;
    voice.glideOctaves = 0.0;
    voice.zone = 0;
    voice.pitch = 0.0;
    voice.late = 0;
    memory.fill(changetype<usize>(voice.playing), 0, PLAYING_BYTES);
  }
}

function layOutDeck(deck: Deck, from: usize): usize {
  let at = from;
  deck.kind = -1;
  deck.polyphony = 1;
  deck.parameters = at;
  deck.moveFrom = at + BLOCK_BYTES;
  deck.moveTo = at + 2 * BLOCK_BYTES;
  at += 3 * BLOCK_BYTES;
  deck.events = at;
  at += EVENTS * EVENT_BYTES;
  deck.string = changetype<StringSettings>(at);
  at += offsetof<StringSettings>();
  deck.first = changetype<PartSettings>(at);
  at = layOutSettings(deck.first, at + offsetof<PartSettings>());
  deck.other = changetype<PartSettings>(at);
  at = layOutSettings(deck.other, at + offsetof<PartSettings>());
  deck.voices = at;
  at += SLOTS * VOICE_BYTES;
  for (let slot = 0; slot < SLOTS; slot++) {
    const voice = voiceAt(deck, slot);
    voice.slot = slot;
    voice.first = changetype<Part>(at + STATE_BYTES);
    voice.other = changetype<Part>(at + PART_BYTES + STATE_BYTES);
    layOutPart(voice.first, at);
    layOutPart(voice.other, at + PART_BYTES);
    at += 2 * PART_BYTES;
    voice.playing = changetype<Playing>(at);
    at += PLAYING_BYTES;
  }
  return at;
}

function layOutSettings(part: PartSettings, from: usize): usize {
  let at = from;
  part.amplitude = changetype<EnvelopeSettings>(at);
  at += offsetof<EnvelopeSettings>();
  part.second = changetype<EnvelopeSettings>(at);
  at += offsetof<EnvelopeSettings>();
  part.filter = changetype<FilterSettings>(at);
  at += offsetof<FilterSettings>();
  part.sweep = changetype<SweepSettings>(at);
  at += offsetof<SweepSettings>();
  part.oscillator = changetype<OscillatorSettings>(at);
  at += offsetof<OscillatorSettings>();
  layOutOscillator(part.oscillator, at);
  return at + OSCILLATOR_SETTINGS_BYTES;
}

function layOutPart(part: Part, from: usize): void {
  let at = from;
  part.amplitude = changetype<Envelope>(at);
  at += offsetof<Envelope>();
  part.second = changetype<Envelope>(at);
  at += offsetof<Envelope>();
  part.sweep = changetype<Sweep>(at);
  at += offsetof<Sweep>();
  part.oscillator = changetype<Oscillator>(at);
  at += OSCILLATOR_BYTES;
  part.filterStates = at;
}
