// Programs made by hand, for the tests of the core: a few tracks, notes in seconds, settings by name.

import { hashOf } from '../../src/engine/hash.ts';
import {
  eventStride,
  type LaneProgram,
  laneShapes,
  laneStride,
  limits,
  type Program,
  type SendProgram,
  type StripProgram,
  type TrackProgram,
} from '../../src/engine/program.ts';
import { effects } from '../../src/vocabulary/effects.ts';
import { instruments } from '../../src/vocabulary/instruments.ts';
import {
  effectSlots,
  instrumentSlots,
  isBuiltIn,
  type StripKind,
  slotDefault,
  stripSlots,
} from '../../src/vocabulary/layout.ts';

const rate = 48_000;

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
  readonly strip?: StripSpec;
  /** Gain to each bus, after the fader, and before it. */
  readonly sends?: readonly number[];
  readonly preSends?: readonly number[];
  readonly notes: readonly NoteSpec[];
}

/**
 * Strip slots by name: `level`, `pan`, `open`, `law`; and parameters of its effects: `EQ3.low`. The effects stand in
 * the order in which they are first named; `EQ3.key` is the index of the track that keys one, and `2:EQ3.low`
 * a second one of its kind.
 */
export type StripSpec = Readonly<Record<string, number>>;

/** A bus, with its sends to other buses. */
export interface BusSpec {
  readonly strip?: StripSpec;
  readonly sends?: readonly number[];
  readonly preSends?: readonly number[];
}

/** A lane, its points in seconds. */
export interface LaneSpec extends Partial<Omit<LaneProgram, 'points'>> {
  readonly points: readonly PointSpec[];
}

export interface PointSpec {
  readonly at: number;
  readonly shape: (typeof laneShapes)[number];
  readonly value?: number;
  readonly other?: number;
  readonly hertz?: number;
}

export interface ProgramSpec {
  readonly tracks: readonly TrackSpec[];
  readonly buses?: readonly (StripSpec | BusSpec)[];
  readonly master?: StripSpec;
  readonly lanes?: readonly LaneSpec[];
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
    buses: (spec.buses ?? []).map((bus, index) => busOf(bus, index)),
    master: stripOf('master', spec.master ?? {}),
    lanes: (spec.lanes ?? []).map((lane) => laneOf(lane, sampleRate)),
    samples: [],
    plugs: [],
    barSamples: Uint32Array.from({ length: bars + 1 }, (_, bar) => bar * 2 * sampleRate),
    beatSamples: Uint32Array.from({ length: bars * 4 + 1 }, (_, beat) => beat * 0.5 * sampleRate),
    sectionSamples: Uint32Array.of(0, bars * 2 * sampleRate),
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
  const music = {
    instrument,
    voices: spec.voices ?? 8,
    instrumentParameters,
    zones: new Float32Array(),
    events,
    eventCount: spec.notes.length,
  };
  return {
    name: spec.name ?? `track${index}`,
    ...music,
    ...stripOf('track', spec.strip ?? {}),
    sends: sendsOf(spec),
    hash: hashOf(music),
  };
}

function busOf(spec: StripSpec | BusSpec, index: number): Program['buses'][number] {
  const bus = ('strip' in spec || 'sends' in spec ? spec : { strip: spec }) as BusSpec;
  return { name: `bus${index}`, ...stripOf('bus', bus.strip ?? {}), sends: sendsOf(bus) };
}

function laneOf({ points, ...place }: LaneSpec, sampleRate: number): LaneProgram {
  const view = new DataView(new ArrayBuffer(points.length * laneStride));
  for (const [index, { at, shape, value = 0, other = 0, hertz = 0 }] of points.entries()) {
    view.setUint32(index * laneStride, Math.round(at * sampleRate), true);
    view.setUint32(index * laneStride + 4, laneShapes.indexOf(shape), true);
    view.setFloat32(index * laneStride + 8, value, true);
    view.setFloat32(index * laneStride + 12, other, true);
    const step = BigInt(Math.round((hertz / sampleRate) * 2 ** 53)) << 11n;
    view.setBigUint64(index * laneStride + 16, step, true);
  }
  return { strip: 'track', index: 0, part: 'strip', of: 0, slot: 0, ...place, points: view.buffer };
}

const sendsOf = ({ sends = [], preSends = [] }: Pick<TrackSpec, 'sends' | 'preSends'>): SendProgram[] => [
  ...sends.flatMap((gain, bus) => (gain ? [{ bus, gain }] : [])),
  ...preSends.flatMap((gain, bus) => (gain ? [{ bus, gain, pre: true as const }] : [])),
];

function stripOf(kind: StripKind, set: StripSpec): StripProgram {
  const slots = stripSlots(kind);
  const strip = new Float32Array(slots.length);
  strip[slots.indexOf('level')] = 1;
  strip[slots.indexOf('open')] = 1;
  strip[slots.indexOf('law')] = 1;
  for (const effect of effects.filter((one) => isBuiltIn(one, kind))) {
    for (const parameter of effect.parameters)
      strip[slots.indexOf(`${effect.name}.${parameter.path}`)] = slotDefault(parameter);
  }
  const inserts = new Map<string, { effect: number; parameters: Float32Array; key?: number }>();
  for (const [name, value] of Object.entries(set)) {
    const slot = slots.indexOf(name);
    if (slot >= 0) {
      strip[slot] = value;
      continue;
    }
    const [own, path] = [name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.') + 1)];
    const effect = effects.findIndex((one) => one.name === own.replace(/^\d:/, ''));
    const type = effects[effect];
    if (!type) throw new Error(`a ${kind} has no ${name}`);
    const insert = inserts.get(own) ?? {
      effect,
      parameters: Float32Array.from(type.parameters, slotDefault),
    };
    inserts.set(own, insert);
    if (path === 'key') insert.key = value;
    else if (effectSlots(type).includes(path)) insert.parameters[effectSlots(type).indexOf(path)] = value;
    else throw new Error(`${type.name} has no ${path}`);
  }
  return { strip, inserts: [...inserts.values()] };
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
