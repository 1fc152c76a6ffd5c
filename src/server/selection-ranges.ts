// Growing selections: from a note to its step, its group, its bar, its pattern, its part and its section.

import type { Position, SelectionRange } from 'vscode-languageserver';
import type { Range } from '../song/origin.ts';
import type { MiniNode, PatternExpression } from '../song/pattern.ts';
import type { Song } from '../song/song.ts';
import { eachExpression, innerNodes } from '../song/walk.ts';
import type { OpenSong } from './documents.ts';
import { rangeIn } from './places.ts';

export const selectionRanges = (song: OpenSong, positions: readonly Position[]): SelectionRange[] =>
  positions.map((position) => selectionAt(song, song.document.offsetAt(position)));

const selectionAt = (song: OpenSong, offset: number): SelectionRange => {
  const { origins, text } = song.reading;
  const holds = ({ from, to }: Range): boolean => from <= offset && offset <= to && to > from;
  const ranges = [
    ...origins.filter(holds),
    ...groups(song.reading.song, origins, holds),
    { from: 0, to: text.length },
  ].sort((left, right) => left.to - left.from - (right.to - right.from) || right.from - left.from);
  // Each must hold the one before it; of two that only overlap, the smaller counts.
  const nested: Range[] = [{ from: offset, to: offset }];
  for (const range of ranges) {
    const inner = nested.at(-1)!;
    const isLarger = range.to - range.from > inner.to - inner.from;
    if (isLarger && range.from <= inner.from && inner.to <= range.to) nested.push(range);
  }
  return nested
    .reverse()
    .reduce<SelectionRange | undefined>(
      (parent, range) => ({ range: rangeIn(song.document, range), ...(parent && { parent }) }),
      undefined,
    )!;
};

/** The groups and bars of the mini-notation at a place. */
const groups = (
  { patterns, progressions, sections }: Song,
  origins: readonly Range[],
  holds: (range: Range) => boolean,
): readonly Range[] => {
  const found: Range[] = [];
  for (const { expression } of [...patterns, ...progressions, ...sections.flatMap(({ parts }) => parts)])
    eachExpression(expression, (inner) => {
      const start = inner.kind === 'mini' && holds(origins[inner.id]!) ? startOf(inner, origins) : undefined;
      if (inner.kind === 'mini' && start !== undefined) addGroups(found, inner.mini.root, start, holds);
    });
  return found;
};

/** Where the text of the mini-notation starts: its nodes count from there. */
const startOf = (
  { mini, firstAtom }: PatternExpression & { kind: 'mini' },
  origins: readonly Range[],
): number | undefined => {
  const [place] = mini.places;
  return place && origins[firstAtom] && origins[firstAtom].from - place.from;
};

const addGroups = (found: Range[], node: MiniNode, start: number, holds: (range: Range) => boolean): void => {
  const range = { from: start + node.at.from, to: start + node.at.to };
  if (!holds(range)) return;
  found.push(range);
  for (const inner of innerNodes(node)) addGroups(found, inner, start, holds);
};
