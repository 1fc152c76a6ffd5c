// Every name that the songs of the workspace declare, to be found by a few of its letters.

import { type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { OpenSongs } from './documents.ts';
import { type NameKind, type NamePlace, namesIn } from './names.ts';
import { rangeIn } from './places.ts';

/** An editor narrows down as one types: more than that nobody reads. */
const most = 500;

export const workspaceSymbols = (songs: OpenSongs, query: string): SymbolInformation[] => {
  const wanted = query.toLowerCase();
  return songs
    .all()
    .flatMap((song) =>
      namesIn(song)
        .filter(
          (place) => place.role === 'declaration' && place.kind !== 'import' && hasLetters(place, wanted),
        )
        .map(({ name, kind, place }) => ({
          name,
          kind: kinds[kind],
          containerName: song.reading.song.title,
          location: { uri: song.document.uri, range: rangeIn(song.document, place) },
        })),
    )
    .slice(0, most);
};

/** Whether the letters stand in the name in this order. */
const hasLetters = ({ name }: NamePlace, wanted: string): boolean => {
  let next = 0;
  for (const letter of name.toLowerCase()) if (letter === wanted[next]) next++;
  return next >= wanted.length;
};

const kinds: Readonly<Record<NameKind, SymbolKind>> = {
  instrument: SymbolKind.Class,
  kit: SymbolKind.Class,
  sample: SymbolKind.File,
  sound: SymbolKind.File,
  take: SymbolKind.File,
  pattern: SymbolKind.Function,
  progression: SymbolKind.Array,
  track: SymbolKind.Variable,
  bus: SymbolKind.Interface,
  section: SymbolKind.Struct,
  marker: SymbolKind.Event,
  tuning: SymbolKind.Constant,
  import: SymbolKind.Module,
};
