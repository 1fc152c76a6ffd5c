// A song as stems: which tracks can be rendered apart, how they are shared out to threads, and the programs
// that each side plays. Pure.

import type { Program, TrackProgram } from '../program.ts';
import { mixWork, trackWork } from './work.ts';

/** Tracks that nothing rendered with the mix listens to, and that play: they can be rendered apart. */
export function stemTracks(program: Program): readonly number[] {
  const heard = new Set(
    [...program.buses, program.master].flatMap(({ inserts }) => inserts.map(({ key }) => key)),
  );
  return unheardByRest(
    program,
    program.tracks.flatMap((track, index) =>
      (track.eventCount > 0 || track.clips) && !heard.has(index) ? [index] : [],
    ),
  );
}

/**
 * Of these tracks, those that the rest can do without: what is listened to by a track that is rendered with the mix has
 * to be rendered there as well.
 */
export function unheardByRest(program: Program, tracks: readonly number[]): readonly number[] {
  const apart = new Set(tracks);
  const heard = program.tracks.flatMap(({ inserts }, index) =>
    apart.has(index) ? [] : inserts.flatMap(({ key }) => (key === undefined ? [] : [key])),
  );
  const left = tracks.filter((index) => !heard.includes(index));
  // What was taken out may itself listen to others.
  return left.length < tracks.length ? unheardByRest(program, left) : left;
}

/**
 * Groups of tracks to be rendered apart, so that each of `threads` threads has about as much to do as the one
 * that mixes: that one renders the tracks in no group itself.
 */
export function sharedOut(
  program: Program,
  tracks: readonly number[],
  threads: number,
): readonly (readonly number[])[] {
  const work = new Map(tracks.map((index) => [index, trackWork(program, program.tracks[index]!)]));
  const groups = Array.from({ length: threads }, (_, thread) => ({
    work: thread === 0 ? mixWork(program) : 0,
    tracks: [] as number[],
  }));
  for (const index of tracks.toSorted((a, b) => work.get(b)! - work.get(a)! || a - b)) {
    const least = groups.reduce((best, group) => (group.work < best.work ? group : best));
    least.work += work.get(index)!;
    least.tracks.push(index);
  }
  const apart = unheardByRest(
    program,
    groups.slice(1).flatMap((group) => group.tracks),
  );
  return groups
    .slice(1)
    .map((group) => group.tracks.filter((index) => apart.includes(index)).toSorted((a, b) => a - b))
    .filter((group) => group.length > 0);
}

/** The tracks alone, with the instruments that they listen to: what renders stems. */
export function stemProgram(program: Program, tracks: readonly number[]): Program {
  const wanted = new Set(tracks);
  const keys = new Set(tracks.flatMap((index) => program.tracks[index]!.inserts.map(({ key }) => key)));
  return {
    ...program,
    tracks: program.tracks.map((track, index): TrackProgram => {
      if (wanted.has(index)) return { ...track, sends: [] };
      const bare = { ...track, inserts: [], sends: [] };
      return keys.has(index) ? bare : silent(bare);
    }),
    buses: [],
    master: { ...program.master, inserts: [] },
    lanes: program.lanes.filter(
      ({ strip, index, part }) =>
        strip === 'track' &&
        ((wanted.has(index) && part !== 'send') || (keys.has(index) && part === 'instrument')),
    ),
  };
}

/** The song whose tracks come as stems: what takes them. */
export const withoutStems = (program: Program, tracks: readonly number[]): Program => ({
  ...program,
  tracks: program.tracks.map((track, index) => (tracks.includes(index) ? silent(track) : track)),
});

const silent = ({ clips: _, ...track }: TrackProgram): TrackProgram => ({
  ...track,
  instrument: -1,
  events: new ArrayBuffer(0),
  eventCount: 0,
});
