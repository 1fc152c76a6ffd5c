// Tables: neighbouring one-line declarations of one kind with their names, words, `=` and `{` in columns,
// where at least one of them has been moved there by hand.

import { wordOf } from '../lower/value.ts';
import { blocksOf, type Statement, type Tree } from '../tree.ts';
import { brokenStatements } from './broken.ts';

/** Keywords that stand in one table together; every other one stands in tables of its own. */
const families: readonly (readonly string[])[] = [
  ['track', 'bus', 'master'],
  ['take', 'sample', 'kit', 'tuning'],
];

/** Columns from left to right: where each stands in a row, and whether its values stand at its right edge. */
const columns: readonly {
  readonly stop: (
    row: Statement,
    isOneLine: boolean,
  ) => { readonly from: number; readonly text?: string } | undefined;
  readonly edge: 'left' | 'right';
}[] = [
  { stop: ({ head }) => head[0], edge: 'left' },
  {
    stop: ({ keyword, head }) => (keyword?.text === 'section' ? lengthOf(head[1]) : undefined),
    edge: 'right',
  },
  {
    stop: ({ head }) => head.find((node) => ['in', 'at', 'like'].includes(wordOf(node) ?? '')),
    edge: 'left',
  },
  {
    stop: ({ keyword, head }) =>
      keyword?.text === 'lyrics' ? head.find(({ kind }) => kind === 'string') : undefined,
    edge: 'left',
  },
  { stop: ({ equals }) => equals, edge: 'left' },
  { stop: ({ block }, isOneLine) => (isOneLine ? block?.open : undefined), edge: 'left' },
];

/** The figures of `16 bars`. */
const lengthOf = (node: Statement['head'][number] | undefined) =>
  node?.kind === 'number' ? { from: node.from, text: /^\d*/.exec(node.text)![0] } : undefined;

/** Widens the gaps before the columns of each table. */
export function alignTables(tree: Tree, shown: readonly number[], gaps: string[]): void {
  const {
    tokens: { starts },
  } = tree;
  const places = new Map(shown.map((token, i) => [starts[token]!, i]));
  for (const rows of tables(tree)) {
    for (const { stop, edge } of columns) {
      const stops = rows.flatMap((row) => {
        const column = stop(row, isOneLine(tree, row));
        const at = column && places.get(column.from);
        // A column that begins a further line has the indentation before it.
        return at === undefined || startsLine(tree, shown, at)
          ? []
          : [{ at, width: edge === 'right' ? (column!.text?.length ?? 0) : 0 }];
      });
      if (stops.length > 1 && stops.some(({ at }) => wideBefore(tree, shown, at)))
        align(tree, shown, gaps, stops);
    }
  }
}

const isOneLine = ({ text }: Tree, { from, to }: Statement): boolean => !/[\r\n]/.test(text.slice(from, to));

/** Runs of one-line statements of one family on neighbouring lines. */
function tables(tree: Tree): readonly (readonly Statement[])[] {
  const { text, statements } = tree;
  const broken = new Set(brokenStatements(tree));
  const runs: Statement[][] = [];
  let previous: Statement | undefined;
  for (const statement of statements) {
    // A pattern of several lines has its name and its `=` on the first one all the same, a section its length.
    const isRow =
      !broken.has(statement) &&
      (statement.keyword?.text === 'section' ||
        blocksOf(statement).length === 0 ||
        isOneLine(tree, statement));
    const follows =
      previous !== undefined &&
      familyOf(previous) === familyOf(statement) &&
      /^[^\S\r\n]*(\/\/[^\r\n]*)?(\r\n|\r|\n)[^\S\r\n]*$/.test(text.slice(previous.to, statement.from));
    if (isRow && follows) runs.at(-1)!.push(statement);
    else if (isRow) runs.push([statement]);
    previous = isRow ? statement : undefined;
  }
  return runs.filter((run) => run.length > 1);
}

const familyOf = ({ keyword }: Statement): string | undefined =>
  families.find((family) => keyword && family.includes(keyword.text))?.[0] ?? keyword?.text;

const startsLine = ({ tokens: { kinds } }: Tree, shown: readonly number[], at: number): boolean =>
  at === 0 || kinds[shown[at - 1]!] === 'newline';

const wideBefore = ({ tokens: { starts } }: Tree, shown: readonly number[], at: number): boolean =>
  starts[shown[at]!]! - starts[shown[at - 1]! + 1]! > 1;

function align(
  { text, tokens: { kinds, starts } }: Tree,
  shown: readonly number[],
  gaps: string[],
  stops: readonly { readonly at: number; readonly width: number }[],
): void {
  const widths = stops.map(({ at, width }) => {
    let before = width;
    for (let i = at - 1; i >= 0 && kinds[shown[i]!] !== 'newline'; i--)
      before += gaps[i]!.length + text.slice(starts[shown[i]!]!, starts[shown[i]! + 1]!).length;
    return before;
  });
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  stops.forEach(({ at }, i) => {
    gaps[at] = ' '.repeat(widest - widths[i]! + 1);
  });
}
