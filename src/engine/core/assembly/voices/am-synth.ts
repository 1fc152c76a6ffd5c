// AMSynth: a modulator with its own envelope turns a carrier up and down, round half its level.

import { constant, HALF } from '../constants';
import { fillEnvelope } from '../envelope';
import {
  AM_SYNTH_DETUNE,
  AM_SYNTH_ENVELOPE_ATTACK,
  AM_SYNTH_HARMONICITY,
  AM_SYNTH_MODULATION,
  AM_SYNTH_MODULATION_ENVELOPE_ATTACK,
  AM_SYNTH_MODULATION_PARTIALS,
  AM_SYNTH_OSCILLATOR,
  AM_SYNTH_OSCILLATOR_PARTIALS,
  AM_SYNTH_PORTAMENTO,
} from '../generated/layout';
import { fillLevels, levels, others, samples, turned } from './buffers';
import { Deck, rate, slotAt, Voice } from './deck';
import { moveModulationSynth, TEN_DOWN } from './modulation-synth';
import { shapeOscillator } from './omni-settings';
import { fillOscillator } from './pitch';

export function shapeAmSynth(deck: Deck): void {
  shapeOscillator(deck.first.oscillator, slotAt(deck, AM_SYNTH_OSCILLATOR), slotAt(deck, AM_SYNTH_OSCILLATOR_PARTIALS), rate);
  shapeOscillator(deck.other.oscillator, slotAt(deck, AM_SYNTH_MODULATION), slotAt(deck, AM_SYNTH_MODULATION_PARTIALS), rate);
}

export function moveAmSynth(deck: Deck): void {
  moveModulationSynth(
    deck,
    slotAt(deck, AM_SYNTH_HARMONICITY),
    slotAt(deck, AM_SYNTH_DETUNE),
    slotAt(deck, AM_SYNTH_PORTAMENTO),
    slotAt(deck, AM_SYNTH_OSCILLATOR),
    slotAt(deck, AM_SYNTH_ENVELOPE_ATTACK),
    slotAt(deck, AM_SYNTH_MODULATION),
    slotAt(deck, AM_SYNTH_MODULATION_ENVELOPE_ATTACK),
  );
}

/** Adds the next `frames` to `mix`. */
export function renderAmSynth(deck: Deck, voice: Voice, mix: usize, frames: i32): void {
  fillLevels(deck.first, voice, voice.first, levels, frames);
  fillEnvelope(voice.first.second, deck.first.second, others, frames);
  // The way to the note is the same for both: the modulator goes it first, on a clock put back for the carrier.
  const glideAt = voice.glideAt;
  fillOscillator(deck.other, voice, voice.other, deck.detune * deck.harmonicity, turned, frames);
  voice.glideAt = glideAt;
  fillOscillator(deck.first, voice, voice.first, deck.detune, samples, frames);
  const half = constant(HALF);
  const depth = f32x4.splat(0.5 * TEN_DOWN);
  const quiet = f32x4.splat(TEN_DOWN);
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    const gain = f32x4.add(half, f32x4.mul(depth, f32x4.mul(v128.load(turned + at), v128.load(others + at))));
    const level = f32x4.mul(f32x4.mul(quiet, v128.load(levels + at)), gain);
    v128.store(mix + at, f32x4.add(v128.load(mix + at), f32x4.mul(v128.load(samples + at), level)));
  }
}
