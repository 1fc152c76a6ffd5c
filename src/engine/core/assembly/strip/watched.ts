// The strip that somebody looks at: its sound behind the fader, block by block, for meters outside of the core.

import { BLOCK_BYTES, reserveBlock } from '../memory';

let left: usize = 0;
let right: usize = 0;
/** Its place among the meters, or -1. */
let watched: i32 = -1;

export function watchedInit(): void {
  left = reserveBlock();
  right = reserveBlock();
}

export function watchStrip(meter: i32): void {
  watched = meter;
}

/** Before a block: a strip that sleeps passes nothing on. */
export function watchedBegin(): void {
  if (watched < 0) return;
  memory.fill(left, 0, BLOCK_BYTES);
  memory.fill(right, 0, BLOCK_BYTES);
}

/** Whether somebody looks at that strip. */
// @ts-ignore: decorator
@inline
export function isWatched(meter: i32): bool {
  return meter == watched;
}

/** What a strip passes on. */
export function watchedTake(meter: i32, passedLeft: usize, passedRight: usize): void {
  if (meter != watched) return;
  memory.copy(left, passedLeft, BLOCK_BYTES);
  memory.copy(right, passedRight, BLOCK_BYTES);
}

/** Address of the block: side 0 left, 1 right. */
export function watchedBlock(side: i32): usize {
  return side ? right : left;
}
