// Which parts of a program must cross to the audio thread, and how it puts them together again.
// Pure: a track crosses without its notes where the other side has the same hash.

import type { Program, TrackProgram } from '../program.ts';
import type { ProgramChange, TrackChange } from './messages.ts';

/** `program` without the events of tracks whose hash is in `known`, and the buffers that must travel. */
export function changesOf(program: Program, known: ReadonlySet<string>): { change: ProgramChange; travel: ArrayBuffer[] } {
  const tracks = program.tracks.map((track) => (known.has(track.hash) ? withoutEvents(track) : track));
  // Two tracks can share one buffer, and a buffer travels once.
  const travel = [...new Set(tracks.flatMap((track) => ('events' in track ? [track.events] : [])))];
  return { change: { ...program, tracks }, travel };
}

/**
 * The whole program again, with the events of `current` where `change` left them out.
 * @throws Error if a hash is in neither: the page and the audio thread have lost each other
 */
export function together(change: ProgramChange, current: Program | undefined): Program {
  const kept = new Map(current?.tracks.map((track) => [track.hash, track]));
  return { ...change, tracks: change.tracks.map((track) => whole(track, kept)) };
}

/** Whether the strips of both are the same strips, so that their values can be carried across at once. */
export function sameStrips(one: Program, other: Program): boolean {
  return sameNames(one.tracks, other.tracks) && sameNames(one.buses, other.buses);
}

/** Whether nothing but strips differs: no sound, no note, no bar line. */
export function sameMusic(one: Program, other: Program): boolean {
  return sameStrips(one, other) && sameBars(one, other)
    && one.tracks.every((track, index) => track.hash === other.tracks[index]!.hash);
}

/** Whether bars lie at the same samples, so that a position means the same place. */
export function sameBars(one: Program, other: Program): boolean {
  const shared = Math.min(one.barSamples.length, other.barSamples.length);
  for (let bar = 0; bar < shared; bar++) if (one.barSamples[bar] !== other.barSamples[bar]) return false;
  return true;
}

function withoutEvents(track: TrackProgram): TrackChange {
  const { events: _, ...rest } = track;
  return rest;
}

function whole(track: TrackChange, kept: ReadonlyMap<string, TrackProgram>): TrackProgram {
  if ('events' in track) return track;
  const same = kept.get(track.hash);
  if (!same) throw new Error(`the notes of track ${track.name} never reached the audio thread`);
  return { ...track, events: same.events };
}

function sameNames(one: readonly { readonly name: string }[], other: readonly { readonly name: string }[]): boolean {
  return one.length === other.length && one.every(({ name }, index) => name === other[index]!.name);
}
