// The strips of the tracks. All instruments play first, so that effects can listen to any of them.

import { blockPeak, isSound } from '../blocks';
import { MAX_TRACKS, TRACK_OPEN } from '../generated/layout';
import { reserve } from '../memory';
import { NOT_A_NUMBER, count } from '../report';
import { trackClear, trackRender } from '../track';
import { Channel, channelClear, channelPass, channelReduction, channelShape, newChannel } from './channel';
import { keyTake } from './keys';
import { setting } from './settings';
import { mixLeft, mixRight } from './mix';

let channels: usize = 0;
/** i32 for each track: what its instrument gave in this block, as `trackRender` says. */
const given = memory.data(MAX_TRACKS * 4, 16);

export function trackStripsInit(): void {
  channels = reserve(<usize>MAX_TRACKS * 4);
  for (let i = 0; i < MAX_TRACKS; i++) store<usize>(channels + (<usize>i << 2), changetype<usize>(newChannel(i)));
}

export function trackChannel(track: i32): Channel {
  return changetype<Channel>(load<usize>(channels + (<usize>track << 2)));
}

/** Renders all tracks through their strips into the mix and the buses. */
export function trackStripsRender(): void {
  for (let track = 0; track < MAX_TRACKS; track++) play(track);
  for (let track = 0; track < MAX_TRACKS; track++) {
    const sides = load<i32>(given + (<usize>track << 2));
    const channel = trackChannel(track);
    if (channelShape(channel, sides)) channelPass(channel, sides != 0, mixLeft, mixRight);
  }
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
  let sides = trackRender(track, channel.left, channel.right);
  if (sides != 0 && !(isSound(blockPeak(channel.left)) && (sides == 1 || isSound(blockPeak(channel.right))))) {
    count(NOT_A_NUMBER);
    trackStripClear(track);
    sides = 0;
  }
  store<i32>(given + (<usize>track << 2), sides);
  keyTake(track, channel.left, channel.right, sides, setting(channel.settings, TRACK_OPEN));
}
