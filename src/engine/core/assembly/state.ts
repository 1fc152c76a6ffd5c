// What of the core changes while it renders: for a host that keeps a moment of a bounce, and later goes on from
// there with another version of the song. The host reads and writes the memory named here, and the module's globals.
// Both are compared byte for byte: so before a moment is taken, all that is of no more use is made alike.

import { deckFields, deckBodies, deckBodiesEnd } from './voices/deck';
import { hasStrings } from './instrument';
import { lanesRest } from './lanes';
import { masterReduction } from './master/master';
import { fixedFrom, fixedStretches, fixedTo } from './memory';
import { metersRest } from './meters';
import { reportClear } from './report';
import { position } from './song-clock';
import { busReductions } from './strip/buses';
import { trackReductions, usedTracks } from './strip/track-strips';
import { trackRest, trackResume } from './track';
import { stringsFrom } from './voices/strings';

const MOST_RANGES: i32 = 4096;
/** Memory that may change while it renders: the address and the end of each stretch of it. */
const ranges = memory.data(MOST_RANGES * 8, 16);
let rangeCount: i32 = 0;
/** Room for the host in front of what has changed: what it tells itself of a moment lies there. */
const HOST_BYTES: usize = 1 << 14;
/** All of it one behind the other, as it was at the start; and room for what has changed since. */
let start: usize = 0;
let found: usize = 0;

/** Takes the core as it is for the start: all is put in, and nothing is put in any more. */
export function stateBegin(): void {
  stateRest();
  rangeCount = 0;
  let from: usize = 16;
  // Everything up to where the next piece would come, but for what is fixed.
  const end = heap.alloc(16);
  for (let i = 0; i < fixedStretches(); i++) {
    addRange(from, fixedFrom(i));
    from = (fixedTo(i) + 15) & ~15;
  }
  addRange(from, end);
  const decks = usedTracks() * 2;
  if (decks > 0) {
    // The fields of all decks lie before their bodies. Those of tracks that there are not never change.
    addRange(deckFields(), deckBodies());
    addRange(deckBodies(), deckBodiesEnd(decks));
  }
  // Of both decks of a track: the one that plays first may not be set up yet.
  for (let deck = 0; deck < decks; deck += 2)
    if (hasStrings(deck) || hasStrings(deck + 1)) addRange(stringsFrom(deck), stringsFrom(deck + 2));
  let bytes: usize = 0;
  for (let i = 0; i < rangeCount; i++) bytes += rangeTo(i) - rangeFrom(i);
  start = heap.alloc(bytes);
  // At worst each second word has changed, and each is told with its place and a count.
  found = heap.alloc(HOST_BYTES + bytes * 2 + 64) + HOST_BYTES;
  copyRanges(true);
  stateResume();
}

/**
 * Finds the words that are not what they were at the start: u32 runs at `stateFound`, each the number of its first word
 * in memory, how many, and these. Returns how many u32 that is in all.
 */
export function stateTake(): i32 {
  stateRest();
  let to = found;
  let head: usize = 0;
  let last: usize = 0;
  let before = start;
  for (let i = 0; i < rangeCount; i++) {
    const end = rangeTo(i);
    for (let at = rangeFrom(i); at < end; at += 16, before += 16) {
      const vector = v128.load(at);
      const change = v128.xor(vector, v128.load(before));
      if (!v128.any_true(change)) continue;
      // Behind others that have changed, all of it: as most of a reverb is.
      if (head != 0 && at == last + 4 && i32x4.all_true(change)) {
        store<u32>(head, load<u32>(head, 4) + 4, 4);
        v128.store(to, vector);
        to += 16;
        last = at + 12;
        continue;
      }
      for (let word: usize = 0; word < 16; word += 4) {
        const value = load<u32>(at + word);
        if (value == load<u32>(before + word)) continue;
        if (head == 0 || at + word != last + 4) {
          head = to;
          store<u32>(to, <u32>((at + word) >> 2));
          store<u32>(to, 0, 4);
          to += 8;
        }
        store<u32>(head, load<u32>(head, 4) + 1, 4);
        store<u32>(to, value);
        to += 4;
        last = at + word;
      }
    }
  }
  stateResume();
  return <i32>((to - found) >> 2);
}

/** Its address; in front of it there are `HOST_BYTES` for the host. */
export function stateFound(): usize {
  return found;
}

/** Stands at the start again; the host then writes what a moment has changed, and calls `stateResume`. */
export function stateReturn(): void {
  copyRanges(false);
}

function copyRanges(out: bool): void {
  let at = start;
  for (let i = 0; i < rangeCount; i++) {
    const bytes = rangeTo(i) - rangeFrom(i);
    if (out) memory.copy(at, rangeFrom(i), bytes);
    else memory.copy(rangeFrom(i), at, bytes);
    at += bytes;
  }
}

/** Whole vectors: what is shared out to others lies 16 bytes aligned. */
function addRange(from: usize, to: usize): void {
  if (to <= from || rangeCount == MOST_RANGES) return;
  store<usize>(ranges + (<usize>rangeCount << 3), from & ~15);
  store<usize>(ranges + (<usize>rangeCount << 3), (to + 15) & ~15, 4);
  rangeCount++;
}

function rangeFrom(index: i32): usize {
  return load<usize>(ranges + (<usize>index << 3));
}

function rangeTo(index: i32): usize {
  return load<usize>(ranges + (<usize>index << 3), 4);
}

/** Between blocks: two cores that will sound alike are alike. Counts and meters begin anew. Then `stateResume`. */
export function stateRest(): void {
  for (let track = 0; track < usedTracks(); track++) trackRest(track);
  lanesRest();
  reportClear();
  // Twice: what turned down since the last reading is a part of the effects.
  for (let i = 0; i < 2; i++) {
    trackReductions();
    busReductions();
    masterReduction();
  }
  metersRest();
}

/** Goes on after a rest, at whatever moment the host has put in. */
export function stateResume(): void {
  for (let track = 0; track < usedTracks(); track++) trackResume(track, position);
}
