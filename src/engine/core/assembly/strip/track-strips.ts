// The strips of the tracks. All instruments play first, so that effects can listen to any of them.
// A bounce on several threads renders a track up to its fader in one core and passes it to another, which
// takes the blocks as they are and goes on from there: the sound is the same to the last bit.

import { blockPeak, isSound } from '../blocks';
import { MAX_TRACKS, TRACK_OPEN } from '../generated/layout';
import { reserve } from '../memory';
import { NOT_A_NUMBER, count } from '../report';
import { isPlugged, plugTake } from '../plugs';
import { isTrackUnused, trackClear, trackRender } from '../track';
import {
  Channel, channelClear, channelEnd, channelReduction, channelShape, channelTake, isChannelStill, newChannel,
} from './channel';
import { keyTake } from './keys';
import { setting } from './settings';
import { roomPut, roomTake } from './stem-rooms';
import { passToMix } from './taps';

let channels: usize = 0;
/** Tracks up to the last that was ever put to use: those behind it need no look, block after block. */
let used: i32 = 0;
/** i32 for each track: what its instrument gave in this block, as `trackRender` says. */
const given = memory.data(MAX_TRACKS * 4, 16);
/** Whether the host gives a track's sound before its fader. */
const stemFlags = memory.data(MAX_TRACKS * 4, 16);

export function trackStripsInit(): void {
  channels = reserve(<usize>MAX_TRACKS * 4);
  for (let i = 0; i < MAX_TRACKS; i++) store<usize>(channels + (<usize>i << 2), changetype<usize>(newChannel(i)));
}

export function trackChannel(track: i32): Channel {
  return changetype<Channel>(load<usize>(channels + (<usize>track << 2)));
}

/** The song has a track there, or had: from now on it is rendered. */
export function trackUse(track: i32): void {
  used = max<i32>(used, track + 1);
}

/** Up to which track there is something to render. */
export function usedTracks(): i32 {
  return used;
}

/** Renders all tracks through their strips into the mix and the buses. */
export function trackStripsRender(): void {
  for (let track = 0; track < used; track++) if (!isStem(track)) play(track);
  for (let track = 0; track < used; track++) {
    const channel = trackChannel(track);
    if (isStem(track)) {
      if (channelTake(channel, roomTake(track, channel.left, channel.right))) passToMix(channel, true);
      continue;
    }
    const sides = load<i32>(given + (<usize>track << 2));
    if (sides == 0 && isChannelStill(channel)) continue;
    if (channelShape(channel, sides)) passToMix(channel, sides != 0);
  }
}

/** Renders all tracks up to their faders, and puts what came out into the rooms of those that have one. */
export function stemsRender(): void {
  for (let track = 0; track < used; track++) play(track);
  for (let track = 0; track < used; track++) {
    const sides = load<i32>(given + (<usize>track << 2));
    const channel = trackChannel(track);
    const out = channelShape(channel, sides) ? channelEnd(channel, sides != 0) : 0;
    roomPut(track, out, channel.left, channel.right);
  }
}

/** The track's strip takes its sound from its room, before its fader. */
export function trackTakesStem(track: i32): void {
  store<i32>(stemFlags + (<usize>track << 2), 1);
}

function isStem(track: i32): bool {
  return load<i32>(stemFlags + (<usize>track << 2)) != 0;
}

export function trackReductions(): void {
  for (let track = 0; track < MAX_TRACKS; track++) channelReduction(trackChannel(track));
}

/** Forgets all sound of a track. */
export function trackStripClear(track: i32): void {
  trackClear(track);
  channelClear(trackChannel(track));
}

function play(track: i32): void {
  const channel = trackChannel(track);
  let sides = 0;
  if (isPlugged(track)) sides = plugTake(track, channel.left, channel.right);
  else if (!isTrackUnused(track)) sides = trackRender(track, channel.left, channel.right);
  if (sides != 0 && !(isSound(blockPeak(channel.left)) && (sides == 1 || isSound(blockPeak(channel.right))))) {
    count(NOT_A_NUMBER);
    trackStripClear(track);
    sides = 0;
  }
  store<i32>(given + (<usize>track << 2), sides);
  keyTake(track, channel.left, channel.right, sides, setting(channel.settings, TRACK_OPEN));
}
