// What the host asks of strips: their settings, chains, sends and lanes, what listens to what, and what is read of them.
// A strip is a kind (0 track, 1 bus, 2 master) and its place there.

import { MAX_BUSES, MAX_TRACKS } from './generated/layout';
import { lanesForget } from './lanes';
import {
  left, masterBehind, masterChain, masterJump, masterLimiting, masterSettings, right,
} from './master/master';
import { count } from './report';
import { busChannel, busesOrder } from './strip/buses';
import {
  Chain, chainForgetLanes, chainHold, chainJump, chainLane, chainLatency, chainLength, chainMove, chainPut,
  chainRespond, chainTargets, chainWishes, insertReduction,
} from './strip/chain';
import { Channel, channelBehind, channelDelay, channelForgetLanes, channelJump } from './strip/channel';
import { keyHear, keysForget } from './strip/keys';
import { tapBlock, tapsOpen } from './strip/taps';
import { watchStrip, watchedBlock } from './strip/watched';
import { Settings, settingsHold, settingsLane, settingsMove } from './strip/settings';
import { trackChannel, trackUse } from './strip/track-strips';
import { trackForgetLanes, trackHold, trackLane } from './track';

const TRACK: i32 = 0;
const MASTER: i32 = 2;

/** Frames by which the effects of a strip look ahead. */
export function chainDelay(kind: i32, index: i32): i32 {
  return chainLatency(chainOf(kind, index));
}

/** Lets a strip's sound come that much later to the mix (edge 0) or to bus `edge` - 1. */
export function delayEdge(kind: i32, index: i32, edge: i32, samples: i32): void {
  channelDelay(channelOf(kind, index), edge, samples);
}

/** By how much what comes out of a strip's chain is later than the song: its lanes are read as late. */
export function setBehind(kind: i32, index: i32, samples: i32): void {
  // It is said of every track of the song, and of no other.
  if (kind == TRACK) trackUse(index);
  if (kind == MASTER) masterBehind(samples);
  else channelBehind(channelOf(kind, index), samples);
}

/** Address of the f32 targets of a strip: kind 0 track, 1 bus, 2 master. Then `moveStrip` or `jumpStrip`. */
export function stripTargets(kind: i32, index: i32): usize {
  return settingsOf(kind, index).target;
}

/** Address of the f32 gains of a track or a bus to each bus: after its fader, then before it. */
export function sendTargets(kind: i32, index: i32): usize {
  return channelOf(kind, index).sends.target;
}

/** Where the host writes what a chain is to be: i32 pairs, the effect and the track it listens to or -1. */
export function wishes(): usize {
  return chainWishes();
}

/** Makes the chain what the wishes say; returns how many of them found room. */
export function putChain(kind: i32, index: i32, count: i32): i32 {
  const chain = chainOf(kind, index);
  chainPut(chain, count);
  return chainLength(chain);
}

/** Gives an effect of the chain the sample that it is made of, or -1; between blocks, before its settings move. */
export function putResponse(kind: i32, index: i32, insert: i32, sample: i32): void {
  chainRespond(chainOf(kind, index), insert, sample);
}

/** Address of the f32 targets of an effect of the chain. */
export function insertTargets(kind: i32, index: i32, insert: i32): usize {
  return chainTargets(chainOf(kind, index), insert);
}

/** The targets are written: travel there. */
export function moveStrip(kind: i32, index: i32): void {
  chainMove(chainOf(kind, index));
  if (kind == MASTER) {
    settingsMove(masterSettings());
    return;
  }
  settingsMove(channelOf(kind, index).settings);
  settingsMove(channelOf(kind, index).sends);
}

/** The targets are written: be there. */
export function jumpStrip(kind: i32, index: i32): void {
  chainJump(chainOf(kind, index));
  if (kind == MASTER) masterJump();
  else channelJump(channelOf(kind, index));
}

/** Whose sound behind the fader is kept for the host to read: a track or a bus; -1 for nobody's. */
export function watch(kind: i32, index: i32): void {
  watchStrip(kind < 0 ? -1 : channelOf(kind, index).meter);
}

/** Address of the watched strip's newest block: side 0 left, 1 right. */
export function watchedSound(side: i32): usize {
  return watchedBlock(side);
}

/** Keeps what each strip gives to the mix, for the host to read; 0 where there is no room. */
export function openTaps(): i32 {
  return tapsOpen();
}

/** Address of what a track or a bus gave to the mix in the newest block: side 0 left, 1 right. */
export function tap(kind: i32, index: i32, side: i32): usize {
  return tapBlock(channelOf(kind, index).meter, side);
}

/** dB by which an effect turned down, as the last `takeMeters` found it; of the master's limiter with insert -1. */
export function reductionOf(kind: i32, index: i32, insert: i32): f32 {
  return insert < 0 ? masterLimiting : insertReduction(chainOf(kind, index), insert);
}

/** Address of the i32 buses in the order in which they are rendered. */
export function busOrder(): usize {
  return busesOrder();
}

/** No effect listens to a track; then `hear` for each that is listened to. */
export function forgetKeys(): void {
  keysForget();
}

export function hear(track: i32): void {
  keyHear(track);
}

/** All lanes are gone: the settings are those of the strips and the instruments again. */
export function forgetLanes(): void {
  for (let i = 0; i < MAX_TRACKS; i++) {
    trackForgetLanes(i);
    channelForgetLanes(trackChannel(i));
  }
  for (let i = 0; i < MAX_BUSES; i++) channelForgetLanes(busChannel(i));
  masterSettings().lanes = 0;
  chainForgetLanes(masterChain());
  lanesForget();
}

/**
 * Makes room for the points of a lane, and returns their address; 0 where there is none.
 * @param part   what it moves: 0 the strip's settings, 1 its sends, 2 an effect, 3 the track's instrument
 * @param owner  the effect's place in the chain, or the instrument's number
 * @param slot   in the block of that part
 * @param gain   1 where the points are dB and the slot is a gain
 */
export function addLane(part: i32, kind: i32, index: i32, owner: i32, slot: i32, gain: i32, count: i32): usize {
  // What lanes move goes along with the song before anything sounds.
  if (kind == TRACK) trackUse(index);
  if (part == 0) return settingsLane(settingsOf(kind, index), slot, gain != 0, count);
  if (part == 1) return settingsLane(channelOf(kind, index).sends, slot, gain != 0, count);
  if (part == 2) return chainLane(chainOf(kind, index), owner, slot, count);
  return trackLane(index, owner, slot, count);
}

/** A hand holds a setting, so that its lane says nothing of it, or lets go: `part` to `slot` as `addLane` has them. */
export function holdLane(part: i32, kind: i32, index: i32, owner: i32, slot: i32, isHeld: i32): void {
  const held = isHeld != 0;
  if (part == 0) settingsHold(settingsOf(kind, index), slot, held);
  else if (part == 1) settingsHold(channelOf(kind, index).sends, slot, held);
  else if (part == 2) chainHold(chainOf(kind, index), owner, slot, held);
  else trackHold(index, slot, held);
}

function settingsOf(kind: i32, index: i32): Settings {
  return kind == MASTER ? masterSettings() : channelOf(kind, index).settings;
}

function chainOf(kind: i32, index: i32): Chain {
  return kind == MASTER ? masterChain() : channelOf(kind, index).chain;
}

function channelOf(kind: i32, index: i32): Channel {
  return kind == TRACK ? trackChannel(index) : busChannel(index);
}
