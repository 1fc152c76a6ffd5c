// The chain of a strip: its effects, in the order of the song. An effect that the next version of the song
// has too keeps its state, and its settings travel; one that is new is faded in, one that is gone is faded
// out, so that no change of the chain is heard as a click.

import { effectAlign, effectBytes, effectLatency, effectLoad, effectMake, effectReduction, effectRender, effectSet, effectTail, effectTakesOne } from '../effects/kinds';
import { EFFECTS, EFFECT_HOSTED, EFFECT_SLOTS, EFFECT_WIDENS, EFFECT_WORDS, MAX_INSERTS, MOST_EFFECT_SLOTS } from '../generated/layout';
import { poolGive, poolTake } from '../effects/pool';
import { Lane, laneAdd, laneOfSlot, lanesApply } from '../lanes';
import { BLOCK, BLOCK_BYTES, reserve, reserveBlock } from '../memory';
import { sampleAt } from '../samples';
import { sampleAtEnd } from '../song-clock';
import { widen } from '../widen';
import { keyBlock } from './keys';
import { travelBlocks } from './settings';

/** Those of the song, and as many that fade out. */
const MOST_NODES: i32 = MAX_INSERTS * 2;
/** A node whose settings were never set: they are there at once. */
const NEW: i32 = -1;

@unmanaged
class Node {
  kind: i32;
  /** The track that it listens to, or -1; of a hosted one its plug. */
  key: i32;
  state: usize;
  stateBytes: usize;
  /** f32 settings: where they are, where they are to be, and as the lanes have them. */
  now: usize;
  target: usize;
  moved: usize;
  /** The first of the lanes that move some, or 0. */
  lanes: usize;
  /** Blocks that their travel still takes, or `NEW`. */
  left: i32;
  /** Share of the effect at the end of the last block, and where that goes: 1, or 0 for one that is gone. */
  mix: f32;
  aim: f32;
  /** The slot of the sample that it is made of, and 1; 0 where it has none. */
  response: i32;
  /** By how many samples what comes in is later than the song. */
  late: i32;
  /** Most dB that it turned down, when that was last asked for. */
  reduction: f32;
}

const NODE_BYTES: usize = 64;

@unmanaged
export class Chain {
  /** Addresses of all nodes in the order of the signal, and of those of the newest song in its order. */
  nodes: usize;
  wanted: usize;
  count: i32;
  wantedCount: i32;
}

/** i32 pairs that the host writes: the effect, and the track that it listens to or -1, or its plug. */
let wishes: usize = 0;
/** Lengths of the longest common parts of two chains, from each place of both to their ends. */
let common: usize = 0;
let merged: usize = 0;
/** Room for the settings of one effect. */
let scratch: usize = 0;
let dryLeft: usize = 0;
let dryRight: usize = 0;

export function chainsInit(): void {
  wishes = reserve(MAX_INSERTS * 8);
  common = reserve((MAX_INSERTS + 1) * (MAX_INSERTS + 1) * 4);
  merged = reserve(MOST_NODES * 4);
  scratch = reserve(MOST_EFFECT_SLOTS * 4);
  dryLeft = reserveBlock();
  dryRight = reserveBlock();
}

export function newChain(): Chain {
  const chain = changetype<Chain>(reserve(offsetof<Chain>()));
  chain.nodes = reserve(MOST_NODES * 4);
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
      for (; nodeAt(chain, next) != stays; next++) {
        if (leaving++ < MAX_INSERTS) setMerged(length++, nodeAt(chain, next));
        else drop(nodeAt(chain, next));
      }
      next++;
      stays.key = wishedKey(j);
      setMerged(length++, stays);
    } else {
      const fresh = make(wishedKind(j), wishedKey(j));
      if (fresh) setMerged(length++, fresh);
    }
  }
  while (old < before) leave(chain, old++);
  for (; next < chain.count; next++) {
    if (leaving++ < MAX_INSERTS) setMerged(length++, nodeAt(chain, next));
    else drop(nodeAt(chain, next));
  }
  memory.copy(chain.nodes, merged, <usize>length << 2);
  chain.count = length;
  let wanted = 0;
  for (let i = 0; i < length; i++) {
    if (nodeAt(chain, i).aim == 0) continue;
    store<usize>(chain.wanted + (<usize>wanted << 2), changetype<usize>(nodeAt(chain, i)));
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
    const node = wantedAt(chain, i);
    if (node.left == NEW) settle(node);
    else if (memory.compare(node.now, node.target, bytesOf(node)) != 0) node.left = travelBlocks;
  }
}

/** The settings are written: be there, and let nothing fade. */
export function chainJump(chain: Chain): void {
  for (let i = 0; i < chain.count; i++) if (nodeAt(chain, i).aim == 0) drop(nodeAt(chain, i));
  memory.copy(chain.nodes, chain.wanted, <usize>chain.wantedCount << 2);
  chain.count = chain.wantedCount;
  for (let i = 0; i < chain.count; i++) {
    nodeAt(chain, i).mix = 1;
    settle(nodeAt(chain, i));
  }
}

/** Forgets all sound, not the settings; those that fade are gone. */
export function chainClear(chain: Chain): void {
  for (let i = 0; i < chain.count; i++) {
    const node = nodeAt(chain, i);
    if (node.aim == 0) continue;
    memory.fill(node.state, 0, node.stateBytes);
    effectMake(node.kind, node.state);
    if (node.response) respond(node);
    if (node.left == 0) effectSet(node.kind, node.state, node.lanes ? node.moved : node.now, true);
  }
  chainJump(chain);
}

/** Gives an effect of the song the sample in a slot, or none with -1; not while rendering. */
export function chainRespond(chain: Chain, index: i32, slot: i32): void {
  if (index >= chain.wantedCount) return;
  const node = wantedAt(chain, index);
  if (node.response == slot + 1) return;
  node.response = slot + 1;
  respond(node);
}

function respond(node: Node): void {
  if (node.response == 0) {
    effectLoad(node.kind, node.state, 0, 0, 0, 1);
    return;
  }
  const sample = sampleAt(node.response - 1);
  const right = sample.right ? sample.right : sample.left;
  effectLoad(node.kind, node.state, sample.left, right, sample.frames, sample.sampleRate);
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
  for (let i = 0; i < chain.count; i++) samples += effectTail(nodeAt(chain, i).kind, nodeAt(chain, i).state);
  return samples;
}

/** Most dB that it turned down since the last call. */
export function chainReduction(chain: Chain): f32 {
  let decibels: f32 = 0;
  for (let i = 0; i < chain.count; i++) {
    const node = nodeAt(chain, i);
    node.reduction = effectReduction(node.kind, node.state);
    decibels += node.reduction;
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
    const node = nodeAt(chain, i);
    step(node, false);
    if (!isStereo && EFFECT_WIDENS[node.kind]) {
      widen(left, right);
      isStereo = true;
    }
    if (!isStereo && effectTakesOne(node.kind)) {
      renderNode(node, left, 0);
      isDoubled = false;
      continue;
    }
    if (!isStereo && !isDoubled) memory.copy(right, left, BLOCK_BYTES);
    isDoubled = true;
    renderNode(node, left, right);
  }
  sweep(chain);
  return isStereo ? 2 : 1;
}

/** Sound comes after a silence: what moves by itself stands as at `sample` of the song. */
export function chainWake(chain: Chain, sample: u32): void {
  for (let i = 0; i < chain.count; i++) {
    const node = nodeAt(chain, i);
    // Before the song's start, too: phases wrap, and so does this difference.
    effectAlign(node.kind, node.state, sample - <u32>node.late);
  }
}

/** What comes by ways that look ahead is late: the song was there so many samples ago. */
// @ts-ignore: decorator
@inline
function before(sample: u32, late: i32): u32 {
  return sample > <u32>late ? sample - <u32>late : 0;
}

/** By how much what comes out of the chain is later than the song: its lanes are read as late, each at its place. */
export function chainBehind(chain: Chain, samples: i32): void {
  let late = max<i32>(0, samples);
  for (let i = chain.wantedCount - 1; i >= 0; i--) {
    const node = wantedAt(chain, i);
    late = max<i32>(0, late - effectLatency(node.kind, node.state));
    node.late = late;
  }
}

/** Settings go on while the strip sleeps. */
export function chainRest(chain: Chain): void {
  if (chain.count == 0) return;
  for (let i = 0; i < chain.count; i++) {
    const node = nodeAt(chain, i);
    step(node, true);
    node.mix = node.aim;
  }
  sweep(chain);
}

function renderNode(node: Node, left: usize, right: usize): void {
  const key = node.key >= 0 && node.kind != EFFECT_HOSTED ? keyBlock(node.key) : 0;
  if (node.mix == node.aim) {
    effectRender(node.kind, node.state, left, right, key);
    return;
  }
  memory.copy(dryLeft, left, BLOCK_BYTES);
  if (right) memory.copy(dryRight, right, BLOCK_BYTES);
  effectRender(node.kind, node.state, left, right, key);
  const share: f32 = 1 / <f32>travelBlocks;
  const next = node.aim > node.mix ? min<f32>(node.mix + share, 1) : max<f32>(node.mix - share, 0);
  // The last of the steps is exact, whatever their sum rounds to.
  const to = abs<f32>(next - node.aim) < 0.5 * share ? node.aim : next;
  blend(left, dryLeft, node.mix, to);
  if (right) blend(right, dryRight, node.mix, to);
  node.mix = to;
}

/** Of what is in `block` a share that goes from `from` to `to`, and of `dry` the rest. */
function blend(block: usize, dry: usize, from: f32, to: f32): void {
  const step = (to - from) / <f32>BLOCK;
  let share = f32x4.add(f32x4.splat(from), f32x4.mul(f32x4(1, 2, 3, 4), f32x4.splat(step)));
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    const before = v128.load(dry + i);
    v128.store(block + i, f32x4.add(before, f32x4.mul(share, f32x4.sub(v128.load(block + i), before))));
    share = f32x4.add(share, f32x4.splat(step * 4));
  }
}

/** Takes away what has faded. */
function sweep(chain: Chain): void {
  let kept = 0;
  for (let i = 0; i < chain.count; i++) {
    const node = nodeAt(chain, i);
    if (node.aim == 0 && node.mix == 0) {
      drop(node);
      continue;
    }
    store<usize>(chain.nodes + (<usize>kept << 2), changetype<usize>(node));
    kept++;
  }
  chain.count = kept;
}

/** One block's step of the settings; words do not travel. What the lanes say counts instead. */
function step(node: Node, jump: bool): void {
  const travels = node.left > 0;
  if (travels) travel(node);
  if (!node.lanes) {
    if (travels) effectSet(node.kind, node.state, node.now, jump);
    return;
  }
  const bytes = bytesOf(node);
  memory.copy(scratch, node.now, bytes);
  lanesApply(node.lanes, scratch, before(sampleAtEnd, node.late));
  if (memory.compare(node.moved, scratch, bytes) == 0) return;
  memory.copy(node.moved, scratch, bytes);
  effectSet(node.kind, node.state, node.moved, jump);
}

function travel(node: Node): void {
  const left = node.left;
  node.left = left - 1;
  const slots = EFFECT_SLOTS[node.kind];
  const words = EFFECT_WORDS[node.kind];
  for (let i = 0; i < slots; i++) {
    const at = <usize>i << 2;
    const now = load<f32>(node.now + at);
    const target = load<f32>(node.target + at);
    const isThere = left == 1 || ((words >> <u64>i) & 1) != 0;
    store<f32>(node.now + at, isThere ? target : now + (target - now) / <f32>left);
  }
}

/** Adds a lane that moves an effect of the song; 0 where there is no room for it, or no such effect. */
export function chainLane(chain: Chain, index: i32, slot: i32, count: i32): usize {
  if (index >= chain.wantedCount) return 0;
  const node = wantedAt(chain, index);
  if (slot < 0 || slot >= EFFECT_SLOTS[node.kind]) return 0;
  const lane = laneAdd(node.lanes, slot, false, count);
  if (lane) node.lanes = lane;
  // Its settings are worked out anew, whatever they were.
  memory.fill(node.moved, 0xff, bytesOf(node));
  return lane ? changetype<Lane>(lane).points : 0;
}

/** A hand takes a setting of an effect from its lane, where it is, or gives it back. */
export function chainHold(chain: Chain, index: i32, slot: i32, isHeld: bool): void {
  if (index >= chain.wantedCount) return;
  const node = wantedAt(chain, index);
  const lane = laneOfSlot(node.lanes, slot);
  if (!lane || lane.isHeld == isHeld) return;
  lane.isHeld = isHeld;
  const at = <usize>slot << 2;
  const value = load<f32>(node.moved + at);
  // Before its first block there is nothing that it has been at.
  if (isHeld && value == value) store<f32>(node.now + at, value);
}

/** Lets go of all lanes: the settings are the song's own again. */
export function chainForgetLanes(chain: Chain): void {
  for (let i = 0; i < chain.count; i++) {
    const node = nodeAt(chain, i);
    if (!node.lanes) continue;
    node.lanes = 0;
    // The next step of a travel tells the effect; one to where it stands is a travel as well.
    node.left = max<i32>(node.left, 1);
  }
}

function settle(node: Node): void {
  memory.copy(node.now, node.target, bytesOf(node));
  node.left = 0;
  if (!node.lanes) effectSet(node.kind, node.state, node.now, true);
  else {
    memory.copy(node.moved, node.now, bytesOf(node));
    lanesApply(node.lanes, node.moved, before(sampleAtEnd, node.late));
    effectSet(node.kind, node.state, node.moved, true);
  }
}

function make(kind: i32, key: i32): Node | null {
  if (kind < 0 || kind >= EFFECTS) return null;
  const bytes = effectBytes(kind);
  if (bytes == 0) return null;
  const slotBytes = (<usize>EFFECT_SLOTS[kind] * 4 + 15) & ~15;
  const at = poolTake(kind, NODE_BYTES + 3 * slotBytes + bytes);
  if (at == 0) return null;
  const node = changetype<Node>(at);
  node.kind = kind;
  node.key = key;
  node.now = at + NODE_BYTES;
  node.target = node.now + slotBytes;
  node.moved = node.target + slotBytes;
  node.state = node.moved + slotBytes;
  node.stateBytes = bytes;
  node.left = NEW;
  node.aim = 1;
  effectMake(kind, node.state);
  return node;
}

function drop(node: Node): void {
  poolGive(node.kind, changetype<usize>(node));
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
  const node = wantedAt(chain, index);
  if (node.kind != wishedKind(wish)) return false;
  // By another plug comes another sound.
  return node.kind != EFFECT_HOSTED || node.key == wishedKey(wish);
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

function setMerged(index: i32, node: Node): void {
  store<usize>(merged + (<usize>index << 2), changetype<usize>(node));
}

function bytesOf(node: Node): usize {
  return <usize>EFFECT_SLOTS[node.kind] << 2;
}

// @ts-ignore: decorator
@inline
function nodeAt(chain: Chain, index: i32): Node {
  return changetype<Node>(load<usize>(chain.nodes + (<usize>index << 2)));
}

// @ts-ignore: decorator
@inline
function wantedAt(chain: Chain, index: i32): Node {
  return changetype<Node>(load<usize>(chain.wanted + (<usize>index << 2)));
}
