// What AMSynth and FMSynth share, as Tone.js's ModulationSynth: a carrier and a modulator, each with an
// oscillator and an envelope of its own, both 10 dB down. The modulator's envelope is the first part's second,
// its oscillator that of the other part.

import { attack, readEnvelope, release } from '../envelope';
import { within } from '../math';
import { Deck, rate, Voice } from './deck';
import { beginOscillator, moveOscillator } from './omni-settings';
import { detuneFactor, glideOf } from './pitch';

export const TEN_DOWN: f32 = 0.31622776601683794;

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

/** Adds what the carrier came to, at its levels and 10 dB down. */
export function mixQuietly(sound: usize, levels: usize, mix: usize, frames: i32): void {
  const quiet = f32x4.splat(TEN_DOWN);
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    const sample = f32x4.mul(v128.load(sound + at), f32x4.mul(quiet, v128.load(levels + at)));
    v128.store(mix + at, f32x4.add(v128.load(mix + at), sample));
  }
}
