// Synth: one oscillator through an amplitude envelope.

import { attack, readEnvelope, release } from '../envelope';
import { SYNTH_DETUNE, SYNTH_ENVELOPE_ATTACK, SYNTH_OSCILLATOR, SYNTH_OSCILLATOR_PARTIALS, SYNTH_PORTAMENTO } from '../generated/layout';
import { fillLevels, levels, mixAtLevels, samples } from './buffers';
import { Deck, parameter, rate, slotAt, Voice } from './deck';
import { beginOscillator, moveOscillator, shapeOscillator } from './omni-settings';
import { detuneFactor, fillOscillator, glideOf } from './pitch';

export function shapeSynth(deck: Deck): void {
  shapeOscillator(deck.first.oscillator, slotAt(deck, SYNTH_OSCILLATOR), slotAt(deck, SYNTH_OSCILLATOR_PARTIALS), rate);
}

export function moveSynth(deck: Deck): void {
  deck.detune = detuneFactor(parameter(deck, SYNTH_DETUNE));
  deck.portamento = glideOf(parameter(deck, SYNTH_PORTAMENTO));
  moveOscillator(deck.first.oscillator, slotAt(deck, SYNTH_OSCILLATOR), deck.detune, rate);
  readEnvelope(deck.first.amplitude, slotAt(deck, SYNTH_ENVELOPE_ATTACK), rate);
}

/** A note on a voice that was silent. */
export function beginSynth(deck: Deck, voice: Voice, velocity: f32): void {
  beginOscillator(deck.first.oscillator, voice.first.oscillator);
  startSynth(deck, voice, velocity);
}

/** A new note on the voice; the wave goes on where it is. */
export function startSynth(deck: Deck, voice: Voice, velocity: f32): void {
  attack(voice.first.amplitude, deck.first.amplitude, velocity);
}

/** The end of the note, of every instrument whose voices have but an amplitude. */
export function releaseAmplitude(deck: Deck, voice: Voice): void {
  release(voice.first.amplitude, deck.first.amplitude);
}

/** Adds the next `frames` to `mix`. */
export function renderSynth(deck: Deck, voice: Voice, mix: usize, frames: i32): void {
  fillLevels(deck.first, voice, voice.first, levels, frames);
  fillOscillator(deck.first, voice, voice.first, deck.detune, samples, frames);
  mixAtLevels(samples, levels, mix, frames);
}
