// NoiseSynth: noise through an amplitude envelope. Each note reads the noise from a place of its
// own, drawn from its seed: it sounds alike wherever playing began.

import { attack, readEnvelope } from '../envelope';
import {
  NOISE_SYNTH_ENVELOPE_ATTACK,
  NOISE_SYNTH_NOISE,
  NOISE_SYNTH_NOISE_BROWN,
  NOISE_SYNTH_PLAYBACK_RATE,
} from '../generated/layout';
import { within } from '../math';
import { noiseAddress, noisePlace, noiseStep, readNoise } from '../noise';
import { phasesFrom } from '../oscillator';
import { fillLevels, levels } from './buffers';
import { choice, Deck, parameter, rate, slotAt, Voice } from './deck';

export function moveNoiseSynth(deck: Deck): void {
  deck.noise = noiseAddress(choice(deck, NOISE_SYNTH_NOISE, NOISE_SYNTH_NOISE_BROWN + 1));
  deck.noiseStep = noiseStep(within(parameter(deck, NOISE_SYNTH_PLAYBACK_RATE), 0.01, 100.0));
  readEnvelope(deck.first.amplitude, slotAt(deck, NOISE_SYNTH_ENVELOPE_ATTACK), rate);
}

/** A new note on the voice, from another place of the noise. */
export function startNoiseSynth(deck: Deck, voice: Voice, velocity: f32): void {
  voice.turn = noisePlace(voice.seed);
  attack(voice.first.amplitude, deck.first.amplitude, velocity);
}

/** Adds the next `frames` to `mix`. */
export function renderNoiseSynth(deck: Deck, voice: Voice, mix: usize, frames: i32): void {
  fillLevels(deck.first, voice, voice.first, levels, frames);
  const stride = i32x4.splat(deck.noiseStep * 4);
  let places = phasesFrom(voice.turn, deck.noiseStep);
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    const sound = f32x4.mul(readNoise(deck.noise, places), v128.load(levels + at));
    v128.store(mix + at, f32x4.add(v128.load(mix + at), sound));
    places = i32x4.add(places, stride);
  }
  voice.turn += deck.noiseStep * frames;
}
