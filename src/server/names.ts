// The names of a song, where they are declared and where they are used: what definition, references,
// highlights and rename have in common.

import type { Range, SourceId } from '../song/origin.ts';
import type { PatternExpression } from '../song/pattern.ts';
import type { Song } from '../song/song.ts';
import type { Name } from '../song/value.ts';
import type { OpenSong } from './documents.ts';

/** Names of one space cannot be mistaken for names of another. */
type Space = 'instrument' | 'music' | 'track' | 'bus' | 'section';

export interface NamePlace {
  readonly space: Space;
  readonly name: string;
  readonly place: Range;
  readonly role: 'declaration' | 'use';
}

/** All places of the name under `offset`, declarations first; empty where there is no name. */
export const placesOfNameAt = (song: OpenSong, offset: number): readonly NamePlace[] => {
  const all = namePlaces(song);
  const here = all.find(({ place }) => place.from <= offset && offset <= place.to);
  if (!here) return [];
  const same = all.filter(({ space, name }) => space === here.space && name === here.name);
  return same.sort(
    (left, right) => left.role.localeCompare(right.role) || left.place.from - right.place.from,
  );
};

const namePlaces = ({ reading: { song, origins } }: OpenSong): NamePlace[] => {
  const places: NamePlace[] = [];
  const add = (space: Space, role: NamePlace['role'], name: string, id: SourceId): void => {
    const place = origins[id];
    if (place && place.to > place.from) places.push({ space, name, place, role });
  };
  for (const { space, role, name } of namesOf(song)) add(space, role, name.name, name.id);
  return places;
};

type NameOf = { readonly space: Space; readonly role: NamePlace['role']; readonly name: Name };

const namesOf = (song: Song): readonly NameOf[] => [
  ...song.instruments.map(({ name }) => declared('instrument', name)),
  ...[...song.patterns, ...song.progressions].flatMap(({ name, expression }) => [
    declared('music', name),
    ...musicUsed(expression, song),
  ]),
  ...song.tracks.flatMap(({ name, instrument, sends }) => [
    declared('track', name),
    ...(instrument ? [used('instrument', instrument)] : []),
    ...sends.map(({ bus }) => used('bus', bus)),
  ]),
  ...song.buses.flatMap(({ name, sends }) => [
    declared('bus', name),
    ...sends.map(({ bus }) => used('bus', bus)),
  ]),
  ...song.sections.flatMap(({ name, parts }) => [
    declared('section', name),
    ...parts.flatMap(({ track, expression }) => [used('track', track), ...musicUsed(expression, song)]),
  ]),
  ...song.arrangement.map(({ section }) => used('section', section)),
];

const declared = (space: Space, name: Name): NameOf => ({ space, role: 'declaration', name });
const used = (space: Space, name: Name): NameOf => ({ space, role: 'use', name });

const musicUsed = (expression: PatternExpression, song: Song): readonly NameOf[] => {
  if (expression.kind === 'name') return [used('music', expression.name)];
  if (expression.kind !== 'transform') return [];
  // A word given to a transform may be a pattern (`mask(beat)`) or a choice (`arpeggio(up)`).
  const patterns = new Set([...song.patterns, ...song.progressions].map(({ name }) => name.name));
  const words = expression.arguments.flatMap((argument) =>
    argument.kind === 'word' && patterns.has(argument.value)
      ? [used('music', { name: argument.value, id: argument.id })]
      : [],
  );
  return [...musicUsed(expression.of, song), ...words];
};
