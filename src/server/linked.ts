// One name over several songs: an import leads to the song that declares it, and from there to every song
// that imports it.

import { addressOf, sameSpelling } from './addresses.ts';
import type { OpenSong, OpenSongs } from './documents.ts';
import { type NamePlace, namesIn } from './names.ts';

/** A place of a name, with the song that it stands in. */
export interface LinkedPlace extends NamePlace {
  readonly song: OpenSong;
}

/** What a name stands for at last: a declaration in one song. */
interface Root {
  readonly uri: string;
  readonly space: NamePlace['space'];
  readonly name: string;
}

/** How far to look: where highlights stand, where declarations stand, or everywhere. */
export type Reach = 'song' | 'declaring' | 'workspace';

/**
 * All places of what `here` stands for: declarations first, its own song's first among them. Where one song
 * calls it differently (`as`), that name and its uses are among them.
 */
export const placesOf = (
  here: NamePlace,
  song: OpenSong,
  songs: OpenSongs,
  reach: Reach = 'workspace',
): readonly LinkedPlace[] => {
  const root = rootOf(here, song, songs);
  const places = songsWith(root, song, songs, reach).flatMap((one) =>
    namesIn(one)
      .filter(standsFor(root, one, songs))
      .map((place): LinkedPlace => ({ ...place, song: one })),
  );
  return places.sort(
    (left, right) =>
      left.role.localeCompare(right.role) || Number(right.song === song) - Number(left.song === song),
  );
};

/** Whether a place of a song is one of the root's. Without imports a song has only names of its own. */
const standsFor = (root: Root, song: OpenSong, songs: OpenSongs): ((place: NamePlace) => boolean) => {
  if (song.reading.song.imports.length > 0) return (place) => sameRoot(rootOf(place, song, songs), root);
  const isDeclaring = sameSpelling(song.document.uri) === root.uri;
  return ({ name, space }) => isDeclaring && name === root.name && space === root.space;
};

/**
 * The places that change with `here` when it gets another name: all of them, but those where a song calls
 * it by a name of its own; there only what it calls the other song's name by.
 */
export const placesToRename = (here: NamePlace, song: OpenSong, songs: OpenSongs): readonly LinkedPlace[] => {
  const isAlias = isOwnName(here, song);
  if (isAlias) {
    return namesIn(song)
      .filter((place) => place.space === here.space && place.name === here.name && place.alias === undefined)
      .map((place) => ({ ...place, song }));
  }
  return placesOf(here, song, songs).filter((place) => !isOwnName(place, place.song));
};

/** Whether the song calls an imported thing by a name of its own at this place. */
const isOwnName = (place: NamePlace, song: OpenSong): boolean =>
  place.alias === undefined &&
  namesIn(song).some(({ alias, space }) => alias === place.name && space === place.space);

const rootOf = (place: NamePlace, song: OpenSong, songs: OpenSongs): Root => {
  const own: Root = { uri: sameSpelling(song.document.uri), space: place.space, name: place.name };
  return imported(place, song, songs, new Set()) ?? own;
};

/** Where an imported name leads; undefined for one that the song itself declares, or that leads nowhere. */
const imported = (
  place: Pick<NamePlace, 'name' | 'space' | 'alias' | 'from'>,
  song: OpenSong,
  songs: OpenSongs,
  visited: Set<string>,
): Root | undefined => {
  const { imports } = song.reading.song;
  const step = imports
    .flatMap(({ names, path }) => names.map((one) => ({ ...one, path: path.value })))
    .find(({ name, as, path }) =>
      // In the import itself the other song's name stands; elsewhere this song's own.
      place.from === undefined ? as.name === place.name : path === place.from && name.name === place.name,
    );
  if (!step) return undefined;
  const address = addressOf(step.path, song.document.uri, songs.folders);
  const other = address === undefined ? undefined : songs.find(address);
  const key = `${address} ${step.name.name}`;
  if (!other || visited.has(key)) return undefined;
  visited.add(key);
  const declaration = namesIn(other).find(
    ({ role, name, from }) => role === 'declaration' && from === undefined && name === step.name.name,
  );
  const wanted = { name: step.name.name, space: declaration?.space ?? place.space };
  return imported(wanted, other, songs, visited) ?? { uri: sameSpelling(other.document.uri), ...wanted };
};

/** The songs in which a name can stand: the one asked, the one that declares it, and those that import. */
const songsWith = (root: Root, song: OpenSong, songs: OpenSongs, reach: Reach): readonly OpenSong[] => {
  if (reach === 'song') return [song];
  const declaring = songs.find(root.uri);
  const others =
    reach === 'workspace' ? songs.all().filter((one) => one.reading.song.imports.length > 0) : [];
  const found = new Map<string, OpenSong>();
  for (const one of [song, ...(declaring ? [declaring] : []), ...others]) {
    const key = sameSpelling(one.document.uri);
    if (!found.has(key)) found.set(key, one);
  }
  return [...found.values()];
};

/** An imported name's space is that of its declaration; where it is used it may be taken for music. */
const sameRoot = (one: Root, other: Root): boolean =>
  one.uri === other.uri && one.name === other.name && one.space === other.space;
