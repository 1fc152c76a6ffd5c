// `arrange intro verse chorus*2`: the sections in the order in which they play.

import type { Placement } from '../../../song/song.ts';
import type { Measure } from '../../../song/value.ts';
import { repeats as repeatsParameter } from '../../../vocabulary/mixer.ts';
import type { Statement, ValueNode } from '../tree.ts';
import { nameOf } from './names.ts';
import { tellBody, tellTail } from './statement.ts';
import { type Context, takeValue, textOf } from './value.ts';

export function lowerArrange(context: Context, statement: Statement): readonly Placement[] {
  const { ledger } = context;
  tellBody(context, statement);
  tellTail(context, statement);
  if (statement.block)
    ledger.error(statement.block, 'Sections stand in a line, without braces; a further line is indented.');
  if (statement.head.length === 0 && !statement.block) {
    ledger.error(
      statement.keyword!,
      'Which sections? Write them in their order: `arrange intro verse chorus*2`.',
    );
  }
  return statement.head.flatMap((node) => {
    const named = node.kind === 'repeat' ? node.of : node;
    if (named.kind === 'stray') return [];
    if (named.kind !== 'path' || named.words.length !== 1) {
      ledger.error(named, `\`${textOf(named).slice(0, 40)}\` is no name of a section.`);
      return [];
    }
    const section = nameOf(ledger, named.words[0]!);
    const repeats = node.kind === 'repeat' && node.count ? repeatsOf(context, node.count) : undefined;
    return [
      {
        section,
        repeats: repeats?.value ?? 1,
        ...(repeats && { repeatsId: repeats.id }),
        id: ledger.mark(node),
      },
    ];
  });
}

function repeatsOf(context: Context, node: ValueNode): Measure | undefined {
  const { value } = takeValue(context, [node], repeatsParameter);
  if (value?.kind !== 'measure') return undefined;
  if (Number.isInteger(value.value)) return value;
  context.ledger.error(node, 'A section plays a whole number of times.');
  return { ...value, value: Math.max(1, Math.round(value.value)) };
}
