// A string: a ring of samples that goes round with a given period, each time weaker. Between samples it is read
// by a curve of the third degree through four: straight lines would dull the string at every turn.

import { LANE_BYTES } from '../filter';
import { within } from '../math';

/** How much of each sample goes round, filled before goRound. */
export const around = memory.data(LANE_BYTES, 16);

/** What the strings of a deck are set to. */
@unmanaged
export class StringSettings {
  /** Turns of the string that the noise lasts. */
  turns: f32;
  /** Share of the way that the lowpass goes in a sample. */
  share: f32;
  resonance: f32;
  /** Samples. */
  release: f32;
}

// Four samples are done at once, so what is read must lie further back than that.
const SHORTEST: f32 = 7.0;

/**
 * Lets `frames` go round: `out` gets what comes back, and it goes in again with what is in `added`.
 * @param room    samples of the ring, a power of two, with four to spare behind it
 * @param at      where it is written next
 * @param period  in samples
 * @returns       where it is written next after that
 */
export function goRound(ring: usize, room: i32, at: i32, period: f32, added: usize, out: usize, frames: i32): i32 {
  const held = within(period, SHORTEST, <f32>(room - 8));
  const whole = <i32>held;
  const p = held - <f32>whole;
  const near = (-p * (1.0 - p) * (2.0 - p)) / 6.0;
  const soon = (p + 1.0) * (1.0 - p) * (2.0 - p) * 0.5;
  const late = p * (p + 1.0) * (2.0 - p) * 0.5;
  const far = (-p * (p + 1.0) * (1.0 - p)) / 6.0;
  const nears = f32x4.splat(near);
  const soons = f32x4.splat(soon);
  const lates = f32x4.splat(late);
  const fars = f32x4.splat(far);
  const mask = room - 1;
  let place = at;
  let done = 0;
  while (done < frames) {
    const behind = (place - whole - 2) & mask;
    // Up to where the writing or the reading comes to the ring's end.
    const run = min<i32>(frames - done, min<i32>(room - place, room - 3 - behind));
    if (run > 0) {
      const read = ring + (<usize>behind << 2);
      const write = ring + (<usize>place << 2);
      const offset = <usize>done << 2;
      for (let i: usize = 0, end: usize = <usize>run << 2; i < end; i += 16) {
        const back = f32x4.add(
          f32x4.add(f32x4.mul(fars, v128.load(read + i)), f32x4.mul(lates, v128.load(read + i, 4))),
          f32x4.add(f32x4.mul(soons, v128.load(read + i, 8)), f32x4.mul(nears, v128.load(read + i, 12))),
        );
        v128.store(write + i, f32x4.add(v128.load(added + offset + i), f32x4.mul(v128.load(around + offset + i), back)));
        v128.store(out + offset + i, back);
      }
      place = (place + run) & mask;
      done += run;
    } else {
      const back =
        (far * load<f32>(ring + (<usize>behind << 2)) + late * load<f32>(ring + (<usize>((behind + 1) & mask) << 2))) +
        (soon * load<f32>(ring + (<usize>((behind + 2) & mask) << 2)) + near * load<f32>(ring + (<usize>((behind + 3) & mask) << 2)));
      const offset = <usize>done << 2;
      store<f32>(ring + (<usize>place << 2), load<f32>(added + offset) + load<f32>(around + offset) * back);
      store<f32>(out + offset, back);
      place = (place + 1) & mask;
      done++;
    }
  }
  return place;
}
