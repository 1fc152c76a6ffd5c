// The instruments by number: which functions set, start, release and render a deck's voices.
// A new instrument is its file and a row in each of these.

import { atRest } from '../envelope';
import { filterFour, LANE_BYTES, LANES } from '../filter';
import {
  AM_SYNTH_ENVELOPE_SUSTAIN,
  AM_SYNTH_VOLUME,
  DUO_SYNTH_VOICE0_ENVELOPE_SUSTAIN,
  DUO_SYNTH_VOLUME,
  FM_SYNTH_ENVELOPE_SUSTAIN,
  FM_SYNTH_VOLUME,
  INSTRUMENT_AM_SYNTH,
  INSTRUMENT_DUO_SYNTH,
  INSTRUMENT_FM_SYNTH,
  INSTRUMENT_MEMBRANE_SYNTH,
  INSTRUMENT_METAL_SYNTH,
  INSTRUMENT_MONO_SYNTH,
  INSTRUMENT_NOISE_SYNTH,
  INSTRUMENT_PLUCK_SYNTH,
  INSTRUMENT_SAMPLER,
  INSTRUMENT_SYNTH,
  MEMBRANE_SYNTH_ENVELOPE_SUSTAIN,
  MEMBRANE_SYNTH_VOLUME,
  METAL_SYNTH_ENVELOPE_SUSTAIN,
  METAL_SYNTH_VOLUME,
  MONO_SYNTH_ENVELOPE_SUSTAIN,
  MONO_SYNTH_VOLUME,
  NOISE_SYNTH_ENVELOPE_SUSTAIN,
  NOISE_SYNTH_VOLUME,
  PLUCK_SYNTH_VOLUME,
  SAMPLER_VOLUME,
  SYNTH_ENVELOPE_SUSTAIN,
  SYNTH_VOLUME,
  ZONE_SLOTS,
} from '../generated/layout';
import { moveAmSynth, raiseAmSynth, renderAmSynth, shapeAmSynth } from './am-synth';
import { emptyLane, fadeSamples, levels, others, samples, states } from './buffers';
import { clearVoice, Deck, FADING, FREE, rate, SLOTS, Voice, voiceAt } from './deck';
import {
  beginDuoSynth, fillFirstOfDuo, fillOtherOfDuo, moveDuoSynth, releaseDuoSynth, shapeDuoSynth, startDuoSynth,
} from './duo-synth';
import { moveFmSynth, raiseFmSynth, renderFmSynth, shapeFmSynth } from './fm-synth';
import { moveMembraneSynth, shapeMembraneSynth, startMembraneSynth } from './membrane-synth';
import { beginMetalSynth, fillMetalSynthLane, moveMetalSynth, releaseMetalSynth, startMetalSynth } from './metal-synth';
import { beginModulationSynth, releaseModulationSynth, startModulationSynth } from './modulation-synth';
import { beginMonoSynth, fillMonoSynthLane, moveMonoSynth, releaseMonoSynth, shapeMonoSynth, startMonoSynth } from './mono-synth';
import { moveNoiseSynth, renderNoiseSynth, startNoiseSynth } from './noise-synth';
import { setWavetable } from './omni-settings';
import { beginPluckSynth, movePluckSynth, releasePluckSynth, renderPluckSynth } from './pluck-synth';
import { raiseAlone } from './reach';
import { releaseSampler, renderSampler, startSampler } from './sampler';
import { beginSynth, moveSynth, releaseAmplitude, renderSynth, shapeSynth, startSynth } from './synth';

/** Whether a number names an instrument. */
export function isKind(kind: i32): bool {
  return kind >= INSTRUMENT_SYNTH && kind <= INSTRUMENT_SAMPLER;
}

/** Whether a new note on one voice takes it over as it sounds; else the old sound fades and the note starts anew. */
export function takesOver(kind: i32): bool {
  return kind != INSTRUMENT_PLUCK_SYNTH;
}

/** Takes the waveforms of the deck's parameters over, which stand still while notes sound. */
export function shapeKind(deck: Deck): void {
  // An instrument that plays no recordings has a zone for each oscillator's wavetable.
  const count = isRecorded(deck.kind) ? 0 : deck.zoneCount;
  setWavetable(deck.first.oscillator, deck.zones, count > 0);
  setWavetable(deck.other.oscillator, deck.zones + ZONE_SLOTS * 4, count > 1);
  switch (deck.kind) {
    case INSTRUMENT_SYNTH: return shapeSynth(deck);
    case INSTRUMENT_FM_SYNTH: return shapeFmSynth(deck);
    case INSTRUMENT_MONO_SYNTH: return shapeMonoSynth(deck);
    case INSTRUMENT_MEMBRANE_SYNTH: return shapeMembraneSynth(deck);
    case INSTRUMENT_AM_SYNTH: return shapeAmSynth(deck);
    case INSTRUMENT_DUO_SYNTH: return shapeDuoSynth(deck);
  }
}

/** Takes all that may move over. */
export function moveKind(deck: Deck): void {
  switch (deck.kind) {
    case INSTRUMENT_SYNTH: return moveSynth(deck);
    case INSTRUMENT_FM_SYNTH: return moveFmSynth(deck);
    case INSTRUMENT_MONO_SYNTH: return moveMonoSynth(deck);
    case INSTRUMENT_MEMBRANE_SYNTH: return moveMembraneSynth(deck);
    case INSTRUMENT_METAL_SYNTH: return moveMetalSynth(deck);
    case INSTRUMENT_NOISE_SYNTH: return moveNoiseSynth(deck);
    case INSTRUMENT_AM_SYNTH: return moveAmSynth(deck);
    case INSTRUMENT_DUO_SYNTH: return moveDuoSynth(deck);
    case INSTRUMENT_PLUCK_SYNTH: return movePluckSynth(deck);
  }
}

/** The slot of the instrument's level. */
export function volumeSlot(kind: i32): i32 {
  switch (kind) {
    case INSTRUMENT_SYNTH: return SYNTH_VOLUME;
    case INSTRUMENT_FM_SYNTH: return FM_SYNTH_VOLUME;
    case INSTRUMENT_MONO_SYNTH: return MONO_SYNTH_VOLUME;
    case INSTRUMENT_MEMBRANE_SYNTH: return MEMBRANE_SYNTH_VOLUME;
    case INSTRUMENT_METAL_SYNTH: return METAL_SYNTH_VOLUME;
    case INSTRUMENT_NOISE_SYNTH: return NOISE_SYNTH_VOLUME;
    case INSTRUMENT_AM_SYNTH: return AM_SYNTH_VOLUME;
    case INSTRUMENT_DUO_SYNTH: return DUO_SYNTH_VOLUME;
    case INSTRUMENT_SAMPLER: return SAMPLER_VOLUME;
    default: return PLUCK_SYNTH_VOLUME;
  }
}

/** Whether an instrument plays recordings. */
export function isRecorded(kind: i32): bool {
  return kind == INSTRUMENT_SAMPLER;
}

/** The slot of the level at which a note is held; -1 where none is. */
export function sustainSlot(kind: i32): i32 {
  switch (kind) {
    case INSTRUMENT_SYNTH: return SYNTH_ENVELOPE_SUSTAIN;
    case INSTRUMENT_FM_SYNTH: return FM_SYNTH_ENVELOPE_SUSTAIN;
    case INSTRUMENT_MONO_SYNTH: return MONO_SYNTH_ENVELOPE_SUSTAIN;
    case INSTRUMENT_MEMBRANE_SYNTH: return MEMBRANE_SYNTH_ENVELOPE_SUSTAIN;
    case INSTRUMENT_METAL_SYNTH: return METAL_SYNTH_ENVELOPE_SUSTAIN;
    case INSTRUMENT_NOISE_SYNTH: return NOISE_SYNTH_ENVELOPE_SUSTAIN;
    case INSTRUMENT_AM_SYNTH: return AM_SYNTH_ENVELOPE_SUSTAIN;
    case INSTRUMENT_DUO_SYNTH: return DUO_SYNTH_VOICE0_ENVELOPE_SUSTAIN;
    default: return -1;
  }
}

/** Lets the oscillators of a voice run at the rate that its note needs, so that nothing comes back as an alias. */
function raiseVoice(deck: Deck, voice: Voice): void {
  const pitch = voice.increment * deck.detune;
  switch (deck.kind) {
    case INSTRUMENT_FM_SYNTH: return raiseFmSynth(deck, voice);
    case INSTRUMENT_AM_SYNTH: return raiseAmSynth(deck, voice);
    case INSTRUMENT_DUO_SYNTH: raiseAlone(deck.other.oscillator, voice.other.oscillator, pitch * deck.harmonicity, rate);
  }
  raiseAlone(deck.first.oscillator, voice.first.oscillator, pitch, rate);
}

/** A note on a voice that was silent; its increment and handle are set. */
export function beginVoice(deck: Deck, voice: Voice, velocity: f32): void {
  raiseVoice(deck, voice);
  switch (deck.kind) {
    case INSTRUMENT_SYNTH: return beginSynth(deck, voice, velocity);
    case INSTRUMENT_FM_SYNTH:
    case INSTRUMENT_AM_SYNTH: return beginModulationSynth(deck, voice, velocity);
    case INSTRUMENT_MONO_SYNTH: return beginMonoSynth(deck, voice, velocity);
    case INSTRUMENT_METAL_SYNTH: return beginMetalSynth(deck, voice, velocity);
    case INSTRUMENT_DUO_SYNTH: return beginDuoSynth(deck, voice, velocity);
    case INSTRUMENT_PLUCK_SYNTH: return beginPluckSynth(deck, voice, velocity);
    default: return retakeVoice(deck, voice, velocity);
  }
}

/** A note on a voice that sounds: Tone.js's way with one voice. */
export function retakeVoice(deck: Deck, voice: Voice, velocity: f32): void {
  raiseVoice(deck, voice);
  switch (deck.kind) {
    case INSTRUMENT_SYNTH: return startSynth(deck, voice, velocity);
    case INSTRUMENT_FM_SYNTH:
    case INSTRUMENT_AM_SYNTH: return startModulationSynth(deck, voice, velocity);
    case INSTRUMENT_MONO_SYNTH: return startMonoSynth(deck, voice, velocity);
    case INSTRUMENT_MEMBRANE_SYNTH: return startMembraneSynth(deck, voice, velocity);
    case INSTRUMENT_METAL_SYNTH: return startMetalSynth(deck, voice, velocity);
    case INSTRUMENT_NOISE_SYNTH: return startNoiseSynth(deck, voice, velocity);
    case INSTRUMENT_DUO_SYNTH: return startDuoSynth(deck, voice, velocity);
    case INSTRUMENT_SAMPLER: return startSampler(deck, voice, velocity);
  }
}

/** The end of a voice's note. */
export function releaseVoice(deck: Deck, voice: Voice): void {
  switch (deck.kind) {
    case INSTRUMENT_FM_SYNTH:
    case INSTRUMENT_AM_SYNTH: return releaseModulationSynth(deck, voice);
    case INSTRUMENT_MONO_SYNTH: return releaseMonoSynth(deck, voice);
    case INSTRUMENT_METAL_SYNTH: return releaseMetalSynth(deck, voice);
    case INSTRUMENT_DUO_SYNTH: return releaseDuoSynth(deck, voice);
    case INSTRUMENT_PLUCK_SYNTH: return releasePluckSynth(deck, voice);
    case INSTRUMENT_SAMPLER: return releaseSampler(voice);
    default: return releaseAmplitude(deck, voice);
  }
}

/**
 * Adds the next `frames` of every voice to `mix`, and of a stereo deck its other side to `right`; frees the
 * voices that have ended.
 */
export function renderVoices(deck: Deck, mix: usize, right: usize, frames: i32): void {
  switch (deck.kind) {
    case INSTRUMENT_MONO_SYNTH:
    case INSTRUMENT_METAL_SYNTH:
    case INSTRUMENT_DUO_SYNTH: renderFiltered(deck, mix, frames); break;
    default: renderPlain(deck, mix, right, frames);
  }
  freeEnded(deck, frames);
}

function renderPlain(deck: Deck, mix: usize, right: usize, frames: i32): void {
  for (let slot = 0, left = deck.busy; left > 0; slot++) {
    const voice = voiceAt(deck, slot);
    if (voice.state == FREE) continue;
    left--;
    switch (deck.kind) {
      case INSTRUMENT_SYNTH:
      case INSTRUMENT_MEMBRANE_SYNTH: renderSynth(deck, voice, mix, frames); break;
      case INSTRUMENT_FM_SYNTH: renderFmSynth(deck, voice, mix, frames); break;
      case INSTRUMENT_NOISE_SYNTH: renderNoiseSynth(deck, voice, mix, frames); break;
      case INSTRUMENT_AM_SYNTH: renderAmSynth(deck, voice, mix, frames); break;
      case INSTRUMENT_PLUCK_SYNTH: renderPluckSynth(deck, voice, mix, frames); break;
      case INSTRUMENT_SAMPLER: renderSampler(deck, voice, mix, right, frames); break;
    }
  }
}

// Four neighbouring slots share a pass, whoever is in them: the order in which samples are added up, and so
// their last bit, does not depend on which block a voice ended in.
function renderFiltered(deck: Deck, mix: usize, frames: i32): void {
  for (let slot = 0, left = deck.busy; left > 0; slot += LANES) {
    let found = 0;
    for (let lane = 0; lane < LANES; lane++) found += voiceAt(deck, slot + lane).state != FREE ? 1 : 0;
    if (found == 0) continue;
    left -= found;
    for (let lane = 0; lane < LANES; lane++) fillLane(deck, voiceAt(deck, slot + lane), lane, frames);
    filterFour(deck.first.filter, samples, others, levels, states, mix, frames);
    if (deck.kind != INSTRUMENT_DUO_SYNTH) continue;
    for (let lane = 0; lane < LANES; lane++) fillOtherLane(deck, voiceAt(deck, slot + lane), lane, frames);
    filterFour(deck.other.filter, samples, others, levels, states, mix, frames);
  }
}

function fillLane(deck: Deck, voice: Voice, lane: i32, frames: i32): void {
  const offset = <usize>(lane * LANE_BYTES);
  if (voice.state == FREE) emptyLane(lane, frames);
  else if (deck.kind == INSTRUMENT_MONO_SYNTH) fillMonoSynthLane(deck, voice, offset, lane, frames);
  else if (deck.kind == INSTRUMENT_METAL_SYNTH) fillMetalSynthLane(deck, voice, offset, lane, frames);
  else fillFirstOfDuo(deck, voice, offset, lane, frames);
}

function fillOtherLane(deck: Deck, voice: Voice, lane: i32, frames: i32): void {
  if (voice.state == FREE) emptyLane(lane, frames);
  else fillOtherOfDuo(deck, voice, <usize>(lane * LANE_BYTES), lane, frames);
}

function freeEnded(deck: Deck, frames: i32): void {
  for (let slot = 0, left = deck.busy; left > 0 && slot < SLOTS; slot++) {
    const voice = voiceAt(deck, slot);
    if (voice.state == FREE) continue;
    left--;
    if (voice.state == FADING) voice.fadeAt += frames;
    const faded = voice.state == FADING && <f32>voice.fadeAt >= fadeSamples();
    if (!faded && !(atRest(voice.first.amplitude) && atRest(voice.other.amplitude))) continue;
    clearVoice(voice);
    deck.busy--;
  }
}
