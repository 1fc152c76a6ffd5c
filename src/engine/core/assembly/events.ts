// The notes of all tracks, in a pool of chunks: loading a track never moves another's notes.
// A list is the notes of one version of a track, ascending by start; each track has two, the one that
// plays and the one that is being put in. The host writes chunks straight into this memory.

import { EVENT_STRIDE, MAX_EVENTS, MAX_TRACKS } from './generated/layout';
import { reserveFixed } from './memory';

/** Events a chunk. The host cuts what it writes by the same number. */
export const CHUNK_EVENTS: i32 = 256;

const CHUNK_BYTES: i32 = CHUNK_EVENTS * EVENT_STRIDE;
const LIST_CHUNKS: i32 = MAX_EVENTS / CHUNK_EVENTS;
const LISTS: i32 = MAX_TRACKS * 2;
// Twice the most that a song can have, so that its next version fits beside the one that plays.
const POOL_CHUNKS: i32 = LIST_CHUNKS * 2 + LISTS;

const NO_START: u32 = 0xffffffff;

let pool: usize = 0;
/** i32 numbers of free chunks, a stack. */
let free: usize = 0;
let freeCount: i32 = 0;
/** For each list, the i32 numbers of its chunks. */
let tables: usize = 0;
/** For each chunk, the latest end of its notes: what a seek needs not look into. */
let chunkEnds: usize = 0;
const counts = memory.data(LISTS * 4, 16);
const chunkCounts = memory.data(LISTS * 4, 16);

export function eventsInit(): void {
  pool = reserveFixed(<usize>POOL_CHUNKS * CHUNK_BYTES);
  free = reserveFixed(<usize>POOL_CHUNKS * 4);
  chunkEnds = reserveFixed(<usize>POOL_CHUNKS * 4);
  tables = reserveFixed(<usize>LISTS * LIST_CHUNKS * 4);
  for (let i = 0; i < POOL_CHUNKS; i++) store<i32>(free + (<usize>i << 2), POOL_CHUNKS - 1 - i);
  freeCount = POOL_CHUNKS;
}

/** Makes room for `count` events in `list`, in place of what it had. Returns 0 if there is none. */
export function listReserve(list: i32, count: i32): i32 {
  listFree(list);
  const chunks = (count + CHUNK_EVENTS - 1) / CHUNK_EVENTS;
  if (count < 0 || chunks > LIST_CHUNKS || chunks > freeCount) return 0;
  for (let i = 0; i < chunks; i++) {
    freeCount--;
    store<i32>(tableSlot(list, i), load<i32>(free + (<usize>freeCount << 2)));
  }
  store<i32>(counts + (<usize>list << 2), count);
  store<i32>(chunkCounts + (<usize>list << 2), chunks);
  return 1;
}

/** Gives the chunks of `list` back. */
export function listFree(list: i32): void {
  const chunks = load<i32>(chunkCounts + (<usize>list << 2));
  for (let i = 0; i < chunks; i++) {
    store<i32>(free + (<usize>freeCount << 2), load<i32>(tableSlot(list, i)));
    freeCount++;
  }
  store<i32>(counts + (<usize>list << 2), 0);
  store<i32>(chunkCounts + (<usize>list << 2), 0);
}

/** Where the host writes chunk `index` of `list`. */
export function listChunk(list: i32, index: i32): usize {
  return chunkAddress(load<i32>(tableSlot(list, index)));
}

/** Makes what the host wrote safe to play: numbers that are none are mended, ends are remembered. */
export function listSeal(list: i32): void {
  const chunks = load<i32>(chunkCounts + (<usize>list << 2));
  for (let c = 0; c < chunks; c++) {
    let latest: u32 = 0;
    const from = c * CHUNK_EVENTS;
    const to = min<i32>(from + CHUNK_EVENTS, listCount(list));
    for (let i = from; i < to; i++) {
      const event = eventAt(list, i);
      const start = eventStart(event);
      // A note of no length is one sample long, so that its end comes after its start.
      const length = max<u32>(eventLength(event), 1);
      store<u32>(event, min<u32>(length, NO_START - 1 - start), 4);
      const velocity = eventVelocity(event);
      store<f32>(event, velocity > 0 ? min<f32>(velocity, 1) : <f32>0, 12);
      latest = max<u32>(latest, start + eventLength(event));
    }
    store<u32>(chunkEnds + (<usize>load<i32>(tableSlot(list, c)) << 2), latest);
  }
}

export function listCount(list: i32): i32 {
  return load<i32>(counts + (<usize>list << 2));
}

// @ts-ignore: decorator
@inline
export function eventAt(list: i32, index: i32): usize {
  return listChunk(list, index / CHUNK_EVENTS) + <usize>((index % CHUNK_EVENTS) * EVENT_STRIDE);
}

/** Index of the first event that starts at or after `sample`. */
export function firstFrom(list: i32, sample: u32): i32 {
  let low = 0;
  let high = listCount(list);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (eventStart(eventAt(list, middle)) < sample) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The next event at or after `index` that starts before `sample` and ends after it, or -1. */
export function nextSounding(list: i32, index: i32, sample: u32): i32 {
  const count = listCount(list);
  for (let i = index; i < count; i++) {
    if (i % CHUNK_EVENTS == 0) {
      const chunk = load<i32>(tableSlot(list, i / CHUNK_EVENTS));
      if (load<u32>(chunkEnds + (<usize>chunk << 2)) <= sample) {
        i += CHUNK_EVENTS - 1;
        continue;
      }
    }
    const event = eventAt(list, i);
    const start = eventStart(event);
    if (start >= sample) return -1;
    if (start + eventLength(event) > sample) return i;
  }
  return -1;
}

// @ts-ignore: decorator
@inline
export function eventStart(event: usize): u32 {
  return load<u32>(event);
}

// @ts-ignore: decorator
@inline
export function eventLength(event: usize): u32 {
  return load<u32>(event, 4);
}

// @ts-ignore: decorator
@inline
export function eventPitch(event: usize): f32 {
  return load<f32>(event, 8);
}

// @ts-ignore: decorator
@inline
export function eventVelocity(event: usize): f32 {
  return load<f32>(event, 12);
}

// @ts-ignore: decorator
@inline
export function eventSource(event: usize): u32 {
  return load<u32>(event, 16);
}

// @ts-ignore: decorator
@inline
function tableSlot(list: i32, index: i32): usize {
  return tables + (<usize>(list * LIST_CHUNKS + index) << 2);
}

// @ts-ignore: decorator
@inline
function chunkAddress(chunk: i32): usize {
  return pool + <usize>chunk * CHUNK_BYTES;
}

// @ts-ignore: decorator
@inline
export function eventZone(event: usize): u32 {
  return load<u32>(event, 20);
}
