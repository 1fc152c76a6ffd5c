// Tracks that play more pieces of takes than the core holds: from there on they are silent, and told of where the section
// names the take.

import type { SourceId } from '../../song/origin.ts';
import type { Song } from '../../song/song.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { limits } from '../program.ts';
import { clipsOf } from './clips.ts';
import { fileRequest, type SoundRequest } from './requests.ts';
import type { Sounds } from './sounds.ts';

export interface ClipFault {
  readonly request: SoundRequest;
  readonly reason: string;
  /** The take's name in the section. */
  readonly id: SourceId;
}

/** One a track, on the first take of which a piece is left out. */
export const clipFaults = (song: Song, timeline: Timeline, sounds: Sounds): readonly ClipFault[] =>
  song.tracks.flatMap(({ name }, track): readonly ClipFault[] => {
    const first = clipsOf(song, timeline, track, sounds)[limits.clips];
    if (!first) return [];
    return [
      {
        request: fileRequest(song.takes[first.take]!.file.path.value),
        id: first.id,
        reason:
          `${name.name} is silent from here on: a track plays ${limits.clips} pieces of takes at most, and a take that ` +
          'follows a tempo that ramps is a piece for every beat. Put some on another track, or use `stretch: time`.',
      },
    ];
  });
