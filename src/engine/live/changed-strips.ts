// Which strips an edit has changed in what can be heard of them: their notes, instrument, settings, effects, sends and
// lanes. Pure; a name stands for the same strip in both versions.

import { stripHead } from '../../vocabulary/layout.ts';
import type { StripName } from '../core/mixer.ts';
import type { BusProgram, Program, StripProgram, TrackProgram } from '../program.ts';

const openSlot = stripHead.indexOf('open');

/** `track bass`; the master has no name. */
export const stripKey = (kind: StripName, name = ''): string => `${kind} ${name}`;

/** The strips of a program in the order of the meters: tracks, buses, master. */
export const stripKeys = ({ tracks, buses }: Program): readonly string[] => [
  ...tracks.map(({ name }) => stripKey('track', name)),
  ...buses.map(({ name }) => stripKey('bus', name)),
  stripKey('master'),
];

/**
 * Keys of the strips that `next` has otherwise than `old`, new ones with them. One that was muted and is open now is
 * none of them: a mute is a performer's own hand.
 */
export function changedStrips(old: Program, next: Program): ReadonlySet<string> {
  const changed = new Set<string>();
  const note = (kind: StripName, name: string, was: Placed | undefined, is: Placed): void => {
    const opens = was && was.strip.strip[openSlot] === 0 && is.strip.strip[openSlot] !== 0;
    if (!opens && !(was && isSame(old, next, kind, was, is))) changed.add(stripKey(kind, name));
  };
  for (const [index, strip] of next.tracks.entries())
    note('track', strip.name, placed(old.tracks, strip.name), { strip, index });
  // What a changed strip sends to a bus is heard from there.
  const fed = new Set<number>();
  const feed = ({ sends }: TrackProgram | BusProgram): void => sends.forEach(({ bus }) => void fed.add(bus));
  for (const strip of next.tracks) if (changed.has(stripKey('track', strip.name))) feed(strip);
  for (const [index, strip] of next.buses.entries()) {
    note('bus', strip.name, placed(old.buses, strip.name), { strip, index });
    if (fed.has(index)) changed.add(stripKey('bus', strip.name));
  }
  const masters = [old.master, next.master].map((strip) => ({ strip, index: 0 }));
  note('master', '', masters[0], masters[1]!);
  return changed;
}

interface Placed {
  readonly strip: StripProgram | TrackProgram | BusProgram;
  readonly index: number;
}

function placed(strips: readonly (TrackProgram | BusProgram)[], name: string): Placed | undefined {
  const index = strips.findIndex((strip) => strip.name === name);
  return index < 0 ? undefined : { strip: strips[index]!, index };
}

function isSame(old: Program, next: Program, kind: StripName, was: Placed, is: Placed): boolean {
  const hash = ({ strip }: Placed): string => ('hash' in strip ? strip.hash : '');
  return (
    hash(was) === hash(is) &&
    areEqual(was.strip.strip, is.strip.strip) &&
    haveSameEffects(was.strip, is.strip) &&
    JSON.stringify(sendsOf(old, was)) === JSON.stringify(sendsOf(next, is)) &&
    haveSameLanes(old, next, kind, was.index, is.index)
  );
}

const areEqual = (one: ArrayLike<number>, other: ArrayLike<number>): boolean => {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
};

const haveSameEffects = ({ inserts: ones }: StripProgram, { inserts: others }: StripProgram): boolean =>
  ones.length === others.length &&
  ones.every((one, at) => {
    const other = others[at]!;
    return (
      one.effect === other.effect &&
      one.plug === other.plug &&
      one.response === other.response &&
      areEqual(one.parameters, other.parameters)
    );
  });

const sendsOf = ({ buses }: Program, { strip }: Placed): unknown =>
  'sends' in strip
    ? strip.sends.map(({ bus, gain, pre = false }) => [buses[bus]?.name, gain, pre])
    : undefined;

function haveSameLanes(old: Program, next: Program, kind: StripName, was: number, is: number): boolean {
  const [ones, others] = [
    old.lanes.filter((lane) => lane.strip === kind && lane.index === was),
    next.lanes.filter((lane) => lane.strip === kind && lane.index === is),
  ];
  return (
    ones.length === others.length &&
    ones.every((one, at) => {
      const other = others[at]!;
      return (
        one.part === other.part &&
        one.of === other.of &&
        one.slot === other.slot &&
        areEqual(new Uint8Array(one.points), new Uint8Array(other.points))
      );
    })
  );
}
