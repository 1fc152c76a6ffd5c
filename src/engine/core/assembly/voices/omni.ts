// A voice's oscillator as Tone.js's OmniOscillator: one waveform, a pulse, several in unison, or a carrier
// that a second oscillator turns up and down or bends. Written into a buffer, a run at a time.

import { constant, HALF } from '../constants';
import { decimate, spread, WIDE_BYTES } from '../oversampling';
import { addMoving, addSteady, writeMoving, writeSteady } from '../shape';
import { AM, decimatorOf, FAT, Oscillator, OscillatorSettings, phasesOf, PLAIN, PULSE, PWM } from './omni-settings';
import { fillSteps, writePulse, writeWidths } from './pulse';

const modulation = memory.data(WIDE_BYTES, 16);
const bent = memory.data(WIDE_BYTES, 16);

const wide = memory.data(WIDE_BYTES, 16);
const wideIncrements = memory.data(WIDE_BYTES, 16);

/** Writes `frames` at a steady pitch, `increment` turns a sample; what lies up to three past them is spoilt. */
export function writeOscillator(settings: OscillatorSettings, oscillator: Oscillator, increment: f32, out: usize, frames: i32): void {
  const times = oscillator.times;
  if (times <= 1) return writeAtRate(settings, oscillator, increment, out, frames, 1);
  writeAtRate(settings, oscillator, increment / <f32>times, wide, frames * times, times);
  decimate(decimatorOf(oscillator), wide, out, frames, times);
}

/** Writes `frames` at a pitch that moves: `increments` holds the turns of each sample. */
export function writeMovingOscillator(settings: OscillatorSettings, oscillator: Oscillator, increments: usize, out: usize, frames: i32): void {
  const times = oscillator.times;
  if (times <= 1) return writeMovingAtRate(settings, oscillator, increments, out, frames, 1);
  memory.copy(wideIncrements, increments, (frames + 3) << 2);
  spread(wideIncrements, frames, times, 1.0 / <f32>times);
  writeMovingAtRate(settings, oscillator, wideIncrements, wide, frames * times, times);
  decimate(decimatorOf(oscillator), wide, out, frames, times);
}

/** writeOscillator without a rate of its own: for who runs at a higher one already. */
export function writeAtRate(settings: OscillatorSettings, oscillator: Oscillator, increment: f32, out: usize, frames: i32, times: i32): void {
  const phases = phasesOf(oscillator);
  switch (settings.family) {
    case PLAIN: return writeSteady(settings.carrier, phases, increment, 1.0, out, frames, times);
    case FAT: return writeUnison(settings, phases, increment, out, frames, times);
    case PULSE:
    case PWM: return writeSteadyPulse(settings, oscillator, increment, out, frames, times);
  }
  writeSteady(settings.modulator, changetype<usize>(oscillator), increment * settings.harmonicity, 1.0, modulation, frames, times);
  if (settings.family == AM) {
    writeSteady(settings.carrier, phases, increment, 1.0, out, frames, times);
    return turnUpAndDown(out, frames);
  }
  const middle = f32x4.splat(increment);
  const deviation = f32x4.splat(increment * settings.modulationIndex);
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    v128.store(bent + at, f32x4.add(middle, f32x4.mul(deviation, v128.load(modulation + at))));
  }
  writeMoving(settings.carrier, phases, bent, 1.0, 1.0, out, frames, times);
}

/** writeMovingOscillator without a rate of its own. */
export function writeMovingAtRate(settings: OscillatorSettings, oscillator: Oscillator, increments: usize, out: usize, frames: i32, times: i32): void {
  const phases = phasesOf(oscillator);
  switch (settings.family) {
    case PLAIN: return writeMoving(settings.carrier, phases, increments, 1.0, 1.0, out, frames, times);
    case FAT: return writeMovingUnison(settings, phases, increments, out, frames, times);
    case PULSE:
    case PWM: {
      fillSteps(phases, increments, frames);
      if (settings.family == PULSE) return writePulse(settings, increments, out, frames, times);
      return writeWidths(settings, oscillator, increments, out, frames, times);
    }
  }
  writeMoving(settings.modulator, changetype<usize>(oscillator), increments, settings.harmonicity, 1.0, modulation, frames, times);
  if (settings.family == AM) {
    writeMoving(settings.carrier, phases, increments, 1.0, 1.0, out, frames, times);
    return turnUpAndDown(out, frames);
  }
  const index = f32x4.splat(settings.modulationIndex);
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    const pitch = v128.load(increments + at);
    v128.store(bent + at, f32x4.add(pitch, f32x4.mul(f32x4.mul(pitch, index), v128.load(modulation + at))));
  }
  writeMoving(settings.carrier, phases, bent, 1.0, 1.0, out, frames, times);
}

function writeUnison(settings: OscillatorSettings, phases: usize, increment: f32, out: usize, frames: i32, times: i32): void {
  writeSteady(settings.carrier, phases, increment * load<f32>(settings.ratios), settings.gain, out, frames, times);
  for (let i = 4; i < settings.count << 2; i += 4) {
    addSteady(settings.carrier, phases + i, increment * load<f32>(settings.ratios + i), settings.gain, out, frames, times);
  }
}

function writeMovingUnison(settings: OscillatorSettings, phases: usize, increments: usize, out: usize, frames: i32, times: i32): void {
  writeMoving(settings.carrier, phases, increments, load<f32>(settings.ratios), settings.gain, out, frames, times);
  for (let i = 4; i < settings.count << 2; i += 4) {
    addMoving(settings.carrier, phases + i, increments, load<f32>(settings.ratios + i), settings.gain, out, frames, times);
  }
}

// A steady pulse is a moving one whose pitch stands still: its edges are read apart in any case.
function writeSteadyPulse(settings: OscillatorSettings, oscillator: Oscillator, increment: f32, out: usize, frames: i32, times: i32): void {
  const pitch = f32x4.splat(increment);
  for (let at = bent, end = bent + (<usize>frames << 2); at < end; at += 16) v128.store(at, pitch);
  writeMovingAtRate(settings, oscillator, bent, out, frames, times);
}

// From silence to full level and back, as the modulator goes from -1 to 1.
function turnUpAndDown(out: usize, frames: i32): void {
  const half = constant(HALF);
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    const gain = f32x4.add(half, f32x4.mul(half, v128.load(modulation + at)));
    v128.store(out + at, f32x4.mul(v128.load(out + at), gain));
  }
}
