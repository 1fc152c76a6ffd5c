// What an oscillator of the vocabulary is set to: one waveform, a pulse, several in unison, or a carrier that
// a second oscillator turns up and down or bends; and where one stands. omni.ts makes its sound.

import {
  MAX_SAMPLES,
  MOST_UNISON,
  SYNTH_OSCILLATOR_AMCUSTOM,
  SYNTH_OSCILLATOR_AMSINE,
  SYNTH_OSCILLATOR_CHOICES,
  SYNTH_OSCILLATOR_CUSTOM,
  SYNTH_OSCILLATOR_FATCUSTOM,
  SYNTH_OSCILLATOR_FATSINE,
  SYNTH_OSCILLATOR_FATWAVETABLE,
  SYNTH_OSCILLATOR_FMSINE,
  SYNTH_OSCILLATOR_MODULATION_TYPE_CHOICES,
  SYNTH_OSCILLATOR_PULSE,
  SYNTH_OSCILLATOR_PWM,
  SYNTH_OSCILLATOR_SINE,
  SYNTH_OSCILLATOR_WAVETABLE,
  TABLE_FRAME,
  ZONE_SAMPLE,
} from '../generated/layout';
import { decibelsToGain, exp2, within } from '../math';
import { phaseStep } from '../oscillator';
import { DECIMATOR_BYTES } from '../oversampling';
import { sampleAt } from '../samples';
import { setPartials, setShape, Shape, SHAPE_BYTES, WAVETABLE } from '../shape';

export const PLAIN: i32 = 0;
export const PULSE: i32 = 1;
export const PWM: i32 = 2;
export const FAT: i32 = 3;
export const AM: i32 = 4;
export const FM: i32 = 5;

/** What the oscillator rows of the vocabulary say. */
@unmanaged
export class OscillatorSettings {
  family: i32;
  /** Where each note starts, in turns of 32 bits. */
  phase: u32;
  /** Turns from the middle of a pulse to where it would be a square's edge. */
  width: u32;
  /** Of `pwm`: how far its width's turn goes in a sample. */
  widthStep: u32;
  count: i32;
  gain: f32;
  harmonicity: f32;
  modulationIndex: f32;
  /** Of one that is bent: what the pitch before the bending is multiplied by to choose partials, or 0; see reach.ts. */
  reach: f32;
  modulatorReach: f32;
  /** f32 ratios of pitch of those in unison. */
  ratios: usize;
  carrier: Shape;
  modulator: Shape;
}

/** Where one oscillator stands. Zeroed memory is one at its start. */
@unmanaged
export class Oscillator {
  modulator: u32;
  turn: u32;
  /** How many times the rate it runs at; 0 is once. */
  times: i32;
  spare: i32;
}

/** Bytes of an oscillator: its phases stand behind its fields, and behind them what brings its rate down. */
const PHASES: i32 = 16;
const DECIMATOR: i32 = PHASES + MOST_UNISON * 4;
export const OSCILLATOR_BYTES: i32 = DECIMATOR + DECIMATOR_BYTES;
/** Bytes that its settings need beyond their fields. */
export const OSCILLATOR_SETTINGS_BYTES: i32 = 2 * SHAPE_BYTES + MOST_UNISON * 4;

const SLOT_PARTIAL_COUNT: usize = 4;
const SLOT_PHASE: usize = 8;
const SLOT_WIDTH: usize = 12;
const SLOT_MODULATION_FREQUENCY: usize = 16;
const SLOT_COUNT: usize = 20;
const SLOT_SPREAD: usize = 24;
const SLOT_HARMONICITY: usize = 28;
const SLOT_MODULATION_INDEX: usize = 32;
const SLOT_MODULATION_TYPE: usize = 36;
const SLOT_POSITION: usize = 44;

/** Where an oscillator's phases are, u32 each. */
// @ts-ignore: decorator
@inline
export function phasesOf(oscillator: Oscillator): usize {
  return changetype<usize>(oscillator) + PHASES;
}

/** What brings its rate down. */
// @ts-ignore: decorator
@inline
export function decimatorOf(oscillator: Oscillator): usize {
  return changetype<usize>(oscillator) + DECIMATOR;
}

/** Lays the parts of the settings out behind `from`. */
export function layOutOscillator(settings: OscillatorSettings, from: usize): void {
  settings.ratios = from;
  settings.carrier = changetype<Shape>(from + MOST_UNISON * 4);
  settings.modulator = changetype<Shape>(from + MOST_UNISON * 4 + SHAPE_BYTES);
}

/** Takes the waveforms, which stand still: the rows of the vocabulary at `slots`, the levels of partials at `levels`. */
export function shapeOscillator(settings: OscillatorSettings, slots: usize, levels: usize, sampleRate: f32): void {
  const type = wordAt(slots, SYNTH_OSCILLATOR_CHOICES);
  const ownPartials = type >= SYNTH_OSCILLATOR_CUSTOM;
  settings.family = familyOf(type);
  const wave = ownPartials || type == SYNTH_OSCILLATOR_PULSE || type == SYNTH_OSCILLATOR_PWM
    ? SYNTH_OSCILLATOR_SINE
    : type < SYNTH_OSCILLATOR_PULSE ? type : (type - SYNTH_OSCILLATOR_FATSINE) & 3;
  const count = numberAt(slots, SYNTH_OSCILLATOR_CHOICES);
  const kept = <i32>nearest<f32>(within(load<f32>(slots + SLOT_PARTIAL_COUNT), 0.0, 1000.0));
  if (type >= SYNTH_OSCILLATOR_WAVETABLE) settings.carrier.wave = WAVETABLE;
  else if (!setPartials(settings.carrier, levels, kept, sampleRate)) setShape(settings.carrier, wave, count > 0 ? count : kept, sampleRate);
  const modulator = slots + SLOT_MODULATION_TYPE;
  setShape(
    settings.modulator,
    wordAt(modulator, SYNTH_OSCILLATOR_MODULATION_TYPE_CHOICES),
    numberAt(modulator, SYNTH_OSCILLATOR_MODULATION_TYPE_CHOICES),
    sampleRate,
  );
}

/** Takes the numbers, which may move. `detune` is the instrument's, as a ratio. */
export function moveOscillator(settings: OscillatorSettings, slots: usize, detune: f32, sampleRate: f32): void {
  settings.phase = turns(-within(load<f32>(slots + SLOT_PHASE), 0.0, 360.0) / 360.0);
  settings.width = turns(within(load<f32>(slots + SLOT_WIDTH), -1.0, 1.0) * 0.25);
  settings.widthStep = phaseStep(within(load<f32>(slots + SLOT_MODULATION_FREQUENCY), 0.0, 10000.0) / sampleRate);
  settings.count = <i32>nearest<f32>(within(load<f32>(slots + SLOT_COUNT), 1.0, <f32>MOST_UNISON));
  settings.gain = settings.family == FAT ? decibelsToGain(-6.0 - 1.1 * <f32>settings.count) : 1.0;
  // As in Tone.js, the modulator of `am` is not detuned with its carrier.
  settings.harmonicity = within(load<f32>(slots + SLOT_HARMONICITY), 0.0, 1000.0) / (settings.family == AM ? detune : 1.0);
  settings.modulationIndex = within(load<f32>(slots + SLOT_MODULATION_INDEX), 0.0, 1000.0);
  settings.carrier.position = load<f32>(slots + SLOT_POSITION);
  const spread = within(load<f32>(slots + SLOT_SPREAD), 0.0, 12000.0);
  for (let i = 0; i < settings.count; i++) {
    const cents = settings.count > 1 ? spread * (<f32>i / <f32>(settings.count - 1) - 0.5) : 0.0;
    store<f32>(settings.ratios + (i << 2), exp2(cents / 1200.0));
  }
}

function wordAt(slot: usize, choices: i32): i32 {
  return <i32>within(load<f32>(slot), 0.0, 65535.0) % choices;
}

function numberAt(slot: usize, choices: i32): i32 {
  return <i32>within(load<f32>(slot), 0.0, 65535.0) / choices;
}

function familyOf(type: i32): i32 {
  if (type == SYNTH_OSCILLATOR_PULSE) return PULSE;
  if (type == SYNTH_OSCILLATOR_PWM) return PWM;
  if (type < SYNTH_OSCILLATOR_PULSE || type == SYNTH_OSCILLATOR_CUSTOM || type == SYNTH_OSCILLATOR_WAVETABLE) return PLAIN;
  if (type < SYNTH_OSCILLATOR_AMSINE || type == SYNTH_OSCILLATOR_FATCUSTOM || type == SYNTH_OSCILLATOR_FATWAVETABLE) return FAT;
  return type < SYNTH_OSCILLATOR_FMSINE || type == SYNTH_OSCILLATOR_AMCUSTOM ? AM : FM;
}

function turns(part: f32): u32 {
  return <u32><i64>(part * 4294967296.0);
}

/** Gives it the wavetable of a zone, where there is one: its periods, or silence. */
export function setWavetable(settings: OscillatorSettings, zone: usize, isZone: bool): void {
  const slot = isZone ? <i32>load<f32>(zone + (ZONE_SAMPLE << 2)) : -1;
  const known = slot >= 0 && slot < MAX_SAMPLES && sampleAt(slot).frames >= TABLE_FRAME;
  settings.carrier.table = known ? sampleAt(slot).left : 0;
  settings.carrier.periods = known ? sampleAt(slot).frames / TABLE_FRAME : 0;
}

/** Puts an oscillator at its start. */
export function beginOscillator(settings: OscillatorSettings, oscillator: Oscillator): void {
  oscillator.modulator = settings.phase;
  oscillator.turn = 0;
  // Those in unison stand apart, so that they do not begin as one.
  for (let i = 0; i < MOST_UNISON; i++) {
    const apart = settings.family == FAT ? turns(-<f32>(i % settings.count) / <f32>settings.count) : 0;
    store<u32>(phasesOf(oscillator) + (i << 2), settings.phase + apart);
  }
}
