// `pattern bassline = "a1 ~ a1"` and `progression verse_p = | Am7 | G/B |`.

import type { Pattern } from '../../../song/song.ts';
import type { Statement } from '../tree.ts';
import { lowerExpression } from './expression.ts';
import { declared } from './names.ts';
import { takeBody } from './statement.ts';
import type { Context } from './value.ts';

export function lowerPattern(
  context: Context,
  statement: Statement,
  kind: 'pattern' | 'progression',
): Pattern | undefined {
  const { ledger } = context;
  const declaration = declared(ledger, statement, kind);
  const body = takeBody(context, statement, declaration?.rest ?? []);
  if (statement.block)
    ledger.error(
      statement.block,
      `A ${kind} takes no braces; groups of notes stand in quotes: \`"{a4 c5}%4"\`.`,
    );
  if (!declaration) return undefined;
  const name = ledger.origins[declaration.name.id]!;
  // An `=` with nothing behind it has been told of by the parser.
  const silent: Pattern['expression'] = { kind: 'silence', id: declaration.name.id };
  const missing = body.length === 0 && (statement.equals !== undefined || statement.block !== undefined);
  const expression = missing ? undefined : lowerExpression(context, body, name);
  return { name: declaration.name, declaration: declaration.declaration, expression: expression ?? silent };
}
