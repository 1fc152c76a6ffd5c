// Memory for the effects that songs put in and take out: taken when a program is put in, never while
// rendering. What is given back is kept for the next effect of its kind.

import { EFFECTS } from '../generated/layout';
import { reserve } from '../memory';

/** Most that effects may take: some hundred reverbs. */
const MOST_BYTES: usize = 512 << 20;

/** For each kind, the first free piece; each piece begins with the address of the next. */
const free = memory.data(EFFECTS * 4, 16);
let taken: usize = 0;

/** Zeroed memory, 16 bytes aligned; every piece of a kind must have the same size. 0: there is no room. */
export function poolTake(kind: i32, bytes: usize): usize {
  const size = (bytes + 15) & ~15;
  const slot = free + (<usize>kind << 2);
  const known = load<usize>(slot);
  if (known) {
    store<usize>(slot, load<usize>(known));
    memory.fill(known, 0, size);
    return known;
  }
  return grow(size);
}

export function poolGive(kind: i32, piece: usize): void {
  const slot = free + (<usize>kind << 2);
  store<usize>(piece, load<usize>(slot));
  store<usize>(slot, piece);
}

/** Zeroed memory that is never given back, 16 bytes aligned; 0 where there is none. */
export function poolKeep(bytes: usize): usize {
  return grow((bytes + 15) & ~15);
}

/** From where recordings have theirs: who grew the memory alone would soon share its end with them. */
function grow(size: usize): usize {
  if (taken + size > MOST_BYTES) return 0;
  taken += size;
  return reserve(size);
}
