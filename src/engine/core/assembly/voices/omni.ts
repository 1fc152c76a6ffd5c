// A voice's oscillator as Tone.js's OmniOscillator: one waveform, a pulse, several in unison, or a carrier
// that a second oscillator turns up and down or bends. Written into a buffer, a run at a time.

import { constant, HALF } from '../constants';
import { decimate, spread, WIDE_BYTES } from '../oversampling';
import { addMoving, addSteady, writeMoving, writeSteady } from '../shape';
import { lastPitch } from '../wavetables';
import { rate } from './deck';
import { AM, decimatorOf, FAT, Oscillator, OscillatorSettings, phasesOf, PLAIN, PULSE, PWM } from './omni-settings';
import { fillSteps, writePulse, writeWidths } from './pulse';
import { reachAlone } from './reach';

const modulation = memory.data(WIDE_BYTES, 16);
const bent = memory.data(WIDE_BYTES, 16);
const steady = memory.data(WIDE_BYTES, 16);

const wide = memory.data(WIDE_BYTES, 16);
const wideIncrements = memory.data(WIDE_BYTES, 16);

/** Writes `frames` at a steady pitch, `increment` turns a sample; what lies up to three past them is spoilt. */
export function writeOscillator(settings: OscillatorSettings, oscillator: Oscillator, increment: f32, out: usize, frames: i32): void {
  const times = max<i32>(1, oscillator.times);
  reachAlone(settings, increment, times, rate);
  if (times == 1) return writeAtRate(settings, oscillator, increment, out, frames, 1);
  writeAtRate(settings, oscillator, increment / <f32>times, wide, frames * times, times);
  decimate(decimatorOf(oscillator), wide, out, frames, times);
}

/** Writes `frames` at a pitch that moves: `increments` holds the turns of each sample, about or on the way to `increment`. */
export function writeMovingOscillator(
  settings: OscillatorSettings, oscillator: Oscillator, increment: f32, increments: usize, out: usize, frames: i32,
): void {
  const times = max<i32>(1, oscillator.times);
  reachAlone(settings, increment, times, rate);
  if (times == 1) return writeMovingAtRate(settings, oscillator, increments, increments, out, frames, 1);
  memory.copy(wideIncrements, increments, (frames + 3) << 2);
  spread(wideIncrements, frames, times, 1.0 / <f32>times);
  writeMovingAtRate(settings, oscillator, wideIncrements, wideIncrements, wide, frames * times, times);
  decimate(decimatorOf(oscillator), wide, out, frames, times);
}

/** writeOscillator without a rate of its own: for who runs at a higher one already, and has set its reach. */
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
    v128.store(steady + at, middle);
    v128.store(bent + at, f32x4.add(middle, f32x4.mul(deviation, v128.load(modulation + at))));
  }
  writeMoving(settings.carrier, phases, bent, 1.0, 1.0, out, frames, times, steady, settings.reach);
}

/** writeMovingOscillator without a rate of its own; `pitches` are the increments before something bent them. */
export function writeMovingAtRate(
  settings: OscillatorSettings, oscillator: Oscillator, increments: usize, pitches: usize, out: usize, frames: i32, times: i32,
): void {
  const reach = settings.reach;
  const phases = phasesOf(oscillator);
  switch (settings.family) {
    case PLAIN: return writeMoving(settings.carrier, phases, increments, 1.0, 1.0, out, frames, times, pitches, reach);
    case FAT: return writeMovingUnison(settings, phases, increments, pitches, out, frames, times);
    case PULSE:
    case PWM: {
      fillSteps(phases, increments, frames);
      const ceiling = reach > 0.0 ? lastPitch : <f32>1.0e9;
      const wider = <f32>times * (reach > 0.0 ? reach : <f32>1.0);
      if (settings.family == PULSE) return writePulse(settings, pitches, wider, ceiling, out, frames);
      return writeWidths(settings, oscillator, pitches, wider, ceiling, out, frames, times);
    }
  }
  writeMoving(settings.modulator, changetype<usize>(oscillator), increments, settings.harmonicity, 1.0, modulation, frames, times, pitches, settings.modulatorReach);
  if (settings.family == AM) {
    writeMoving(settings.carrier, phases, increments, 1.0, 1.0, out, frames, times, pitches, reach);
    return turnUpAndDown(out, frames);
  }
  const index = f32x4.splat(settings.modulationIndex);
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    const pitch = v128.load(increments + at);
    v128.store(bent + at, f32x4.add(pitch, f32x4.mul(f32x4.mul(pitch, index), v128.load(modulation + at))));
  }
  writeMoving(settings.carrier, phases, bent, 1.0, 1.0, out, frames, times, pitches, reach);
}

function writeUnison(settings: OscillatorSettings, phases: usize, increment: f32, out: usize, frames: i32, times: i32): void {
  writeSteady(settings.carrier, phases, increment * load<f32>(settings.ratios), settings.gain, out, frames, times);
  for (let i = 4; i < settings.count << 2; i += 4) {
    addSteady(settings.carrier, phases + i, increment * load<f32>(settings.ratios + i), settings.gain, out, frames, times);
  }
}

function writeMovingUnison(settings: OscillatorSettings, phases: usize, increments: usize, pitches: usize, out: usize, frames: i32, times: i32): void {
  writeMoving(settings.carrier, phases, increments, load<f32>(settings.ratios), settings.gain, out, frames, times, pitches, settings.reach);
  for (let i = 4; i < settings.count << 2; i += 4) {
    addMoving(settings.carrier, phases + i, increments, load<f32>(settings.ratios + i), settings.gain, out, frames, times, pitches, settings.reach);
  }
}

// A steady pulse is a moving one whose pitch stands still: its edges are read apart in any case.
function writeSteadyPulse(settings: OscillatorSettings, oscillator: Oscillator, increment: f32, out: usize, frames: i32, times: i32): void {
  const pitch = f32x4.splat(increment);
  for (let at = bent, end = bent + (<usize>frames << 2); at < end; at += 16) v128.store(at, pitch);
  writeMovingAtRate(settings, oscillator, bent, bent, out, frames, times);
}

// From silence to full level and back, as the modulator goes from -1 to 1.
function turnUpAndDown(out: usize, frames: i32): void {
  const half = constant(HALF);
  for (let at: usize = 0, end: usize = <usize>frames << 2; at < end; at += 16) {
    const gain = f32x4.add(half, f32x4.mul(half, v128.load(modulation + at)));
    v128.store(out + at, f32x4.mul(v128.load(out + at), gain));
  }
}
