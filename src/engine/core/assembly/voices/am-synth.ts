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
import { decimate, spread, WIDE_BYTES } from '../oversampling';
import { fillLevels, levels, samples } from './buffers';
import { Deck, rate, slotAt, Voice } from './deck';
import { mixQuietly, moveModulationSynth, TEN_DOWN } from './modulation-synth';
import { decimatorOf, shapeOscillator } from './omni-settings';
import { fillWide } from './pitch';
import { reachMultiplied, timesMultiplied } from './reach';

const depths = memory.data(WIDE_BYTES, 16);
const modulator = memory.data(WIDE_BYTES, 16);
const carried = memory.data(WIDE_BYTES, 16);

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

/** Lets the carrier run at the rate that the note needs. */
export function raiseAmSynth(deck: Deck, voice: Voice): void {
  const pitch = voice.increment * deck.detune;
  const carrier = voice.first.oscillator;
  carrier.times = max<i32>(carrier.times, timesMultiplied(deck.first.oscillator, deck.other.oscillator, pitch, deck.harmonicity, rate));
}

/** Adds the next `frames` to `mix`. */
export function renderAmSynth(deck: Deck, voice: Voice, mix: usize, frames: i32): void {
  const times = max<i32>(1, voice.first.oscillator.times);
  reachMultiplied(deck.first.oscillator, deck.other.oscillator, voice.increment * deck.detune, deck.harmonicity, times, rate);
  fillLevels(deck.first, voice, voice.first, levels, frames);
  fillEnvelope(voice.first.second, deck.first.second, depths, frames);
  if (times > 1) spread(depths, frames, times, 1.0);
  // The way to the note is the same for both: the modulator goes it first, on a clock put back for the carrier.
  const glideAt = voice.glideAt;
  fillWide(deck.other, voice, voice.other, deck.detune * deck.harmonicity, modulator, frames, times);
  voice.glideAt = glideAt;
  fillWide(deck.first, voice, voice.first, deck.detune, carried, frames, times);
  const half = constant(HALF);
  const depth = f32x4.splat(0.5 * TEN_DOWN);
  for (let at: usize = 0, end: usize = <usize>(frames * times) << 2; at < end; at += 16) {
    const gain = f32x4.add(half, f32x4.mul(depth, f32x4.mul(v128.load(modulator + at), v128.load(depths + at))));
    v128.store(carried + at, f32x4.mul(v128.load(carried + at), gain));
  }
  let sound = carried;
  if (times > 1) {
    decimate(decimatorOf(voice.first.oscillator), carried, samples, frames, times);
    sound = samples;
  }
  mixQuietly(sound, levels, mix, frames);
}
