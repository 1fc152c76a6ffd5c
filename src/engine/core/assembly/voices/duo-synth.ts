// DuoSynth: two MonoSynths, the second at a ratio of the first's pitch, and a vibrato that bends both.
// Unlike Tone.js, whose vibrato turns from the start of the song, it turns from the start of the voice's note:
// the same note sounds the same wherever playing began.

import {
  DUO_SYNTH_DETUNE,
  DUO_SYNTH_HARMONICITY,
  DUO_SYNTH_PORTAMENTO,
  DUO_SYNTH_VIBRATO_AMOUNT,
  DUO_SYNTH_VIBRATO_RATE,
  DUO_SYNTH_VOICE0_ENVELOPE_ATTACK,
  DUO_SYNTH_VOICE0_FILTER_ENVELOPE_ATTACK,
  DUO_SYNTH_VOICE0_FILTER_TYPE,
  DUO_SYNTH_VOICE0_OSCILLATOR,
  DUO_SYNTH_VOICE0_OSCILLATOR_PARTIALS,
  DUO_SYNTH_VOICE1_ENVELOPE_ATTACK,
  DUO_SYNTH_VOICE1_FILTER_ENVELOPE_ATTACK,
  DUO_SYNTH_VOICE1_FILTER_TYPE,
  DUO_SYNTH_VOICE1_OSCILLATOR,
  DUO_SYNTH_VOICE1_OSCILLATOR_PARTIALS,
} from '../generated/layout';
import { LANE_BYTES } from '../filter';
import { exp2x4, sinOfPhasex4, within } from '../math';
import { phasesFrom, phaseStep } from '../oscillator';
import { fillSweep } from '../sweep';
import { fillLevels, levels, others, samples, setState } from './buffers';
import { Deck, parameter, Part, PartSettings, rate, slotAt, Voice } from './deck';
import { beginMonoPart, moveMonoPart, releaseMonoPart, startMonoPart } from './mono-part';
import { writeMovingOscillator } from './omni';
import { shapeOscillator } from './omni-settings';
import { detuneFactor, fillPitch, glideOf } from './pitch';

// The vibrato at full amount: 50 cents to either side.
const FULL_OCTAVES: f32 = 50.0 / 1200.0;

const pitches = memory.data(LANE_BYTES, 16);

export function shapeDuoSynth(deck: Deck): void {
  const first = slotAt(deck, DUO_SYNTH_VOICE0_OSCILLATOR);
  const other = slotAt(deck, DUO_SYNTH_VOICE1_OSCILLATOR);
  shapeOscillator(deck.first.oscillator, first, slotAt(deck, DUO_SYNTH_VOICE0_OSCILLATOR_PARTIALS), rate);
  shapeOscillator(deck.other.oscillator, other, slotAt(deck, DUO_SYNTH_VOICE1_OSCILLATOR_PARTIALS), rate);
}

export function moveDuoSynth(deck: Deck): void {
  deck.detune = detuneFactor(parameter(deck, DUO_SYNTH_DETUNE));
  deck.portamento = glideOf(parameter(deck, DUO_SYNTH_PORTAMENTO));
  deck.harmonicity = within(parameter(deck, DUO_SYNTH_HARMONICITY), 0.0, 1000.0);
  deck.vibratoStep = phaseStep(within(parameter(deck, DUO_SYNTH_VIBRATO_RATE), 0.0, 10000.0) / rate);
  deck.vibratoOctaves = within(parameter(deck, DUO_SYNTH_VIBRATO_AMOUNT), 0.0, 1.0) * FULL_OCTAVES;
  moveMonoPart(
    deck.first,
    slotAt(deck, DUO_SYNTH_VOICE0_OSCILLATOR),
    slotAt(deck, DUO_SYNTH_VOICE0_FILTER_TYPE),
    slotAt(deck, DUO_SYNTH_VOICE0_ENVELOPE_ATTACK),
    slotAt(deck, DUO_SYNTH_VOICE0_FILTER_ENVELOPE_ATTACK),
    deck.detune,
  );
  moveMonoPart(
    deck.other,
    slotAt(deck, DUO_SYNTH_VOICE1_OSCILLATOR),
    slotAt(deck, DUO_SYNTH_VOICE1_FILTER_TYPE),
    slotAt(deck, DUO_SYNTH_VOICE1_ENVELOPE_ATTACK),
    slotAt(deck, DUO_SYNTH_VOICE1_FILTER_ENVELOPE_ATTACK),
    deck.detune,
  );
}

/** A note on a voice that was silent. */
export function beginDuoSynth(deck: Deck, voice: Voice, velocity: f32): void {
  beginMonoPart(deck.first, voice.first, velocity);
  beginMonoPart(deck.other, voice.other, velocity);
}

/** A new note on the voice; waves, filters and vibrato go on where they are. */
export function startDuoSynth(deck: Deck, voice: Voice, velocity: f32): void {
  startMonoPart(deck.first, voice.first, velocity);
  startMonoPart(deck.other, voice.other, velocity);
}

export function releaseDuoSynth(deck: Deck, voice: Voice): void {
  releaseMonoPart(deck.first, voice.first);
  releaseMonoPart(deck.other, voice.other);
}

/** Fills the lane of the voice's first part, on clocks that stay for the other. */
export function fillFirstOfDuo(deck: Deck, voice: Voice, offset: usize, lane: i32, frames: i32): void {
  const glideAt = voice.glideAt;
  fillPart(deck, voice, deck.first, voice.first, deck.detune, offset, lane, frames);
  voice.glideAt = glideAt;
}

/** Fills the lane of the voice's other part, and moves the clocks of both on. */
export function fillOtherOfDuo(deck: Deck, voice: Voice, offset: usize, lane: i32, frames: i32): void {
  fillPart(deck, voice, deck.other, voice.other, deck.detune * deck.harmonicity, offset, lane, frames);
  voice.turn += deck.vibratoStep * frames;
}

function fillPart(deck: Deck, voice: Voice, settings: PartSettings, part: Part, factor: f32, offset: usize, lane: i32, frames: i32): void {
  fillLevels(settings, voice, part, levels + offset, frames);
  fillPitch(voice, factor, pitches, frames);
  bend(deck, voice, frames);
  writeMovingOscillator(settings.oscillator, part.oscillator, voice.increment * factor, pitches, samples + offset, frames);
  fillSweep(part.sweep, settings.sweep, part.second, settings.second, others + offset, frames);
  setState(lane, part.filterStates);
}

function bend(deck: Deck, voice: Voice, frames: i32): void {
  const octaves = f32x4.splat(deck.vibratoOctaves);
  const stride = i32x4.splat(deck.vibratoStep * 4);
  let turns = phasesFrom(voice.turn, deck.vibratoStep);
  for (let at = pitches, end = pitches + (<usize>frames << 2); at < end; at += 16) {
    const ratio = exp2x4(f32x4.mul(octaves, sinOfPhasex4(turns)));
    v128.store(at, f32x4.mul(v128.load(at), ratio));
    turns = i32x4.add(turns, stride);
  }
}
