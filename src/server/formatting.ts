// Formatting: the language lays the whole text out; what crosses is only the lines that differ, so that
// the caret and the folds of the others stay.

import type { TextEdit } from 'vscode-languageserver';
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
