// How deep a line stands: by the braces around it, and one more where it goes on with the line before.

import { type Block, blocksOf, type Statement, type Tree } from '../tree.ts';

/** For a line that starts at an offset of the text, its level. Asked in the order of the text. */
export function indentation({ statements }: Tree): (offset: number) => number {
  let at = 0;
  return (offset) => {
    while (statements[at] && statements[at]!.to <= offset) at++;
    const statement = statements[at];
    return statement && statement.from < offset ? inStatement(statement, offset) : 0;
  };
}

function inStatement(statement: Statement, offset: number): number {
  const block = blocksOf(statement).findLast(({ open }) => open.from <= offset);
  if (!block) return 1;
  if (offset === block.open.from) return 0;
  return offset < block.to || !block.close ? inBlock(block, offset, 0) : 1;
}

/** In a block whose own line stands at `level`. */
function inBlock({ entries, close }: Block, offset: number, level: number): number {
  if (close && offset >= close.from) return level;
  const entry = entries.findLast(({ from }) => from <= offset);
  if (!entry || offset === entry.from || offset >= entry.to) return level + 1;
  if (!entry.block || offset < entry.block.open.from) return level + 2;
  return offset === entry.block.open.from ? level + 1 : inBlock(entry.block, offset, level + 1);
}
