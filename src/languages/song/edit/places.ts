// Where things stand in the tree, and how the text is laid out around them: what all edits need.

import type { Range } from '../../../song/origin.ts';
import { textOf, wordOf } from '../lower/value.ts';
import type { Block, Entry, Statement, Tree, ValueNode } from '../tree.ts';

/** The first statement of that keyword, and of that name where one is given. */
export function statementOf(tree: Tree, keyword: string, name?: string): Statement | undefined {
  return tree.statements.find(
    (statement) =>
      statement.keyword?.text === keyword &&
      (name === undefined || (statement.head[0] !== undefined && wordOf(statement.head[0]) === name)),
  );
}

/** The first entry that starts with those words: `level`, or `send` and `space`. */
export function entryOf(block: Block | undefined, ...words: readonly string[]): Entry | undefined {
  return block?.entries.find((entry) =>
    words.every((word, i) => entry.head[i] !== undefined && textOf(entry.head[i]!) === word),
  );
}

/** The values of an entry whose name takes `nameLength` nodes. */
export const valuesOf = (entry: Entry, nameLength: number): readonly ValueNode[] =>
  entry.colon ? entry.body : entry.head.slice(nameLength);

/** From the first of `nodes` to the last; undefined where there are none. */
export const spanOf = (nodes: readonly Range[]): Range | undefined =>
  nodes.length === 0 ? undefined : { from: nodes[0]!.from, to: nodes.at(-1)!.to };
