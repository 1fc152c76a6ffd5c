// The chain of a strip: its effects, in the order of the song. An effect that the next version of the song
// has too keeps its state, and its settings travel; one that is new is faded in, one that is gone is faded
// out, so that no change of the chain is heard as a click.

import { effectAlign, effectLatency, effectMake, effectReduction, effectSet, effectTail, effectTakesOne } from '../effects/kinds';
import { EFFECT_HOSTED, EFFECT_SLOTS, EFFECT_WIDENS, MAX_INSERTS } from '../generated/layout';
import { Lane, laneAdd, laneOfSlot } from '../lanes';
import { BLOCK_BYTES, reserve } from '../memory';
import { widen } from '../widen';
import { Insert, insertDrop, insertMake, insertRender, insertRespond, insertSettle, insertStep, insertsInit, settingsBytes, UNSET } from './insert';
import { travelBlocks } from './settings';

/** Those of the song, and as many that fade out. */
const MOST_INSERTS: i32 = MAX_INSERTS * 2;

@unmanaged
export class Chain {
  /** Addresses of all inserts in the order of the signal, and of those of the newest song in its order. */
  inserts: usize;
  wanted: usize;
  count: i32;
  wantedCount: i32;
}

/** i32 pairs that the host writes: the effect, and the track that it listens to or -1, or its plug. */
let wishes: usize = 0;
/** Lengths of the longest common parts of two chains, from each place of both to their ends. */
let common: usize = 0;
let merged: usize = 0;

export function chainsInit(): void {
  wishes = reserve(MAX_INSERTS * 8);
  common = reserve((MAX_INSERTS + 1) * (MAX_INSERTS + 1) * 4);
  merged = reserve(MOST_INSERTS * 4);
  insertsInit();
}

export function newChain(): Chain {
  const chain = changetype<Chain>(reserve(offsetof<Chain>()));
  chain.inserts = reserve(MOST_INSERTS * 4);
  chain.wanted = reserve(MAX_INSERTS * 4);
  return chain;
}

/** Where the host writes what a chain is to be; then `chainPut`. */
export function chainWishes(): usize {
  return wishes;
}

/**
 * Makes the chain what the first `count` wishes say. What the host writes next are the settings, and then
 * `chainMove` or `chainJump`. An effect that there is no room for is left out.
 */
export function chainPut(chain: Chain, count: i32): void {
  compare(chain, count);
  const before = chain.wantedCount;
  let old = 0;
  let next = 0;
  let length = 0;
  let leaving = 0;
  for (let j = 0; j < count; j++) {
    while (old < before && !isSame(chain, old, j) && commonAt(old + 1, j) >= commonAt(old, j + 1)) leave(chain, old++);
    if (old < before && isSame(chain, old, j)) {
      const stays = wantedAt(chain, old++);
      // Those that are gone keep their place until they have faded.
      for (; insertAt(chain, next) != stays; next++) {
        if (leaving++ < MAX_INSERTS) setMerged(length++, insertAt(chain, next));
        else insertDrop(insertAt(chain, next));
      }
      next++;
      stays.key = wishedKey(j);
      setMerged(length++, stays);
    } else {
      const fresh = insertMake(wishedKind(j), wishedKey(j));
      if (fresh) setMerged(length++, fresh);
    }
  }
  while (old < before) leave(chain, old++);
  for (; next < chain.count; next++) {
    if (leaving++ < MAX_INSERTS) setMerged(length++, insertAt(chain, next));
    else insertDrop(insertAt(chain, next));
  }
  memory.copy(chain.inserts, merged, <usize>length << 2);
  chain.count = length;
  let wanted = 0;
  for (let i = 0; i < length; i++) {
    if (insertAt(chain, i).aim == 0) continue;
    store<usize>(chain.wanted + (<usize>wanted << 2), changetype<usize>(insertAt(chain, i)));
    wanted++;
  }
  chain.wantedCount = wanted;
}

/** Where the host writes the settings of an effect: of those that found room, in the order of the song. */
export function chainTargets(chain: Chain, index: i32): usize {
  return index < chain.wantedCount ? wantedAt(chain, index).target : 0;
}

/** How many effects the song has here: fewer than were wished where there was no room. */
export function chainLength(chain: Chain): i32 {
  return chain.wantedCount;
}

/** The settings are written: travel there. */
export function chainMove(chain: Chain): void {
  for (let i = 0; i < chain.wantedCount; i++) {
    const insert = wantedAt(chain, i);
    if (insert.left == UNSET) insertSettle(insert);
    else if (memory.compare(insert.now, insert.target, settingsBytes(insert)) != 0) insert.left = travelBlocks;
  }
}

/** The settings are written: be there, and let nothing fade. */
export function chainJump(chain: Chain): void {
  for (let i = 0; i < chain.count; i++) if (insertAt(chain, i).aim == 0) insertDrop(insertAt(chain, i));
  memory.copy(chain.inserts, chain.wanted, <usize>chain.wantedCount << 2);
  chain.count = chain.wantedCount;
  for (let i = 0; i < chain.count; i++) {
    insertAt(chain, i).mix = 1;
    insertSettle(insertAt(chain, i));
  }
}

/** Forgets all sound, not the settings; those that fade are gone. */
export function chainClear(chain: Chain): void {
  for (let i = 0; i < chain.count; i++) {
    const insert = insertAt(chain, i);
    if (insert.aim == 0) continue;
    memory.fill(insert.state, 0, insert.stateBytes);
    effectMake(insert.kind, insert.state);
    if (insert.response) insertRespond(insert);
    if (insert.left == 0) effectSet(insert.kind, insert.state, insert.lanes ? insert.moved : insert.now, true);
  }
  chainJump(chain);
}

/** Gives an effect of the song the sample in a slot, or none with -1; not while rendering. */
export function chainRespond(chain: Chain, index: i32, slot: i32): void {
  if (index >= chain.wantedCount) return;
  const insert = wantedAt(chain, index);
  if (insert.response == slot + 1) return;
  insert.response = slot + 1;
  insertRespond(insert);
}

/** Samples by which the effects of the song look ahead. */
export function chainLatency(chain: Chain): i32 {
  let samples = 0;
  for (let i = 0; i < chain.wantedCount; i++) samples += effectLatency(wantedAt(chain, i).kind, wantedAt(chain, i).state);
  return samples;
}

/** Samples of silence after which nothing can come any more. */
export function chainTail(chain: Chain): i32 {
  let samples = 0;
  for (let i = 0; i < chain.count; i++) samples += effectTail(insertAt(chain, i).kind, insertAt(chain, i).state);
  return samples;
}

/** Most dB that it turned down since the last call. */
export function chainReduction(chain: Chain): f32 {
  let decibels: f32 = 0;
  for (let i = 0; i < chain.count; i++) {
    const insert = insertAt(chain, i);
    insert.reduction = effectReduction(insert.kind, insert.state);
    decibels += insert.reduction;
  }
  return decibels;
}

/** What an effect of the song had in the last of these answers. */
export function insertReduction(chain: Chain, index: i32): f32 {
  return index < chain.wantedCount ? wantedAt(chain, index).reduction : 0;
}

/**
 * A block through the chain, in place.
 * @param sides  1: `left` alone is written, a mono sound; 2: stereo
 * @returns      as `sides`, behind it
 */
export function chainRender(chain: Chain, left: usize, right: usize, sides: i32): i32 {
  let isStereo = sides == 2;
  /** Whether a mono sound stands in `right` as well. */
  let isDoubled = false;
  for (let i = 0; i < chain.count; i++) {
    const insert = insertAt(chain, i);
    insertStep(insert, false);
    if (!isStereo && EFFECT_WIDENS[insert.kind]) {
      widen(left, right);
      isStereo = true;
    }
    if (!isStereo && effectTakesOne(insert.kind)) {
      insertRender(insert, left, 0);
      isDoubled = false;
      continue;
    }
    if (!isStereo && !isDoubled) memory.copy(right, left, BLOCK_BYTES);
    isDoubled = true;
    insertRender(insert, left, right);
  }
  sweep(chain);
  return isStereo ? 2 : 1;
}

/** Sound comes after a silence: what moves by itself stands as at `sample` of the song. */
export function chainWake(chain: Chain, sample: u32): void {
  for (let i = 0; i < chain.count; i++) {
    const insert = insertAt(chain, i);
    // Before the song's start, too: phases wrap, and so does this difference.
    effectAlign(insert.kind, insert.state, sample - <u32>insert.late);
  }
}

/** By how much what comes out of the chain is later than the song: its lanes are read as late, each at its place. */
export function chainBehind(chain: Chain, samples: i32): void {
  let late = max<i32>(0, samples);
  for (let i = chain.wantedCount - 1; i >= 0; i--) {
    const insert = wantedAt(chain, i);
    late = max<i32>(0, late - effectLatency(insert.kind, insert.state));
    insert.late = late;
  }
}

/** Settings go on while the strip sleeps. */
export function chainRest(chain: Chain): void {
  if (chain.count == 0) return;
  for (let i = 0; i < chain.count; i++) {
    const insert = insertAt(chain, i);
    insertStep(insert, true);
    insert.mix = insert.aim;
  }
  sweep(chain);
}

/** Takes away what has faded. */
function sweep(chain: Chain): void {
  let kept = 0;
  for (let i = 0; i < chain.count; i++) {
    const insert = insertAt(chain, i);
    if (insert.aim == 0 && insert.mix == 0) {
      insertDrop(insert);
      continue;
    }
    store<usize>(chain.inserts + (<usize>kept << 2), changetype<usize>(insert));
    kept++;
  }
  chain.count = kept;
}

/** Adds a lane that moves an effect of the song; 0 where there is no room for it, or no such effect. */
export function chainLane(chain: Chain, index: i32, slot: i32, count: i32): usize {
  if (index >= chain.wantedCount) return 0;
  const insert = wantedAt(chain, index);
  if (slot < 0 || slot >= EFFECT_SLOTS[insert.kind]) return 0;
  const lane = laneAdd(insert.lanes, slot, false, count);
  if (lane) insert.lanes = lane;
  // Its settings are worked out anew, whatever they were.
  memory.fill(insert.moved, 0xff, settingsBytes(insert));
  return lane ? changetype<Lane>(lane).points : 0;
}

/** A hand takes a setting of an effect from its lane, where it is, or gives it back. */
export function chainHold(chain: Chain, index: i32, slot: i32, isHeld: bool): void {
  if (index >= chain.wantedCount) return;
  const insert = wantedAt(chain, index);
  const lane = laneOfSlot(insert.lanes, slot);
  if (!lane || lane.isHeld == isHeld) return;
  lane.isHeld = isHeld;
  const at = <usize>slot << 2;
  const value = load<f32>(insert.moved + at);
  // Before its first block there is nothing that it has been at.
  if (isHeld && value == value) store<f32>(insert.now + at, value);
}

/** Lets go of all lanes: the settings are the song's own again. */
export function chainForgetLanes(chain: Chain): void {
  for (let i = 0; i < chain.count; i++) {
    const insert = insertAt(chain, i);
    if (!insert.lanes) continue;
    insert.lanes = 0;
    // The next step of a travel tells the effect; one to where it stands is a travel as well.
    insert.left = max<i32>(insert.left, 1);
  }
}

function leave(chain: Chain, index: i32): void {
  wantedAt(chain, index).aim = 0;
}

/** Fills `common`. */
function compare(chain: Chain, count: i32): void {
  for (let i = chain.wantedCount; i >= 0; i--) {
    for (let j = count; j >= 0; j--) {
      let longest = 0;
      if (i < chain.wantedCount && j < count) {
        longest = isSame(chain, i, j) ? commonAt(i + 1, j + 1) + 1 : max<i32>(commonAt(i + 1, j), commonAt(i, j + 1));
      }
      store<i32>(commonSlot(i, j), longest);
    }
  }
}

function isSame(chain: Chain, index: i32, wish: i32): bool {
  const insert = wantedAt(chain, index);
  if (insert.kind != wishedKind(wish)) return false;
  // By another plug comes another sound.
  return insert.kind != EFFECT_HOSTED || insert.key == wishedKey(wish);
}

function commonAt(index: i32, wish: i32): i32 {
  return load<i32>(commonSlot(index, wish));
}

function commonSlot(index: i32, wish: i32): usize {
  return common + (<usize>(index * (MAX_INSERTS + 1) + wish) << 2);
}

function wishedKind(index: i32): i32 {
  return load<i32>(wishes + (<usize>index << 3));
}

function wishedKey(index: i32): i32 {
  return load<i32>(wishes + (<usize>index << 3), 4);
}

function setMerged(index: i32, insert: Insert): void {
  store<usize>(merged + (<usize>index << 2), changetype<usize>(insert));
}

// @ts-ignore: decorator
@inline
function insertAt(chain: Chain, index: i32): Insert {
  return changetype<Insert>(load<usize>(chain.inserts + (<usize>index << 2)));
}

// @ts-ignore: decorator
@inline
function wantedAt(chain: Chain, index: i32): Insert {
  return changetype<Insert>(load<usize>(chain.wanted + (<usize>index << 2)));
}
