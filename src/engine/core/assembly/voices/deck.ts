// The memory of the decks and their voices: fixed, laid out once.
// A deck has slots for the voices that it may sound and some more for stolen ones to fade in.

import { Envelope, EnvelopeSettings } from '../envelope';
import { FILTER_BYTES, FilterSettings } from '../filter';
import { MAX_PARAMETERS, MAX_TRACKS, MAX_VOICES } from '../generated/layout';
import { within } from '../math';
import { Sweep, SweepSettings } from '../sweep';

export const DECKS: i32 = MAX_TRACKS * 2;
export const SLOTS: i32 = MAX_VOICES + 8;

export const FREE: i32 = 0;
export const SOUNDING: i32 = 1;
export const FADING: i32 = 2;

/** One voice, of whatever instrument: what each field means to one is said in its file. */
@unmanaged
export class Voice {
  state: i32;
  handle: i32;
  seed: u32;
  released: i32;
  fadeAt: i32;
  /** Turns a sample of the note. */
  increment: f32;
  phase: u32;
  step: u32;
  period: usize;
  modulatorPhase: u32;
  modulatorStep: u32;
  modulatorPeriod: usize;
  glideAt: i32;
  amplitude: Envelope;
  second: Envelope;
  sweep: Sweep;
  filterStates: usize;
  partials: usize;
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
  wave: i32;
  modulatorWave: i32;
  detune: f32;
  harmonicity: f32;
  modulationIndex: f32;
  glideOctaves: f32;
  glideSamples: f32;
  noise: usize;
  noiseStep: u32;
  parameters: usize;
  events: usize;
  voices: usize;
  amplitude: EnvelopeSettings;
  second: EnvelopeSettings;
  filter: FilterSettings;
  sweep: SweepSettings;
}

/** Bytes of one metal partial: its phase and its modulator's. */
export const PARTIAL_BYTES: i32 = 8;
export const PARTIALS: i32 = 6;

/** One event: see events.ts. */
export const EVENT_BYTES: i32 = 32;
export const EVENTS: i32 = 512;

export let rate: f32 = 48000.0;

let decks: usize = 0;

const VOICE_BYTES = (<i32>offsetof<Voice>() + 15) & ~15;
const SETTINGS_BYTES = <i32>(2 * offsetof<EnvelopeSettings>() + offsetof<FilterSettings>() + offsetof<SweepSettings>());
const PARTS_BYTES = <i32>(2 * offsetof<Envelope>() + offsetof<Sweep>()) + FILTER_BYTES + PARTIALS * PARTIAL_BYTES;

/** Lays the memory out, all zeros: every deck silent. */
export function layOutDecks(sampleRate: f32): void {
  rate = sampleRate;
  const perVoice = VOICE_BYTES + PARTS_BYTES;
  const perDeck = <i32>offsetof<Deck>() + MAX_PARAMETERS * 4 + EVENTS * EVENT_BYTES + SETTINGS_BYTES + SLOTS * perVoice;
  const total = DECKS * ((perDeck + 15) & ~15);
  if (decks == 0) decks = heap.alloc(total);
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
export function voiceAt(deck: Deck, slot: i32): Voice {
  return changetype<Voice>(deck.voices + slot * VOICE_BYTES);
}

/** A parameter of the block. */
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
  voice.phase = 0;
  voice.modulatorPhase = 0;
  voice.glideAt = 0;
  memory.fill(changetype<usize>(voice.amplitude), 0, PARTS_BYTES);
}

function layOutDeck(deck: Deck, from: usize): usize {
  let at = from;
  deck.kind = -1;
  deck.polyphony = 1;
  deck.parameters = at;
  at += MAX_PARAMETERS * 4;
  deck.events = at;
  at += EVENTS * EVENT_BYTES;
  deck.amplitude = changetype<EnvelopeSettings>(at);
  at += offsetof<EnvelopeSettings>();
  deck.second = changetype<EnvelopeSettings>(at);
  at += offsetof<EnvelopeSettings>();
  deck.filter = changetype<FilterSettings>(at);
  at += offsetof<FilterSettings>();
  deck.sweep = changetype<SweepSettings>(at);
  at += offsetof<SweepSettings>();
  deck.voices = at;
  at += SLOTS * VOICE_BYTES;
  for (let slot = 0; slot < SLOTS; slot++) at = layOutVoice(voiceAt(deck, slot), at);
  return at;
}

// The parts of a voice lie in a row, so that one fill clears them.
function layOutVoice(voice: Voice, from: usize): usize {
  let at = from;
  voice.amplitude = changetype<Envelope>(at);
  at += offsetof<Envelope>();
  voice.second = changetype<Envelope>(at);
  at += offsetof<Envelope>();
  voice.sweep = changetype<Sweep>(at);
  at += offsetof<Sweep>();
  voice.filterStates = at;
  at += FILTER_BYTES;
  voice.partials = at;
  return at + PARTIALS * PARTIAL_BYTES;
}
