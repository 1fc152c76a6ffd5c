// A comb: a delay that comes back into itself. All of a reverb's are longer than a block.

import { BLOCK_BYTES } from '../memory';
import { DelayLine, lineBlock, lineNext, lineWritten } from './delay-line';
import { calm } from './feedback';

/** Adds to `out` what comes after `delay` samples, and feeds `block` and a share of that back. */
export function combAdd(line: DelayLine, delay: i32, feedback: f32, block: usize, out: usize): void {
  const share = f32x4.splat(feedback);
  const from = lineBlock(line, delay);
  const to = lineNext(line);
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    const y = v128.load(from + i);
    v128.store(to + i, calm(f32x4.add(v128.load(block + i), f32x4.mul(share, y))));
    v128.store(out + i, f32x4.add(v128.load(out + i), y));
  }
  lineWritten(line);
}
