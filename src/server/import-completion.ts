// Completion in an import: the songs of the workspace in its path, and in its braces what the other song has.

import type { Completion } from '../languages/language.ts';
import type { Import } from '../song/material.ts';
import type { Range } from '../song/origin.ts';
import { addressOf, sameSpelling } from './addresses.ts';
import type { OpenSong, OpenSongs } from './documents.ts';
import { namesIn } from './names.ts';

/** What may stand at the offset; undefined where that is in no import. */
export const completeImport = (
  song: OpenSong,
  offset: number,
  songs: OpenSongs,
): readonly Completion[] | undefined => {
  const { origins, text } = song.reading;
  const inside = song.reading.song.imports.find(({ declaration }) => {
    const place = origins[declaration];
    return place !== undefined && place.from < offset && offset <= place.to;
  });
  if (!inside) return undefined;
  const path = origins[inside.path.id];
  if (path && path.from < offset && offset < path.to)
    return pathsFrom(song, { from: path.from + 1, to: path.to - 1 }, songs);
  // Only in the braces: behind `from` there is a path to come.
  const before = text.slice(origins[inside.declaration]!.from, offset);
  if (!before.includes('{') || before.includes('}') || /\bas\s+\S*$/.test(before)) return [];
  return namesFrom(inside, song, offset, songs);
};

const pathsFrom = (song: OpenSong, range: Range, songs: OpenSongs): readonly Completion[] => {
  const own = sameSpelling(song.document.uri);
  return songs.all().flatMap((other): readonly Completion[] => {
    const path = sameSpelling(other.document.uri) === own ? undefined : relative(own, other);
    return path === undefined
      ? []
      : [{ label: path, kind: 'value', detail: other.reading.song.title, insert: path, range }];
  });
};

/** `./drums.song`, `../kits/808.song`: from the song's folder. */
const relative = (from: string, { document }: OpenSong): string | undefined => {
  const [here, there] = [from.split('/').slice(0, -1), sameSpelling(document.uri).split('/')];
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  // Nothing in common is another disk, or another kind of address.
  if (shared < 3) return undefined;
  const up = here.length - shared;
  return `${up === 0 ? './' : '../'.repeat(up)}${there.slice(shared).join('/')}`;
};

const namesFrom = (
  { path, names }: Import,
  song: OpenSong,
  offset: number,
  songs: OpenSongs,
): readonly Completion[] => {
  const address = addressOf(path.value, song.document.uri, songs.folders);
  const other = address === undefined ? undefined : songs.find(address);
  if (!other) return [];
  const word = /[\p{L}\p{N}_]*$/u.exec(song.reading.text.slice(0, offset))![0];
  const range = { from: offset - word.length, to: offset };
  const taken = new Set(names.map(({ name }) => name.name));
  return namesIn(other)
    .filter(({ role, kind }) => role === 'declaration' && kind in kinds)
    .filter(({ name }) => name === word || !taken.has(name))
    .map(({ name, kind }, rank) => ({
      label: name,
      kind: kinds[kind as keyof typeof kinds],
      detail: `${kind} of ${other.reading.song.title}`,
      insert: name,
      range,
      rank,
    }));
};

/** What can be imported. */
const kinds = { pattern: 'pattern', progression: 'pattern', instrument: 'instrument' } as const;
