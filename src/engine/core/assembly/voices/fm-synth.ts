// FMSynth: a modulator with its own envelope bends the frequency of a carrier.
// As in Tone.js, both stand 10 dB down: the deviation is pitch x index x modulator x 10^(-10/20).

import { constant } from '../constants';
import { attack, fillEnvelope, readEnvelope, release } from '../envelope';
import {
  FM_SYNTH_DETUNE,
  FM_SYNTH_ENVELOPE_ATTACK,
  FM_SYNTH_HARMONICITY,
  FM_SYNTH_MODULATION,
  FM_SYNTH_MODULATION_ENVELOPE_ATTACK,
  FM_SYNTH_MODULATION_INDEX,
  FM_SYNTH_OSCILLATOR,
} from '../generated/layout';
import { within } from '../math';
import { lastLane, movingWave, movingWaveFor, periodFor, phasesFrom, phaseStep, phaseSteps, runningSum, steadyWave } from '../oscillator';
import { fillLevels, levels, others, phasesAtEnd } from './buffers';
import { choice, Deck, parameter, rate, Voice } from './deck';
import { detuneFactor, WAVES } from './pitch';

const TEN_DOWN: f32 = 0.31622776601683794;
const TEN_DOWN_FOUR = memory.data<f32>([TEN_DOWN]);

export function configureFmSynth(deck: Deck): void {
  deck.wave = choice(deck, FM_SYNTH_OSCILLATOR, WAVES);
  deck.modulatorWave = choice(deck, FM_SYNTH_MODULATION, WAVES);
  deck.detune = detuneFactor(parameter(deck, FM_SYNTH_DETUNE));
  deck.harmonicity = within(parameter(deck, FM_SYNTH_HARMONICITY), 0.0, 1000.0);
  deck.modulationIndex = within(parameter(deck, FM_SYNTH_MODULATION_INDEX), 0.0, 1000.0);
  readEnvelope(deck.amplitude, deck.parameters + (FM_SYNTH_ENVELOPE_ATTACK << 2), rate);
  readEnvelope(deck.second, deck.parameters + (FM_SYNTH_MODULATION_ENVELOPE_ATTACK << 2), rate);
}

/** A new note on the voice; the waves go on where they are. */
export function startFmSynth(deck: Deck, voice: Voice, velocity: f32): void {
  const modulator = min<f32>(voice.increment * deck.detune * deck.harmonicity, 0.4999);
  voice.modulatorStep = phaseStep(modulator);
  voice.modulatorPeriod = periodFor(deck.modulatorWave, modulator);
  attack(voice.amplitude, deck.amplitude, velocity);
  attack(voice.second, deck.second, velocity);
}

export function releaseFmSynth(deck: Deck, voice: Voice): void {
  release(voice.amplitude, deck.amplitude);
  release(voice.second, deck.second);
}

/** Adds the next `frames` to `mix`. */
export function renderFmSynth(deck: Deck, voice: Voice, mix: usize, frames: i32): void {
  fillLevels(deck, voice, levels, frames);
  fillEnvelope(voice.second, deck.second, others, frames);
  const carrier = movingWaveFor(deck.wave);
  const pitch = voice.increment * deck.detune;
  const middle = f32x4.splat(pitch);
  const deviation = f32x4.splat(pitch * deck.modulationIndex * TEN_DOWN);
  const quiet = constant(TEN_DOWN_FOUR);
  const period = voice.modulatorPeriod;
  const stride = i32x4.splat(voice.modulatorStep * 4);
  let modulatorPhases = phasesFrom(voice.modulatorPhase, voice.modulatorStep);
  let from = i32x4.splat(voice.phase);
  let phases = from;
  // In two loops, since each step waits long for the one before it, and a loop's rounds do not.
  const end: usize = <usize>frames << 2;
  for (let at: usize = 0; at < end; at += 16) {
    const modulation = f32x4.mul(steadyWave(period, modulatorPhases), v128.load(others + at));
    v128.store(others + at, f32x4.add(middle, f32x4.mul(deviation, modulation)));
    modulatorPhases = i32x4.add(modulatorPhases, stride);
  }
  for (let at: usize = 0; at < end; at += 16) {
    const increments = v128.load(others + at);
    const steps = phaseSteps(increments);
    const sums = runningSum(steps);
    phases = i32x4.add(from, i32x4.sub(sums, steps));
    from = i32x4.add(from, lastLane(sums));
    const wave = f32x4.mul(movingWave(carrier, phases, increments), f32x4.mul(quiet, v128.load(levels + at)));
    v128.store(mix + at, f32x4.add(v128.load(mix + at), wave));
  }
  voice.modulatorPhase += voice.modulatorStep * frames;
  voice.phase = phaseAfter(phases, from, frames);
}

/** The phase after `frames`, which may end within the last four `phases`; `from` follows them. */
// @ts-ignore: decorator
@inline
export function phaseAfter(phases: v128, from: v128, frames: i32): u32 {
  const within = frames & 3;
  if (within == 0) return i32x4.extract_lane(from, 0);
  v128.store(phasesAtEnd, phases);
  return load<u32>(phasesAtEnd + (within << 2));
}
