// What all declarations share: the value behind `=`, and nothing behind the block.

import type { Statement, ValueNode } from '../tree.ts';
import { replaceFix } from './ledger.ts';
import { type Context, tellRest } from './value.ts';

/**
 * The values behind `=`. Where the `=` is missing, what stands behind the name counts, and is told of.
 * @param rest what stands behind the name
 */
export function takeBody(
  context: Context,
  statement: Statement,
  rest: readonly ValueNode[],
): readonly ValueNode[] {
  const { ledger } = context;
  tellTail(context, statement);
  if (statement.equals) {
    tellRest(context, rest, 'This does not belong between the name and `=`.');
    return statement.body;
  }
  const first = rest.find((node) => node.kind !== 'stray');
  if (first) {
    ledger.error(first, 'A `=` is missing before this.', {
      fixes: [replaceFix(ledger, { from: first.from, to: first.from }, 'Add `=`', '= ')],
    });
  }
  return rest;
}

/** Tells of what stands behind a block, where nothing may. */
export const tellTail = (context: Context, statement: Statement): void =>
  tellRest(context, statement.tail, 'Nothing may stand behind the closing brace: start a new line.');

/** Tells of `=` and a body where the statement takes none. */
export function tellBody(context: Context, statement: Statement): void {
  if (statement.equals) {
    const to = statement.body.at(-1)?.to ?? statement.equals.to;
    context.ledger.error(
      { from: statement.equals.from, to },
      `\`${statement.keyword!.text}\` takes no \`=\`.`,
    );
  }
}
