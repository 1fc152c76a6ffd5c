// The instruments by number: which functions configure, start, release and render a deck's voices.
// A new instrument is its file and a row in each of these.

import { atRest } from '../envelope';
import { filterFour, LANE_BYTES, LANES } from '../filter';
import {
  INSTRUMENT_FM_SYNTH,
  INSTRUMENT_MEMBRANE_SYNTH,
  INSTRUMENT_METAL_SYNTH,
  INSTRUMENT_MONO_SYNTH,
  INSTRUMENT_NOISE_SYNTH,
  INSTRUMENT_SYNTH,
} from '../generated/layout';
import { emptyLane, fadeSamples, levels, others, samples, states } from './buffers';
import { clearVoice, Deck, FADING, FREE, SLOTS, Voice, voiceAt } from './deck';
import { configureFmSynth, releaseFmSynth, renderFmSynth, startFmSynth } from './fm-synth';
import { configureMembraneSynth, releaseMembraneSynth, renderMembraneSynth, startMembraneSynth } from './membrane-synth';
import { beginMetalSynth, configureMetalSynth, fillMetalSynthLane, releaseMetalSynth, startMetalSynth } from './metal-synth';
import { beginMonoSynth, configureMonoSynth, fillMonoSynthLane, releaseMonoSynth, startMonoSynth } from './mono-synth';
import { configureNoiseSynth, releaseNoiseSynth, renderNoiseSynth, startNoiseSynth } from './noise-synth';
import { configureSynth, releaseSynth, renderSynth, startSynth } from './synth';

/** Whether a number names an instrument. */
export function isKind(kind: i32): bool {
  return kind >= INSTRUMENT_SYNTH && kind <= INSTRUMENT_NOISE_SYNTH;
}

/** Takes the deck's parameter block over. */
export function configureKind(deck: Deck): void {
  switch (deck.kind) {
    case INSTRUMENT_SYNTH: return configureSynth(deck);
    case INSTRUMENT_FM_SYNTH: return configureFmSynth(deck);
    case INSTRUMENT_MONO_SYNTH: return configureMonoSynth(deck);
    case INSTRUMENT_MEMBRANE_SYNTH: return configureMembraneSynth(deck);
    case INSTRUMENT_METAL_SYNTH: return configureMetalSynth(deck);
    case INSTRUMENT_NOISE_SYNTH: return configureNoiseSynth(deck);
  }
}

/** A note on a voice that was silent; its increment and handle are set. */
export function beginVoice(deck: Deck, voice: Voice, velocity: f32): void {
  switch (deck.kind) {
    case INSTRUMENT_MONO_SYNTH: return beginMonoSynth(deck, voice, velocity);
    case INSTRUMENT_METAL_SYNTH: return beginMetalSynth(deck, voice, velocity);
    default: return retakeVoice(deck, voice, velocity);
  }
}

/** A note on a voice that sounds: Tone.js's way with one voice. */
export function retakeVoice(deck: Deck, voice: Voice, velocity: f32): void {
  switch (deck.kind) {
    case INSTRUMENT_SYNTH: return startSynth(deck, voice, velocity);
    case INSTRUMENT_FM_SYNTH: return startFmSynth(deck, voice, velocity);
    case INSTRUMENT_MONO_SYNTH: return startMonoSynth(deck, voice, velocity);
    case INSTRUMENT_MEMBRANE_SYNTH: return startMembraneSynth(deck, voice, velocity);
    case INSTRUMENT_METAL_SYNTH: return startMetalSynth(deck, voice, velocity);
    case INSTRUMENT_NOISE_SYNTH: return startNoiseSynth(deck, voice, velocity);
  }
}

/** The end of a voice's note. */
export function releaseVoice(deck: Deck, voice: Voice): void {
  switch (deck.kind) {
    case INSTRUMENT_SYNTH: return releaseSynth(deck, voice);
    case INSTRUMENT_FM_SYNTH: return releaseFmSynth(deck, voice);
    case INSTRUMENT_MONO_SYNTH: return releaseMonoSynth(deck, voice);
    case INSTRUMENT_MEMBRANE_SYNTH: return releaseMembraneSynth(deck, voice);
    case INSTRUMENT_METAL_SYNTH: return releaseMetalSynth(deck, voice);
    case INSTRUMENT_NOISE_SYNTH: return releaseNoiseSynth(deck, voice);
  }
}

/** Adds the next `frames` of every voice to `mix`, and frees those that have ended. */
export function renderVoices(deck: Deck, mix: usize, frames: i32): void {
  if (deck.kind == INSTRUMENT_MONO_SYNTH || deck.kind == INSTRUMENT_METAL_SYNTH) renderFiltered(deck, mix, frames);
  else renderPlain(deck, mix, frames);
  freeEnded(deck);
}

function renderPlain(deck: Deck, mix: usize, frames: i32): void {
  for (let slot = 0, left = deck.busy; left > 0; slot++) {
    const voice = voiceAt(deck, slot);
    if (voice.state == FREE) continue;
    left--;
    switch (deck.kind) {
      case INSTRUMENT_SYNTH: renderSynth(deck, voice, mix, frames); break;
      case INSTRUMENT_FM_SYNTH: renderFmSynth(deck, voice, mix, frames); break;
      case INSTRUMENT_MEMBRANE_SYNTH: renderMembraneSynth(deck, voice, mix, frames); break;
      case INSTRUMENT_NOISE_SYNTH: renderNoiseSynth(deck, voice, mix, frames); break;
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
    filterFour(deck.filter, samples, others, levels, states, mix, frames);
  }
}

function fillLane(deck: Deck, voice: Voice, lane: i32, frames: i32): void {
  const offset = <usize>(lane * LANE_BYTES);
  if (voice.state == FREE) emptyLane(lane, frames);
  else if (deck.kind == INSTRUMENT_MONO_SYNTH) fillMonoSynthLane(deck, voice, offset, lane, frames);
  else fillMetalSynthLane(deck, voice, offset, lane, frames);
}

function freeEnded(deck: Deck): void {
  for (let slot = 0, left = deck.busy; left > 0 && slot < SLOTS; slot++) {
    const voice = voiceAt(deck, slot);
    if (voice.state == FREE) continue;
    left--;
    if (!atRest(voice.amplitude) && !(voice.state == FADING && <f32>voice.fadeAt >= fadeSamples())) continue;
    clearVoice(voice);
    deck.busy--;
  }
}
