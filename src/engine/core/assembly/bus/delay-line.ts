// A ring of samples, as long as a power of two, written a block at a time or sample by sample.

import { BLOCK, BLOCK_BYTES, reserve } from '../memory';

/** Samples past the end that repeat the beginning, so that a block can be read across the seam. */
const SEAM: i32 = BLOCK + 4;

@unmanaged
export class DelayLine {
  data: usize;
  mask: i32;
  /** Where the next sample goes. */
  at: i32;
}

/** A line that can hold `samples` and one block more. */
export function newDelayLine(samples: i32): DelayLine {
  const line = changetype<DelayLine>(reserve(offsetof<DelayLine>()));
  let size = BLOCK * 2;
  while (size < samples + BLOCK) size <<= 1;
  line.data = reserve(<usize>(size + SEAM) << 2);
  line.mask = size - 1;
  return line;
}

export function lineClear(line: DelayLine): void {
  memory.fill(line.data, 0, <usize>(line.mask + 1 + SEAM) << 2);
}

/** What was written `delay` samples before the next one. */
// @ts-ignore: decorator
@inline
export function lineRead(line: DelayLine, delay: i32): f32 {
  return load<f32>(line.data + (<usize>((line.at - delay) & line.mask) << 2));
}

/** Writes a sample and moves on. The seam is not kept: a line is written this way or by blocks. */
// @ts-ignore: decorator
@inline
export function lineWrite(line: DelayLine, value: f32): void {
  store<f32>(line.data + (<usize>line.at << 2), value);
  line.at = (line.at + 1) & line.mask;
}

/** Address of a block that was written `delay` samples before the next one; `delay` is at least a block. */
// @ts-ignore: decorator
@inline
export function lineBlock(line: DelayLine, delay: i32): usize {
  return line.data + (<usize>((line.at - delay) & line.mask) << 2);
}

/** Address where the next block is written; then `lineBlockWritten`. */
// @ts-ignore: decorator
@inline
export function lineNext(line: DelayLine): usize {
  return line.data + (<usize>line.at << 2);
}

export function lineBlockWritten(line: DelayLine): void {
  if (line.at == 0) memory.copy(line.data + (<usize>(line.mask + 1) << 2), line.data, <usize>SEAM << 2);
  // The seam's last samples belong to the second block.
  else if (line.at == BLOCK) {
    memory.copy(line.data + (<usize>(line.mask + 1 + BLOCK) << 2), line.data + BLOCK_BYTES, <usize>(SEAM - BLOCK) << 2);
  }
  line.at = (line.at + BLOCK) & line.mask;
}
