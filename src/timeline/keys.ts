// The key of a place in the song.

import type { Key } from '../song/place.ts';
import type { KeyPoint } from './timeline.ts';

/** The key of a bar, from 0; undefined where the song names none up to there. */
export const keyAt = (keys: readonly KeyPoint[], bar: number): Key | undefined => {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle]!.bar <= bar) low = middle + 1;
    else high = middle;
  }
  return keys[low - 1]?.key;
};
