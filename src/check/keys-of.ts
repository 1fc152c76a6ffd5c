// The keys of a song as scales, and which of them holds in a bar.

import { type KeyScale, scaleOf } from '../music/scale.ts';
import type { Key } from '../song/place.ts';
import { keyAt } from '../timeline/keys.ts';
import type { Timeline } from '../timeline/timeline.ts';

/** The scale of one bar, from 0; for a few questions, where `scalesOf` is for many. */
export const scaleIn = ({ keys }: Timeline, bar: number): KeyScale | undefined => {
  const key = keyAt(keys, bar);
  return key && scaleOf(key);
};

/** The scale of a bar, from 0; undefined where no key holds, or one that is no scale. */
export type ScaleAt = (bar: number) => KeyScale | undefined;

export const scalesOf = ({ keys }: Timeline): ScaleAt => {
  const scales = new Map<Key, KeyScale | undefined>(keys.map(({ key }) => [key, scaleOf(key)]));
  const [only] = keys;
  if (keys.length === 1 && only!.bar === 0) {
    const scale = scales.get(only!.key);
    return () => scale;
  }
  return (bar) => {
    const key = keyAt(keys, bar);
    return key && scales.get(key);
  };
};
