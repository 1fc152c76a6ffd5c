// Stems on their way from the thread that renders them to the one that mixes them: a few chunks of shared
// memory, filled and emptied in turn. Both ends wait for each other, and never for long.

import { type CoreReport, noTrouble } from '../engine/core/report.ts';
import { copyRoom, type StemRoom } from '../engine/core/stem-blocks.ts';
import type { StemRenderer } from '../engine/offline/render.ts';

const blockFrames = 128;
/** Blocks of a chunk, and chunks on the way. */
export const chunkBlocks = 64;
const chunks = 4;

/** Words at the head: chunks written, chunks read, whether nobody reads any more, and none can be written; the report. */
const written = 0;
const read = 1;
const stopped = 2;
const failed = 3;
const reported = 4;
const headWords = 16;

/** Shared memory for the stems of `tracks` tracks. */
export function newRing(tracks: number): SharedArrayBuffer {
  return new SharedArrayBuffer(headWords * 4 + tracks * chunks * roomBytes);
}

/** For each chunk on the way, the rooms of its tracks. */
function roomsOf(ring: SharedArrayBuffer, tracks: number): readonly (readonly StemRoom[])[] {
  return Array.from({ length: chunks }, (_, chunk) =>
    Array.from({ length: tracks }, (_, track) => {
      const at = headWords * 4 + (chunk * tracks + track) * roomBytes;
      return {
        sides: new Uint8Array(ring, at, chunkBlocks),
        samples: new Float32Array(ring, at + chunkBlocks, chunkBlocks * blockFrames * 2),
      };
    }),
  );
}

const headOf = (ring: SharedArrayBuffer): Int32Array => new Int32Array(ring, 0, headWords);

/** A track's blocks of a chunk: how many sides each has, a byte each, and then these. */
const roomBytes = chunkBlocks * (1 + blockFrames * 2 * 4);

/** Writes chunks of `render` until nobody reads them any more. Blocks its thread. */
export function fillRing(ring: SharedArrayBuffer, tracks: number, { next, report }: StemRenderer): void {
  const head = headOf(ring);
  const rooms = roomsOf(ring, tracks);
  for (let chunk = 0; ; chunk++) {
    while (Atomics.load(head, read) + chunks <= chunk) {
      if (Atomics.load(head, stopped)) return;
      Atomics.wait(head, read, chunk - chunks, 1000);
    }
    for (const [track, room] of next().entries()) copyRoom(room, rooms[chunk % chunks]![track]!);
    if (Atomics.load(head, stopped)) return;
    for (const [at, name] of counts.entries()) head[reported + at] = report()[name];
    Atomics.store(head, written, chunk + 1);
    Atomics.notify(head, written);
  }
}

const counts = Object.keys(noTrouble) as readonly (keyof CoreReport)[];

/** What the other end's core had counted when it wrote its newest chunk. */
export const reportOf = (ring: SharedArrayBuffer): CoreReport => {
  const head = headOf(ring);
  return Object.fromEntries(counts.map((name, at) => [name, head[reported + at]!])) as unknown as CoreReport;
};

/** The other end: fills rooms with chunk after chunk. @throws Error where none comes for a minute */
export function emptyRing(ring: SharedArrayBuffer, tracks: number): (rooms: readonly StemRoom[]) => void {
  const head = headOf(ring);
  const chunksOf = roomsOf(ring, tracks);
  let chunk = 0;
  return (rooms) => {
    awaitChunk(head, chunk);
    for (const [track, room] of chunksOf[chunk % chunks]!.entries()) copyRoom(room, rooms[track]!);
    Atomics.store(head, read, ++chunk);
    Atomics.notify(head, read);
  };
}

/** Nobody reads any more: the other end stops. */
export function stopRing(ring: SharedArrayBuffer): void {
  const head = headOf(ring);
  Atomics.store(head, stopped, 1);
  Atomics.notify(head, read);
}

/** What fills the ring has failed: the other end learns of it instead of waiting. */
export function failRing(ring: SharedArrayBuffer): void {
  const head = headOf(ring);
  Atomics.store(head, failed, 1);
  Atomics.notify(head, written);
}

const patienceMs = 60_000;

function awaitChunk(head: Int32Array, chunk: number): void {
  const until = performance.now() + patienceMs;
  while (Atomics.load(head, written) <= chunk) {
    if (Atomics.load(head, failed) || performance.now() > until)
      throw new Error('a thread that renders stems does not answer');
    Atomics.wait(head, written, chunk, 1000);
  }
}
