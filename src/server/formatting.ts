// Formatting: the language lays the whole text out; what crosses is only the lines that differ, so that
// the caret and the folds of the others stay.

import type { Position, Range, TextEdit } from 'vscode-languageserver';
import type { OpenSong } from './documents.ts';
import { rangeIn } from './places.ts';

export const formatting = (song: OpenSong): TextEdit[] => {
  const before = song.reading.text;
  const after = song.language.format(song.reading);
  return changedLines(before, after).map(({ from, to, text }) => ({
    range: rangeIn(song.document, { from, to }),
    newText: text,
  }));
};

/** The lines of a selection, where the others keep their places. */
export const rangeFormatting = (song: OpenSong, { start, end }: Range): TextEdit[] => {
  // A selection that ends before a line's first character does not mean that line.
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return formatting(song)
    .filter(({ range }) => range.start.line >= start.line && range.end.line <= last + 1)
    .filter(({ range }) => range.start.line <= last);
};

/** Keys after which the lines that they end are laid out. */
export const formattingTriggers = { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] };

/** The line that a key has just ended; the one with the caret stays as it is being written. */
export const onTypeFormatting = (song: OpenSong, position: Position): TextEdit[] => {
  const { line } = position;
  const before = song.document.getText({ start: { line, character: 0 }, end: position });
  const closed = before.trimEnd().endsWith('}') ? line : line - 1;
  if (closed < 0) return [];
  return formatting(song).filter(({ range }) => range.start.line === closed && range.end.line <= closed + 1);
};

interface LineChange {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Lines stay in number where only their spaces change; else one edit from the first to the last difference. */
const changedLines = (before: string, after: string): readonly LineChange[] => {
  if (before === after) return [];
  const [old, laidOut] = [linesOf(before), linesOf(after)];
  if (old.length === laidOut.length) return lineByLine(old, laidOut);
  let first = 0;
  while (first < old.length && first < laidOut.length && old[first] === laidOut[first]) first++;
  let last = 0;
  while (last < Math.min(old.length, laidOut.length) - first && old.at(-1 - last) === laidOut.at(-1 - last))
    last++;
  const from = lengthOf(old.slice(0, first));
  const to = before.length - lengthOf(old.slice(old.length - last));
  return [{ from, to, text: laidOut.slice(first, laidOut.length - last).join('') }];
};

const lineByLine = (old: readonly string[], laidOut: readonly string[]): readonly LineChange[] => {
  const changes: LineChange[] = [];
  let from = 0;
  for (const [place, line] of old.entries()) {
    const text = laidOut[place]!;
    if (line !== text) changes.push({ from, to: from + line.length, text });
    from += line.length;
  }
  return changes;
};

/** With their line ends. */
const linesOf = (text: string): readonly string[] => text.split(/(?<=\n)/);

const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length, 0);
