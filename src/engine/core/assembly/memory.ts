// Memory that is taken when the core starts, and when a program is put in, and never given back: nothing is allocated
// while it renders.

/** Frames of a block. Everything inside renders whole blocks of this size; the host cuts them. */
export const BLOCK: i32 = 128;
/** Bytes of a block of one channel, and of four lanes side by side. */
export const BLOCK_BYTES: usize = 128 << 2;
export const QUAD_BYTES: usize = 128 << 4;

/** Tables, pools and recordings: some twenty, and each recording of a song. */
const MOST_FIXED: i32 = 4096;

/** Zeroed memory, 16 bytes aligned. Never while rendering. */
export function reserve(bytes: usize): usize {
  // Fresh memory is zero, and none is ever used twice; filling it would make the system provide it all.
  return heap.alloc(bytes);
}

/** Stretches of memory that nothing writes to while it renders: address and end of each, ascending. */
const fixed = memory.data(MOST_FIXED * 8, 16);
let fixedCount: i32 = 0;

/** As `reserve`, for what is written when the core starts or a program is put in, and read while it renders. */
export function reserveFixed(bytes: usize): usize {
  const at = heap.alloc(bytes);
  // What finds no room in the list is kept like all the rest: slower, not wrong.
  if (fixedCount == MOST_FIXED) return at;
  store<usize>(fixed + (<usize>fixedCount << 3), at);
  store<usize>(fixed + (<usize>fixedCount << 3), at + bytes, 4);
  fixedCount++;
  return at;
}

/** How many stretches are fixed. */
export function fixedStretches(): i32 {
  return fixedCount;
}

/** Where such a stretch begins, and where it ends. */
export function fixedFrom(index: i32): usize {
  return load<usize>(fixed + (<usize>index << 3));
}

export function fixedTo(index: i32): usize {
  return load<usize>(fixed + (<usize>index << 3), 4);
}

/** Room for a block of one channel. */
export function reserveBlock(): usize {
  return reserve(BLOCK_BYTES);
}

/** Room for a block of four lanes side by side. */
export function reserveQuad(): usize {
  return reserve(QUAD_BYTES);
}

/** Address of lane `lane` of a vector at `address`. */
// @ts-ignore: decorator
@inline
export function laneAt(address: usize, lane: i32): usize {
  return address + ((<usize>lane) << 2);
}
