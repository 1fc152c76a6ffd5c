// A pair of filters (filter-pair.ts) that follows a tangent of its own at every sample, as where an LFO or an
// envelope moves it. It works on `frames`, in place.

import { constant, ONE } from '../constants';
import { BLOCK } from '../memory';
import { rest } from './feedback';
import { FilterPair, frames } from './filter-pair';

/** Coefficients of swept filters: three vectors a frame. */
const swept = memory.data(129 * 48, 16);

const FRAME: usize = 8;
const LAST: usize = <usize>BLOCK * FRAME;
const FIRST_LANES = memory.data<i32>([-1, -1, 0, 0], 16);
const SECOND_LANES = memory.data<i32>([0, 0, -1, -1], 16);

/**
 * Works out, for `pairSweep`, the coefficients of filters whose tangents are given for each sample of each side.
 * @param k  their damping, which stands still
 */
export function sweepAlong(left: usize, right: usize, k: f32): void {
  const one = constant(ONE);
  const damping = f32x4.splat(k);
  for (let i: usize = 0; i < 512; i += 4) {
    const l = f32x4.splat(load<f32>(left + i));
    const g = i32x4.shuffle(l, f32x4.splat(load<f32>(right + i)), 0, 4, 0, 4);
    const a1 = f32x4.div(one, f32x4.add(one, f32x4.mul(g, f32x4.add(g, damping))));
    const a2 = f32x4.mul(g, a1);
    const at = swept + i * 12;
    v128.store(at, a1);
    v128.store(at, a2, 16);
    v128.store(at, f32x4.mul(g, a2), 32);
  }
  memory.copy(swept + 128 * 48, swept + 127 * 48, 48);
}

/** Filters `frames` along the sweep; of the pair only its mix and its states count. */
export function pairSweep(pair: FilterPair): void {
  const input = pair.nextInput;
  const band = pair.nextBand;
  const low = pair.nextLow;
  let s1 = pair.s1;
  let s2 = pair.s2;
  let y = f32x4.splat(0);
  for (let i: usize = 0, at = swept; i <= LAST; i += FRAME, at += 48) {
    const a1 = v128.load(at);
    const a2 = v128.load(at, 16);
    const a3 = v128.load(at, 32);
    const x = i32x4.shuffle(v128.load64_zero(frames + i), y, 0, 1, 4, 5);
    const v3 = f32x4.sub(x, s2);
    const v1 = f32x4.add(f32x4.mul(a1, s1), f32x4.mul(a2, v3));
    const v2 = f32x4.add(s2, f32x4.add(f32x4.mul(a2, s1), f32x4.mul(a3, v3)));
    const n1 = f32x4.sub(f32x4.add(v1, v1), s1);
    const n2 = f32x4.sub(f32x4.add(v2, v2), s2);
    y = f32x4.add(f32x4.mul(input, x), f32x4.add(f32x4.mul(band, v1), f32x4.mul(low, v2)));
    if (i == 0) {
      s1 = v128.bitselect(n1, s1, v128.load(FIRST_LANES));
      s2 = v128.bitselect(n2, s2, v128.load(FIRST_LANES));
    } else {
      v128.store_lane<i64>(frames + i - FRAME, y, 1);
      if (i == LAST) {
        s1 = v128.bitselect(n1, s1, v128.load(SECOND_LANES));
        s2 = v128.bitselect(n2, s2, v128.load(SECOND_LANES));
      } else {
        s1 = n1;
        s2 = n2;
      }
    }
  }
  pair.s1 = rest(s1);
  pair.s2 = rest(s2);
}
