// What a stem is known by: all that its sound depends on, and nothing else. Tracks whose names for each other,
// places or levels changed keep theirs.

import { createHash, type Hash } from 'node:crypto';
import type { Stretch } from '../engine/offline/render.ts';
import { clipStride, eventStride, type InsertProgram, type Program } from '../engine/program.ts';
import { clipSample, samplesOf, zoneSample } from '../engine/samples-of.ts';
import { zoneSlots } from '../engine/zone-slots.ts';
import { stripSlots } from '../vocabulary/layout.ts';

/** Changes when files that were kept before can't be read any more. */
const version = 1;

/**
 * Keys of a program's tracks, as names of files.
 * @param core  the bytes of core.wasm: another core may sound otherwise
 */
export function stemKeys(
  core: Uint8Array,
  program: Program,
  { from, to }: Required<Stretch>,
): (track: number) => string {
  const by = createHash('sha256').update(core).digest('hex');
  return (track) => {
    const hash = createHash('sha256');
    put(hash, version, by, program.sampleRate, from, Math.min(to, program.lengthSamples));
    putMusic(hash, program, track);
    for (const insert of program.tracks[track]!.inserts) putInsert(hash, program, insert);
    for (const lane of program.lanes) {
      if (lane.strip !== 'track' || lane.index !== track || lane.part !== 'insert') continue;
      put(hash, lane.of, lane.slot, lane.points);
    }
    return hash.digest('hex');
  };
}

/** What the instrument and the clips of a track sound like. */
function putMusic(hash: Hash, program: Program, index: number): void {
  const { name, instrument, voices, instrumentParameters, zones, events, clips } = program.tracks[index]!;
  put(hash, name, instrument, voices, instrumentParameters, withoutSamples(zones));
  put(hash, without(events, eventStride, [eventSource]));
  put(hash, without(clips ?? new ArrayBuffer(0), clipStride, [clipSource, clipSample]));
  put(hash, ...samplesOf(program.tracks[index]!).map((sample) => program.samples[sample]?.hash ?? ''));
  for (const lane of program.lanes) {
    if (lane.strip !== 'track' || lane.index !== index || lane.part !== 'instrument') continue;
    put(hash, lane.of, lane.slot, lane.points);
  }
}

function putInsert(hash: Hash, program: Program, { effect, parameters, key, response }: InsertProgram): void {
  put(hash, effect, parameters, response === undefined ? '' : program.samples[response]!.hash);
  if (key === undefined) return;
  // Muted, it is listened to as silence.
  put(hash, program.tracks[key]!.strip[open]!);
  putMusic(hash, program, key);
}

const open = stripSlots('track').indexOf('open');

/** Where rows of notes and of clips name the token that made them, in bytes. */
const eventSource = 16;
const clipSource = 48;

/** The rows without these: what stands above in the text, and what other tracks play, must not count. */
function without(rows: ArrayBuffer, stride: number, fields: readonly number[]): ArrayBuffer {
  const plain = rows.slice(0);
  const view = new DataView(plain);
  for (let row = 0; row + stride <= plain.byteLength; row += stride)
    for (const at of fields) view.setUint32(row + at, 0);
  return plain;
}

/** Where samples lie in the program depends on the other tracks. */
const withoutSamples = (zones: Float32Array): Float32Array =>
  zones.map((value, at) => (at % zoneSlots.length === zoneSample ? 0 : value));

/** Each value with its kind and its length, so that no two lists run together to the same. */
function put(hash: Hash, ...values: readonly (number | string | ArrayBuffer | Float32Array)[]): void {
  for (const value of values) {
    if (typeof value === 'object') {
      const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : bytesOf(value);
      hash.update(`<${bytes.length};`).update(bytes);
    } else hash.update(`${typeof value} ${String(value).length} ${value};`);
  }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array =>
  new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
