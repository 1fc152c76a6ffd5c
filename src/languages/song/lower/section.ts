// Sections with what each track plays in them, and the order in which they are arranged.

import type { Part, Placement, Section } from '../../../song/song.ts';
import type { Measure } from '../../../song/value.ts';
import { repeats as repeatsParameter, sectionBars } from '../../../vocabulary/mixer.ts';
import type { Block, Entry, Statement, ValueNode } from '../tree.ts';
import { lowerExpression } from './expression.ts';
import { declared, nameOf } from './names.ts';
import { valuesOfEntry } from './settings.ts';
import { tellBody, tellTail } from './statement.ts';
import { type Context, takeValue, tellRest, textOf, wordOf } from './value.ts';

export function lowerSection(context: Context, statement: Statement): Section | undefined {
  const { ledger } = context;
  tellBody(context, statement);
  tellTail(context, statement);
  const declaration = declared(ledger, statement, 'section');
  if (!declaration) return undefined;
  const rest = withoutLike(context, declaration.rest);
  const bars = barsOf(context, rest, statement, declaration.name.name);
  return {
    name: declaration.name,
    declaration: declaration.declaration,
    bars: bars ?? { kind: 'measure', value: sectionBars.default, quantity: 'bars', id: declaration.name.id },
    parts: statement.block ? partsOf(context, statement.block) : [],
  };
}

/** `like verse` is kept for a later version. */
function withoutLike({ ledger }: Context, nodes: readonly ValueNode[]): readonly ValueNode[] {
  const at = nodes.findIndex((node) => wordOf(node) === 'like');
  if (at < 0) return nodes;
  ledger.tell(
    'information',
    { from: nodes[at]!.from, to: nodes.at(-1)!.to },
    '`like` is kept but not used by this version: write the parts out.',
  );
  return nodes.slice(0, at);
}

function barsOf(
  context: Context,
  nodes: readonly ValueNode[],
  statement: Statement,
  name: string,
): Measure | undefined {
  const [first] = nodes;
  if (!first) {
    context.ledger.error(
      statement.head[0]!,
      `How long is \`${name}\`? Write its bars: \`section ${name} 8 bars\`.`,
      {
        fixes: [
          {
            title: 'Make it 8 bars',
            changes: [
              {
                do: 'replace',
                id: context.ledger.mark({ from: statement.head[0]!.to, to: statement.head[0]!.to }),
                text: ' 8 bars',
              },
            ],
          },
        ],
      },
    );
    return undefined;
  }
  const { value, count } = takeValue(context, nodes, sectionBars);
  tellRest(context, nodes.slice(count), 'A section has a name and a length, then its tracks in braces.');
  if (value?.kind !== 'measure') return undefined;
  if (Number.isInteger(value.value)) return value;
  context.ledger.error(first, 'A section lasts whole bars.');
  return { ...value, value: Math.max(1, Math.round(value.value)) };
}

function partsOf(context: Context, block: Block): readonly Part[] {
  const places = new Map<string, Entry>();
  return block.entries.flatMap((entry) => {
    const part = partOf(context, entry);
    if (!part) return [];
    const before = places.get(part.track.name);
    if (before) {
      context.ledger.error(
        entry.head[0]!,
        `\`${part.track.name}\` plays twice in this section: the first counts. Take one away.`,
        { also: [before.head[0]!] },
      );
      return [];
    }
    places.set(part.track.name, entry);
    return [part];
  });
}

function partOf(context: Context, entry: Entry): Part | undefined {
  const { ledger } = context;
  const [node, ...rest] = entry.head;
  if (!node || node.kind === 'stray') return undefined;
  if (node.kind !== 'path' || node.words.length !== 1) {
    ledger.error(node, 'A track and what it plays stand here: `bass: bassline`.');
    return undefined;
  }
  if (entry.block) {
    ledger.error(entry.block, 'A track plays a pattern, not a block: `bass: bassline`.');
    return undefined;
  }
  const track = nameOf(ledger, node.words[0]!);
  const values = valuesOfEntry(context, entry.colon, node, rest, entry.body);
  const expression = lowerExpression(context, values, entry);
  return expression && { track, expression, id: ledger.mark(entry) };
}

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
