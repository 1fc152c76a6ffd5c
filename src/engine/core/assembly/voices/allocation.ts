// Which voice plays a note: a free one, or one that is stolen. Released ones are stolen first, then the
// quietest, then the oldest. A stolen voice fades in a slot of its own, so that nothing clicks.

import { loudnessOf } from '../envelope';
import { clearVoice, Deck, FADING, FREE, SLOTS, SOUNDING, Voice, voiceAt } from './deck';
import { NoteEvent } from './events';
import { beginVoice, releaseVoice, retakeVoice, takesOver } from './kinds';
import { glideTo } from './pitch';

let stolen: i32 = 0;

/** Voices stolen since the last call. */
export function takeStolenCount(): i32 {
  const count = stolen;
  stolen = 0;
  return count;
}

/** Plays the note that starts. */
export function playNote(deck: Deck, note: NoteEvent): void {
  if (deck.polyphony == 1) {
    const running = soundingVoice(deck);
    if (running && takesOver(deck.kind)) return retake(deck, running, note);
    if (running) fade(running);
  } else if (soundingVoices(deck) >= deck.polyphony) {
    stolen++;
    stealVoice(deck);
  }
  const voice = freeVoice(deck);
  voice.state = SOUNDING;
  voice.increment = note.increment;
  take(voice, note);
  deck.busy++;
  beginVoice(deck, voice, note.velocity);
}

/** Ends the note of that handle; none if it is gone. */
export function endNote(deck: Deck, handle: i32): void {
  const voice = voiceOf(deck, handle);
  if (voice) end(deck, voice);
}

/** Whether the note of that handle still has a voice. */
export function isSounding(deck: Deck, handle: i32): bool {
  return voiceOf(deck, handle) != null;
}

/** Ends every note. */
export function endNotes(deck: Deck): void {
  for (let slot = 0; slot < SLOTS; slot++) {
    const voice = voiceAt(deck, slot);
    if (voice.state != FREE) end(deck, voice);
  }
}

/** Fades what sounds beyond the deck's polyphony. */
export function trimVoices(deck: Deck): void {
  for (let over = soundingVoices(deck) - deck.polyphony; over > 0; over--) stealVoice(deck);
}

/** Voices that sound, without those that fade. */
export function soundingVoices(deck: Deck): i32 {
  let count = 0;
  if (deck.busy > 0) for (let slot = 0; slot < SLOTS; slot++) count += voiceAt(deck, slot).state == SOUNDING ? 1 : 0;
  return count;
}

function voiceOf(deck: Deck, handle: i32): Voice | null {
  for (let slot = 0, left = deck.busy; left > 0; slot++) {
    const voice = voiceAt(deck, slot);
    if (voice.state == FREE) continue;
    if (voice.handle == handle) return voice;
    left--;
  }
  return null;
}

function retake(deck: Deck, voice: Voice, note: NoteEvent): void {
  glideTo(deck, voice, note.increment);
  take(voice, note);
  voice.released = 0;
  retakeVoice(deck, voice, note.velocity);
}

function take(voice: Voice, note: NoteEvent): void {
  voice.handle = note.handle;
  voice.seed = note.seed;
  voice.zone = <i32>note.zone;
  voice.pitch = note.pitch;
  voice.late = note.late;
}

function end(deck: Deck, voice: Voice): void {
  if (voice.released != 0) return;
  voice.released = 1;
  releaseVoice(deck, voice);
}

function soundingVoice(deck: Deck): Voice | null {
  if (deck.busy > 0) {
    for (let slot = 0; slot < SLOTS; slot++) {
      const voice = voiceAt(deck, slot);
      if (voice.state == SOUNDING) return voice;
    }
  }
  return null;
}

function stealVoice(deck: Deck): void {
  let victim: Voice | null = null;
  for (let slot = 0; slot < SLOTS; slot++) {
    const voice = voiceAt(deck, slot);
    if (voice.state == SOUNDING && (!victim || isStolenBefore(voice, victim))) victim = voice;
  }
  if (victim) fade(victim);
}

function fade(voice: Voice): void {
  voice.state = FADING;
  voice.fadeAt = 0;
}

// Of both parts: a DuoSynth has two.
function loudness(voice: Voice): f32 {
  return loudnessOf(voice.first.amplitude) + loudnessOf(voice.other.amplitude);
}

// Handles count up, so the lower is the older.
function isStolenBefore(one: Voice, other: Voice): bool {
  if (one.released != other.released) return one.released > other.released;
  const difference = loudness(one) - loudness(other);
  return difference != 0.0 ? difference < 0.0 : one.handle < other.handle;
}

// A free slot; where so many were stolen at once that there is none, the one that has faded furthest.
function freeVoice(deck: Deck): Voice {
  let furthest = voiceAt(deck, 0);
  let faded = -1;
  for (let slot = 0; slot < SLOTS; slot++) {
    const voice = voiceAt(deck, slot);
    if (voice.state == FREE) return voice;
    if (voice.state == FADING && voice.fadeAt > faded) {
      furthest = voice;
      faded = voice.fadeAt;
    }
  }
  clearVoice(furthest);
  deck.busy--;
  return furthest;
}
