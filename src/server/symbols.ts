// The outline of a song as document symbols.

import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { OutlineItem } from '../languages/language.ts';
import type { OpenSong } from './documents.ts';
import { rangeIn } from './places.ts';

export const symbols = (song: OpenSong): DocumentSymbol[] =>
  song.language.outline(song.reading).map((item) => symbolOf(item, song));

const symbolOf = (item: OutlineItem, song: OpenSong): DocumentSymbol => ({
  // Editors refuse a symbol without a name, and a song in the making has some.
  name: item.name.trim() === '' ? `(${item.kind})` : item.name,
  kind: kinds[item.kind],
  range: rangeIn(song.document, item.range),
  selectionRange: rangeIn(song.document, item.selection),
  children: item.children.map((child) => symbolOf(child, song)),
  ...(item.detail ? { detail: item.detail } : {}),
});

const kinds: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  song: SymbolKind.File,
  instrument: SymbolKind.Class,
  pattern: SymbolKind.Function,
  progression: SymbolKind.Array,
  track: SymbolKind.Variable,
  bus: SymbolKind.Interface,
  master: SymbolKind.Interface,
  section: SymbolKind.Struct,
  arrangement: SymbolKind.Event,
  marker: SymbolKind.Key,
  automation: SymbolKind.Operator,
  lyrics: SymbolKind.String,
  import: SymbolKind.Module,
  take: SymbolKind.File,
  sample: SymbolKind.File,
  kit: SymbolKind.Package,
  tuning: SymbolKind.Number,
  brief: SymbolKind.Object,
  expectation: SymbolKind.Boolean,
  delivery: SymbolKind.Object,
};
