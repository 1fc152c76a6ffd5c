// Rename: the declaration of a name and all its uses, as one edit.

import { type Position, type Range, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import type { OpenSong } from './documents.ts';
import { placesOfNameAt } from './names.ts';
import { rangeIn } from './places.ts';

/** What would be renamed; null where no declared name stands. */
export const prepareRename = (
  song: OpenSong,
  position: Position,
): { range: Range; placeholder: string } | null => {
  const offset = song.document.offsetAt(position);
  const places = placesOfNameAt(song, offset);
  const here = places.find(({ place }) => place.from <= offset && offset <= place.to);
  if (!here || !places.some(({ role }) => role === 'declaration')) return null;
  return { range: rangeIn(song.document, here.place), placeholder: here.name };
};

/** @throws ResponseError where the new name is none: the editor shows its message */
export const rename = (song: OpenSong, position: Position, newName: string): WorkspaceEdit | null => {
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(newName)) {
    throw new ResponseError(
      invalidName,
      `"${newName}" is no name: names are letters, digits and _, and start with a letter.`,
    );
  }
  const places = placesOfNameAt(song, song.document.offsetAt(position));
  if (places.length === 0) return null;
  const edits = places.map(({ place }) => ({ range: rangeIn(song.document, place), newText: newName }));
  return { documentChanges: [{ textDocument: { uri: song.document.uri, version: song.version }, edits }] };
};

/** The protocol's code for a request whose content cannot be granted. */
const invalidName = -32803;
