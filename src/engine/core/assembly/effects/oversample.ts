// Eight times the rate for what bends a wave, and back, in three steps of two. In all it takes a whole number of
// samples: the sound beside it is delayed by as many, and the strip makes up for it.

import { BLOCK, BLOCK_BYTES } from '../memory';
import { HalfBand, MEMORY_BYTES, down, newHalfBand, up } from './half-band';

/** Samples by which what comes back is later. */
export const OVERSAMPLING_DELAY: i32 = 47;
/** Samples of a block at the higher rate. */
export const OVERSAMPLED: i32 = 1024;

/** Samples of delay between the second and the third step down, which make the whole a whole number. */
export const OVERSAMPLING_PADDING: usize = 3;

const room = memory.data(1024 << 2, 16);
const other = memory.data(1024 << 2, 16);
const padded = memory.data((512 + 4) << 2, 16);

// 79, 23 and 15 taps: 39 samples, 11 at twice and (7 + 3) at four times the rate.
let first: HalfBand = changetype<HalfBand>(0);
let second: HalfBand = changetype<HalfBand>(0);
let third: HalfBand = changetype<HalfBand>(0);

/** Of one channel: six ways, the padding, and the sound that goes past. */
export const OVERSAMPLE_BYTES: usize = 6 * MEMORY_BYTES + 16 + 256;
const PADDING_AT: usize = 6 * MEMORY_BYTES;
const PAST_AT: usize = PADDING_AT + 16;

export function oversampleInit(): void {
  if (changetype<usize>(first) != 0) return;
  first = newHalfBand(19, 10);
  second = newHalfBand(5, 10);
  third = newHalfBand(3, 9);
}

/** A block at eight times the rate; it stays until the next call. */
export function rise(state: usize, block: usize): usize {
  up(first, state, block, room, BLOCK);
  up(second, state + MEMORY_BYTES, room, other, BLOCK * 2);
  up(third, state + 2 * MEMORY_BYTES, other, room, BLOCK * 4);
  return room;
}

/** What was made of that block, back to `out`; `padding` is less where the making itself takes samples at four times the rate. */
export function fall(state: usize, out: usize, padding: usize): void {
  down(third, state + 3 * MEMORY_BYTES, room, room, BLOCK * 4);
  memory.copy(padded, state + PADDING_AT, padding << 2);
  memory.copy(padded + (padding << 2), room, 4 * BLOCK_BYTES);
  memory.copy(state + PADDING_AT, padded + 4 * BLOCK_BYTES, padding << 2);
  down(second, state + 4 * MEMORY_BYTES, padded, room, BLOCK * 2);
  down(first, state + 5 * MEMORY_BYTES, room, out, BLOCK);
}

/** Delays a block in place by as much as the way up and down takes. */
export function goPast(state: usize, block: usize): void {
  const bytes = <usize>OVERSAMPLING_DELAY << 2;
  memory.copy(other, state + PAST_AT, bytes);
  memory.copy(other + bytes, block, BLOCK_BYTES);
  memory.copy(state + PAST_AT, other + BLOCK_BYTES, bytes);
  memory.copy(block, other, BLOCK_BYTES);
}
