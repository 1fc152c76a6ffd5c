// From one side to two.

import { BLOCK_BYTES } from './memory';

/** As a track in the middle is shared out to both sides. */
const SHARE: f32 = 0.7071067811865476;

/** Puts the mono block `left` on both sides, as loud as before. */
export function widen(left: usize, right: usize): void {
  const share = f32x4.splat(SHARE);
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    const x = f32x4.mul(v128.load(left + i), share);
    v128.store(left + i, x);
    v128.store(right + i, x);
  }
}
