// What is heard of a song, without where it is written: for comparing two texts of one song.

import type { Timeline } from '../../src/timeline/timeline.ts';

/** The notes, the syllables and the lanes of a timeline, and its form; all but ids. */
export const heard = ({ bars, seconds, sections, tracks, tempo, meters, markers, lyrics, lanes }: Timeline) =>
  JSON.parse(
    JSON.stringify(
      {
        bars,
        seconds,
        sections,
        tempo,
        meters,
        markers,
        lyrics,
        lanes,
        tracks: tracks.map(({ track, notes }) => ({ track, notes })),
      },
      (key, value: unknown) => (key === 'id' || key === 'declaration' ? undefined : value),
    ),
  ) as unknown;
