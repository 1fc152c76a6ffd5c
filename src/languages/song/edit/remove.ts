// `delete`: a whole construct with its line, an entry with its comma, a section out of the arrangement.
// What else stands on the lines stays as it is.

import type { Range, SourceId, TextEdit } from '../../../song/origin.ts';
import type { Reading } from '../../language.ts';
import { headerWordNamed } from '../keywords.ts';
import { lineEnd, lineStart, nextLine } from '../lines.ts';
import { goesOn } from '../lower/header.ts';
import { textOf } from '../lower/value.ts';
import { type Block, blocksOf, type Entry, type Statement, type Tree } from '../tree.ts';
import type { Edited } from './edited.ts';

export function remove({ origins }: Reading, tree: Tree, id: SourceId): Edited {
  const range = origins[id];
  if (!range) return { reason: 'What should be deleted is not in the song any more.' };
  const statement = tree.statements.find(({ from, to }) => from <= range.from && range.to <= to);
  if (!statement) return [removeText(tree.text, range)];
  if (statement.from === range.from && statement.to === range.to) return [removeStatement(tree, statement)];
  const block = blocksOf(statement).find(({ from, to }) => from <= range.from && range.to <= to);
  const inBlock = block && removeFromBlock(tree.text, block, range);
  if (inBlock && statement.keyword?.text === 'song') return [inBlock, ...wordForNext(block, range)];
  return [inBlock ?? removeFromLine(tree, statement, range)];
}

/** Its lines, and one of two empty lines that would then stand together. */
export function removeStatement({ text, statements }: Tree, { from, to }: Statement): TextEdit {
  // Where another statement shares a line with it, only its own characters go.
  const start = lineStart(text, from);
  const end = lineEnd(text, to);
  const shares = statements.some(
    (other) => (other.to > start && other.to <= from) || (other.from >= to && other.from < end),
  );
  if (shares || text.slice(start, from).trim() !== '') return { range: { from, to }, text: '' };
  let after = nextLine(text, end);
  const emptyBefore = start === 0 || text.slice(lineStart(text, Math.max(0, start - 1)), start).trim() === '';
  if (emptyBefore && text.slice(after, lineEnd(text, after)).trim() === '')
    after = nextLine(text, lineEnd(text, after));
  return { range: { from: start, to: after }, text: '' };
}

/** Where a map loses the piece that has its word, `tempo 96bpm at bridge`, the next piece gets it. */
function wordForNext({ entries }: Block, range: Range): readonly TextEdit[] {
  const at = entries.findIndex(({ from, to }) => from === range.from && to === range.to);
  const [first, next] = [entries[at]?.head[0], entries[at + 1]];
  const map = first && headerWordNamed(textOf(first));
  return map?.isMap && next && goesOn(next, map)
    ? [{ range: { from: next.from, to: next.from }, text: `${map.word} ` }]
    : [];
}

/** The entries that `range` spans, in this block or in one inside it; undefined where it spans none. */
function removeFromBlock(text: string, block: Block, range: Range): TextEdit | undefined {
  const first = block.entries.find(({ from }) => from === range.from);
  const last = block.entries.find(({ to }) => to === range.to);
  if (first && last) return removeEntries(text, block, first, last);
  const around = block.entries.find(({ from, to }) => from <= range.from && range.to <= to);
  return around?.block && removeFromBlock(text, around.block, range);
}

/** Entries `first` to `last` of a block, with their lines, or with the comma that would be left over. */
export function removeEntries(text: string, block: Block, first: Entry, last: Entry): TextEdit {
  const start = lineStart(text, first.from);
  const end = lineEnd(text, last.comma?.to ?? last.to);
  const behind = text.slice(last.comma?.to ?? last.to, end);
  // Alone on its lines, also with a comment that speaks of it.
  if (text.slice(start, first.from).trim() === '' && /^\s*(\/\/.*)?$/.test(behind)) {
    return { range: { from: start, to: nextLine(text, end) }, text: '' };
  }
  const next = block.entries[block.entries.indexOf(last) + 1];
  const sameLine = next && next.from < end;
  if (sameLine) return { range: { from: first.from, to: next.from }, text: '' };
  const before = block.entries[block.entries.indexOf(first) - 1];
  // The comma of the entry before goes too, unless another line follows it.
  const from = before ? before.to : block.open.to;
  const keepsComma = before !== undefined && last.comma !== undefined;
  return {
    range: { from: keepsComma ? (before.comma?.to ?? before.to) : from, to: last.comma?.to ?? last.to },
    text: '',
  };
}

/** A value of a statement's line, with the space before it: a section out of `arrange`. */
function removeFromLine(tree: Tree, statement: Statement, range: Range): TextEdit {
  const at = statement.head.findIndex(({ from, to }) => from === range.from && to === range.to);
  if (statement.keyword?.text !== 'arrange' || at < 0) return removeText(tree.text, range);
  if (statement.head.length === 1) return removeStatement(tree, statement);
  const next = statement.head[at + 1];
  if (at === 0) return { range: { from: range.from, to: next!.from }, text: '' };
  return { range: { from: statement.head[at - 1]!.to, to: range.to }, text: '' };
}

/** Characters with the spaces before them; with their line where nothing else stands on it. */
export function removeText(text: string, { from, to }: Range): TextEdit {
  const start = lineStart(text, from);
  const end = lineEnd(text, to);
  if (text.slice(start, from).trim() === '' && text.slice(to, end).trim() === '')
    return { range: { from: start, to: nextLine(text, end) }, text: '' };
  const before = text.slice(start, from).trimEnd().length + start;
  return { range: { from: to === end ? before : from, to }, text: '' };
}
