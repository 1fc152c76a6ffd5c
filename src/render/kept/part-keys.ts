// What the sound of a program is known by, part by part: what holds throughout (its instruments, effects, strips and
// what goes where), and what comes in with each part (its notes, and what lanes say there). Where notes stand in the
// text does not count.

import { createHash, type Hash } from 'node:crypto';
import { partBlocks, partFrames } from '../../engine/offline/parts.ts';
import type { Stretch } from '../../engine/offline/render.ts';
import {
  clipStride,
  eventStride,
  type InsertProgram,
  type LaneProgram,
  laneStride,
  type Program,
  type StripProgram,
  type TrackProgram,
} from '../../engine/program.ts';

/** Changes when what was kept before can't be gone on with any more. */
const version = 2;

export interface PartKeys {
  /** Of all that holds throughout: the moment that the first part begins at. */
  readonly start: string;
  /** Of what comes in with a part. */
  input(part: number): string;
}

/** By the bytes of core.wasm: another core may sound otherwise. */
export const keyOfCore = (core: Uint8Array): string => createHash('sha256').update(core).digest('hex');

/**
 * @param core     see `keyOfCore`
 * @param stretch  within the song
 */
export function partKeys(core: string, program: Program, { from, to }: Required<Stretch>): PartKeys {
  const notes = program.tracks.map(({ events, eventCount }) =>
    without(events.slice(0, eventCount * eventStride), eventStride, eventSource),
  );
  return {
    start: startOf(core, program, from),
    input(part) {
      const hash = createHash('sha256');
      const [first, last] = [from + part * partFrames, from + (part + 1) * partFrames].map((sample) =>
        Math.min(sample, to),
      );
      put(hash, first!, last!, to <= last! ? to : -1);
      for (const [track, rows] of notes.entries()) {
        // What sounds when playing begins has begun before it.
        const slice = notesIn(rows, part === 0 ? 0 : first!, last!);
        if (slice.length > 0) put(hash, track, slice);
      }
      for (const lane of program.lanes) {
        const slice = pointsIn(lane, first! - program.sampleRate, last!);
        if (slice.length > 0) put(hash, identityOf(lane), slice);
      }
      return hash.digest('hex');
    },
  };
}

/** Two keys, or more, as one. */
export const together = (...keys: readonly string[]): string => {
  const hash = createHash('sha256');
  put(hash, ...keys);
  return hash.digest('hex');
};

/** The key of a moment, by its digest, of the program that begins like this. */
export const momentKey = (start: string, moment: Uint8Array): string =>
  createHash('sha256').update(start).update(moment).digest('hex');

function startOf(core: string, program: Program, from: number): string {
  const hash = createHash('sha256');
  put(hash, version, core, partBlocks, program.sampleRate, from);
  put(hash, ...program.samples.map((sample) => sample.hash));
  put(hash, program.tracks.length, program.buses.length);
  for (const track of program.tracks) {
    putInstrument(hash, track);
    putStrip(hash, track, track.sends);
  }
  for (const bus of program.buses) putStrip(hash, bus, bus.sends);
  putStrip(hash, program.master, []);
  return hash.digest('hex');
}

function putInstrument(hash: Hash, track: TrackProgram): void {
  const { name, instrument, voices, instrumentParameters, zones, clips } = track;
  put(hash, instrument);
  if (instrument >= 0) put(hash, name, voices, instrumentParameters, zones);
  // Whether a track is stereo depends on all of its clips.
  if (clips) put(hash, without(clips, clipStride, clipSource));
}

function putStrip(hash: Hash, { strip, inserts }: StripProgram, sends: TrackProgram['sends']): void {
  put(hash, strip, inserts.length, sends.length);
  for (const insert of inserts) putInsert(hash, insert);
  for (const { bus, gain, pre } of sends) put(hash, bus, gain, pre ? 1 : 0);
}

function putInsert(hash: Hash, { effect, parameters, key, plug, response }: InsertProgram): void {
  put(hash, effect, parameters, key ?? -1, plug ?? -1, response ?? -1);
}

const identityOf = ({ strip, index, part, of, slot, decibels }: LaneProgram): string =>
  [strip, index, part, of, slot, decibels ? 1 : 0].join(' ');

/** Where rows of notes and of clips name the token that made them, in bytes. */
const eventSource = 16;
const clipSource = 48;

/** The rows without that: what stands above in the text must not count. */
function without(rows: ArrayBuffer, stride: number, at: number): Uint8Array {
  const plain = rows.slice(0);
  const view = new DataView(plain);
  for (let row = 0; row + stride <= plain.byteLength; row += stride) view.setUint32(row + at, 0);
  return new Uint8Array(plain);
}

/** Rows that start within from..to. */
const notesIn = (rows: Uint8Array, from: number, to: number): Uint8Array =>
  rows.subarray(
    firstRow(rows, eventStride, from) * eventStride,
    firstRow(rows, eventStride, to) * eventStride,
  );

/** All points that have a say within from..to: the one before them and the one that it came from, and the next. */
function pointsIn({ points }: LaneProgram, from: number, to: number): Uint8Array {
  const rows = new Uint8Array(points);
  const last = firstRow(rows, laneStride, to + 1);
  // Before its first point a lane says nothing.
  if (last === 0) return rows.subarray(0, 0);
  const first = Math.max(0, firstRow(rows, laneStride, Math.max(0, from)) - 2);
  return rows.subarray(first * laneStride, (last + 1) * laneStride);
}

/** Index of the first row whose sample, which comes first in it, is `sample` or more. */
function firstRow(rows: Uint8Array, stride: number, sample: number): number {
  const view = new DataView(rows.buffer, rows.byteOffset, rows.byteLength);
  let [low, high] = [0, Math.floor(rows.byteLength / stride)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (view.getUint32(middle * stride, true) < sample) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Each value with its kind and its length, so that no two lists run together to the same. */
function put(hash: Hash, ...values: readonly (number | string | Uint8Array | Float32Array)[]): void {
  for (const value of values) {
    if (typeof value === 'object') {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      hash.update(`<${bytes.length};`).update(bytes);
    } else hash.update(`${typeof value} ${String(value).length} ${value};`);
  }
}
