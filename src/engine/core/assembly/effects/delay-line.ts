// A ring of samples, as long as a power of two, written a block at a time. Its first samples are repeated
// past its end, so that a block can be read from anywhere without a seam.

import { BLOCK, BLOCK_BYTES } from '../memory';

/** Samples past the end that repeat the beginning. */
const SEAM: i32 = BLOCK + 4;

@unmanaged
export class DelayLine {
  data: usize;
  mask: i32;
  /** Where the next block goes: a multiple of the block. */
  at: i32;
}

const HEAD: usize = 16;

/** Bytes of a line that can hold `samples` before a block, and the block. */
export function lineBytes(samples: i32): usize {
  return HEAD + ((<usize>(sizeFor(samples) + SEAM)) << 2);
}

function sizeFor(samples: i32): i32 {
  let size = BLOCK * 4;
  while (size < samples + BLOCK * 2) size <<= 1;
  return size;
}

/** Such a line, in zeroed memory, 16 bytes aligned. */
export function makeLine(at: usize, samples: i32): DelayLine {
  const line = changetype<DelayLine>(at);
  line.data = at + HEAD;
  line.mask = sizeFor(samples) - 1;
  return line;
}

/** Address of a block that was written `delay` samples before the next one; `delay` is a block at least. */
// @ts-ignore: decorator
@inline
export function lineBlock(line: DelayLine, delay: i32): usize {
  return line.data + (<usize>((line.at - delay) & line.mask) << 2);
}

/** Address of one sample of this ring, `index` samples into the next block, `delay` samples ago. */
// @ts-ignore: decorator
@inline
export function lineSample(line: DelayLine, index: i32, delay: i32): usize {
  return line.data + (<usize>((line.at + index - delay) & line.mask) << 2);
}

/** Address where the next block is written; then `lineWritten`. */
// @ts-ignore: decorator
@inline
export function lineNext(line: DelayLine): usize {
  return line.data + (<usize>line.at << 2);
}

/** Repeats what is written of the next block past the end, for who reads it before it is whole. */
export function lineRepeated(line: DelayLine): void {
  if (line.at == 0) memory.copy(line.data + (<usize>(line.mask + 1) << 2), line.data, BLOCK_BYTES);
}

/** The next block is written: repeats it past the end where it lies at the beginning, and moves on. */
export function lineWritten(line: DelayLine): void {
  const end = line.data + (<usize>(line.mask + 1) << 2);
  if (line.at == 0) memory.copy(end, line.data, BLOCK_BYTES);
  else if (line.at == BLOCK) memory.copy(end + BLOCK_BYTES, line.data + BLOCK_BYTES, <usize>(SEAM - BLOCK) << 2);
  line.at = (line.at + BLOCK) & line.mask;
}
