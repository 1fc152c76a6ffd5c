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
  METAL_SYNTH_PORTAMENTO,
  METAL_SYNTH_RESONANCE,
  SYNTH_OSCILLATOR_SQUARE,
} from '../generated/layout';
import { within } from '../math';
import {
  HIGHEST_INCREMENT, lastLane, phaseAfter, phasesFrom, phaseStep, phaseSteps, pitchOf, readBriefSquare, readHighWave, readPeriod, runningSum,
} from '../oscillator';
import { beginSweep, fillSweep, setSweep } from '../sweep';
import { briefSquares, periodBits, periodOffset, waveAddress } from '../wavetables';
import { fillLevels, levels, others, samples, setState } from './buffers';
import { Deck, parameter, rate, slotAt, Voice } from './deck';
import { phasesOf } from './omni-settings';
import { detuneFactor, fillPitch, framesOnTheWay, glideOf } from './pitch';

const PARTIALS: i32 = 6;
/** Where a square stands between its edges, and turns a sample from which the shortest squares have all partials. */
const PLATEAU: f32 = 0.8;
const BRIEF_PITCH: f32 = 0.0221;

export function moveMetalSynth(deck: Deck): void {
  deck.detune = detuneFactor(parameter(deck, METAL_SYNTH_DETUNE));
  deck.portamento = glideOf(parameter(deck, METAL_SYNTH_PORTAMENTO));
  deck.harmonicity = within(parameter(deck, METAL_SYNTH_HARMONICITY), 0.0, 1000.0);
  deck.modulationIndex = within(parameter(deck, METAL_SYNTH_MODULATION_INDEX), 0.0, 1000.0);
  // The highpass follows the amplitude: a second envelope by the same settings, read ahead.
  readEnvelope(deck.first.amplitude, slotAt(deck, METAL_SYNTH_ENVELOPE_ATTACK), rate);
  readEnvelope(deck.first.second, slotAt(deck, METAL_SYNTH_ENVELOPE_ATTACK), rate);
  setHighpass(deck.first.filter, 0.0);
  deck.first.filter.stages = 1;
  setSweep(deck.first.sweep, parameter(deck, METAL_SYNTH_RESONANCE), parameter(deck, METAL_SYNTH_OCTAVES), 1.0, 1.0, rate);
}

/** A new note on a voice that was silent. */
export function beginMetalSynth(deck: Deck, voice: Voice, velocity: f32): void {
  startMetalSynth(deck, voice, velocity);
  beginSweep(voice.first.sweep, deck.first.sweep, voice.first.second);
}

/** A new note on the voice; waves and filter go on where they are. */
export function startMetalSynth(deck: Deck, voice: Voice, velocity: f32): void {
  attack(voice.first.amplitude, deck.first.amplitude, velocity);
  attack(voice.first.second, deck.first.second, velocity);
}

export function releaseMetalSynth(deck: Deck, voice: Voice): void {
  release(voice.first.amplitude, deck.first.amplitude);
  release(voice.first.second, deck.first.second);
}

const pitches = memory.data(LANE_BYTES, 16);
const increments = memory.data(LANE_BYTES, 16);

/** Fills the voice's lane. */
export function fillMetalSynthLane(deck: Deck, voice: Voice, offset: usize, lane: i32, frames: i32): void {
  fillLevels(deck.first, voice, voice.first, levels + offset, frames);
  memory.fill(samples + offset, 0, (frames + 4) << 2);
  const moving = framesOnTheWay(voice, frames);
  if (moving > 0) {
    fillPitch(voice, deck.detune, pitches, moving);
    for (let partial = 0; partial < PARTIALS; partial++) addMovingPartial(deck, voice, partial, samples + offset, moving);
    // What the last vector put past the end of the way is not the note's.
    memory.fill(samples + offset + (moving << 2), 0, (frames + 4 - moving) << 2);
  }
  const rest = samples + offset + (moving << 2);
  if (moving < frames) for (let partial = 0; partial < PARTIALS; partial++) addPartial(deck, voice, partial, rest, frames - moving);
  fillSweep(voice.first.sweep, deck.first.sweep, voice.first.second, deck.first.second, others + offset, frames);
  setState(lane, voice.first.filterStates);
}

// A partial's phase, and its modulator's six places further on.
// @ts-ignore: decorator
@inline
function phaseOfPartial(voice: Voice, partial: i32): usize {
  return phasesOf(voice.first.oscillator) + (partial << 2);
}

function addPartial(deck: Deck, voice: Voice, partial: i32, out: usize, frames: i32): void {
  const phaseAt = phaseOfPartial(voice, partial);
  const modulatorAt = phaseAt + (PARTIALS << 2);
  const pitch = voice.increment * deck.detune * ratioOf(partial);
  const modulator = min<f32>(pitch * deck.harmonicity, HIGHEST_INCREMENT);
  const step = phaseStep(modulator);
  const period = waveAddress(SYNTH_OSCILLATOR_SQUARE) + periodOffset(pitchOf(modulator));
  const bits = periodBits(pitchOf(modulator));
  const middle = f32x4.splat(pitch);
  const deviation = f32x4.splat(pitch * deck.modulationIndex);
  const stride = i32x4.splat(step * 4);
  let modulatorPhases = phasesFrom(load<u32>(modulatorAt), step);
  // In two loops, since each step waits long for the one before it, and a loop's rounds do not.
  const end: usize = <usize>frames << 2;
  for (let at: usize = 0; at < end; at += 16) {
    v128.store(increments + at, f32x4.add(middle, f32x4.mul(deviation, readPeriod(period, bits, modulatorPhases))));
    modulatorPhases = i32x4.add(modulatorPhases, stride);
  }
  store<u32>(modulatorAt, load<u32>(modulatorAt) + step * frames);
  // Bent that far, the carrier is high on either side of its pitch, and low but for a sample on its way.
  if (pitch * (deck.modulationIndex * PLATEAU - 1.0) > BRIEF_PITCH) addHighCarrier(phaseAt, out, frames);
  else addCarrier(phaseAt, out, frames);
}

function addMovingPartial(deck: Deck, voice: Voice, partial: i32, out: usize, frames: i32): void {
  const phaseAt = phaseOfPartial(voice, partial);
  const modulatorAt = phaseAt + (PARTIALS << 2);
  const wave = waveAddress(SYNTH_OSCILLATOR_SQUARE);
  const ratio = f32x4.splat(ratioOf(partial));
  const harmonicity = f32x4.splat(deck.harmonicity);
  const index = f32x4.splat(deck.modulationIndex);
  let from = i32x4.splat(load<u32>(modulatorAt));
  let phases = from;
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    const pitch = f32x4.mul(ratio, v128.load(pitches + at));
    const turns = f32x4.mul(pitch, harmonicity);
    const steps = phaseSteps(turns);
    const sums = runningSum(steps);
    phases = i32x4.add(from, i32x4.sub(sums, steps));
    from = i32x4.add(from, lastLane(sums));
    const bent = f32x4.mul(f32x4.mul(pitch, index), readHighWave(wave, phases, turns));
    v128.store(increments + at, f32x4.add(pitch, bent));
  }
  store<u32>(modulatorAt, phaseAfter(phases, from, frames));
  addCarrier(phaseAt, out, frames);
}

function addCarrier(phaseAt: usize, out: usize, frames: i32): void {
  const carrier = waveAddress(SYNTH_OSCILLATOR_SQUARE);
  let from = i32x4.splat(load<u32>(phaseAt));
  let phases = from;
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    const turns = v128.load(increments + at);
    const steps = phaseSteps(turns);
    const sums = runningSum(steps);
    phases = i32x4.add(from, i32x4.sub(sums, steps));
    from = i32x4.add(from, lastLane(sums));
    v128.store(out + at, f32x4.add(v128.load(out + at), readHighWave(carrier, phases, turns)));
  }
  store<u32>(phaseAt, phaseAfter(phases, from, frames));
}

function addHighCarrier(phaseAt: usize, out: usize, frames: i32): void {
  const squares = briefSquares();
  let from = i32x4.splat(load<u32>(phaseAt));
  let phases = from;
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    const turns = v128.load(increments + at);
    const steps = phaseSteps(turns);
    const sums = runningSum(steps);
    phases = i32x4.add(from, i32x4.sub(sums, steps));
    from = i32x4.add(from, lastLane(sums));
    v128.store(out + at, f32x4.add(v128.load(out + at), readBriefSquare(squares, phases, turns)));
  }
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
