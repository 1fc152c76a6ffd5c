// Which recordings the takes, the notes and the effects of a song play: only these are decoded, of whatever instruments it names.

import type { Song } from '../../song/song.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { clipsOf } from './clips.ts';
import { playerOf } from './played.ts';
import { responseOf, wavetableIds } from './responses.ts';
import type { Sounds } from './sounds.ts';

/** Ids of recordings, each once, in the order of the tracks. */
export function recordingsNeeded(song: Song, timeline: Timeline, sounds: Sounds): readonly string[] {
  const needed = new Set<string>();
  for (const [index, track] of song.tracks.entries()) {
    for (const { recording } of clipsOf(song, timeline, index, sounds)) needed.add(recording);
    for (const id of wavetableIds(song, track, sounds)) if (id !== undefined) needed.add(id);
    const player = playerOf(song, track, sounds);
    if (!player) continue;
    // A drum track plays the same few things thousands of times.
    const asked = new Set<string>();
    for (const note of timeline.tracks[index]?.notes ?? []) {
      const key = `${note.hit} ${note.sample} ${note.midi} ${note.velocity}`;
      if (asked.has(key)) continue;
      asked.add(key);
      for (const { recording } of player(note)) needed.add(recording);
    }
  }
  for (const { inserts } of [...song.tracks, ...song.buses, song.master])
    for (const insert of inserts) {
      const response = responseOf(song, insert, sounds);
      if (response !== undefined) needed.add(response);
    }
  return [...needed];
}
