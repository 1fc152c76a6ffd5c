// Hover: what the language knows about the thing under the pointer.

import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import type { OpenSong } from './documents.ts';
import { rangeIn } from './places.ts';

export const hover = (song: OpenSong, position: Position): Hover | null => {
  const found = song.language.hover(song.reading, song.document.offsetAt(position));
  if (!found) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: found.text },
    range: rangeIn(song.document, found.range),
  };
};
