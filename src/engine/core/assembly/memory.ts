// Memory that is taken when the core starts, and when a program is put in, and never given back: nothing is allocated
// while it renders.

/** Frames of a block. Everything inside renders whole blocks of this size; the host cuts them. */
export const BLOCK: i32 = 128;
/** Bytes of a block of one channel, and of four lanes side by side. */
export const BLOCK_BYTES: usize = 128 << 2;
export const QUAD_BYTES: usize = 128 << 4;

/** Zeroed memory, 16 bytes aligned. Never while rendering. */
export function reserve(bytes: usize): usize {
  // Fresh memory is zero, and none is ever used twice; filling it would make the system provide it all.
  return heap.alloc(bytes);
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
