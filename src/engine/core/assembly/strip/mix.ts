// The sum of all strips, which the master takes.

import { BLOCK_BYTES, reserveBlock } from '../memory';

export let mixLeft: usize = 0;
export let mixRight: usize = 0;

export function mixInit(): void {
  mixLeft = reserveBlock();
  mixRight = reserveBlock();
}

/** Silence, before the first strip of a block. */
export function mixBegin(): void {
  memory.fill(mixLeft, 0, BLOCK_BYTES);
  memory.fill(mixRight, 0, BLOCK_BYTES);
}
