// Definition, references and highlights of the name under the caret.

import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Position,
} from 'vscode-languageserver';
import type { OpenSong, OpenSongs } from './documents.ts';
import { type LinkedPlace, placesOf, type Reach } from './linked.ts';
import { nameAt } from './names.ts';
import { rangeIn } from './places.ts';

/** The declarations; of an imported name that of the other song. */
export const definition = (song: OpenSong, position: Position, songs: OpenSongs): Location[] => {
  const places = placesAt(song, position, songs, 'declaring');
  const declarations = places.filter(({ role }) => role === 'declaration');
  const elsewhere = declarations.filter((place) => !isRenaming(place));
  return (elsewhere.length > 0 ? elsewhere : declarations).map(locationOf);
};

export const references = (
  song: OpenSong,
  position: Position,
  { includeDeclaration }: { includeDeclaration: boolean },
  songs: OpenSongs,
): Location[] =>
  placesAt(song, position, songs, 'workspace')
    .filter(({ role }) => includeDeclaration || role === 'use')
    .map(locationOf);

export const highlights = (song: OpenSong, position: Position, songs: OpenSongs): DocumentHighlight[] =>
  placesAt(song, position, songs, 'song').map(({ place, role }) => ({
    range: rangeIn(song.document, place),
    kind: role === 'declaration' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));

const placesAt = (
  song: OpenSong,
  position: Position,
  songs: OpenSongs,
  reach: Reach,
): readonly LinkedPlace[] => {
  const here = nameAt(song, song.document.offsetAt(position));
  return here ? placesOf(here, song, songs, reach) : [];
};

/** `tops` of `hats as tops`: declares a word, not the music. */
const isRenaming = ({ kind }: LinkedPlace): boolean => kind === 'import';

const locationOf = ({ place, song: { document } }: LinkedPlace): Location => ({
  uri: document.uri,
  range: rangeIn(document, place),
});
