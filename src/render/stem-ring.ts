// Stems on their way from the thread that renders them to the one that mixes them: a few chunks of shared
// memory, filled and emptied in turn. Both ends wait for each other, and never for long.

import { type CoreReport, noTrouble } from '../engine/core/report.ts';
import type { GiveStem } from '../engine/core/stem-blocks.ts';
import type { StemRenderer } from '../engine/offline/render.ts';

const blockFrames = 128;
/** Blocks of a chunk, and chunks on the way. */
const chunkBlocks = 64;
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
  return new SharedArrayBuffer(headWords * 4 + tracks * chunks * chunkBlocks * (1 + blockFrames * 2) * 4);
}

interface Views {
  readonly head: Int32Array;
  /** How many sides each block has. */
  readonly sides: Int32Array;
  readonly samples: Float32Array;
  readonly tracks: number;
}

function viewsOf(ring: SharedArrayBuffer, tracks: number): Views {
  const blocks = tracks * chunks * chunkBlocks;
  return {
    head: headOf(ring),
    sides: new Int32Array(ring, headWords * 4, blocks),
    samples: new Float32Array(ring, headWords * 4 + blocks * 4, blocks * blockFrames * 2),
    tracks,
  };
}

const headOf = (ring: SharedArrayBuffer): Int32Array => new Int32Array(ring, 0, headWords);

/** The place of a block among all: chunk by chunk, block by block, track by track. */
const placeOf = ({ tracks }: Views, chunk: number, block: number, track: number): number =>
  ((chunk % chunks) * chunkBlocks + block) * tracks + track;

/** Writes chunks of `render` until nobody reads them any more. Blocks its thread. */
export function fillRing(ring: SharedArrayBuffer, tracks: number, { next, report }: StemRenderer): void {
  const views = viewsOf(ring, tracks);
  const { head, sides, samples } = views;
  for (let chunk = 0; ; chunk++) {
    while (Atomics.load(head, read) + chunks <= chunk) {
      if (Atomics.load(head, stopped)) return;
      Atomics.wait(head, read, chunk - chunks, 1000);
    }
    for (let block = 0; block < chunkBlocks; block++) {
      next((track, count, left, right) => {
        const place = placeOf(views, chunk, block, track);
        sides[place] = count;
        if (count > 0) samples.set(left, place * blockFrames * 2);
        if (count > 1) samples.set(right, place * blockFrames * 2 + blockFrames);
      });
    }
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

/** The other end: gives block after block. @throws Error where none comes for a minute */
export function emptyRing(ring: SharedArrayBuffer, tracks: number): (give: GiveStem) => void {
  const views = viewsOf(ring, tracks);
  const { head, sides, samples } = views;
  // Left, right, left, right, as they lie there: made once.
  const blocks = Array.from({ length: sides.length * 2 }, (_, at) =>
    samples.subarray(at * blockFrames, (at + 1) * blockFrames),
  );
  let chunk = 0;
  let block = 0;
  return (give) => {
    if (block === 0) awaitChunk(head, chunk);
    for (let track = 0; track < tracks; track++) {
      const place = placeOf(views, chunk, block, track);
      give(track, sides[place]!, blocks[place * 2]!, blocks[place * 2 + 1]!);
    }
    if (++block < chunkBlocks) return;
    block = 0;
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
