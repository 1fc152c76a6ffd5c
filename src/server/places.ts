// From offsets and ids of a song to lines and characters of the protocol.

import type { TextEdit as ProtocolEdit, Range as ProtocolRange } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range, SourceId, TextEdit } from '../song/origin.ts';
import type { OpenSong } from './documents.ts';

export const rangeIn = (document: TextDocument, { from, to }: Range): ProtocolRange => ({
  start: document.positionAt(from),
  end: document.positionAt(to),
});

/** Where an id stands; what was imported, at the name that the import gives it. */
export const rangeOfId = (song: OpenSong, id: SourceId): ProtocolRange =>
  rangeIn(song.document, song.linked().origins[id] ?? { from: 0, to: 0 });

export const editIn = (document: TextDocument, { range, text }: TextEdit): ProtocolEdit => ({
  range: rangeIn(document, range),
  newText: text,
});
