// MonoSynth: an oscillator through a filter that an envelope moves. Four voices are filtered at a time.

import { attack, readEnvelope, release } from '../envelope';
import { setBandpass, setHighpass, setLowpass, setNotch } from '../filter';
import {
  MONO_SYNTH_DETUNE,
  MONO_SYNTH_ENVELOPE_ATTACK,
  MONO_SYNTH_FILTER_ENVELOPE_ATTACK,
  MONO_SYNTH_FILTER_ENVELOPE_BASE_FREQUENCY,
  MONO_SYNTH_FILTER_ENVELOPE_EXPONENT,
  MONO_SYNTH_FILTER_ENVELOPE_OCTAVES,
  MONO_SYNTH_FILTER_Q,
  MONO_SYNTH_FILTER_ROLLOFF,
  MONO_SYNTH_FILTER_TYPE,
  MONO_SYNTH_FILTER_TYPE_BANDPASS,
  MONO_SYNTH_FILTER_TYPE_HIGHPASS,
  MONO_SYNTH_FILTER_TYPE_LOWPASS,
  MONO_SYNTH_FILTER_TYPE_NOTCH,
  MONO_SYNTH_OSCILLATOR,
} from '../generated/layout';
import { within } from '../math';
import { beginSweep, fillSweep, setSweep } from '../sweep';
import { fillLevels, levels, others, samples, setState } from './buffers';
import { choice, Deck, parameter, rate, Voice } from './deck';
import { detuneFactor, WAVES } from './pitch';
import { fillOscillator, tuneOscillator } from './synth';

export function configureMonoSynth(deck: Deck): void {
  deck.wave = choice(deck, MONO_SYNTH_OSCILLATOR, WAVES);
  deck.detune = detuneFactor(parameter(deck, MONO_SYNTH_DETUNE));
  readEnvelope(deck.amplitude, deck.parameters + (MONO_SYNTH_ENVELOPE_ATTACK << 2), rate);
  readEnvelope(deck.second, deck.parameters + (MONO_SYNTH_FILTER_ENVELOPE_ATTACK << 2), rate);
  setResponse(deck);
  // -12, -24, -48 and -96 are one to four filters in series, as in Tone.js.
  deck.filter.stages = choice(deck, MONO_SYNTH_FILTER_ROLLOFF, 4) + 1;
  setSweep(
    deck.sweep,
    parameter(deck, MONO_SYNTH_FILTER_ENVELOPE_BASE_FREQUENCY),
    parameter(deck, MONO_SYNTH_FILTER_ENVELOPE_OCTAVES),
    parameter(deck, MONO_SYNTH_FILTER_ENVELOPE_EXPONENT),
    rate,
  );
}

function setResponse(deck: Deck): void {
  const type = choice(deck, MONO_SYNTH_FILTER_TYPE, MONO_SYNTH_FILTER_TYPE_NOTCH + 1);
  const q = within(parameter(deck, MONO_SYNTH_FILTER_Q), 0.0, 30.0);
  if (type == MONO_SYNTH_FILTER_TYPE_LOWPASS) setLowpass(deck.filter, q);
  else if (type == MONO_SYNTH_FILTER_TYPE_HIGHPASS) setHighpass(deck.filter, q);
  else if (type == MONO_SYNTH_FILTER_TYPE_BANDPASS) setBandpass(deck.filter, q);
  else setNotch(deck.filter, q);
}

/** A new note on a voice that was silent. */
export function beginMonoSynth(deck: Deck, voice: Voice, velocity: f32): void {
  startMonoSynth(deck, voice, velocity);
  beginSweep(voice.sweep, deck.sweep, voice.second);
}

/** A new note on the voice; wave and filter go on where they are. */
export function startMonoSynth(deck: Deck, voice: Voice, velocity: f32): void {
  tuneOscillator(deck, voice);
  attack(voice.amplitude, deck.amplitude, velocity);
  attack(voice.second, deck.second, 1.0);
}

export function releaseMonoSynth(deck: Deck, voice: Voice): void {
  release(voice.amplitude, deck.amplitude);
  release(voice.second, deck.second);
}

/** Fills the voice's lane. */
export function fillMonoSynthLane(deck: Deck, voice: Voice, offset: usize, lane: i32, frames: i32): void {
  fillLevels(deck, voice, levels + offset, frames);
  fillOscillator(voice, samples + offset, frames);
  fillSweep(voice.sweep, deck.sweep, voice.second, deck.second, others + offset, frames);
  setState(lane, voice.filterStates);
}
