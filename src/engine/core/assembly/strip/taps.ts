// What each strip gives to the mix, kept apart for whoever writes stems: behind fader and pan, and as late as
// all others are. The mix is then the sum of them, to the last bit what it is without.

import { mixInto } from '../blocks';
import { MAX_BUSES, MAX_TRACKS } from '../generated/layout';
import { poolKeep } from '../effects/pool';
import { BLOCK_BYTES } from '../memory';
import { Channel, channelPass } from './channel';
import { mixLeft, mixRight } from './mix';

/** Tracks, then buses, as the meters have them. */
const TAPS: i32 = MAX_TRACKS + MAX_BUSES;

let blocks: usize = 0;

/** From now on each strip's share is kept; 0 where there is no room. Never while rendering. */
export function tapsOpen(): i32 {
  if (blocks == 0) blocks = poolKeep(<usize>(TAPS * 2) * BLOCK_BYTES);
  return blocks != 0 ? 1 : 0;
}

/** Before a block: a strip that sleeps gives nothing. */
export function tapsBegin(): void {
  if (blocks != 0) memory.fill(blocks, 0, <usize>(TAPS * 2) * BLOCK_BYTES);
}

/** Address of a strip's newest block by its place among the meters: side 0 left, 1 right. */
export function tapBlock(meter: i32, side: i32): usize {
  return blocks + <usize>(meter * 2 + side) * BLOCK_BYTES;
}

/** A strip that is awake, into the mix: as `channelPass`. */
export function passToMix(channel: Channel, isFed: bool): void {
  if (blocks == 0) {
    channelPass(channel, isFed, mixLeft, mixRight);
    return;
  }
  const left = tapBlock(channel.meter, 0);
  const right = tapBlock(channel.meter, 1);
  channelPass(channel, isFed, left, right);
  mixInto(mixLeft, left, 1, 1);
  mixInto(mixRight, right, 1, 1);
}
