// Rename: the declaration of a name and all its uses, in every song that has it, as one edit.

import {
  type Position,
  type Range,
  ResponseError,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { isSoundName } from '../pattern/mini/atom.ts';
import type { OpenSong, OpenSongs } from './documents.ts';
import { type LinkedPlace, placesOf, placesToRename } from './linked.ts';
import { nameAt, namesIn } from './names.ts';
import { rangeIn } from './places.ts';

/** What would be renamed; null where no declared name stands. */
export const prepareRename = (
  song: OpenSong,
  position: Position,
  songs: OpenSongs,
): { range: Range; placeholder: string } | null => {
  const here = nameAt(song, song.document.offsetAt(position));
  if (!here || !placesOf(here, song, songs, 'declaring').some(({ role }) => role === 'declaration'))
    return null;
  return { range: rangeIn(song.document, here.place), placeholder: here.name };
};

/** @throws ResponseError where the new name is none, or taken: the editor shows its message */
export const rename = (
  song: OpenSong,
  position: Position,
  newName: string,
  songs: OpenSongs,
): WorkspaceEdit | null => {
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(newName)) {
    throw new ResponseError(
      cannotBeGranted,
      `"${newName}" is no name: names are letters, digits and _, and start with a letter.`,
    );
  }
  const here = nameAt(song, song.document.offsetAt(position));
  if (!here) return null;
  const places = placesToRename(here, song, songs);
  if (places.some(({ amongNotes }) => amongNotes) && !isSoundName(newName))
    throw new ResponseError(
      cannotBeGranted,
      `Patterns play ${here.name} by its name, and "${newName}" would not be read as one there. Sounds that patterns name are lowercase letters and digits, and no note: snap, clap2.`,
    );
  const taken = newName === here.name ? undefined : places.find((place) => isTaken(newName, place));
  if (taken) {
    throw new ResponseError(
      cannotBeGranted,
      `There is a "${newName}" already: two of one name could not be told apart. Choose another.`,
    );
  }
  const edits = new Map<OpenSong, LinkedPlace[]>();
  for (const place of places) edits.set(place.song, [...(edits.get(place.song) ?? []), place]);
  return { documentChanges: [...edits].map(([one, itsPlaces]) => changeOf(one, itsPlaces, newName)) };
};

const isTaken = (newName: string, { song, space }: LinkedPlace): boolean =>
  namesIn(song).some((one) => one.role === 'declaration' && one.space === space && one.name === newName);

const changeOf = (
  { document, version }: OpenSong,
  places: readonly LinkedPlace[],
  newText: string,
): TextDocumentEdit => ({
  textDocument: { uri: document.uri, version },
  edits: places.map(({ place }) => ({ range: rangeIn(document, place), newText })),
});

/** The protocol's code for a request whose content cannot be granted. */
const cannotBeGranted = -32803;
