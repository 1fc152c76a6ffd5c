// Synth: one oscillator through an amplitude envelope.
// The oscillator's part is shared with MonoSynth, which filters it.

import { attack, readEnvelope, release } from '../envelope';
import { SYNTH_DETUNE, SYNTH_ENVELOPE_ATTACK, SYNTH_OSCILLATOR } from '../generated/layout';
import { periodFor, phasesFrom, phaseStep, steadyWave } from '../oscillator';
import { fillLevels, levels } from './buffers';
import { choice, Deck, parameter, rate, Voice } from './deck';
import { detuneFactor, WAVES } from './pitch';

export function configureSynth(deck: Deck): void {
  deck.wave = choice(deck, SYNTH_OSCILLATOR, WAVES);
  deck.detune = detuneFactor(parameter(deck, SYNTH_DETUNE));
  readEnvelope(deck.amplitude, deck.parameters + (SYNTH_ENVELOPE_ATTACK << 2), rate);
}

/** A new note on the voice; the wave goes on where it is. */
export function startSynth(deck: Deck, voice: Voice, velocity: f32): void {
  tuneOscillator(deck, voice);
  attack(voice.amplitude, deck.amplitude, velocity);
}

export function releaseSynth(deck: Deck, voice: Voice): void {
  release(voice.amplitude, deck.amplitude);
}

/** Adds the next `frames` to `mix`. */
export function renderSynth(deck: Deck, voice: Voice, mix: usize, frames: i32): void {
  fillLevels(deck, voice, levels, frames);
  const period = voice.period;
  const stride = i32x4.splat(voice.step * 4);
  let phases = phasesFrom(voice.phase, voice.step);
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    const wave = f32x4.mul(steadyWave(period, phases), v128.load(levels + at));
    v128.store(mix + at, f32x4.add(v128.load(mix + at), wave));
    phases = i32x4.add(phases, stride);
  }
  voice.phase += voice.step * frames;
}

/** Sets a voice's one oscillator to its note. */
export function tuneOscillator(deck: Deck, voice: Voice): void {
  const increment = min<f32>(voice.increment * deck.detune, 0.4999);
  voice.step = phaseStep(increment);
  voice.period = periodFor(deck.wave, increment);
}

/** Writes the next `frames` of its oscillator to `out`. */
export function fillOscillator(voice: Voice, out: usize, frames: i32): void {
  const period = voice.period;
  const stride = i32x4.splat(voice.step * 4);
  let phases = phasesFrom(voice.phase, voice.step);
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    v128.store(out + at, steadyWave(period, phases));
    phases = i32x4.add(phases, stride);
  }
  voice.phase += voice.step * frames;
}
