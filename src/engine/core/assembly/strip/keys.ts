// What effects listen to: the sound of a track's instrument, before its own effects and its fader, so that no
// two tracks can wait for each other. Silent while the track is muted.

import { MAX_TRACKS } from '../generated/layout';
import { BLOCK_BYTES, reserve } from '../memory';

let blocks: usize = 0;
/** i32 for each track: how many effects of the newest song listen to it, and whether its block is silence. */
const listeners = memory.data(MAX_TRACKS * 4, 16);
const silent = memory.data(MAX_TRACKS * 4, 16);

export function keysInit(): void {
  if (blocks == 0) blocks = reserve(<usize>MAX_TRACKS * BLOCK_BYTES);
}

/** Nobody listens any more; then `keyHear` for each track that somebody listens to. */
export function keysForget(): void {
  memory.fill(listeners, 0, MAX_TRACKS * 4);
}

export function keyHear(track: i32): void {
  if (track >= 0 && track < MAX_TRACKS) store<i32>(listeners + (<usize>track << 2), 1);
}

/** The track's next block, mono. */
export function keyBlock(track: i32): usize {
  return blocks + <usize>track * BLOCK_BYTES;
}

/** Takes the next block of a track: `sides` 0 is silence, 1 mono, 2 both. */
export function keyTake(track: i32, left: usize, right: usize, sides: i32, gain: f32): void {
  const slot = <usize>track << 2;
  if (!load<i32>(listeners + slot)) return;
  const block = keyBlock(track);
  if (sides == 0 || gain == 0) {
    if (load<i32>(silent + slot) == 0) memory.fill(block, 0, BLOCK_BYTES);
    store<i32>(silent + slot, 1);
    return;
  }
  store<i32>(silent + slot, 0);
  const all = f32x4.splat(gain);
  const half = f32x4.splat(gain * 0.5);
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    const x = v128.load(left + i);
    v128.store(block + i, sides == 1 ? f32x4.mul(x, all) : f32x4.mul(f32x4.add(x, v128.load(right + i)), half));
  }
}
