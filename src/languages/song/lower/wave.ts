// `lfo: sine 1/2 20% left to 20% right`: a wave between two values of what an `automate` moves.

import { nearestNames } from '../../../song/nearest.ts';
import type { Wave, WaveShape } from '../../../song/place.ts';
import type { Measure } from '../../../song/value.ts';
import type { NumberParameter } from '../../../vocabulary/parameter.ts';
import { lfoWord, waveShapes } from '../phrases.ts';
import type { Entry, ValueNode } from '../tree.ts';
import { didYouMean, orList, renameFixes } from './ledger.ts';
import { readNumber } from './number.ts';
import { type Context, takeValue, tellRest, textOf, wordOf } from './value.ts';

/** Slower or faster than this no parameter is heard to waver: cycles a second. */
const rates = { min: 1 / 600, max: 40 };

export function waveOf(
  context: Context,
  entry: Entry,
  parameter: NumberParameter | undefined,
): Wave | undefined {
  const { ledger } = context;
  const [shapeNode, rateNode, ...values] = entry.body;
  const shape = shapeNode && shapeOf(shapeNode);
  if (!shape || !entry.colon || entry.block) {
    tellShape(context, shapeNode, entry);
    return undefined;
  }
  const rate = rateNode && rateOf(context, rateNode);
  if (!rate) {
    ledger.error(
      rateNode ?? shapeNode,
      `How fast? A note value, bars, beats, seconds or Hz stand behind \`${shape}\`: \`${lfoWord.example}\`.`,
    );
    return undefined;
  }
  const to = values.findIndex((node) => wordOf(node) === 'to');
  if (to < 1 || to === values.length - 1) {
    ledger.error(values[0] ?? rateNode, `From what to what? Write \`${lfoWord.example}\`.`);
    return undefined;
  }
  // Where the path leads nowhere, there is nothing to hold the values against.
  if (!parameter) return undefined;
  const from = endOf(context, values.slice(0, to), parameter, 'to');
  const last = values.at(-1)!;
  const byFactor = wordOf(last) === 'exponential';
  const aim = endOf(context, values.slice(to + 1, byFactor ? -1 : undefined), parameter, 'end');
  if (!from || !aim) return undefined;
  return { shape, rate, from, to: aim, ...(byFactor && { byFactor: true as const }), id: ledger.mark(entry) };
}

const shapeOf = (node: ValueNode): WaveShape | undefined =>
  waveShapes.find(({ word }) => word === wordOf(node))?.word;

function tellShape({ ledger }: Context, node: ValueNode | undefined, entry: Entry): void {
  const names = waveShapes.map(({ word }) => word);
  const near = node ? nearestNames(textOf(node), names) : [];
  ledger.error(
    entry.block ?? node ?? entry,
    `Behind \`lfo:\` stands a shape: ${orList(names.map((name) => `\`${name}\``))}.${didYouMean(near) || ` Write \`${lfoWord.example}\`.`}`,
    node && { fixes: renameFixes(ledger, node, near) },
  );
}

/** How long a cycle lasts, or how many a second; held to what can be heard as a waver. */
function rateOf(context: Context, node: ValueNode): Measure | undefined {
  if (node.kind !== 'number') return undefined;
  const { value, quantity } = readNumber(node.text);
  const isLength =
    quantity === 'notes' || quantity === 'bars' || quantity === 'beats' || quantity === 'seconds';
  if ((!isLength && quantity !== 'hertz') || !(value > 0)) return undefined;
  const hertz = quantity === 'hertz' ? value : quantity === 'seconds' ? 1 / value : undefined;
  if (hertz !== undefined && (hertz < rates.min || hertz > rates.max))
    context.ledger.error(
      node,
      `A wave goes round 40 times a second at most, and once in 10 minutes at least: \`${textOf(node)}\` is outside of that.`,
    );
  return { kind: 'measure', value, quantity, id: context.ledger.mark(node) };
}

function endOf(
  context: Context,
  nodes: readonly ValueNode[],
  parameter: NumberParameter,
  where: 'to' | 'end',
): Measure | undefined {
  if (nodes.length === 0) return undefined;
  const { value, count } = takeValue(context, nodes, parameter);
  tellRest(
    context,
    nodes.slice(count),
    where === 'to'
      ? 'One value stands before `to`.'
      : 'Behind the second value only `exponential` may stand.',
  );
  return value?.kind === 'measure' ? value : undefined;
}
