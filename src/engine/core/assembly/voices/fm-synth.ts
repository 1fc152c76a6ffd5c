// FMSynth: a modulator with its own envelope bends the frequency of a carrier.
// As in Tone.js, both stand 10 dB down: the deviation is pitch x index x modulator x 10^(-10/20).

import { fillEnvelope } from '../envelope';
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
import { decimate, spread, WIDE_BYTES } from '../oversampling';
import { fillLevels, levels, samples } from './buffers';
import { Deck, parameter, rate, slotAt, Voice } from './deck';
import { mixQuietly, moveModulationSynth, TEN_DOWN } from './modulation-synth';
import { writeMovingAtRate } from './omni';
import { decimatorOf, shapeOscillator } from './omni-settings';
import { fillPitch, fillWide } from './pitch';
import { reachBent, timesBent } from './reach';

const pitches = memory.data(WIDE_BYTES, 16);
const bent = memory.data(WIDE_BYTES, 16);
const depths = memory.data(WIDE_BYTES, 16);
const modulator = memory.data(WIDE_BYTES, 16);

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

/** Lets the carrier run at the rate that the note needs. */
export function raiseFmSynth(deck: Deck, voice: Voice): void {
  const pitch = voice.increment * deck.detune;
  const carrier = voice.first.oscillator;
  const index = deck.modulationIndex * TEN_DOWN;
  carrier.times = max<i32>(carrier.times, timesBent(deck.first.oscillator, deck.other.oscillator, pitch, deck.harmonicity, index, rate));
}

/** Adds the next `frames` to `mix`. */
export function renderFmSynth(deck: Deck, voice: Voice, mix: usize, frames: i32): void {
  const times = max<i32>(1, voice.first.oscillator.times);
  const index = deck.modulationIndex * TEN_DOWN;
  reachBent(deck.first.oscillator, deck.other.oscillator, voice.increment * deck.detune, deck.harmonicity, index, times, rate);
  fillLevels(deck.first, voice, voice.first, levels, frames);
  fillEnvelope(voice.first.second, deck.first.second, depths, frames);
  // The way to the note is the same for both: the modulator goes it first, on a clock put back for the carrier.
  const glideAt = voice.glideAt;
  fillWide(deck.other, voice, voice.other, deck.detune * deck.harmonicity, modulator, frames, times);
  voice.glideAt = glideAt;
  fillPitch(voice, deck.detune / <f32>times, pitches, frames);
  if (times > 1) {
    spread(pitches, frames, times, 1.0);
    spread(depths, frames, times, 1.0);
  }
  const depth = f32x4.splat(index);
  for (let at: usize = 0, end: usize = <usize>(frames * times) << 2; at < end; at += 16) {
    const pitch = v128.load(pitches + at);
    const modulation = f32x4.mul(v128.load(modulator + at), v128.load(depths + at));
    v128.store(bent + at, f32x4.add(pitch, f32x4.mul(f32x4.mul(pitch, depth), modulation)));
  }
  writeMovingAtRate(deck.first.oscillator, voice.first.oscillator, bent, pitches, modulator, frames * times, times);
  let sound = modulator;
  if (times > 1) {
    decimate(decimatorOf(voice.first.oscillator), modulator, samples, frames, times);
    sound = samples;
  }
  mixQuietly(sound, levels, mix, frames);
}
