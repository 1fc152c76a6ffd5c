// Definition, references and highlights of the name under the caret.

import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Position,
} from 'vscode-languageserver';
import type { OpenSong } from './documents.ts';
import { type NamePlace, placesOfNameAt } from './names.ts';
import { rangeIn } from './places.ts';

export const definition = (song: OpenSong, position: Position): Location[] =>
  places(song, position)
    .filter(({ role }) => role === 'declaration')
    .map((place) => locationOf(place, song));

export const references = (
  song: OpenSong,
  position: Position,
  { includeDeclaration }: { includeDeclaration: boolean },
): Location[] =>
  places(song, position)
    .filter(({ role }) => includeDeclaration || role === 'use')
    .map((place) => locationOf(place, song));

export const highlights = (song: OpenSong, position: Position): DocumentHighlight[] =>
  places(song, position).map(({ place, role }) => ({
    range: rangeIn(song.document, place),
    kind: role === 'declaration' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));

const places = (song: OpenSong, position: Position): readonly NamePlace[] =>
  placesOfNameAt(song, song.document.offsetAt(position));

const locationOf = ({ place }: NamePlace, { document }: OpenSong): Location => ({
  uri: document.uri,
  range: rangeIn(document, place),
});
