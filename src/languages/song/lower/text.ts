// Texts in quotes given as values: titles, paths, moods.

import type { Range } from '../../../song/origin.ts';
import type { Word } from '../../../song/value.ts';
import type { ValueNode } from '../tree.ts';
import { replaceFix } from './ledger.ts';
import { type Context, contentOf, tellRest, wordOf } from './value.ts';

/** What stands between the quotes of a string's token, with its escapes read. */
export const unescaped = (token: string): string => contentOf(token).text.replace(/\\(.)/gs, '$1');

/** The only text in `nodes`; what is wrong is told with the example, where nothing stands on `owner`. */
export function takeText(
  context: Context,
  [node, ...rest]: readonly ValueNode[],
  owner: Range,
  example: string,
): Word | undefined {
  const { ledger } = context;
  if (node?.kind === 'string') {
    tellRest(context, rest, `One text in quotes stands here: \`${example}\`.`);
    const value = unescaped(node.text);
    if (value.trim() === '') ledger.error(node, `This is empty: write it like \`${example}\`.`);
    return { kind: 'word', value, id: ledger.mark(node) };
  }
  if (node?.kind === 'stray') return undefined;
  const word = node && wordOf(node);
  ledger.error(node ?? owner, `A text in quotes stands here: \`${example}\`.`, {
    fixes: node && word !== undefined ? [replaceFix(ledger, node, 'Put it in quotes', `"${word}"`)] : [],
  });
  return undefined;
}
