// The mixer of a program written into the core: strips with their chains and sends, who listens to whom, the
// order of the buses, and the lanes that move any of it. What is written is heard once the strip is told to
// travel there, or to be there.

import { coreEffects } from '../../vocabulary/hosted.ts';
import { stripSlots } from '../../vocabulary/layout.ts';
import {
  type LaneProgram,
  laneParts,
  laneStride,
  limits,
  type Program,
  type SendProgram,
  type StripProgram,
} from '../program.ts';
import type { Exports } from './exports.ts';
import type { Places } from './places.ts';
import { busesInOrder, delaysOf } from './routing.ts';
import type { SampleSlots } from './sample-slots.ts';

export type StripName = 'track' | 'bus' | 'master';
export type SenderName = Exclude<StripName, 'master'>;

/** The core's numbers for them. */
export const kinds = { track: 0, bus: 1, master: 2 } as const;

export type PlacesOf = Readonly<Record<SenderName, Places>>;

interface PlacedStrip {
  readonly kind: StripName;
  readonly place: number;
  readonly strip: StripProgram & { readonly sends?: readonly SendProgram[] };
  readonly isNew: boolean;
}

/** Every strip of a program, at its place. */
export const stripsOf = ({ tracks, buses, master }: Program, places: PlacesOf): readonly PlacedStrip[] => [
  ...(['track', 'bus'] as const).flatMap((kind) =>
    (kind === 'track' ? tracks : buses).map((strip, index) => ({
      kind,
      place: places[kind].of[index]!,
      strip,
      isNew: places[kind].isNew[index]!,
    })),
  ),
  { kind: 'master', place: 0, strip: master, isNew: false },
];

/** No track and no bus: closed strips without effects. */
export function emptyMixer(core: Exports): void {
  for (let place = 0; place < limits.tracks; place++) core.hostInstrument(place, -1);
  for (const kind of ['track', 'bus'] as const) {
    const count = kind === 'track' ? limits.tracks : limits.buses;
    for (let place = 0; place < count; place++) {
      core.putChain(kinds[kind], place, 0);
      settingsOf(core, kind, place).fill(0);
      sendsOf(core, kind, place).fill(0);
    }
  }
}

/**
 * Returns by how many frames the effects of the longest way look ahead.
 * @throws RangeError where the core has no room for so many effects
 */
export function writeMixer(
  core: Exports,
  program: Program,
  places: PlacesOf,
  samples: Pick<SampleSlots, 'slotOf'>,
): number {
  core.forgetLanes();
  for (const placed of stripsOf(program, places)) writeStrip(core, placed, places, samples);
  writeRouting(core, program, places);
  for (const [index, { plug }] of program.tracks.entries())
    core.hostInstrument(places.track.of[index]!, plug ?? -1);
  for (const lane of program.lanes) writeLane(core, program, lane, places);
  return writeDelays(core, program, places);
}

/** Where the gain to a bus stands among those of a strip: after the fader, or before it. */
export function sendSlot(
  sends: readonly SendProgram[] | undefined,
  bus: number,
  places: PlacesOf,
): number | undefined {
  const to = places.bus.of[bus];
  const isPre = sends?.some((send) => send.bus === bus && send.pre === true);
  return to !== undefined && isPre ? limits.buses + to : to;
}

function writeStrip(
  core: Exports,
  { kind, place, strip }: PlacedStrip,
  places: PlacesOf,
  samples: Pick<SampleSlots, 'slotOf'>,
): void {
  writeChain(core, kind, place, strip, places);
  for (const [at, { effect, response }] of strip.inserts.slice(0, limits.inserts).entries()) {
    if (!coreEffects[effect]!.responds) continue;
    core.putResponse(kinds[kind], place, at, response === undefined ? -1 : samples.slotOf(response));
  }
  const settings = settingsOf(core, kind, place);
  settings.set(strip.strip.subarray(0, settings.length));
  if (kind === 'master') return;
  const gains = sendsOf(core, kind, place).fill(0);
  for (const { bus, gain } of strip.sends ?? []) {
    const slot = sendSlot(strip.sends, bus, places);
    if (slot !== undefined) gains[slot] = gain;
  }
}

function writeChain(
  core: Exports,
  kind: StripName,
  place: number,
  strip: StripProgram,
  places: PlacesOf,
): void {
  const inserts = strip.inserts.slice(0, limits.inserts);
  const wishes = new Int32Array(core.memory.buffer, core.wishes(), limits.inserts * 2);
  for (const [at, { effect, key, plug }] of inserts.entries())
    wishes.set([effect, plug ?? (key === undefined ? undefined : places.track.of[key]) ?? -1], at * 2);
  // The memory may grow here: views of it are made after that.
  const found = core.putChain(kinds[kind], place, inserts.length);
  if (found < inserts.length) throw new RangeError('no room for so many effects');
  for (const [at, { effect, parameters }] of inserts.entries()) {
    const slots = coreEffects[effect]!.parameters.length;
    floats(core, core.insertTargets(kinds[kind], place, at), slots).set(parameters.subarray(0, slots));
  }
}

/** Who listens to whom, and the order of the buses: each before those that it sends to. */
function writeRouting(core: Exports, { tracks, buses, master }: Program, places: PlacesOf): void {
  core.forgetKeys();
  for (const { inserts } of [...tracks, ...buses, master])
    for (const { key } of inserts) if (key !== undefined) core.hear(places.track.of[key] ?? -1);
  const inOrder = busesInOrder(buses).map((bus) => places.bus.of[bus]!);
  const others = Array.from({ length: limits.buses }, (_, place) => place).filter(
    (place) => !inOrder.includes(place),
  );
  // Those that are gone send what rings on to those that stay.
  new Int32Array(core.memory.buffer, core.busOrder(), limits.buses).set([...others, ...inOrder]);
}

/** Lets what was played together meet wherever it meets, whatever looks ahead on its way. */
function writeDelays(core: Exports, program: Program, places: PlacesOf): number {
  const latent = (kind: SenderName, strips: readonly { readonly sends: readonly SendProgram[] }[]) =>
    strips.map(({ sends }, index) => ({
      sends,
      latency: core.chainDelay(kinds[kind], places[kind].of[index]!),
    }));
  const delays = delaysOf(latent('track', program.tracks), latent('bus', program.buses));
  for (const kind of ['track', 'bus'] as const) {
    const name = kind === 'track' ? 'tracks' : 'buses';
    for (const [index, { mix, buses }] of delays[name].entries()) {
      const place = places[kind].of[index]!;
      core.setBehind(kinds[kind], place, delays.behind[name][index]!);
      core.delayEdge(kinds[kind], place, 0, mix);
      for (const [bus, delay] of buses.entries())
        core.delayEdge(kinds[kind], place, places.bus.of[bus]! + 1, delay);
    }
  }
  const ahead = delays.behind.mix + core.chainDelay(kinds.master, 0);
  core.setBehind(kinds.master, 0, ahead);
  return ahead;
}

function writeLane(core: Exports, program: Program, lane: LaneProgram, places: PlacesOf): void {
  const { strip, index, part, of, slot, decibels, points } = lane;
  const place = strip === 'master' ? 0 : places[strip].of[index];
  const sends = strip === 'track' ? program.tracks[index]?.sends : program.buses[index]?.sends;
  const to = part === 'send' ? sendSlot(sends, of, places) : slot;
  if (place === undefined || to === undefined) return;
  const count = points.byteLength / laneStride;
  const at = core.addLane(laneParts.indexOf(part), kinds[strip], place, of, to, decibels ? 1 : 0, count);
  if (at) new Uint8Array(core.memory.buffer, at, points.byteLength).set(new Uint8Array(points));
}

const settingsOf = (core: Exports, kind: StripName, place: number): Float32Array =>
  floats(core, core.stripTargets(kinds[kind], place), stripSlots(kind).length);

const sendsOf = (core: Exports, kind: SenderName, place: number): Float32Array =>
  floats(core, core.sendTargets(kinds[kind], place), limits.buses * 2);

const floats = (core: Exports, address: number, length: number): Float32Array =>
  new Float32Array(core.memory.buffer, address, length);
