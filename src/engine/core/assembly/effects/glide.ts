// A value that goes from where it was to where it is set within a block.

import { BLOCK } from '../memory';

/** Its first four samples; each next four are (to - from) / 32 further. */
// @ts-ignore: decorator
@inline
export function rampOfFour(from: f32, to: f32): v128 {
  return f32x4.add(f32x4.splat(from), f32x4.mul(f32x4(1, 2, 3, 4), f32x4.splat((to - from) / <f32>BLOCK)));
}

/** What a ramp gains in four samples. */
// @ts-ignore: decorator
@inline
export function rampStep(from: f32, to: f32): v128 {
  return f32x4.splat((to - from) / 32);
}
