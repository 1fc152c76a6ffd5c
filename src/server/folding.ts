// What folds: every construct of more than one line, and runs of comment lines.

import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import type { OutlineItem } from '../languages/language.ts';
import type { OpenSong } from './documents.ts';

export const foldingRanges = (song: OpenSong): FoldingRange[] => [
  ...constructs(song.language.outline(song.reading), song),
  ...comments(song.reading.text),
];

const constructs = (items: readonly OutlineItem[], song: OpenSong): readonly FoldingRange[] =>
  items.flatMap((item) => {
    const startLine = song.document.positionAt(item.range.from).line;
    const lastLine = song.document.positionAt(item.range.to).line;
    const own = lastLine > startLine ? [{ startLine, endLine: closingLine(song, startLine, lastLine) }] : [];
    return [...own, ...constructs(item.children, song)];
  });

// A closing brace on its own line stays in sight below the fold.
const closingLine = ({ document }: OpenSong, startLine: number, lastLine: number): number => {
  const last = document.getText({
    start: { line: lastLine, character: 0 },
    end: { line: lastLine + 1, character: 0 },
  });
  return last.trim().startsWith('}') && lastLine - 1 > startLine ? lastLine - 1 : lastLine;
};

const comments = (text: string): readonly FoldingRange[] => {
  const folds: FoldingRange[] = [];
  const lines = text.split('\n');
  let start = -1;
  for (let line = 0; line <= lines.length; line++) {
    const isComment = lines[line]?.trimStart().startsWith('//') ?? false;
    if (isComment && start < 0) start = line;
    if (isComment || start < 0) continue;
    if (line - 1 > start) folds.push({ startLine: start, endLine: line - 1, kind: FoldingRangeKind.Comment });
    start = -1;
  }
  return folds;
};
