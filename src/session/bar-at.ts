// Where the music of a place in the text begins: for "play from here".

import type { Reading } from '../languages/language.ts';
import type { SourceId } from '../song/origin.ts';
import type { Declaration } from '../song/value.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { placeOf } from './panel-problems.ts';

/**
 * The first bar, from 0, in which what stands at `offset` sounds: a placement in the arrangement, a
 * section, then a note, the pattern or the track around it. Bar 0 where nothing there sounds.
 */
export function barAt(reading: Reading, timeline: Timeline, offset: number): number {
  const { song } = reading;
  const holds = (id: SourceId | undefined): boolean => {
    const { from, to } = placeOf(reading, id);
    return from <= offset && offset <= to && to > from;
  };
  const placement = timeline.sections.find(({ id }) => holds(id));
  if (placement) return placement.bar;
  const section = song.sections.findIndex(({ declaration }) => holds(declaration));
  if (section >= 0) return timeline.sections.find((placed) => placed.section === section)?.bar ?? 0;
  const track = song.tracks.findIndex(({ declaration }) => holds(declaration));
  if (track >= 0) return firstBar(timeline.tracks[track]?.notes ?? []);
  const notes = timeline.tracks.flatMap((one) => one.notes);
  const exact = notes.filter(({ id }) => holds(id));
  if (exact.length > 0) return firstBar(exact);
  const around = [...song.patterns, ...song.progressions].find(({ declaration }) => holds(declaration));
  return around ? firstBar(notes.filter(({ id }) => within(reading, id, around))) : 0;
}

function within(reading: Reading, id: SourceId, { declaration }: Declaration): boolean {
  const [inner, outer] = [placeOf(reading, id), placeOf(reading, declaration)];
  return outer.from <= inner.from && inner.to <= outer.to;
}

const firstBar = (notes: readonly { readonly start: { readonly n: number; readonly d: number } }[]): number =>
  notes.reduce(
    (bar, { start }) => Math.min(bar, Math.floor(start.n / start.d)),
    notes.length > 0 ? Number.MAX_SAFE_INTEGER : 0,
  );
