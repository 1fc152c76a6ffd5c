// The ways from strip to strip: the order in which buses are rendered, each before those that it sends to, and
// how late each way has to be for all to meet in time where some look ahead.

import type { BusProgram } from '../program.ts';

/** Indices of `buses`. A circle, which no program has, is cut where it comes round. */
export function busesInOrder(buses: readonly Pick<BusProgram, 'sends'>[]): readonly number[] {
  const done = new Set<number>();
  const order: number[] = [];
  const visit = (bus: number): void => {
    if (done.has(bus)) return;
    done.add(bus);
    for (const send of buses[bus]?.sends ?? []) visit(send.bus);
    if (bus < buses.length) order.push(bus);
  };
  for (let bus = 0; bus < buses.length; bus++) visit(bus);
  return order.reverse();
}

type Sending = Pick<BusProgram, 'sends'>;

export interface Delays {
  /** Of each track and each bus: samples to the mix, and to each bus by its index. */
  readonly tracks: readonly Edges[];
  readonly buses: readonly Edges[];
  /** By how much each strip's sound is late when it has passed its effects; of the master, at its input. */
  readonly behind: {
    readonly tracks: readonly number[];
    readonly buses: readonly number[];
    readonly mix: number;
  };
}

export interface Edges {
  readonly mix: number;
  readonly buses: readonly number[];
}

/**
 * What each way must wait so that what was played together is heard together, wherever ways meet.
 * @param tracks  samples by which the effects of each look ahead
 */
export function delaysOf(
  tracks: readonly (Sending & { readonly latency: number })[],
  buses: readonly (Sending & { readonly latency: number })[],
): Delays {
  const behindTracks = tracks.map(({ latency }) => latency);
  const arrives = buses.map(() => 0);
  const behindBuses = buses.map(() => 0);
  const sentTo = (senders: readonly Sending[], behind: readonly number[], bus: number): number =>
    Math.max(0, ...senders.map(({ sends }, i) => (sends.some((send) => send.bus === bus) ? behind[i]! : 0)));
  for (const bus of busesInOrder(buses)) {
    arrives[bus] = Math.max(sentTo(tracks, behindTracks, bus), sentTo(buses, behindBuses, bus));
    behindBuses[bus] = arrives[bus] + buses[bus]!.latency;
  }
  const mix = Math.max(0, ...behindTracks, ...behindBuses);
  const edges = ({ sends }: Sending, behind: number): Edges => ({
    mix: mix - behind,
    buses: buses.map((_, bus) => (sends.some((send) => send.bus === bus) ? arrives[bus]! - behind : 0)),
  });
  return {
    tracks: tracks.map((track, i) => edges(track, behindTracks[i]!)),
    buses: buses.map((bus, i) => edges(bus, behindBuses[i]!)),
    behind: { tracks: behindTracks, buses: behindBuses, mix },
  };
}
