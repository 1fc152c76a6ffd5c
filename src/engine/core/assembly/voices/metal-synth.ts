// MetalSynth: six square oscillators, each modulated by a square of its own, at the ratios of the TR-808's
// cymbal, through a highpass that follows the envelope. Four voices are filtered at a time.

import { attack, readEnvelope, release } from '../envelope';
import { LANE_BYTES, setHighpass } from '../filter';
import {
  METAL_SYNTH_DETUNE,
  METAL_SYNTH_ENVELOPE_ATTACK,
  METAL_SYNTH_HARMONICITY,
  METAL_SYNTH_MODULATION_INDEX,
  METAL_SYNTH_OCTAVES,
  METAL_SYNTH_RESONANCE,
  SYNTH_OSCILLATOR_SQUARE,
} from '../generated/layout';
import { within } from '../math';
import { lastLane, movingWaveFor, periodFor, phasesFrom, phaseStep, phaseSteps, readPeriod, readWave, runningSum } from '../oscillator';
import { beginSweep, fillSweep, setSweep } from '../sweep';
import { fillLevels, levels, others, samples, setState } from './buffers';
import { Deck, parameter, PARTIAL_BYTES, PARTIALS, rate, Voice } from './deck';
import { phaseAfter } from './fm-synth';
import { detuneFactor } from './pitch';

export function configureMetalSynth(deck: Deck): void {
  deck.detune = detuneFactor(parameter(deck, METAL_SYNTH_DETUNE));
  deck.harmonicity = within(parameter(deck, METAL_SYNTH_HARMONICITY), 0.0, 1000.0);
  deck.modulationIndex = within(parameter(deck, METAL_SYNTH_MODULATION_INDEX), 0.0, 1000.0);
  // The highpass follows the amplitude: a second envelope by the same settings, read ahead.
  readEnvelope(deck.amplitude, deck.parameters + (METAL_SYNTH_ENVELOPE_ATTACK << 2), rate);
  readEnvelope(deck.second, deck.parameters + (METAL_SYNTH_ENVELOPE_ATTACK << 2), rate);
  setHighpass(deck.filter, 0.0);
  deck.filter.stages = 1;
  setSweep(deck.sweep, parameter(deck, METAL_SYNTH_RESONANCE), parameter(deck, METAL_SYNTH_OCTAVES), 1.0, rate);
}

/** A new note on a voice that was silent. */
export function beginMetalSynth(deck: Deck, voice: Voice, velocity: f32): void {
  startMetalSynth(deck, voice, velocity);
  beginSweep(voice.sweep, deck.sweep, voice.second);
}

/** A new note on the voice; waves and filter go on where they are. */
export function startMetalSynth(deck: Deck, voice: Voice, velocity: f32): void {
  attack(voice.amplitude, deck.amplitude, velocity);
  attack(voice.second, deck.second, velocity);
}

export function releaseMetalSynth(deck: Deck, voice: Voice): void {
  release(voice.amplitude, deck.amplitude);
  release(voice.second, deck.second);
}

/** Fills the voice's lane. */
export function fillMetalSynthLane(deck: Deck, voice: Voice, offset: usize, lane: i32, frames: i32): void {
  fillLevels(deck, voice, levels + offset, frames);
  memory.fill(samples + offset, 0, (frames + 4) << 2);
  for (let partial = 0; partial < PARTIALS; partial++) addPartial(deck, voice, partial, samples + offset, frames);
  fillSweep(voice.sweep, deck.sweep, voice.second, deck.second, others + offset, frames);
  setState(lane, voice.filterStates);
}

const increments = memory.data(LANE_BYTES, 16);

function addPartial(deck: Deck, voice: Voice, partial: i32, out: usize, frames: i32): void {
  const phaseAt = voice.partials + partial * PARTIAL_BYTES;
  const modulatorAt = phaseAt + 4;
  const carrier = movingWaveFor(SYNTH_OSCILLATOR_SQUARE);
  const pitch = voice.increment * deck.detune * ratioOf(partial);
  const modulator = min<f32>(pitch * deck.harmonicity, 0.4999);
  const step = phaseStep(modulator);
  const period = periodFor(SYNTH_OSCILLATOR_SQUARE, modulator);
  const middle = f32x4.splat(pitch);
  const deviation = f32x4.splat(pitch * deck.modulationIndex);
  const stride = i32x4.splat(step * 4);
  let modulatorPhases = phasesFrom(load<u32>(modulatorAt), step);
  let from = i32x4.splat(load<u32>(phaseAt));
  let phases = from;
  // In two loops, since each step waits long for the one before it, and a loop's rounds do not.
  const end: usize = <usize>frames << 2;
  for (let at: usize = 0; at < end; at += 16) {
    v128.store(increments + at, f32x4.add(middle, f32x4.mul(deviation, readPeriod(period, modulatorPhases))));
    modulatorPhases = i32x4.add(modulatorPhases, stride);
  }
  for (let at: usize = 0; at < end; at += 16) {
    const turns = v128.load(increments + at);
    const steps = phaseSteps(turns);
    const sums = runningSum(steps);
    phases = i32x4.add(from, i32x4.sub(sums, steps));
    from = i32x4.add(from, lastLane(sums));
    v128.store(out + at, f32x4.add(v128.load(out + at), readWave(carrier, phases, turns)));
  }
  store<u32>(modulatorAt, load<u32>(modulatorAt) + step * frames);
  store<u32>(phaseAt, phaseAfter(phases, from, frames));
}

function ratioOf(partial: i32): f32 {
  switch (partial) {
    case 0: return 1.0;
    case 1: return 1.483;
    case 2: return 1.932;
    case 3: return 2.546;
    case 4: return 2.63;
    default: return 3.897;
  }
}
