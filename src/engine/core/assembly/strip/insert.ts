// One effect of a chain: its state, its settings on their way and as lanes move them, and how much of it is heard while
// it is faded in or out. Knows no other effect of its strip.

import { effectBytes, effectLoad, effectMake, effectRender, effectSet } from '../effects/kinds';
import { EFFECTS, EFFECT_HOSTED, EFFECT_SLOTS, EFFECT_WORDS, MOST_EFFECT_SLOTS } from '../generated/layout';
import { poolGive, poolTake } from '../effects/pool';
import { lanesApply } from '../lanes';
import { BLOCK, BLOCK_BYTES, reserve, reserveBlock } from '../memory';
import { sampleAt } from '../samples';
import { sampleAtEnd } from '../song-clock';
import { keyBlock } from './keys';
import { travelBlocks } from './settings';

/** An insert whose settings were never set: they are there at once. */
export const UNSET: i32 = -1;

@unmanaged
export class Insert {
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
  /** Blocks that their travel still takes, or `UNSET`. */
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

const INSERT_BYTES: usize = 64;

/** Room for the settings of one effect. */
let scratch: usize = 0;
let dryLeft: usize = 0;
let dryRight: usize = 0;

export function insertsInit(): void {
  scratch = reserve(MOST_EFFECT_SLOTS * 4);
  dryLeft = reserveBlock();
  dryRight = reserveBlock();
}

/** A fresh insert, its state silent; null where there is no such effect, or no room. Not while rendering. */
export function insertMake(kind: i32, key: i32): Insert | null {
  if (kind < 0 || kind >= EFFECTS) return null;
  const bytes = effectBytes(kind);
  if (bytes == 0) return null;
  const slotBytes = (<usize>EFFECT_SLOTS[kind] * 4 + 15) & ~15;
  const at = poolTake(kind, INSERT_BYTES + 3 * slotBytes + bytes);
  if (at == 0) return null;
  const insert = changetype<Insert>(at);
  insert.kind = kind;
  insert.key = key;
  insert.now = at + INSERT_BYTES;
  insert.target = insert.now + slotBytes;
  insert.moved = insert.target + slotBytes;
  insert.state = insert.moved + slotBytes;
  insert.stateBytes = bytes;
  insert.left = UNSET;
  insert.aim = 1;
  effectMake(kind, insert.state);
  return insert;
}

/** Its memory is another's from here on. */
export function insertDrop(insert: Insert): void {
  poolGive(insert.kind, changetype<usize>(insert));
}

/** The settings are written: be there at once. */
export function insertSettle(insert: Insert): void {
  memory.copy(insert.now, insert.target, settingsBytes(insert));
  insert.left = 0;
  if (!insert.lanes) effectSet(insert.kind, insert.state, insert.now, true);
  else {
    memory.copy(insert.moved, insert.now, settingsBytes(insert));
    lanesApply(insert.lanes, insert.moved, before(sampleAtEnd, insert.late));
    effectSet(insert.kind, insert.state, insert.moved, true);
  }
}

/** One block's step of the settings; words do not travel. What the lanes say counts instead. */
export function insertStep(insert: Insert, jump: bool): void {
  const travels = insert.left > 0;
  if (travels) travel(insert);
  if (!insert.lanes) {
    if (travels) effectSet(insert.kind, insert.state, insert.now, jump);
    return;
  }
  const bytes = settingsBytes(insert);
  memory.copy(scratch, insert.now, bytes);
  lanesApply(insert.lanes, scratch, before(sampleAtEnd, insert.late));
  if (memory.compare(insert.moved, scratch, bytes) == 0) return;
  memory.copy(insert.moved, scratch, bytes);
  effectSet(insert.kind, insert.state, insert.moved, jump);
}

function travel(insert: Insert): void {
  const left = insert.left;
  insert.left = left - 1;
  const slots = EFFECT_SLOTS[insert.kind];
  const words = EFFECT_WORDS[insert.kind];
  for (let i = 0; i < slots; i++) {
    const at = <usize>i << 2;
    const now = load<f32>(insert.now + at);
    const target = load<f32>(insert.target + at);
    const isThere = left == 1 || ((words >> <u64>i) & 1) != 0;
    store<f32>(insert.now + at, isThere ? target : now + (target - now) / <f32>left);
  }
}

/** Gives the effect the sample that it is made of, or none. */
export function insertRespond(insert: Insert): void {
  if (insert.response == 0) {
    effectLoad(insert.kind, insert.state, 0, 0, 0, 1);
    return;
  }
  const sample = sampleAt(insert.response - 1);
  const right = sample.right ? sample.right : sample.left;
  effectLoad(insert.kind, insert.state, sample.left, right, sample.frames, sample.sampleRate);
}

/** A block in place, mono where `right` is 0, and a step of its fade. */
export function insertRender(insert: Insert, left: usize, right: usize): void {
  const key = insert.key >= 0 && insert.kind != EFFECT_HOSTED ? keyBlock(insert.key) : 0;
  if (insert.mix == insert.aim) {
    effectRender(insert.kind, insert.state, left, right, key);
    return;
  }
  memory.copy(dryLeft, left, BLOCK_BYTES);
  if (right) memory.copy(dryRight, right, BLOCK_BYTES);
  effectRender(insert.kind, insert.state, left, right, key);
  const share: f32 = 1 / <f32>travelBlocks;
  const next = insert.aim > insert.mix ? min<f32>(insert.mix + share, 1) : max<f32>(insert.mix - share, 0);
  // The last of the steps is exact, whatever their sum rounds to.
  const to = abs<f32>(next - insert.aim) < 0.5 * share ? insert.aim : next;
  blend(left, dryLeft, insert.mix, to);
  if (right) blend(right, dryRight, insert.mix, to);
  insert.mix = to;
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

/** Length of its settings. */
export function settingsBytes(insert: Insert): usize {
  return <usize>EFFECT_SLOTS[insert.kind] << 2;
}

/** What comes by ways that look ahead is late: the song was there so many samples ago. */
// @ts-ignore: decorator
@inline
function before(sample: u32, late: i32): u32 {
  return sample > <u32>late ? sample - <u32>late : 0;
}
