// Programs made by hand, for the tests of the core: a few tracks, notes in seconds, settings by name.

import { hashOf } from '../../src/engine/hash.ts';
import { eventStride, limits, type Program, type TrackProgram } from '../../src/engine/program.ts';
import { instruments } from '../../src/vocabulary/instruments.ts';
import {
  effectsOn,
  instrumentSlots,
  type StripKind,
  slotDefault,
  stripSlots,
} from '../../src/vocabulary/layout.ts';

export const rate = 48_000;

export interface NoteSpec {
  /** Seconds. */
  readonly at: number;
  readonly for: number;
  readonly midi: number;
  readonly velocity?: number;
}

export interface TrackSpec {
  readonly name?: string;
  readonly instrument?: string;
  readonly voices?: number;
  /** Instrument parameters by path, in the core's units. */
  readonly set?: Readonly<Record<string, number>>;
  /** Strip slots by name: `level`, `pan`, `EQ3.low`; an effect that is set is on. */
  readonly strip?: Readonly<Record<string, number>>;
  /** Gain to each bus. */
  readonly sends?: readonly number[];
  readonly notes: readonly NoteSpec[];
}

export interface ProgramSpec {
  readonly tracks: readonly TrackSpec[];
  readonly buses?: readonly Readonly<Record<string, number>>[];
  readonly master?: Readonly<Record<string, number>>;
  readonly seconds?: number;
  readonly rate?: number;
}

/** A program of two-second bars. */
export function programOf(spec: ProgramSpec): Program {
  const sampleRate = spec.rate ?? rate;
  const seconds = spec.seconds ?? 4;
  const bars = Math.ceil(seconds / 2);
  return {
    sampleRate,
    lengthSamples: Math.round(seconds * sampleRate),
    tracks: spec.tracks.map((track, index) => trackOf(track, index, sampleRate)),
    buses: (spec.buses ?? []).map((bus, index) => ({ name: `bus${index}`, strip: stripOf('bus', bus) })),
    master: stripOf('master', spec.master ?? {}),
    barSamples: Uint32Array.from({ length: bars + 1 }, (_, bar) => bar * 2 * sampleRate),
    beatSamples: Uint32Array.from({ length: bars * 4 + 1 }, (_, beat) => beat * 0.5 * sampleRate),
  };
}

function trackOf(spec: TrackSpec, index: number, sampleRate: number): TrackProgram {
  const instrument = instruments.findIndex(({ name }) => name === (spec.instrument ?? 'Synth'));
  const type = instruments[instrument]!;
  const instrumentParameters = new Float32Array(limits.parameters);
  instrumentParameters.set(type.parameters.map(slotDefault));
  for (const [path, value] of Object.entries(spec.set ?? {})) {
    const slot = instrumentSlots(type).indexOf(path);
    if (slot < 0) throw new Error(`${type.name} has no ${path}`);
    instrumentParameters[slot] = value;
  }
  const events = new ArrayBuffer(spec.notes.length * eventStride);
  const view = new DataView(events);
  for (const [at, note] of spec.notes.entries()) {
    view.setUint32(at * eventStride, Math.round(note.at * sampleRate), true);
    view.setUint32(at * eventStride + 4, Math.round(note.for * sampleRate), true);
    view.setFloat32(at * eventStride + 8, note.midi, true);
    view.setFloat32(at * eventStride + 12, note.velocity ?? 1, true);
    view.setUint32(at * eventStride + 16, at, true);
  }
  const voices = spec.voices ?? 8;
  return {
    name: spec.name ?? `track${index}`,
    instrument,
    voices,
    instrumentParameters,
    strip: stripOf('track', spec.strip ?? {}),
    sends: Float32Array.from({ length: limits.buses }, (_, bus) => spec.sends?.[bus] ?? 0),
    events,
    eventCount: spec.notes.length,
    hash: hashOf(instrument, voices, instrumentParameters, events, spec.notes.length),
  };
}

export function stripOf(kind: StripKind, set: Readonly<Record<string, number>>): Float32Array {
  const slots = stripSlots(kind);
  const values = new Float32Array(slots.length);
  values[slots.indexOf('level')] = 1;
  for (const effect of effectsOn(kind)) {
    for (const parameter of effect.parameters)
      values[slots.indexOf(`${effect.name}.${parameter.path}`)] = slotDefault(parameter);
  }
  for (const [name, value] of Object.entries(set)) {
    const slot = slots.indexOf(name);
    if (slot < 0) throw new Error(`a ${kind} has no ${name}`);
    values[slot] = value;
    const on = slots.indexOf(`${name.split('.')[0]}.on`);
    if (name.includes('.') && !name.endsWith('.on')) values[on] = 1;
  }
  return values;
}

/** An even tone: no attack to speak of, full level while it is held. */
export const organ = {
  'envelope.attack': 0,
  'envelope.decay': 0,
  'envelope.sustain': 1,
  'envelope.release': 0.01,
} as const;

/** Oscillator numbers, as the vocabulary lists them. */
export const sine = 0;
export const square = 1;

/** The MIDI note, with its fraction, of a frequency. */
export const midiOf = (hertz: number): number => 69 + 12 * Math.log2(hertz / 440);
