// `import { fourFloor, hats as tops } from "./drums.song"`. Only read here: who links songs knows the files.

import type { Import, ImportedName } from '../../../song/material.ts';
import type { Entry, Statement } from '../tree.ts';
import { replaceFix } from './ledger.ts';
import { nameOf } from './names.ts';
import { tellBody } from './statement.ts';
import { takeText } from './text.ts';
import { type Context, tellRest, wordOf } from './value.ts';

const example = 'import { fourFloor } from "./drums.song"';

export function lowerImport(context: Context, statement: Statement): Import | undefined {
  const { ledger } = context;
  tellBody(context, statement);
  tellRest(context, statement.head, `What is imported stands in braces: \`${example}\`.`);
  const { block, tail } = statement;
  if (!block) {
    if (statement.head.length === 0)
      ledger.error(statement.keyword!, `What is imported, and from where? Write \`${example}\`.`);
    return undefined;
  }
  const names = block.entries.flatMap((entry) => importedOf(context, entry) ?? []);
  const [from, ...path] = tail;
  const last = block.close ?? block.open;
  if (!from || wordOf(from) !== 'from') {
    if (from?.kind === 'string') {
      ledger.error(from, '`from` is missing before the path.', {
        fixes: [replaceFix(ledger, { from: from.from, to: from.from }, 'Add `from`', 'from ')],
      });
      return finished(context, statement, names, tail);
    }
    if (from?.kind !== 'stray') ledger.error(from ?? last, `From which song? Write \`${example}\`.`);
    return undefined;
  }
  return finished(context, statement, names, path);
}

function finished(
  context: Context,
  statement: Statement,
  names: readonly ImportedName[],
  nodes: Statement['tail'],
): Import | undefined {
  const path = takeText(context, nodes, statement.tail.at(-1)!, example);
  return path && { names, path, declaration: context.ledger.mark(statement) };
}

function importedOf({ ledger }: Context, entry: Entry): ImportedName | undefined {
  const { from, to } = entry;
  const [first, as, second, more] = entry.head;
  if (!first || first.kind === 'stray') return undefined;
  const isName = first.kind === 'path' && first.words.length === 1;
  const isAs =
    as === undefined || (wordOf(as) === 'as' && second?.kind === 'path' && second.words.length === 1);
  if (!isName || !isAs || more || entry.colon || entry.block) {
    ledger.error({ from, to }, 'Here stand names, or names with others for this song: `hats as tops`.');
    return undefined;
  }
  const name = nameOf(ledger, first.words[0]!);
  const renamed = second?.kind === 'path' ? nameOf(ledger, second.words[0]!) : name;
  return { name, as: renamed, declaration: ledger.mark({ from, to }) };
}
