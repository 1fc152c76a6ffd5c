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
/** How many, then address and end of each. */
const ranges = memory.data(8 + MOST_RANGES * 8, 16);

/**
 * Address of a u32 count, and behind it of so many pairs of u32: memory that may change while it renders, from an
 * address to another. The same as long as nothing is put in. Decks of tracks that there are not are left out.
 */
export function stateRanges(): usize {
  store<i32>(ranges, 0);
  // Everything up to where the next piece would come, but for what is fixed.
  const end = heap.alloc(16);
  let from: usize = 16;
  for (let i = 0; i < fixedStretches(); i++) {
    add(from, fixedFrom(i));
    from = fixedTo(i);
  }
  add(from, end);
  const decks = usedTracks() * 2;
  if (decks > 0) {
    // The fields of all decks lie before their bodies.
    add(deckFields(), deckBodies());
    add(deckBodies(), deckBodiesEnd(decks));
  }
  for (let deck = 0; deck < decks; deck++) if (hasStrings(deck)) add(stringsFrom(deck), stringsFrom(deck + 1));
  return ranges;
}

function add(from: usize, to: usize): void {
  const count = load<i32>(ranges);
  if (to <= from || count == MOST_RANGES) return;
  store<usize>(ranges + 8 + (<usize>count << 3), from & ~3);
  store<usize>(ranges + 8 + (<usize>count << 3), to & ~3, 4);
  store<i32>(ranges, count + 1);
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
