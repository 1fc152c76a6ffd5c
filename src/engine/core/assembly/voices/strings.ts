// The memory of the PluckSynths' strings: one for every voice that there can be, long enough for the longest
// period that can be plucked. Memory that is not used is never touched, so it costs nothing.

import { reserveFixed } from '../memory';
import { Deck, DECKS, indexOf, SLOTS, Voice } from './deck';

/** The lowest note that a string is long enough for, in Hz. */
const LOWEST_HERTZ: f32 = 26.0;
/** Samples to spare behind each. */
const SPARE: i32 = 4;

let strings: usize = 0;
let room: i32 = 0;

/** Samples of a string, a power of two. */
// @ts-ignore: decorator
@inline
export function stringRoom(): i32 {
  return room;
}

/** Once for a rate. */
export function makeStrings(sampleRate: f32): void {
  const wanted = 1 << (32 - clz<i32>(<i32>(sampleRate / LOWEST_HERTZ)));
  if (wanted <= room) return;
  room = wanted;
  strings = reserveFixed(<usize>(DECKS * SLOTS) * <usize>((room + SPARE) << 2));
}

/** Where the strings of a deck begin; those of the next one come behind them. */
export function stringsFrom(deck: i32): usize {
  return strings + <usize>(deck * SLOTS) * <usize>((room + SPARE) << 2);
}

/** A voice's string, as it was left. */
// @ts-ignore: decorator
@inline
export function stringOf(deck: Deck, voice: Voice): usize {
  return strings + <usize>(indexOf(deck) * SLOTS + voice.slot) * <usize>((room + SPARE) << 2);
}

/** Takes everything out of a voice's string. */
export function stillString(deck: Deck, voice: Voice): void {
  memory.fill(stringOf(deck, voice), 0, (room + SPARE) << 2);
}
