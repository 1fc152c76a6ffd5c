// What of a song is over the core's fixed sizes, and so is not heard: a problem of the song, never a failure.

import type { Problem } from '../song/problem.ts';
import type { Song } from '../song/song.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { limits } from './program.ts';

/** The rule's id of these problems. */
export const limitRule = 'LIM';

/** One problem on each track and bus that `compile` leaves out, and on the track where the notes run out. */
export function overLimits(song: Song, timeline: Timeline): readonly Problem[] {
  return [
    ...song.tracks
      .slice(limits.tracks)
      .map((track) =>
        problem(
          track.name.id,
          `${track.name.name} is not heard: a song plays ${limits.tracks} tracks at most. Put parts that never sound together on one track.`,
        ),
      ),
    ...song.buses
      .slice(limits.buses)
      .map((bus) =>
        problem(
          bus.name.id,
          `${bus.name.name} is not heard: a song has ${limits.buses} buses at most. Let tracks share one.`,
        ),
      ),
    ...tooManyNotes(song, timeline),
  ];
}

function tooManyNotes(song: Song, timeline: Timeline): readonly Problem[] {
  let count = 0;
  for (const [index, track] of song.tracks.slice(0, limits.tracks).entries()) {
    count += timeline.tracks[index]?.notes.length ?? 0;
    if (count <= limits.events) continue;
    return [
      problem(
        track.name.id,
        `The song has more than ${limits.events} notes; from ${track.name.name} on, the rest is not heard. Thin the patterns.`,
      ),
    ];
  }
  return [];
}

const problem = (id: number, message: string): Problem => ({
  rule: limitRule,
  severity: 'error',
  message,
  id,
});
