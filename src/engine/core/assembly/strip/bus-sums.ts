// What the buses are sent in a block: sums that strips add to and that each bus takes.

import { MAX_BUSES } from '../generated/layout';
import { BLOCK_BYTES, reserve } from '../memory';

let sums: usize = 0;
/** Bits: buses that something was added to. */
let fed: i32 = 0;

export function busSumsInit(): void {
  sums = reserve(<usize>MAX_BUSES * 2 * BLOCK_BYTES);
}

/** Where to add for bus `bus`; side 0 left, 1 right. */
export function busSum(bus: i32, side: i32): usize {
  fed |= 1 << bus;
  return sums + <usize>(bus * 2 + side) * BLOCK_BYTES;
}

/** Takes what the bus was sent, and empties it; false where that is nothing. */
export function takeBusSum(bus: i32, left: usize, right: usize): bool {
  if ((fed & (1 << bus)) == 0) return false;
  fed &= ~(1 << bus);
  const from = sums + <usize>(bus * 2) * BLOCK_BYTES;
  memory.copy(left, from, BLOCK_BYTES);
  memory.copy(right, from + BLOCK_BYTES, BLOCK_BYTES);
  memory.fill(from, 0, BLOCK_BYTES * 2);
  return true;
}

export function clearBusSum(bus: i32): void {
  fed &= ~(1 << bus);
  memory.fill(sums + <usize>(bus * 2) * BLOCK_BYTES, 0, BLOCK_BYTES * 2);
}
