// Completion: what the language offers at the caret, in the editor's kinds.

import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type Position,
} from 'vscode-languageserver';
import type { Completion } from '../languages/language.ts';
import type { OpenSong, OpenSongs } from './documents.ts';
import { completeImport } from './import-completion.ts';
import { rangeIn } from './places.ts';
import { completeSoundFile } from './sound-completion.ts';
import type { World } from './world.ts';

/** Keys that ask for completion by themselves: what begins a value, a parameter or a note. */
export const completionTriggers: readonly string[] = [
  ' ',
  ':',
  '.',
  '"',
  '=',
  '(',
  '[',
  '<',
  '|',
  '{',
  ',',
  '/',
];

export const completion = (
  song: OpenSong,
  position: Position,
  songs: OpenSongs,
  world: Pick<World, 'soundsNear'>,
): CompletionItem[] => {
  const offset = song.document.offsetAt(position);
  const files = completeSoundFile(song, offset, world);
  const offers = completeImport(song, offset, songs) ?? ownOffers(song, offset, files !== undefined);
  return [...offers, ...(files ?? [])].map((offer) => itemOf(offer, song));
};

/** In the quotes of a recording, of what the language offers only the sounds that come along: no notes. */
const ownOffers = (song: OpenSong, offset: number, isFile: boolean): readonly Completion[] =>
  song.language.complete(song.linked(), offset).filter(({ kind }) => !isFile || kind === 'instrument');

const itemOf = (offer: Completion, { document }: OpenSong): CompletionItem => ({
  label: offer.label,
  kind: kinds[offer.kind],
  insertTextFormat: offer.snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
  textEdit: { range: rangeIn(document, offer.range), newText: offer.insert },
  // The editor matches what stands in the range against this.
  filterText: offer.label,
  ...(offer.detail ? { detail: offer.detail } : {}),
  ...(offer.documentation
    ? { documentation: { kind: MarkupKind.Markdown, value: offer.documentation } }
    : {}),
  ...(offer.rank === undefined ? {} : { sortText: `${sortable(offer.rank)} ${offer.label}` }),
});

// Editors sort by letters: numbers need their zeros, and what has no rank comes by its label.
const sortable = (rank: number): string => String(Math.max(0, Math.round(rank * 1000))).padStart(9, '0');

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  instrument: CompletionItemKind.Class,
  effect: CompletionItemKind.Module,
  parameter: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  unit: CompletionItemKind.Unit,
  track: CompletionItemKind.Variable,
  bus: CompletionItemKind.Variable,
  section: CompletionItemKind.Struct,
  pattern: CompletionItemKind.Function,
  note: CompletionItemKind.Constant,
  chord: CompletionItemKind.Constant,
  hit: CompletionItemKind.Constant,
  transform: CompletionItemKind.Method,
  snippet: CompletionItemKind.Snippet,
};
