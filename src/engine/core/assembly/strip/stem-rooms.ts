// Rooms for many blocks of a track before its fader, one behind the other: what goes out of the core to be kept or to be
// mixed elsewhere, and what comes in from there. The host reads and fills them at once, instead of block after block.
// They are no part of a moment: each is empty, or read to its end, where one is taken.

import { MAX_TRACKS } from '../generated/layout';
import { BLOCK_BYTES, reserveFixed } from '../memory';

/** Addresses of the rooms, a track each; 0 where it has none. */
const rooms = memory.data(MAX_TRACKS * 4, 16);
/** Before a room's blocks: how many there can be, how many are done, and where the next one's samples are. */
const HEAD_BYTES: usize = 16;

/**
 * Makes a room of so many blocks, a multiple of 16; never while rendering.
 * @returns  address of how many sides each block has, a byte each; the sides themselves, as many as there are of each
 *           block, come behind all of these
 */
export function roomMake(track: i32, blocks: i32): usize {
  const room = reserveFixed(HEAD_BYTES + <usize>blocks + <usize>(blocks * 2) * BLOCK_BYTES);
  store<i32>(room, blocks);
  // Nothing stands in it.
  store<i32>(room, blocks, 4);
  store<usize>(rooms + (<usize>track << 2), room);
  return room + HEAD_BYTES;
}

/** All rooms from their first block on. */
export function roomsBegin(): void {
  for (let track = 0; track < MAX_TRACKS; track++) {
    const room = roomOf(track);
    if (room == 0) continue;
    store<i32>(room, 0, 4);
    store<usize>(room, room + HEAD_BYTES + <usize>load<i32>(room), 8);
  }
}

/** Takes the next block out of a track's room; how many sides it has, 0 where it sleeps or there is none. */
export function roomTake(track: i32, left: usize, right: usize): i32 {
  const room = roomOf(track);
  if (room == 0) return 0;
  const block = load<i32>(room, 4);
  if (block == load<i32>(room)) return 0;
  store<i32>(room, block + 1, 4);
  const sides = <i32>load<u8>(room + HEAD_BYTES + <usize>block);
  const from = load<usize>(room, 8);
  if (sides > 0) memory.copy(left, from, BLOCK_BYTES);
  if (sides > 1) memory.copy(right, from + BLOCK_BYTES, BLOCK_BYTES);
  store<usize>(room, from + <usize>sides * BLOCK_BYTES, 8);
  return sides;
}

/** Puts the next block into a track's room, where it has one that is not full. */
export function roomPut(track: i32, sides: i32, left: usize, right: usize): void {
  const room = roomOf(track);
  if (room == 0) return;
  const block = load<i32>(room, 4);
  if (block == load<i32>(room)) return;
  store<i32>(room, block + 1, 4);
  store<u8>(room + HEAD_BYTES + <usize>block, <u8>sides);
  const to = load<usize>(room, 8);
  if (sides > 0) memory.copy(to, left, BLOCK_BYTES);
  if (sides > 1) memory.copy(to + BLOCK_BYTES, right, BLOCK_BYTES);
  store<usize>(room, to + <usize>sides * BLOCK_BYTES, 8);
}

// @ts-ignore: decorator
@inline
function roomOf(track: i32): usize {
  return load<usize>(rooms + (<usize>track << 2));
}
