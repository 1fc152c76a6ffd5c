// Memory for the effects that songs put in and take out: taken when a program is put in, never while
// rendering. What is given back is kept for the next effect of its kind.

import { EFFECTS } from '../generated/layout';

/** Most that effects may take: some hundred reverbs. */
const MOST_BYTES: usize = 512 << 20;
const PAGE_BYTES: usize = 65536;

/** For each kind, the first free piece; each piece begins with the address of the next. */
const free = memory.data(EFFECTS * 4, 16);
/** The end of what is in use, and of what there is. */
let top: usize = 0;
let end: usize = 0;
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

/** Fresh memory is zero. */
function grow(size: usize): usize {
  if (taken + size > MOST_BYTES) return 0;
  if (top + size > end) {
    const pages = <i32>((size + PAGE_BYTES - 1) / PAGE_BYTES);
    const before = memory.grow(pages);
    if (before < 0) return 0;
    const from = <usize>before * PAGE_BYTES;
    // Nobody else has grown it since: what was left at the end goes on.
    if (from != end) top = from;
    end = from + <usize>pages * PAGE_BYTES;
  }
  const piece = top;
  top += size;
  taken += size;
  return piece;
}
