// By how much an edit makes the next bars louder, told before they sound: from the notes, the faders, the sends and
// the gains of effects of both versions, weighed by how loud each track has been. What a synth makes of a note is not known
// here. Pure.

import { stripHead } from '../../vocabulary/layout.ts';
import { eventStride, type Program, type TrackProgram } from '../program.ts';
import { chainPower } from './chain-gain.ts';
import { firstNoteFrom, indexAfter } from './places.ts';

export interface Rise {
  /** Of the whole song, in dB; 0 where nothing sounded before. */
  readonly db: number;
  /** For each track of the new version: gain at which it is as loud as it was, by its mixer and as a whole; at most 1. */
  readonly tracks: readonly { readonly mixer: number; readonly whole: number }[];
}

/** A place in both versions, in samples of each. */
export interface PlaceInBoth {
  readonly old: number;
  readonly next: number;
}

const bars = 4;
/** A note counts by its length up to here: a kick is as loud however long it is held. */
const [shortestSeconds, longestSeconds] = [0.1, 1];
/** Of one track and stretch: the audio thread must not wait for more. */
const mostEvents = 2000;
const levelSlot = stripHead.indexOf('level');
const openSlot = stripHead.indexOf('open');
/** What comes back from a bus beside what was sent there. */
const returned = 0.5;

/**
 * The loudest rise of the bars ahead.
 * @param power   mean square that each track of `old` gave after its fader of late, by name; 0 where it was silent
 * @param heard   gain that each track of `old` is held down by already, by name
 */
export function riseOf(
  old: Program,
  next: Program,
  at: PlaceInBoth,
  power: (track: string) => number,
  heard: (track: string) => number = () => 1,
): Rise {
  const weigh = weights(old, at.old, power);
  const [ahead, aheadNext] = [barsFrom(old, at.old), barsFrom(next, at.next)];
  const rises = aheadNext
    .slice(0, ahead.length)
    .map((bar, index) => riseIn({ program: old, bar: ahead[index]!, heard }, { program: next, bar }, weigh));
  return rises.reduce((most, rise) => (rise.db > most.db ? rise : most), { db: 0, tracks: [] });
}

/** How loud a track is beside what its notes and its fader say, by how loud it has been. */
function weights(old: Program, at: number, power: (track: string) => number): (track: string) => number {
  const bar = Math.max(0, indexAfter(old.barSamples, at) - 1);
  const recent = [old.barSamples[Math.max(0, bar - bars)] ?? 0, at] as const;
  const known = new Map<string, number>();
  for (const track of old.tracks) {
    const given = energy(track, recent, old.sampleRate) * gain(old, track);
    if (given > 0 && power(track.name) > 0) known.set(track.name, power(track.name) / given);
  }
  const usual = middle([...known.values()]) ?? 1;
  return (track) => known.get(track) ?? usual;
}

type Stretch = readonly [from: number, to: number];

function riseIn(
  old: { readonly program: Program; readonly bar: Stretch; readonly heard: (track: string) => number },
  next: { readonly program: Program; readonly bar: Stretch },
  weigh: (track: string) => number,
): Rise {
  const before = new Map(old.program.tracks.map((track) => [track.name, track]));
  const { sampleRate } = next.program;
  const loudBefore = sum(
    old.program.tracks.map(
      (track) =>
        weigh(track.name) *
        energy(track, old.bar, sampleRate) *
        gain(old.program, track) *
        old.heard(track.name) ** 2,
    ),
  );
  const now = next.program.tracks.map((track) => {
    const was = before.get(track.name);
    // A mute or a solo is a performer's own hand: the old version is held against it as open as the new one is.
    const isOpen = track.strip[openSlot]! > 0;
    return {
      weight: weigh(track.name),
      mixer: gain(next.program, track),
      mixerWas: was && isOpen ? gain(old.program, was, 1) * old.heard(track.name) ** 2 : 0,
      notes: energy(track, next.bar, sampleRate),
      notesWere: was ? energy(was, old.bar, sampleRate) : 0,
    };
  });
  const reopened = sum(now.map(({ weight, mixerWas, notesWere }) => weight * mixerWas * notesWere));
  const loudNow = sum(now.map(({ weight, mixer, notes }) => weight * mixer * notes)) * master(next.program);
  const base = Math.max(loudBefore, reopened) * master(old.program);
  const db = base > 0 && loudNow > 0 ? 10 * Math.log10(loudNow / base) : 0;
  const share = Math.min(1, 10 ** (-db / 20));
  const masterGain = held(master(old.program), master(next.program));
  return {
    db,
    tracks: now.map(({ mixer, mixerWas, notes, notesWere }) => ({
      mixer: mixerWas > 0 ? held(mixerWas, mixer) * masterGain : 1,
      // A part that was not there comes in as far down as the song would rise.
      whole: mixerWas * notesWere > 0 ? held(mixerWas * notesWere, mixer * notes) * masterGain : share,
    })),
  };
}

/** The gain at which what has grown is as loud as it was. */
const held = (was: number, is: number): number => (is > was ? Math.sqrt(was / is) : 1);

/** The bars ahead of a place, the first of them from there on. */
function barsFrom({ barSamples }: Program, at: number): readonly Stretch[] {
  const first = indexAfter(barSamples, at);
  const ends = [...barSamples.subarray(first, first + bars)];
  return ends.map((end, index) => [index === 0 ? at : ends[index - 1]!, end]);
}

/** What the notes of a stretch give, by their velocity and their length. */
function energy(track: TrackProgram, [from, to]: Stretch, sampleRate: number): number {
  const { events, eventCount } = track;
  const view = new DataView(events);
  const [shortest, longest] = [shortestSeconds * sampleRate, longestSeconds * sampleRate];
  const first = firstNoteFrom(track, from - longest);
  let all = 0;
  for (let index = first; index < Math.min(eventCount, first + mostEvents); index++) {
    const at = index * eventStride;
    const start = view.getUint32(at, true);
    if (start >= to) break;
    const within = Math.min(start + view.getUint32(at + 4, true), to) - Math.max(start, from);
    if (within <= 0) continue;
    all += view.getFloat32(at + 12, true) ** 2 * Math.min(longest, Math.max(shortest, within));
  }
  return all;
}

/** What a track's strip makes of its power: fader, and what it sends. */
function gain(program: Program, track: TrackProgram, open = track.strip[openSlot]!): number {
  const level = track.strip[levelSlot]!;
  const sent = track.sends.map((send) => {
    const bus = program.buses[send.bus]?.strip;
    const back = (bus ? bus[levelSlot]! * bus[openSlot]! : 0) * send.gain;
    return returned * back * back * (send.pre ? 1 : level * level);
  });
  return (level * level + sum(sent)) * open * open * chainPower(track.inserts);
}

const master = ({ master: { strip, inserts } }: Program): number =>
  strip[levelSlot]! ** 2 * chainPower(inserts);

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

const middle = (values: readonly number[]): number | undefined =>
  values.length > 0 ? [...values].sort((one, other) => one - other)[values.length >> 1] : undefined;
