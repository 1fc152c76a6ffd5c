// What AMSynth and FMSynth share, as Tone.js's ModulationSynth: a carrier and a modulator, each with an
// oscillator and an envelope of its own, both 10 dB down.

import { attack, EnvelopeSettings, readEnvelope, release } from '../envelope';
import { within } from '../math';
import { Deck, rate, Voice } from './deck';
import { beginOscillator, moveOscillator } from './omni-settings';
import { detuneFactor, glideOf } from './pitch';

export const TEN_DOWN: f32 = 0.31622776601683794;

/** The carrier is the first part; the modulator's envelope is that part's second, its oscillator the other's. */
// @ts-ignore: decorator
@inline
export function modulatorEnvelope(deck: Deck): EnvelopeSettings {
  return deck.first.second;
}

/** Takes the rows that both have, by the addresses of their slots. */
export function moveModulationSynth(
  deck: Deck, harmonicity: usize, detune: usize, portamento: usize, carrier: usize, envelope: usize, modulator: usize, modulatorTimes: usize,
): void {
  deck.harmonicity = within(load<f32>(harmonicity), 0.0, 1000.0);
  deck.detune = detuneFactor(load<f32>(detune));
  deck.portamento = glideOf(load<f32>(portamento));
  moveOscillator(deck.first.oscillator, carrier, deck.detune, rate);
  moveOscillator(deck.other.oscillator, modulator, deck.detune, rate);
  readEnvelope(deck.first.amplitude, envelope, rate);
  readEnvelope(deck.first.second, modulatorTimes, rate);
}

/** A note on a voice that was silent. */
export function beginModulationSynth(deck: Deck, voice: Voice, velocity: f32): void {
  beginOscillator(deck.first.oscillator, voice.first.oscillator);
  beginOscillator(deck.other.oscillator, voice.other.oscillator);
  startModulationSynth(deck, voice, velocity);
}

/** A new note on the voice; the waves go on where they are. */
export function startModulationSynth(deck: Deck, voice: Voice, velocity: f32): void {
  attack(voice.first.amplitude, deck.first.amplitude, velocity);
  attack(voice.first.second, deck.first.second, velocity);
}

export function releaseModulationSynth(deck: Deck, voice: Voice): void {
  release(voice.first.amplitude, deck.first.amplitude);
  release(voice.first.second, deck.first.second);
}
