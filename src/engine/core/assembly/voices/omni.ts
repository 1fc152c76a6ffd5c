// A voice's oscillator as Tone.js's OmniOscillator: one waveform, a pulse, several in unison, or a carrier
// that a second oscillator turns up and down or bends. Written into a buffer, a run at a time.

import { constant, HALF } from '../constants';
import { LANE_BYTES } from '../filter';
import { addMoving, addSteady, writeMoving, writeSteady } from '../shape';
import { AM, FAT, FM, Oscillator, OscillatorSettings, phasesOf, PLAIN, PULSE, PWM } from './omni-settings';
import { fillSteps, writePulse, writeWidths } from './pulse';

const modulation = memory.data(LANE_BYTES, 16);
const bent = memory.data(LANE_BYTES, 16);

/** Writes `frames` at a steady pitch, `increment` turns a sample; what lies up to three past them is spoilt. */
export function writeOscillator(settings: OscillatorSettings, oscillator: Oscillator, increment: f32, out: usize, frames: i32): void {
  const phases = phasesOf(oscillator);
  switch (settings.family) {
    case PLAIN: return writeSteady(settings.carrier, phases, increment, 1.0, out, frames);
    case FAT: return writeUnison(settings, phases, increment, out, frames);
    case PULSE:
    case PWM: return writeSteadyPulse(settings, oscillator, increment, out, frames);
  }
  writeSteady(settings.modulator, changetype<usize>(oscillator), increment * settings.harmonicity, 1.0, modulation, frames);
  if (settings.family == AM) {
    writeSteady(settings.carrier, phases, increment, 1.0, out, frames);
    return turnUpAndDown(out, frames);
  }
  const middle = f32x4.splat(increment);
  const deviation = f32x4.splat(increment * settings.modulationIndex);
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    v128.store(bent + at, f32x4.add(middle, f32x4.mul(deviation, v128.load(modulation + at))));
  }
  writeMoving(settings.carrier, phases, bent, 1.0, 1.0, out, frames);
}

/** Writes `frames` at a pitch that moves: `increments` holds the turns of each sample. */
export function writeMovingOscillator(settings: OscillatorSettings, oscillator: Oscillator, increments: usize, out: usize, frames: i32): void {
  const phases = phasesOf(oscillator);
  switch (settings.family) {
    case PLAIN: return writeMoving(settings.carrier, phases, increments, 1.0, 1.0, out, frames);
    case FAT: return writeMovingUnison(settings, phases, increments, out, frames);
    case PULSE:
    case PWM: {
      fillSteps(phases, increments, frames);
      if (settings.family == PULSE) return writePulse(settings, increments, out, frames);
      return writeWidths(settings, oscillator, increments, out, frames);
    }
  }
  writeMoving(settings.modulator, changetype<usize>(oscillator), increments, settings.harmonicity, 1.0, modulation, frames);
  if (settings.family == AM) {
    writeMoving(settings.carrier, phases, increments, 1.0, 1.0, out, frames);
    return turnUpAndDown(out, frames);
  }
  const index = f32x4.splat(settings.modulationIndex);
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    const pitch = v128.load(increments + at);
    v128.store(bent + at, f32x4.add(pitch, f32x4.mul(f32x4.mul(pitch, index), v128.load(modulation + at))));
  }
  writeMoving(settings.carrier, phases, bent, 1.0, 1.0, out, frames);
}

function writeUnison(settings: OscillatorSettings, phases: usize, increment: f32, out: usize, frames: i32): void {
  writeSteady(settings.carrier, phases, increment * load<f32>(settings.ratios), settings.gain, out, frames);
  for (let i = 4; i < settings.count << 2; i += 4) {
    addSteady(settings.carrier, phases + i, increment * load<f32>(settings.ratios + i), settings.gain, out, frames);
  }
}

function writeMovingUnison(settings: OscillatorSettings, phases: usize, increments: usize, out: usize, frames: i32): void {
  writeMoving(settings.carrier, phases, increments, load<f32>(settings.ratios), settings.gain, out, frames);
  for (let i = 4; i < settings.count << 2; i += 4) {
    addMoving(settings.carrier, phases + i, increments, load<f32>(settings.ratios + i), settings.gain, out, frames);
  }
}

// A steady pulse is a moving one whose pitch stands still: its edges are read apart in any case.
function writeSteadyPulse(settings: OscillatorSettings, oscillator: Oscillator, increment: f32, out: usize, frames: i32): void {
  const pitch = f32x4.splat(increment);
  for (let at = bent, end = bent + (<usize>frames << 2); at < end; at += 16) v128.store(at, pitch);
  writeMovingOscillator(settings, oscillator, bent, out, frames);
}

// From silence to full level and back, as the modulator goes from -1 to 1.
function turnUpAndDown(out: usize, frames: i32): void {
  const half = constant(HALF);
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    const gain = f32x4.add(half, f32x4.mul(half, v128.load(modulation + at)));
    v128.store(out + at, f32x4.mul(v128.load(out + at), gain));
  }
}
