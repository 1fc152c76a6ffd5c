// Tables: neighbouring one-line declarations of one kind with their `=` and their `{` in columns,
// where at least one of them has been moved there by hand.

import type { Statement, Tree } from '../tree.ts';

/** Widens the gaps before `=` and `{` of the rows of each table. */
export function alignTables(tree: Tree, shown: readonly number[], gaps: string[]): void {
  const {
    tokens: { starts },
  } = tree;
  const places = new Map(shown.map((token, i) => [starts[token]!, i]));
  for (const rows of tables(tree)) {
    for (const column of ['equals', 'block'] as const) {
      const stops = rows.flatMap((row) => {
        const stop = column === 'equals' ? row.equals : row.block?.open;
        const at = stop && places.get(stop.from);
        return at === undefined ? [] : [at];
      });
      if (stops.length > 1 && stops.some((at) => wideBefore(tree, shown, at)))
        align(tree, shown, gaps, stops);
    }
  }
}

/** Runs of one-line statements of one keyword on neighbouring lines. */
function tables({ text, statements }: Tree): readonly (readonly Statement[])[] {
  const runs: Statement[][] = [];
  let previous: Statement | undefined;
  for (const statement of statements) {
    // A pattern of several lines has its name and its `=` on the first one all the same.
    const oneLine = !statement.block || !/[\r\n]/.test(text.slice(statement.from, statement.to));
    const follows =
      previous !== undefined &&
      previous.keyword?.text === statement.keyword?.text &&
      /^[^\S\r\n]*(\/\/[^\r\n]*)?(\r\n|\r|\n)[^\S\r\n]*$/.test(text.slice(previous.to, statement.from));
    if (oneLine && follows) runs.at(-1)!.push(statement);
    else if (oneLine) runs.push([statement]);
    previous = oneLine ? statement : undefined;
  }
  return runs.filter((run) => run.length > 1);
}

const wideBefore = ({ tokens: { starts } }: Tree, shown: readonly number[], at: number): boolean =>
  starts[shown[at]!]! - starts[shown[at - 1]! + 1]! > 1;

function align(
  { text, tokens: { kinds, starts } }: Tree,
  shown: readonly number[],
  gaps: string[],
  stops: readonly number[],
): void {
  const widths = stops.map((at) => {
    let width = 0;
    for (let i = at - 1; i >= 0 && kinds[shown[i]!] !== 'newline'; i--)
      width += gaps[i]!.length + text.slice(starts[shown[i]!]!, starts[shown[i]! + 1]!).length;
    return width;
  });
  const widest = Math.max(...widths);
  stops.forEach((at, i) => {
    gaps[at] = ' '.repeat(widest - widths[i]! + 1);
  });
}
