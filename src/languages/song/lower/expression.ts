// What yields a pattern: mini-notation in quotes, a chart, a name, `silence`, and transforms behind dots.

import { readTransform } from '../../../pattern/arguments.ts';
import { parseMini } from '../../../pattern/mini/parse.ts';
import type { Range } from '../../../song/origin.ts';
import type { PatternExpression } from '../../../song/pattern.ts';
import type { Value } from '../../../song/value.ts';
import type { CallNode, Leaf, ValueNode } from '../tree.ts';
import { renameFixes } from './ledger.ts';
import { nameOf } from './names.ts';
import { readNumber } from './number.ts';
import { type Context, contentOf, tellRest, textOf } from './value.ts';

/** The word for "plays nothing here, and means it". */
export const silence = 'silence';

/** The expression that `nodes` are; undefined where they are none, which has been told on `owner`. */
export function lowerExpression(
  context: Context,
  nodes: readonly ValueNode[],
  owner: Range,
): PatternExpression | undefined {
  const [first, ...rest] = nodes;
  if (!first) {
    context.ledger.error(
      owner,
      'What plays here? Write mini-notation in quotes, the name of a pattern, or `silence`.',
    );
    return undefined;
  }
  tellRest(
    context,
    rest,
    'One pattern stands here; this is one too many. Several at once stand in one string, with commas.',
  );
  return expressionOf(context, first);
}

function expressionOf(context: Context, node: ValueNode): PatternExpression | undefined {
  const { ledger } = context;
  switch (node.kind) {
    case 'string': {
      const { text, start } = contentOf(node.text);
      return miniAt(context, text, node.from + start, node);
    }
    case 'chart':
      return chartAt(context, node);
    case 'path': {
      const [name, ...transforms] = node.words as [Leaf, ...Leaf[]];
      const id = ledger.mark(name);
      const base: PatternExpression =
        name.text === silence ? { kind: 'silence', id } : { kind: 'name', name: { name: name.text, id }, id };
      return transforms.reduce<PatternExpression>(
        (of, leaf) => transformed(context, of, leaf, [], { from: node.from, to: leaf.to }),
        base,
      );
    }
    case 'call':
      return callOf(context, node);
    case 'stray':
      return undefined;
    default:
      ledger.error(
        node,
        `\`${textOf(node).slice(0, 40)}\` is no pattern: mini-notation stands in quotes, as in \`"c4 e4 g4"\`.`,
      );
      return undefined;
  }
}

function callOf(context: Context, node: CallNode): PatternExpression | undefined {
  const { ledger } = context;
  if (!node.of) {
    ledger.error(
      node,
      `Of which pattern? A transform stands behind one and a dot: \`bassline.${node.name.text}(…)\`.`,
    );
    return undefined;
  }
  const of = expressionOf(context, node.of);
  // A dot without a name behind it has been told of by the parser.
  if (!of || node.name.text === '') return of;
  return transformed(context, of, node.name, argumentsOf(context, node), node);
}

/** One transform on an expression, held against the table of transforms. */
function transformed(
  { ledger, meter }: Context,
  of: PatternExpression,
  name: Leaf,
  given: readonly Value[],
  range: Range,
): PatternExpression {
  const transform = nameOf(ledger, name);
  const id = ledger.mark(range);
  const reading = readTransform(transform, given, id, meter);
  if (!reading.ok) {
    const place = ledger.origins[reading.problem.id]!;
    const { message, instead } = reading.problem;
    ledger.error(
      place,
      message,
      instead === undefined ? undefined : { fixes: renameFixes(ledger, place, [instead]) },
    );
  }
  return { kind: 'transform', of, transform, arguments: given, id };
}

function argumentsOf(context: Context, node: CallNode): readonly Value[] {
  const values: Value[] = [];
  for (const argument of node.arguments) {
    const [first, ...more] = argument;
    if (!first) continue;
    tellRest(context, more, 'Arguments are separated by commas.');
    const value = argumentOf(context, first);
    if (value) values.push(value);
  }
  return values;
}

function argumentOf({ ledger }: Context, node: ValueNode): Value | undefined {
  if (node.kind === 'stray') return undefined;
  if (node.kind !== 'number') return { kind: 'word', value: textOf(node), id: ledger.mark(node) };
  const number = readNumber(node.text);
  if (!number.quantity) ledger.error(node, `There is no unit \`${number.unitText}\`.`);
  return {
    kind: 'measure',
    value: number.value,
    quantity: number.quantity ?? 'number',
    id: ledger.mark(node),
  };
}

/** A chart is mini-notation without quotes. Its outer bar lines go along, so that an empty last bar counts. */
function chartAt(context: Context, node: ValueNode & { kind: 'chart' }): PatternExpression {
  // Comments go, and a bar line at the end of a line and one at the start of the next are the same one.
  const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
  const text = node.text
    .replace(/\/\/[^\r\n]*/g, blank)
    .replace(/\|\s*[\r\n]\s*\|/g, (bars) => ` ${bars.slice(1)}`);
  return miniAt(context, text, node.from, node);
}

function miniAt({ ledger }: Context, text: string, from: number, node: Range): PatternExpression {
  const { mini, problems } = parseMini(text);
  const id = ledger.mark(node);
  const firstAtom = ledger.origins.length;
  for (const place of mini.places) ledger.mark({ from: from + place.from, to: from + place.to });
  for (const problem of problems) {
    // An empty place is shown on the character before it, and never outside of the string.
    const start = Math.max(node.from, from + Math.min(problem.from, problem.to - 1));
    const range = { from: start, to: Math.min(node.to, Math.max(start + 1, from + problem.to)) };
    ledger.error(
      range,
      problem.message,
      problem.instead === undefined ? undefined : { fixes: renameFixes(ledger, range, [problem.instead]) },
    );
  }
  return { kind: 'mini', mini, firstAtom, id };
}
