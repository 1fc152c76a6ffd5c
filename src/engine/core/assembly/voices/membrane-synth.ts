// MembraneSynth: an oscillator whose pitch falls, by equal ratios in equal times, from octaves above.
// Unlike Tone.js, a hit on a voice that has all but died away starts its wave anew: every kick is alike.

import { constant, COUNT, FOUR, HALF } from '../constants';
import { attack, levelOf, readEnvelope, release } from '../envelope';
import {
  MEMBRANE_SYNTH_DETUNE,
  MEMBRANE_SYNTH_ENVELOPE_ATTACK,
  MEMBRANE_SYNTH_OCTAVES,
  MEMBRANE_SYNTH_OSCILLATOR,
  MEMBRANE_SYNTH_PITCH_DECAY,
} from '../generated/layout';
import { exp2x4, within } from '../math';
import { lastLane, movingWave, movingWaveFor, phasesFrom, phaseSteps, runningSum, steadyWave } from '../oscillator';
import { fillLevels, levels } from './buffers';
import { choice, Deck, parameter, rate, Voice } from './deck';
import { phaseAfter } from './fm-synth';
import { detuneFactor, WAVES } from './pitch';
import { tuneOscillator } from './synth';

const ALL_BUT_SILENT: f32 = 0.02;

export function configureMembraneSynth(deck: Deck): void {
  deck.wave = choice(deck, MEMBRANE_SYNTH_OSCILLATOR, WAVES);
  deck.detune = detuneFactor(parameter(deck, MEMBRANE_SYNTH_DETUNE));
  deck.glideOctaves = within(parameter(deck, MEMBRANE_SYNTH_OCTAVES), 0.0, 32.0);
  deck.glideSamples = within(parameter(deck, MEMBRANE_SYNTH_PITCH_DECAY), 0.0, 10.0) * rate;
  readEnvelope(deck.amplitude, deck.parameters + (MEMBRANE_SYNTH_ENVELOPE_ATTACK << 2), rate);
}

/** A new hit on the voice. */
export function startMembraneSynth(deck: Deck, voice: Voice, velocity: f32): void {
  if (levelOf(voice.amplitude) < ALL_BUT_SILENT) voice.phase = 0;
  voice.glideAt = 0;
  attack(voice.amplitude, deck.amplitude, velocity);
}

export function releaseMembraneSynth(deck: Deck, voice: Voice): void {
  release(voice.amplitude, deck.amplitude);
}

/** Adds the next `frames` to `mix`. */
export function renderMembraneSynth(deck: Deck, voice: Voice, mix: usize, frames: i32): void {
  fillLevels(deck, voice, levels, frames);
  const falling = max<i32>(0, min<i32>(frames, fallSamples(deck) - voice.glideAt));
  if (falling > 0) renderFall(deck, voice, mix, falling);
  if (falling < frames) renderRest(deck, voice, mix + (falling << 2), levels + (falling << 2), frames - falling);
}

// The last sample of the fall is the first at the note's own pitch.
function fallSamples(deck: Deck): i32 {
  return <i32>ceil<f32>(deck.glideSamples);
}

function renderFall(deck: Deck, voice: Voice, mix: usize, frames: i32): void {
  const wave = movingWaveFor(deck.wave);
  const pitch = f32x4.splat(voice.increment * deck.detune);
  const most = constant(HALF);
  const fall = f32x4.splat(-deck.glideOctaves / deck.glideSamples);
  let toGo = f32x4.add(f32x4.splat(<f32>voice.glideAt - deck.glideSamples), v128.load(COUNT));
  let from = i32x4.splat(voice.phase);
  let phases = from;
  // Past the fall's end, the loop's last vector writes what renderRest has yet to add to.
  const last = mix + (frames << 2);
  const after = v128.load(last);
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    const octaves = f32x4.mul(fall, f32x4.pmin(f32x4.splat(0.0), toGo));
    const increments = f32x4.pmin(most, f32x4.mul(pitch, exp2x4(octaves)));
    const steps = phaseSteps(increments);
    const sums = runningSum(steps);
    phases = i32x4.add(from, i32x4.sub(sums, steps));
    from = i32x4.add(from, lastLane(sums));
    const sound = f32x4.mul(movingWave(wave, phases, increments), v128.load(levels + at));
    v128.store(mix + at, f32x4.add(v128.load(mix + at), sound));
    toGo = f32x4.add(toGo, constant(FOUR));
  }
  v128.store(last, after);
  voice.glideAt += frames;
  voice.phase = phaseAfter(phases, from, frames);
}

function renderRest(deck: Deck, voice: Voice, mix: usize, level: usize, frames: i32): void {
  tuneOscillator(deck, voice);
  const period = voice.period;
  const stride = i32x4.splat(voice.step * 4);
  let phases = phasesFrom(voice.phase, voice.step);
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    const sound = f32x4.mul(steadyWave(period, phases), v128.load(level + at));
    v128.store(mix + at, f32x4.add(v128.load(mix + at), sound));
    phases = i32x4.add(phases, stride);
  }
  voice.phase += voice.step * frames;
}
