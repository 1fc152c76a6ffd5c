// What yields a pattern: mini-notation in quotes, a chart, a name, `silence`, and transforms behind dots.

import { readCall, readTransform, type TransformReading } from '../../../pattern/arguments.ts';
import { transformNamed } from '../../../pattern/transforms.ts';
import type { Range } from '../../../song/origin.ts';
import type { Argument, PatternExpression } from '../../../song/pattern.ts';
import type { CallNode, Leaf, ValueNode } from '../tree.ts';
import { lowerArguments } from './arguments.ts';
import { knownMini } from './known-mini.ts';
import { type Ledger, renameFixes } from './ledger.ts';
import { nameOf } from './names.ts';
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
  if (!node.of) return standingAlone(context, node);
  const of = expressionOf(context, node.of);
  // A dot without a name behind it has been told of by the parser.
  if (!of || node.name.text === '') return of;
  return transformed(context, of, node.name, lowerArguments(context, node, expressionOf), node);
}

/** `cat(a, b)`, with no pattern in front. */
function standingAlone(context: Context, node: CallNode): PatternExpression | undefined {
  const { ledger } = context;
  const transform = transformNamed(node.name.text);
  if (transform && !transform.standsAlone) {
    ledger.error(
      node,
      `Of which pattern? A transform stands behind one and a dot: \`bassline.${node.name.text}(…)\`.`,
    );
    return undefined;
  }
  const name = nameOf(ledger, node.name);
  const given = lowerArguments(context, node, expressionOf);
  const id = ledger.mark(node);
  tellWrong(ledger, readCall(name, given, id, context));
  return { kind: 'call', function: name, arguments: given, id };
}

/** One transform on an expression, held against the table of transforms. */
function transformed(
  context: Context,
  of: PatternExpression,
  name: Leaf,
  given: readonly Argument[],
  range: Range,
): PatternExpression {
  const { ledger } = context;
  const transform = nameOf(ledger, name);
  const id = ledger.mark(range);
  tellWrong(ledger, readTransform(transform, given, id, context));
  return { kind: 'transform', of, transform, arguments: given, id };
}

function tellWrong(ledger: Ledger, reading: TransformReading): void {
  if (reading.ok) return;
  const { id, message, instead } = reading.problem;
  const place = ledger.origins[id]!;
  const fixes = instead === undefined ? undefined : { fixes: renameFixes(ledger, place, [instead]) };
  ledger.error(place, message, fixes);
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
  const { mini, problems } = knownMini(text);
  const id = ledger.mark(node);
  const firstAtom = ledger.origins.length;
  for (const place of mini.places) ledger.mark({ from: from + place.from, to: from + place.to });
  for (const { name, atom } of mini.sounds) ledger.sounds.push({ name, id: firstAtom + atom });
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
