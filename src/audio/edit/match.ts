// Where in a sound it goes on most like it does at another place: first roughly, then to the sample.

import type { Reader } from './edited-sound.ts';

/** The place from `low` to `high` that is most alike. */
export type Matcher = (place: number, low: number, high: number) => number;

/** Of the samples and of the places, one in so many at first. */
const stride = 4;

/** @param length  in samples, of what is compared */
export function newMatcher(sound: Float32Array, length: number, read: Reader): Matcher {
  const wanted = new Float32Array(length);
  let area = new Float32Array(0);

  /** How alike, -1 to 1; louder is no more alike than softer. */
  const likeness = (at: number, step: number): number => {
    let [product, power] = [0, 1e-12];
    for (let i = 0; i < length; i += step) {
      const value = area[at + i]!;
      product += wanted[i]! * value;
      power += value * value;
    }
    return product / Math.sqrt(power);
  };

  return (place, low, high) => {
    for (let i = 0; i < length; i++) wanted[i] = read(sound, place + i);
    const size = high - low + length + 1;
    if (area.length < size) area = new Float32Array(size);
    for (let i = 0; i < size; i++) area[i] = read(sound, low + i);
    let [best, most] = [0, Number.NEGATIVE_INFINITY];
    const look = (at: number, step: number): void => {
      const found = likeness(at, step);
      if (found > most) [best, most] = [at, found];
    };
    for (let at = 0; at <= high - low; at += stride) look(at, stride);
    const rough = best;
    most = Number.NEGATIVE_INFINITY;
    for (let at = Math.max(0, rough - stride); at <= Math.min(high - low, rough + stride); at++) look(at, 1);
    return low + best;
  };
}
