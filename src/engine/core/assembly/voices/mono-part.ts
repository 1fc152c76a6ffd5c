// An oscillator through a filter that an envelope moves: what a MonoSynth has once and a DuoSynth twice.
// Four voices are filtered at a time.

import { attack, readEnvelope, release } from '../envelope';
import {
  FilterSettings, setAllpass, setBandpass, setHighpass, setHighshelf, setLowpass, setLowshelf, setNotch, setPeaking,
} from '../filter';
import {
  MONO_SYNTH_FILTER_TYPE_ALLPASS,
  MONO_SYNTH_FILTER_TYPE_BANDPASS,
  MONO_SYNTH_FILTER_TYPE_HIGHPASS,
  MONO_SYNTH_FILTER_TYPE_HIGHSHELF,
  MONO_SYNTH_FILTER_TYPE_LOWPASS,
  MONO_SYNTH_FILTER_TYPE_LOWSHELF,
  MONO_SYNTH_FILTER_TYPE_NOTCH,
  MONO_SYNTH_FILTER_TYPE_PEAKING,
} from '../generated/layout';
import { within } from '../math';
import { beginSweep, setSweep } from '../sweep';
import { Part, PartSettings, rate } from './deck';
import { beginOscillator, moveOscillator } from './omni-settings';
import { detuneFactor } from './pitch';

// The rows of the filter, and those of its envelope behind the seven of every envelope.
const SLOT_Q: usize = 4;
const SLOT_GAIN: usize = 8;
const SLOT_DETUNE: usize = 12;
const SLOT_ROLLOFF: usize = 16;
const SLOT_BASE_FREQUENCY: usize = 28;
const SLOT_OCTAVES: usize = 32;
const SLOT_EXPONENT: usize = 36;

/** Takes the rows of a part, by the addresses of their slots. */
export function moveMonoPart(part: PartSettings, oscillator: usize, filter: usize, envelope: usize, filterEnvelope: usize, detune: f32): void {
  moveOscillator(part.oscillator, oscillator, detune, rate);
  readEnvelope(part.amplitude, envelope, rate);
  readEnvelope(part.second, filterEnvelope, rate);
  setResponse(part.filter, filter);
  // -12, -24, -48 and -96 are one to four filters in series, as in Tone.js.
  part.filter.stages = word(filter + SLOT_ROLLOFF, 4) + 1;
  setSweep(
    part.sweep,
    load<f32>(filterEnvelope + SLOT_BASE_FREQUENCY),
    load<f32>(filterEnvelope + SLOT_OCTAVES),
    load<f32>(filterEnvelope + SLOT_EXPONENT),
    detuneFactor(load<f32>(filter + SLOT_DETUNE)),
    rate,
  );
}

function word(slot: usize, count: i32): i32 {
  return <i32>nearest<f32>(within(load<f32>(slot), 0.0, <f32>(count - 1)));
}

function setResponse(settings: FilterSettings, slots: usize): void {
  const q = within(load<f32>(slots + SLOT_Q), 0.0, 30.0);
  const gain = within(load<f32>(slots + SLOT_GAIN), -40.0, 40.0);
  switch (word(slots, MONO_SYNTH_FILTER_TYPE_ALLPASS + 1)) {
    case MONO_SYNTH_FILTER_TYPE_LOWPASS: return setLowpass(settings, q);
    case MONO_SYNTH_FILTER_TYPE_HIGHPASS: return setHighpass(settings, q);
    case MONO_SYNTH_FILTER_TYPE_BANDPASS: return setBandpass(settings, q);
    case MONO_SYNTH_FILTER_TYPE_NOTCH: return setNotch(settings, q);
    case MONO_SYNTH_FILTER_TYPE_LOWSHELF: return setLowshelf(settings, gain);
    case MONO_SYNTH_FILTER_TYPE_HIGHSHELF: return setHighshelf(settings, gain);
    case MONO_SYNTH_FILTER_TYPE_PEAKING: return setPeaking(settings, q, gain);
    default: return setAllpass(settings, q);
  }
}

/** A note on a part that was silent. */
export function beginMonoPart(settings: PartSettings, part: Part, velocity: f32): void {
  beginOscillator(settings.oscillator, part.oscillator);
  startMonoPart(settings, part, velocity);
  beginSweep(part.sweep, settings.sweep, part.second);
}

/** A new note on the part; wave and filter go on where they are. */
export function startMonoPart(settings: PartSettings, part: Part, velocity: f32): void {
  attack(part.amplitude, settings.amplitude, velocity);
  attack(part.second, settings.second, 1.0);
}

export function releaseMonoPart(settings: PartSettings, part: Part): void {
  release(part.amplitude, settings.amplitude);
  release(part.second, settings.second);
}
