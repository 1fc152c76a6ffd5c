// Which parts of a program must cross to the audio thread, and how it puts them together again.
// Pure: a track crosses without its notes where the other side has the same hash.

import type { Program, TrackProgram } from '../program.ts';
import type { ProgramChange, TrackChange } from './messages.ts';

/**
 * `program` without the events of tracks and the sound of samples whose hash is in `known`, and the buffers
 * that must travel. Recorded sound is copied, so that it is still there when the audio thread starts anew.
 */
export function changesOf(
  program: Program,
  known: ReadonlySet<string>,
): { change: ProgramChange; travel: ArrayBuffer[] } {
  const tracks = program.tracks.map((track) => (known.has(track.hash) ? withoutEvents(track) : track));
  // Two tracks can share one buffer, and a buffer travels once.
  const travel = [...new Set(tracks.flatMap((track) => ('events' in track ? [track.events] : [])))];
  const samples = program.samples.map((sample) =>
    known.has(sample.hash) ? { ...sample, channels: [] } : sample,
  );
  return { change: { ...program, tracks, samples }, travel };
}

/**
 * The whole program again, with the events of `current` where `change` left them out.
 * @throws Error if a hash is in neither: the page and the audio thread have lost each other
 */
export function together(change: ProgramChange, current: Program | undefined): Program {
  const kept = new Map(current?.tracks.map((track) => [track.hash, track]));
  return { ...change, tracks: change.tracks.map((track) => whole(track, kept)) };
}

/** What the other side has once it has been given `program`. */
export const knownOf = ({ tracks, samples }: Program): ReadonlySet<string> =>
  new Set([...tracks, ...samples].map(({ hash }) => hash));

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
