// Recordings where sections play them. How long each goes on is for whoever has its file.

import { type Bar, meterAt } from '../music/meter.ts';
import { add, compare, rational, toNumber } from '../music/rational.ts';
import type { Problem } from '../song/problem.ts';
import type { Song } from '../song/song.ts';
import type { Clock } from './clock.ts';
import type { Form } from './form.ts';
import type { Maps } from './maps.ts';
import { startOf } from './section-notes.ts';
import type { PlacedTake } from './timeline.ts';

/** The takes of each track, in the order of `song.tracks`. */
export const placedTakes = (
  song: Song,
  form: Form,
  { meters }: Pick<Maps, 'meters'>,
  clock: Clock,
  tell: (problem: Problem) => void,
): readonly (readonly PlacedTake[])[] => {
  const placed = song.tracks.map((): PlacedTake[] => []);
  if (song.takes.length === 0) return placed;
  const tracks = indexByName(song.tracks);
  const takes = indexByName(song.takes);
  for (const placement of form.sections) {
    const section = song.sections[placement.section]!;
    for (const part of section.parts) {
      const take = part.expression.kind === 'name' ? takes.get(part.expression.name.name) : undefined;
      const track = tracks.get(part.track.name);
      if (take === undefined || track === undefined) continue;
      const meterOf = (bar: number): Bar => meterAt(meters, placement.bar + bar);
      const from = startOf(part, section, meterOf, tell);
      if (!from) continue;
      const start = add(rational(placement.bar), from);
      placed[track]!.push({
        take,
        start,
        startSeconds: clock.at(toNumber(start)),
        sectionEndSeconds: clock.at(placement.bar + placement.bars),
        id: part.expression.id,
      });
    }
  }
  return placed.map((ofTrack) => ofTrack.sort((one, other) => compare(one.start, other.start)));
};

/** Of two with one name the first counts. */
const indexByName = (named: readonly { readonly name: { readonly name: string } }[]): Map<string, number> =>
  new Map(named.map(({ name }, index) => [name.name, index] as const).reverse());
