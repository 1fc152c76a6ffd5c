// MonoSynth: an oscillator through a filter that an envelope moves.

import {
  MONO_SYNTH_DETUNE,
  MONO_SYNTH_ENVELOPE_ATTACK,
  MONO_SYNTH_FILTER_ENVELOPE_ATTACK,
  MONO_SYNTH_FILTER_TYPE,
  MONO_SYNTH_OSCILLATOR,
  MONO_SYNTH_OSCILLATOR_PARTIALS,
  MONO_SYNTH_PORTAMENTO,
} from '../generated/layout';
import { fillSweep } from '../sweep';
import { fillLevels, levels, others, samples, setState } from './buffers';
import { Deck, parameter, rate, slotAt, Voice } from './deck';
import { beginMonoPart, moveMonoPart, releaseMonoPart, startMonoPart } from './mono-part';
import { shapeOscillator } from './omni-settings';
import { detuneFactor, fillOscillator, glideOf } from './pitch';

export function shapeMonoSynth(deck: Deck): void {
  const slots = slotAt(deck, MONO_SYNTH_OSCILLATOR);
  shapeOscillator(deck.first.oscillator, slots, slotAt(deck, MONO_SYNTH_OSCILLATOR_PARTIALS), rate);
}

export function moveMonoSynth(deck: Deck): void {
  deck.detune = detuneFactor(parameter(deck, MONO_SYNTH_DETUNE));
  deck.portamento = glideOf(parameter(deck, MONO_SYNTH_PORTAMENTO));
  moveMonoPart(
    deck.first,
    slotAt(deck, MONO_SYNTH_OSCILLATOR),
    slotAt(deck, MONO_SYNTH_FILTER_TYPE),
    slotAt(deck, MONO_SYNTH_ENVELOPE_ATTACK),
    slotAt(deck, MONO_SYNTH_FILTER_ENVELOPE_ATTACK),
    deck.detune,
  );
}

/** A note on a voice that was silent. */
export function beginMonoSynth(deck: Deck, voice: Voice, velocity: f32): void {
  beginMonoPart(deck.first, voice.first, velocity);
}

/** A new note on the voice; wave and filter go on where they are. */
export function startMonoSynth(deck: Deck, voice: Voice, velocity: f32): void {
  startMonoPart(deck.first, voice.first, velocity);
}

export function releaseMonoSynth(deck: Deck, voice: Voice): void {
  releaseMonoPart(deck.first, voice.first);
}

/** Fills the voice's lane. */
export function fillMonoSynthLane(deck: Deck, voice: Voice, offset: usize, lane: i32, frames: i32): void {
  fillLevels(deck.first, voice, voice.first, levels + offset, frames);
  fillOscillator(deck.first, voice, voice.first, deck.detune, samples + offset, frames);
  fillSweep(voice.first.sweep, deck.first.sweep, voice.first.second, deck.first.second, others + offset, frames);
  setState(lane, voice.first.filterStates);
}
