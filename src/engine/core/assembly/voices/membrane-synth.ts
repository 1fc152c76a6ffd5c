// MembraneSynth: an oscillator whose pitch falls, by equal ratios in equal times, from octaves above.
// Unlike Tone.js, a hit on a voice that has all but died away starts its wave anew: every kick is alike.
// Its sound is a Synth's, whose pitch is on its way.

import { attack, levelOf, readEnvelope } from '../envelope';
import {
  MEMBRANE_SYNTH_DETUNE,
  MEMBRANE_SYNTH_ENVELOPE_ATTACK,
  MEMBRANE_SYNTH_OCTAVES,
  MEMBRANE_SYNTH_OSCILLATOR,
  MEMBRANE_SYNTH_OSCILLATOR_PARTIALS,
  MEMBRANE_SYNTH_PITCH_DECAY,
} from '../generated/layout';
import { within } from '../math';
import { Deck, parameter, rate, slotAt, Voice } from './deck';
import { beginOscillator, moveOscillator, shapeOscillator } from './omni-settings';
import { detuneFactor } from './pitch';

const ALL_BUT_SILENT: f32 = 0.02;

export function shapeMembraneSynth(deck: Deck): void {
  const slots = slotAt(deck, MEMBRANE_SYNTH_OSCILLATOR);
  shapeOscillator(deck.first.oscillator, slots, slotAt(deck, MEMBRANE_SYNTH_OSCILLATOR_PARTIALS), rate);
}

export function moveMembraneSynth(deck: Deck): void {
  deck.detune = detuneFactor(parameter(deck, MEMBRANE_SYNTH_DETUNE));
  deck.portamento = 0.0;
  deck.glideOctaves = within(parameter(deck, MEMBRANE_SYNTH_OCTAVES), 0.0, 32.0);
  deck.glideSamples = within(parameter(deck, MEMBRANE_SYNTH_PITCH_DECAY), 0.0, 10.0) * rate;
  moveOscillator(deck.first.oscillator, slotAt(deck, MEMBRANE_SYNTH_OSCILLATOR), deck.detune, rate);
  readEnvelope(deck.first.amplitude, slotAt(deck, MEMBRANE_SYNTH_ENVELOPE_ATTACK), rate);
}

/** A new hit on the voice, silent or not. */
export function startMembraneSynth(deck: Deck, voice: Voice, velocity: f32): void {
  if (levelOf(voice.first.amplitude) < ALL_BUT_SILENT) beginOscillator(deck.first.oscillator, voice.first.oscillator);
  voice.glideOctaves = deck.glideOctaves;
  voice.glideSamples = deck.glideSamples;
  voice.glideAt = 0;
  attack(voice.first.amplitude, deck.first.amplitude, velocity);
}
