// Frequencies of a block, in hertz, to the tangents that filters want, four at a time.

import { sinOfPhasex4 } from '../math';
import { sampleRate } from './rate';
import { HIGHEST_TURNS } from './response';

const LOWEST_HERTZ: f32 = 0.1;
/** Half a turn in 2^32: tan(pi x) is sin over cosine of half of x turns. */
const HALF_TURN: f32 = 2147483648;
const QUARTER_TURN: i32 = 1073741824;

/** In place. */
export function tangentsOf(block: usize): void {
  const scale = f32x4.splat(HALF_TURN / sampleRate);
  const most = f32x4.splat(HIGHEST_TURNS * sampleRate);
  const least = f32x4.splat(LOWEST_HERTZ);
  const quarter = i32x4.splat(QUARTER_TURN);
  for (let i: usize = 0; i < 512; i += 16) {
    const hertz = f32x4.pmin(most, f32x4.pmax(least, v128.load(block + i)));
    const phases = i32x4.trunc_sat_f32x4_s(f32x4.mul(hertz, scale));
    const tangents = f32x4.div(sinOfPhasex4(phases), sinOfPhasex4(i32x4.sub(quarter, phases)));
    v128.store(block + i, tangents);
  }
}
