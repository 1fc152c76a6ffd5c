// What stands at the cursor, for the commands of a performer: the track that is written there, and the first bar of
// what sounds there.

import type { Reading } from '../languages/language.ts';
import type { SourceId } from '../song/origin.ts';
import type { Strip } from '../song/song.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { barAt } from './bar-at.ts';
import { placeOf } from './panel-problems.ts';

const holds = (reading: Reading, id: SourceId | undefined, offset: number): boolean => {
  const { from, to } = placeOf(reading, id);
  return from <= offset && offset <= to && to > from;
};

/** The track or bus that is declared at `offset`, or the track that a part there is written for. */
export function stripAt(reading: Reading, offset: number): Strip | undefined {
  const { tracks, buses, sections } = reading.song;
  const declared = [...tracks, ...buses].find(({ declaration }) => holds(reading, declaration, offset));
  if (declared) return declared;
  const part = sections
    .flatMap(({ parts }) => parts)
    .find(({ id, track, expression }) => {
      const [named, played] = [placeOf(reading, track.id), placeOf(reading, expression.id)];
      const from = Math.min(placeOf(reading, id).from, named.from);
      return holds(reading, id, offset) || (named.to > 0 && from <= offset && offset <= played.to);
    });
  return tracks.find(({ name }) => name.name === part?.track.name);
}

/** The first bar, from 0, of what sounds at `offset`; undefined where nothing there is played by the clock. */
export function soundingBarAt(reading: Reading, timeline: Timeline, offset: number): number | undefined {
  const { sections, patterns, progressions, arrangement } = reading.song;
  const written = [...sections, ...patterns, ...progressions].some(({ declaration }) =>
    holds(reading, declaration, offset),
  );
  const placed = arrangement.some(({ id }) => holds(reading, id, offset));
  return written || placed ? barAt(reading, timeline, offset) : undefined;
}
