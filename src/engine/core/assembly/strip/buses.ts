// The strips of the buses: what tracks and other buses send, through their chains into the mix. They come in
// an order in which each is done before those that it sends to.

import { blockPeak, isSound } from '../blocks';
import { MAX_BUSES } from '../generated/layout';
import { reserve } from '../memory';
import { BUS_METER } from '../meters';
import { NOT_A_NUMBER, count } from '../report';
import { busSumsInit, clearBusSum, takeBusSum } from './bus-sums';
import { Channel, channelClear, channelReduction, channelShape, isChannelStill, newChannel } from './channel';
import { passToMix } from './taps';

let channels: usize = 0;
/** i32: the buses in the order in which they are rendered, every one of them. */
let order: usize = 0;

export function busesInit(): void {
  busSumsInit();
  channels = reserve(<usize>MAX_BUSES * 4);
  order = reserve(<usize>MAX_BUSES * 4);
  for (let i = 0; i < MAX_BUSES; i++) {
    store<usize>(channels + (<usize>i << 2), changetype<usize>(newChannel(BUS_METER + i)));
    store<i32>(order + (<usize>i << 2), i);
  }
}

export function busChannel(bus: i32): Channel {
  return changetype<Channel>(load<usize>(channels + (<usize>bus << 2)));
}

/** Where the host writes the order. */
export function busesOrder(): usize {
  return order;
}

/** Renders all buses into the mix. */
export function busesRender(): void {
  for (let i = 0; i < MAX_BUSES; i++) renderBus(load<i32>(order + (<usize>i << 2)));
}

export function busReductions(): void {
  for (let bus = 0; bus < MAX_BUSES; bus++) channelReduction(busChannel(bus));
}

/** Forgets all sound of a bus. */
export function busClear(bus: i32): void {
  clearBusSum(bus);
  channelClear(busChannel(bus));
}

function renderBus(bus: i32): void {
  const channel = busChannel(bus);
  let isFed = takeBusSum(bus, channel.left, channel.right);
  // Before it enters a delay or a reverb, which would never let go of what is no number.
  if (isFed && !(isSound(blockPeak(channel.left)) && isSound(blockPeak(channel.right)))) {
    count(NOT_A_NUMBER);
    channelClear(channel);
    isFed = false;
  }
  if (!isFed && isChannelStill(channel)) return;
  if (channelShape(channel, isFed ? 2 : 0)) passToMix(channel, isFed);
}
