// The layout of a whole text: only the space between tokens changes, so that no comment moves and the
// song stays the same. Lines stay where the author broke them.
//
// Two spaces a level, one behind a colon and a comma. Neighbouring one-line declarations become a table
// (their `=` and `{` in columns) only where the author has begun one: aligning by itself would make the
// change of one name a change of many lines, and a diff should read as music.

import type { Reading } from '../language.ts';
import { brokenStatements } from './format/broken.ts';
import { gapBetween } from './format/gaps.ts';
import { indentation } from './format/indent.ts';
import { alignTables } from './format/tables.ts';
import { treeOf } from './read.ts';
import type { Tokens } from './scan.ts';
import { blocksOf, type Tree, type ValueNode } from './tree.ts';

/** The text laid out. Laid out again it is the same. */
export function format(reading: Reading): string {
  const tree = treeOf(reading);
  const { tokens } = tree;
  const shown = tokens.kinds.flatMap((kind, i) => (kind === 'space' ? [] : [i]));
  const gaps = gapsBefore(tree, shown);
  alignTables(tree, shown, gaps);
  return joined(tokens, shown, gaps);
}

/** The space before each token that is shown. */
function gapsBefore(tree: Tree, shown: readonly number[]): string[] {
  const {
    tokens: { kinds, starts, text },
  } = tree;
  const indent = indentation(tree);
  const charts = chartsOf(tree);
  const isBroken = brokenPlaces(tree);
  let chart = 0;
  return shown.map((token, i) => {
    const previous = shown[i - 1];
    const from = starts[token]!;
    if (kinds[token] === 'newline') return '';
    const space = text.slice(previous === undefined ? 0 : starts[previous + 1]!, from);
    const level = indent(from);
    if (isBroken(from)) return space;
    if (previous === undefined || kinds[previous] === 'newline') return '  '.repeat(level);
    while (charts[chart] && charts[chart]!.to <= from) chart++;
    // Chords stand in a chart as the author placed them.
    const inChart = charts[chart] !== undefined && charts[chart]!.from < from;
    if (inChart) return space;
    if (kinds[token] === 'comment') return space || ' ';
    return gapBetween(tree.tokens, previous, token, shown[i - 2], shown[i + 1]);
  });
}

/**
 * Whether an offset lies in a statement that does not parse: its lines say where a bracket that is never closed
 * ends, so they stay as they are. Asked in the order of the text.
 */
function brokenPlaces(tree: Tree): (offset: number) => boolean {
  const broken = brokenStatements(tree);
  let at = 0;
  return (offset) => {
    while (broken[at] && broken[at]!.to <= offset) at++;
    return broken[at] !== undefined && broken[at]!.from <= offset;
  };
}

function chartsOf({ statements }: Tree): readonly ValueNode[] {
  return statements
    .flatMap((statement) => [
      ...statement.body,
      ...blocksOf(statement).flatMap(({ entries }) =>
        entries.flatMap((entry) => [...entry.head, ...entry.body]),
      ),
    ])
    .filter(({ kind }) => kind === 'chart');
}

/** One empty line at most, none at either end, and a line end behind the last line. */
function joined({ text, kinds, starts }: Tokens, shown: readonly number[], gaps: readonly string[]): string {
  let laidOut = '';
  let lineEnds = 2;
  let lineEnd = '\n';
  shown.forEach((token, i) => {
    const source = text.slice(starts[token]!, starts[token + 1]!);
    if (kinds[token] === 'newline') {
      lineEnd = source;
      if (lineEnds < 2) laidOut += source;
      lineEnds++;
    } else {
      laidOut += gaps[i]! + (kinds[token] === 'comment' ? source.trimEnd() : source);
      lineEnds = 0;
    }
  });
  const trimmed = laidOut.replace(/[\r\n]+$/, '');
  return trimmed === '' ? '' : trimmed + lineEnd;
}
