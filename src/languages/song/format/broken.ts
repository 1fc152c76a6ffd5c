// Statements that do not parse. What a line of them means depends on where it starts, so that nothing of them
// may be moved.

import type { Statement, Tree } from '../tree.ts';

/** The statements in which the parser found something wrong, in order. */
export function brokenStatements({ statements, problems }: Tree): readonly Statement[] {
  if (problems.length === 0) return [];
  const places = problems.map(({ from }) => from).sort((a, b) => a - b);
  let at = 0;
  return statements.filter(({ from, to }) => {
    while (at < places.length && places[at]! < from) at++;
    return at < places.length && places[at]! <= to;
  });
}
