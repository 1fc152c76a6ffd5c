// MembraneSynth: an oscillator whose pitch falls, by equal ratios in equal times, from octaves above.
// Unlike Tone.js, a hit on a voice that has all but died away starts its wave anew: every kick is alike.

import { attack, levelOf, readEnvelope, release } from '../envelope';
import {
  MEMBRANE_SYNTH_DETUNE,
  MEMBRANE_SYNTH_ENVELOPE_ATTACK,
  MEMBRANE_SYNTH_OCTAVES,
  MEMBRANE_SYNTH_OSCILLATOR,
  MEMBRANE_SYNTH_PITCH_DECAY,
} from '../generated/layout';
import { exp2x4, within } from '../math';
import { lastLane, movingWave, movingWaveFor, phaseSteps, runningSum } from '../oscillator';
import { fillLevels, levels } from './buffers';
import { choice, Deck, parameter, rate, Voice } from './deck';
import { phaseAfter } from './fm-synth';
import { detuneFactor, WAVES } from './pitch';

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
  const wave = movingWaveFor(deck.wave);
  const pitch = f32x4.splat(voice.increment * deck.detune);
  const most = f32x4.splat(0.5);
  const samples = max<f32>(deck.glideSamples, 0.5);
  const fall = f32x4.splat(-deck.glideOctaves / samples);
  let toGo = f32x4.sub(f32x4.splat(<f32>voice.glideAt - samples), f32x4(0, -1, -2, -3));
  let from = i32x4.splat(voice.phase);
  let phases = from;
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    const octaves = f32x4.mul(fall, f32x4.pmin(f32x4.splat(0.0), toGo));
    const increments = f32x4.pmin(most, f32x4.mul(pitch, exp2x4(octaves)));
    const steps = phaseSteps(increments);
    const sums = runningSum(steps);
    phases = i32x4.add(from, i32x4.sub(sums, steps));
    from = i32x4.add(from, lastLane(sums));
    const sound = f32x4.mul(movingWave(wave, phases, increments), v128.load(levels + at));
    v128.store(mix + at, f32x4.add(v128.load(mix + at), sound));
    toGo = f32x4.add(toGo, f32x4.splat(4.0));
  }
  // Past the fall, time stands still: it has nothing more to say.
  voice.glideAt = min<i32>(voice.glideAt + frames, <i32>samples + 1);
  voice.phase = phaseAfter(phases, from, frames);
}
