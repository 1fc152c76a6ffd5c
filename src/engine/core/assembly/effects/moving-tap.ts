// A place in a delay line that moves: four points around it, by the cubic that goes through them.

import { DelayLine } from './delay-line';

/** The least delay that has four points around it, all of them written. */
export const LEAST_DELAY: f32 = 2;

/** What was written `delay` samples before sample `index` of the next block. */
// @ts-ignore: decorator
@inline
export function tapAt(line: DelayLine, index: i32, delay: f32): f32 {
  const whole = <i32>delay;
  const t: f32 = delay - <f32>whole;
  const place = line.at + index - whole;
  const mask = line.mask;
  const data = line.data;
  // From the latest on: one sample later than the place before it, and two earlier.
  const a = load<f32>(data + (<usize>((place + 1) & mask) << 2));
  const b = load<f32>(data + (<usize>(place & mask) << 2));
  const c = load<f32>(data + (<usize>((place - 1) & mask) << 2));
  const d = load<f32>(data + (<usize>((place - 2) & mask) << 2));
  const wa = t * (t - 1) * (t - 2) * <f32>(-1.0 / 6.0);
  const wb = (t + 1) * (t - 1) * (t - 2) * <f32>0.5;
  const wc = (t + 1) * t * (t - 2) * <f32>-0.5;
  const wd = (t + 1) * t * (t - 1) * <f32>(1.0 / 6.0);
  return a * wa + b * wb + (c * wc + d * wd);
}
