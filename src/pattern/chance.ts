// Chance: draws from integers alone, so that they are the same on every machine.
// A draw is a pure function of the song's seed, of what draws, and of the exact time it draws for: asked
// again it is the same, and in whatever order. Murmur3's mixing of 32-bit words; no floats until the end.

import { gcd } from '../music/rational.ts';
import type { Rational } from '../song/time.ts';

/** The seed of something inside of what has `seed`: `place` sets it apart from its neighbours. */
export const seedOf = (seed: number, place: number): number => finished(wordsOf(wordsOf(1, seed), place));

/** A draw for the moment `n`/`d` (in lowest terms, 0 <= n < d) of a cycle: an integer of 32 bits, 0 and above. */
export const drawAt = (seed: number, cycle: number, n = 0, d = 1): number =>
  finished(wordsOf(wordsOf(wordsOf(wordsOf(2, seed), cycle), n), d));

/**
 * The draw for a note that begins at tick `begin` where a cycle is laid out from `start` over `width` ticks.
 * @param grid of the pattern that the note is from: `width` is a multiple of it
 */
export const drawOfNote = (
  seed: number,
  grid: number,
  cycle: number,
  start: number,
  width: number,
  begin: number,
): number => {
  // A note that has been sounding since an earlier cycle has drawn there.
  const away = Math.floor((begin - start) / width);
  const tick = (begin - start - away * width) / (width / grid);
  const common = gcd(tick, grid);
  return drawAt(seed, cycle + away, tick / common, grid / common);
};

/** Whether a draw lies in the first `share` of all draws: so a larger share takes in all of a smaller one. */
export const isWithin = (draw: number, share: Rational): boolean => draw * share.d < share.n * 2 ** 32;

/** One of `count` by a draw, from 0. */
export const pickOf = (draw: number, count: number): number => Math.floor((draw * count) / 2 ** 32);

/** A draw as a number from 0 up to, and without, 1. */
export const shareOf = (draw: number): number => draw / 2 ** 32;

/** An integer of 32 bits for a text: equal for equal texts. */
export const textPlace = (text: string): number => {
  let hash = 3;
  for (let index = 0; index < text.length; index += 1) hash = mixed(hash, text.charCodeAt(index));
  return finished(hash);
};

/** Both words of a safe integer, negative ones too. */
const wordsOf = (hash: number, integer: number): number =>
  mixed(mixed(hash, integer >>> 0), Math.floor(integer / 2 ** 32) >>> 0);

const mixed = (hash: number, word: number): number => {
  const k = Math.imul(word, 0xcc9e2d51);
  const h = hash ^ Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
};

const finished = (hash: number): number => {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};
