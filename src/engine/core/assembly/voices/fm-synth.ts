// FMSynth: a modulator with its own envelope bends the frequency of a carrier.
// As in Tone.js, both stand 10 dB down: the deviation is pitch x index x modulator x 10^(-10/20).

import { fillEnvelope } from '../envelope';
import { LANE_BYTES } from '../filter';
import {
  FM_SYNTH_DETUNE,
  FM_SYNTH_ENVELOPE_ATTACK,
  FM_SYNTH_HARMONICITY,
  FM_SYNTH_MODULATION,
  FM_SYNTH_MODULATION_ENVELOPE_ATTACK,
  FM_SYNTH_MODULATION_INDEX,
  FM_SYNTH_MODULATION_PARTIALS,
  FM_SYNTH_OSCILLATOR,
  FM_SYNTH_OSCILLATOR_PARTIALS,
  FM_SYNTH_PORTAMENTO,
} from '../generated/layout';
import { within } from '../math';
import { fillLevels, levels, mixAtLevels, others, samples, turned } from './buffers';
import { Deck, parameter, rate, slotAt, Voice } from './deck';
import { moveModulationSynth, TEN_DOWN } from './modulation-synth';
import { writeMovingOscillator } from './omni';
import { shapeOscillator } from './omni-settings';
import { fillOscillator, fillPitch } from './pitch';

const pitches = memory.data(LANE_BYTES, 16);

export function shapeFmSynth(deck: Deck): void {
  shapeOscillator(deck.first.oscillator, slotAt(deck, FM_SYNTH_OSCILLATOR), slotAt(deck, FM_SYNTH_OSCILLATOR_PARTIALS), rate);
  shapeOscillator(deck.other.oscillator, slotAt(deck, FM_SYNTH_MODULATION), slotAt(deck, FM_SYNTH_MODULATION_PARTIALS), rate);
}

export function moveFmSynth(deck: Deck): void {
  moveModulationSynth(
    deck,
    slotAt(deck, FM_SYNTH_HARMONICITY),
    slotAt(deck, FM_SYNTH_DETUNE),
    slotAt(deck, FM_SYNTH_PORTAMENTO),
    slotAt(deck, FM_SYNTH_OSCILLATOR),
    slotAt(deck, FM_SYNTH_ENVELOPE_ATTACK),
    slotAt(deck, FM_SYNTH_MODULATION),
    slotAt(deck, FM_SYNTH_MODULATION_ENVELOPE_ATTACK),
  );
  deck.modulationIndex = within(parameter(deck, FM_SYNTH_MODULATION_INDEX), 0.0, 1000.0);
}

/** Adds the next `frames` to `mix`. */
export function renderFmSynth(deck: Deck, voice: Voice, mix: usize, frames: i32): void {
  fillLevels(deck.first, voice, voice.first, levels, frames);
  fillEnvelope(voice.first.second, deck.first.second, others, frames);
  // The way to the note is the same for both: the modulator goes it first, on a clock put back for the carrier.
  const glideAt = voice.glideAt;
  fillOscillator(deck.other, voice, voice.other, deck.detune * deck.harmonicity, turned, frames);
  voice.glideAt = glideAt;
  fillPitch(voice, deck.detune, pitches, frames);
  const depth = f32x4.splat(deck.modulationIndex * TEN_DOWN);
  const quiet = f32x4.splat(TEN_DOWN);
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    const pitch = v128.load(pitches + at);
    const modulation = f32x4.mul(v128.load(turned + at), v128.load(others + at));
    v128.store(pitches + at, f32x4.add(pitch, f32x4.mul(f32x4.mul(pitch, depth), modulation)));
    v128.store(levels + at, f32x4.mul(quiet, v128.load(levels + at)));
  }
  writeMovingOscillator(deck.first.oscillator, voice.first.oscillator, pitches, samples, frames);
  mixAtLevels(samples, levels, mix, frames);
}
