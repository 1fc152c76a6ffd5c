// What stands between the brackets of a transform. Its parameters say what a string or a word there means:
// mini-notation, the name of a pattern, a transform, or plain words. Whether it fits is told where the
// transform is read.

import type { Parameter, Transform } from '../../../pattern/transforms/transform.ts';
import { transformNamed } from '../../../pattern/transforms.ts';
import type { Argument, PatternExpression } from '../../../song/pattern.ts';
import type { Value } from '../../../song/value.ts';
import type { CallNode, ValueNode } from '../tree.ts';
import { nameOf } from './names.ts';
import { readNumber } from './number.ts';
import { type Context, tellRest, textOf } from './value.ts';

/** Reads a value that is a pattern; given from outside, since patterns hold arguments that hold patterns. */
export type ReadPattern = (context: Context, node: ValueNode) => PatternExpression | undefined;

export function lowerArguments(
  context: Context,
  node: CallNode,
  readPattern: ReadPattern,
): readonly Argument[] {
  const transform = transformNamed(node.name.text);
  const list: Argument[] = [];
  for (const nodes of node.arguments) {
    const meaningful = nodes.filter(({ kind }) => kind !== 'stray');
    const parameter = transform && parameterAt(transform, list.length, node.of !== undefined);
    const argument = meaningful.length > 0 && lowerArgument(context, meaningful, parameter, readPattern);
    if (argument) list.push(argument);
  }
  return list;
}

/** The parameter that a position belongs to; in `cat(a, b)` the pattern that stands in front elsewhere comes first. */
function parameterAt(transform: Transform, position: number, hasPattern: boolean): Parameter | undefined {
  const { parameters } = transform;
  const index = hasPattern ? position : Math.max(0, position - 1);
  const last = parameters.at(-1);
  return parameters[index] ?? (last?.kind === 'pattern' && last.several ? last : undefined);
}

function lowerArgument(
  context: Context,
  nodes: readonly ValueNode[],
  parameter: Parameter | undefined,
  readPattern: ReadPattern,
): Argument | undefined {
  const { ledger } = context;
  const first = nodes[0]!;
  // Words stand without commas between them: `scale(A minor)`.
  if (parameter?.kind === 'text')
    return {
      kind: 'word',
      value: nodes.map(textOf).join(' '),
      id: ledger.mark({ from: first.from, to: nodes.at(-1)!.to }),
    };
  tellRest(context, nodes.slice(1), 'Arguments are separated by commas.');
  if (parameter?.kind === 'pattern' && first.kind !== 'number') {
    const expression = readPattern(context, first);
    return expression && { kind: 'pattern', expression, id: expression.id };
  }
  if (parameter?.kind === 'transform') {
    const nested = lowerTransform(context, first, readPattern);
    if (nested) return nested;
  }
  if (first.kind === 'range' && first.high)
    return {
      kind: 'range',
      low: lowerValue(context, first.low),
      high: lowerValue(context, first.high),
      id: ledger.mark(first),
    };
  return lowerValue(context, first);
}

/** `rev`, `fast(2)`; undefined where it is neither. */
function lowerTransform(context: Context, node: ValueNode, readPattern: ReadPattern): Argument | undefined {
  const { ledger } = context;
  if (node.kind === 'path' && node.words.length === 1) {
    const transform = nameOf(ledger, node.words[0]!);
    return { kind: 'transform', transform, arguments: [], id: transform.id };
  }
  if (node.kind !== 'call' || node.of) return undefined;
  // Its brackets are read as those behind a pattern.
  const given = lowerArguments(context, { ...node, of: node }, readPattern);
  return { kind: 'transform', transform: nameOf(ledger, node.name), arguments: given, id: ledger.mark(node) };
}

function lowerValue({ ledger }: Context, node: ValueNode): Value {
  const id = ledger.mark(node);
  if (node.kind !== 'number') return { kind: 'word', value: textOf(node), id };
  const number = readNumber(node.text);
  if (!number.quantity) ledger.error(node, `There is no unit \`${number.unitText}\`.`);
  return { kind: 'measure', value: number.value, quantity: number.quantity ?? 'number', id };
}
