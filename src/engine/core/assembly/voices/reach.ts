// How far the partials of oscillators reach that others bend or multiply: the rate that a note needs for none to come
// back as an alias, and the partials that its waveforms may have at that rate. By Carson's rule: the n-th partial of a
// carrier reaches n times as far as the carrier is bent, and beyond that by what its modulator is made of.
// Unbent oscillators choose their partials by their own pitch (reach 0).

import { SYNTH_OSCILLATOR_SINE } from '../generated/layout';
import { exp2, log2 } from '../math';
import { limitAt, MOST_TIMES } from '../oversampling';
import { Shape, WAVETABLE } from '../shape';
import { HIGHEST_PARTIAL } from '../wavetables';
import { AM, FM, Oscillator, OscillatorSettings, PLAIN, PULSE, PWM } from './omni-settings';

/** Lets an oscillator run at the rate that a note of that pitch needs, or at the higher one at which it runs. */
export function raiseAlone(settings: OscillatorSettings, oscillator: Oscillator, pitch: f32, rate: f32): void {
  oscillator.times = max<i32>(oscillator.times, timesOf(settings, pitch, 1.0, 0.0, 0.0, rate));
}

/** Chooses the partials of an oscillator that nothing but itself bends. */
export function reachAlone(settings: OscillatorSettings, pitch: f32, times: i32, rate: f32): void {
  setReach(settings, pitch, 1.0, 0.0, limitAt(times, rate), rate);
}

/** The rate for an FMSynth's carrier, which is bent by `index` times itself. */
export function timesBent(carrier: OscillatorSettings, modulator: OscillatorSettings, pitch: f32, harmonicity: f32, index: f32, rate: f32): i32 {
  const beneath = modulator.family == PLAIN ? modulator.carrier.wave : -1;
  if (isSine(carrier)) return timesOfSine(pitch, pitch * harmonicity, index, beneath, rate);
  return timesOf(carrier, pitch, 1.0 + index * peakOf(modulator), edgeOf(modulator, pitch * harmonicity, rate), 0.0, rate);
}

/** Chooses the partials of both. */
export function reachBent(carrier: OscillatorSettings, modulator: OscillatorSettings, pitch: f32, harmonicity: f32, index: f32, times: i32, rate: f32): void {
  reachAsModulator(modulator, pitch * harmonicity, rate);
  setReach(carrier, pitch, 1.0 + index * peakOf(modulator), edgeOf(modulator, pitch * harmonicity, rate), limitAt(times, rate), rate);
}

/** The rate for an AMSynth's carrier and modulator. */
export function timesMultiplied(carrier: OscillatorSettings, modulator: OscillatorSettings, pitch: f32, harmonicity: f32, rate: f32): i32 {
  return timesOf(carrier, pitch, 1.0, 0.0, bandOf(modulator, pitch * harmonicity, rate), rate);
}

/** Chooses the partials of both. */
export function reachMultiplied(carrier: OscillatorSettings, modulator: OscillatorSettings, pitch: f32, harmonicity: f32, times: i32, rate: f32): void {
  reachAsModulator(modulator, pitch * harmonicity, rate);
  setReach(carrier, pitch, 1.0, 0.0, limitAt(times, rate) - bandOf(modulator, pitch * harmonicity, rate), rate);
}

// A modulator keeps to what can be heard where nothing bends it, and beyond that to what bends it.
function reachAsModulator(settings: OscillatorSettings, pitch: f32, rate: f32): void {
  setReach(settings, pitch, 1.0, 0.0, bandOf(settings, pitch, rate), rate);
}

// What bends the oscillator from outside takes it to `wide` times its pitch and `edge` beyond; `limit` is how far it may reach.
function setReach(settings: OscillatorSettings, pitch: f32, wide: f32, edge: f32, limit: f32, rate: f32): void {
  const bent = wide > 1.0;
  settings.modulatorReach = bent ? wide : 0.0;
  const inner = pitch * wide * settings.harmonicity;
  if (settings.family == FM) {
    const beyond = edge + edgeOfShape(settings.modulator, inner, rate);
    settings.reach = reachFor(pitch, wide * (1.0 + settings.modulationIndex), beyond, limit, rate);
  } else if (!bent) settings.reach = 0.0;
  else {
    const beside = settings.family == AM ? highestOf(settings.modulator, inner, rate) : <f32>0.0;
    settings.reach = reachFor(pitch, wide, edge + beside, limit, rate);
  }
}

// The pitch whose period of a table has as many partials as there is room for, as a multiple of the note's.
function reachFor(pitch: f32, wide: f32, edge: f32, limit: f32, rate: f32): f32 {
  const room = max<f32>(limit - edge, pitch * wide);
  return (wide * highest(rate)) / max<f32>(room, 0.000001);
}

// The lowest rate that leaves the partials that an unbent note has; half of them are enough to stay at four times.
function timesOf(settings: OscillatorSettings, pitch: f32, wide: f32, edge: f32, beside: f32, rate: f32): i32 {
  let reach = wide;
  let beyond = edge + beside;
  const inner = pitch * wide * settings.harmonicity;
  if (settings.family == FM) {
    if (wide == 1.0 && beside == 0.0 && isPure(settings.carrier)) {
      return timesOfSine(pitch, inner, settings.modulationIndex, settings.modulator.wave, rate);
    }
    beyond += edgeOfShape(settings.modulator, inner, rate);
    reach *= 1.0 + settings.modulationIndex;
  } else if (settings.family == AM) beyond += highestOf(settings.modulator, inner, rate);
  else if (wide == 1.0 && beside == 0.0) return 1;
  const wanted = highestOfCarrier(settings, pitch, rate);
  const least = settings.family == FM || wide > 1.0 ? max<f32>(pitch, 0.5 * wanted) : wanted;
  for (let times = 1; times < 4; times <<= 1) if (wanted * reach + beyond <= limitAt(times, rate)) return times;
  return least * reach + beyond <= limitAt(4, rate) ? 4 : MOST_TIMES;
}

/**
 * A sine that is bent smoothly has a few sidebands beyond the way of its pitch; one whose pitch jumps has many, which
 * fall with the square of their distance.
 */
function timesOfSine(pitch: f32, modulator: f32, index: f32, modulatorWave: i32, rate: f32): i32 {
  const way = pitch * (1.0 + index);
  const top = way + (modulatorWave == SYNTH_OSCILLATOR_SINE ? <f32>6.0 * modulator : <f32>31.0 * sqrt<f32>(pitch * index * modulator));
  if (top <= limitAt(1, rate)) return 1;
  return top <= limitAt(2, rate) ? 2 : 4;
}

/** How far what a modulator bends reaches beyond its deviation, until it is 80 dB down. */
function edgeOf(modulator: OscillatorSettings, pitch: f32, rate: f32): f32 {
  if (modulator.family == PLAIN) return edgeOfShape(modulator.carrier, pitch, rate);
  return smoothEdge(pitch, rate) + ROUGH * bandOf(modulator, pitch, rate);
}

function edgeOfShape(modulator: Shape, pitch: f32, rate: f32): f32 {
  const smooth = smoothEdge(pitch, rate);
  return isPure(modulator) ? smooth : smooth + ROUGH * highestOf(modulator, pitch, rate);
}

const ROUGH: f32 = 2.0;

// Bessel functions fall beyond their argument within a few times its cube root.
function smoothEdge(pitch: f32, rate: f32): f32 {
  const argument = limitAt(4, rate) / max<f32>(pitch, 0.000001);
  return pitch * (2.0 + 2.0 * exp2(log2(max<f32>(1.0, argument)) / 3.0));
}

// Highest level of a modulator.
function peakOf(settings: OscillatorSettings): f32 {
  if (settings.family == PULSE || settings.family == PWM) return 1.5;
  return 1.0;
}

/** Where the highest partial of any weight lies, in turns a sample. */
function bandOf(settings: OscillatorSettings, pitch: f32, rate: f32): f32 {
  const inner = pitch * settings.harmonicity;
  const carrier = highestOfCarrier(settings, pitch, rate);
  if (settings.family == AM) return carrier + highestOf(settings.modulator, inner, rate);
  if (settings.family != FM) return carrier;
  return max<f32>(carrier, pitch * (1.0 + settings.modulationIndex)) + edgeOfShape(settings.modulator, inner, rate);
}

function highestOfCarrier(settings: OscillatorSettings, pitch: f32, rate: f32): f32 {
  if (settings.family == PULSE || settings.family == PWM) return highest(rate);
  return highestOf(settings.carrier, pitch, rate);
}

function highestOf(shape: Shape, pitch: f32, rate: f32): f32 {
  if (isPure(shape)) return pitch;
  return shape.wave > SYNTH_OSCILLATOR_SINE || shape.wave == WAVETABLE ? highest(rate) : min<f32>(highest(rate), <f32>shape.count * pitch);
}

function isSine(settings: OscillatorSettings): bool {
  return settings.family == PLAIN && isPure(settings.carrier);
}

function isPure(shape: Shape): bool {
  return shape.wave == SYNTH_OSCILLATOR_SINE;
}

function highest(rate: f32): f32 {
  return <f32>HIGHEST_PARTIAL / rate;
}
