// Plugs: where the host takes sound out of the core and brings it back in, for what it hosts itself. An effect's
// plug goes out and comes back in a later block; an instrument's only comes in. The host writes what comes in
// before a block is rendered, and reads what goes out after it.

import { MAX_PLUGS, MAX_TRACKS } from './generated/layout';
import { BLOCK_BYTES, reserve } from './memory';

const SIDES: i32 = 2;

/** Blocks of all plugs, left and right side by side: what goes out, and what comes in. */
let outs: usize = 0;
let ins: usize = 0;
/** i32 for each plug: whether something went out in this block. */
const sent = memory.data(MAX_PLUGS * 4, 16);
/** i32 for each track: the plug that its instrument comes in by, and 1; 0 for one that the core plays itself. */
const instruments = memory.data(MAX_TRACKS * 4, 16);

export function plugsInit(): void {
  outs = reserve(<usize>(MAX_PLUGS * SIDES) * BLOCK_BYTES);
  ins = reserve(<usize>(MAX_PLUGS * SIDES) * BLOCK_BYTES);
}

/** Before a block: nothing has gone out of it yet. */
export function plugsBegin(): void {
  for (let plug = 0; plug < MAX_PLUGS; plug++) {
    const slot = sent + (<usize>plug << 2);
    if (load<i32>(slot) == 0) continue;
    store<i32>(slot, 0);
    memory.fill(plugOut(plug, 0), 0, BLOCK_BYTES);
    memory.fill(plugOut(plug, 1), 0, BLOCK_BYTES);
  }
}

export function plugOut(plug: i32, side: i32): usize {
  return outs + <usize>(plug * SIDES + side) * BLOCK_BYTES;
}

export function plugIn(plug: i32, side: i32): usize {
  return ins + <usize>(plug * SIDES + side) * BLOCK_BYTES;
}

/** Sends a block out, and puts what has come in in its place. */
export function plugExchange(plug: i32, left: usize, right: usize): void {
  if (plug < 0 || plug >= MAX_PLUGS) return;
  store<i32>(sent + (<usize>plug << 2), 1);
  memory.copy(plugOut(plug, 0), left, BLOCK_BYTES);
  memory.copy(plugOut(plug, 1), right, BLOCK_BYTES);
  memory.copy(left, plugIn(plug, 0), BLOCK_BYTES);
  memory.copy(right, plugIn(plug, 1), BLOCK_BYTES);
}

/** The host plays the track's instrument into this plug; -1: the core plays it. */
export function plugInstrument(track: i32, plug: i32): void {
  store<i32>(instruments + (<usize>track << 2), plug < MAX_PLUGS ? plug + 1 : 0);
}

export function isPlugged(track: i32): bool {
  return load<i32>(instruments + (<usize>track << 2)) != 0;
}

/** The next block of a track's hosted instrument: 2 sides, or 0 where it is silent. */
export function plugTake(track: i32, left: usize, right: usize): i32 {
  const plug = load<i32>(instruments + (<usize>track << 2)) - 1;
  const from = plugIn(plug, 0);
  const other = plugIn(plug, 1);
  let bits: v128 = i64x2(0, 0);
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    bits = v128.or(bits, v128.or(v128.load(from + i), v128.load(other + i)));
  }
  if (!v128.any_true(bits)) return 0;
  memory.copy(left, from, BLOCK_BYTES);
  memory.copy(right, other, BLOCK_BYTES);
  return 2;
}
