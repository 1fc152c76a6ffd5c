// `automate bass.level in build { 0%: -12dB, 100%: -6dB exponential }`, read once the mixer is known.

import { nearestNames } from '../../../song/nearest.ts';
import type { Automation, LanePoint, LaneShape } from '../../../song/place.ts';
import type { Name, Value } from '../../../song/value.ts';
import type { NumberParameter } from '../../../vocabulary/parameter.ts';
import { type Mixed, targetAt } from '../../../vocabulary/targets.ts';
import { laneShapes, lfoWord } from '../phrases.ts';
import type { Entry, Statement, ValueNode } from '../tree.ts';
import { didYouMean, orList, renameFixes } from './ledger.ts';
import { nameOf } from './names.ts';
import { readNumber } from './number.ts';
import { takePlace } from './place.ts';
import { tellBody, tellTail } from './statement.ts';
import { type Context, expected, takeValue, tellRest, textOf, wordOf } from './value.ts';
import { waveOf } from './wave.ts';

const example = 'automate bass.level in build { 0%: -12dB, 100%: -6dB }';

export function lowerAutomate(context: Context, statement: Statement, song: Mixed): Automation | undefined {
  const { ledger } = context;
  tellBody(context, statement);
  tellTail(context, statement);
  const [pathNode, ...rest] = statement.head;
  if (pathNode?.kind !== 'path') {
    if (pathNode?.kind !== 'stray')
      ledger.error(pathNode ?? statement.keyword!, `What moves, and where? Write \`${example}\`.`);
    return undefined;
  }
  const path: Name = { name: textOf(pathNode), id: ledger.mark(pathNode) };
  const section = sectionOf(context, rest);
  // A path that leads nowhere is the business of the check AUT3.
  const parameter = targetAt(song, path.name)?.parameter;
  const entries = statement.block?.entries ?? [];
  if (entries.length === 0)
    ledger.error(
      statement.block ?? pathNode,
      `Where does it move to? Points stand in braces: \`${example}\`.`,
    );
  const waving = entries.find(isWave);
  const wave = waving && waveOf(context, waving, parameter);
  const others = entries.filter((entry) => entry !== waving);
  if (waving && others[0])
    ledger.error(others[0], 'A wave needs no points: write another `automate` for them, in another section.');
  const points = waving ? [] : others.flatMap((entry) => pointOf(context, entry, parameter) ?? []);
  return {
    path,
    ...(section && { section }),
    points,
    ...(wave && { wave }),
    declaration: ledger.mark(statement),
  };
}

const isWave = ({ head }: Entry): boolean => head[0] !== undefined && wordOf(head[0]) === lfoWord.word;

/** `in build`. */
function sectionOf(context: Context, nodes: readonly ValueNode[]): Name | undefined {
  const { ledger } = context;
  const [word, section, ...rest] = nodes;
  if (!word) return undefined;
  if (wordOf(word) !== 'in' || section?.kind !== 'path' || section.words.length !== 1) {
    tellRest(context, nodes, `The section stands behind \`in\`: \`${example}\`.`);
    return undefined;
  }
  tellRest(context, rest, 'A lane stands in one section: write another `automate` for the next.');
  return nameOf(ledger, section.words[0]!);
}

/** `100%: 4kHz exponential`. */
function pointOf(
  context: Context,
  entry: Entry,
  parameter: NumberParameter | undefined,
): LanePoint | undefined {
  const { ledger } = context;
  const [first] = entry.head;
  if (!first || first.kind === 'stray') return undefined;
  if (!entry.colon || entry.block) {
    ledger.error(
      entry.block ?? first,
      'A point is a place, a colon, a space and a value: `0%: -12dB`, `bar 3 beat 2: -6dB`.',
    );
    return undefined;
  }
  const { place, count } = takePlace(context, entry.head);
  tellRest(context, entry.head.slice(count), 'Only a place stands before the colon: `bar 3 beat 2`.');
  const [valueNode, ...rest] = entry.body;
  if (!valueNode) {
    ledger.error(
      entry,
      `A value is missing: ${parameter ? `${parameter.path} takes ${expected(parameter)}` : 'write it behind the colon'}.`,
    );
    return undefined;
  }
  const shapeAt = rest.findIndex((node) => shapeOf(node) !== undefined);
  const values = shapeAt < 0 ? entry.body : entry.body.slice(0, shapeAt + 1);
  const value = valueOf(context, values, parameter);
  tellShapes(context, entry.body.slice(value.count), shapeAt < 0 ? undefined : rest[shapeAt]!);
  const shape = shapeAt < 0 ? 'linear' : shapeOf(rest[shapeAt]!)!;
  return place && value.value && { at: place, value: value.value, shape, id: ledger.mark(entry) };
}

const shapeOf = (node: ValueNode): LaneShape | undefined =>
  laneShapes.find(({ word }) => word === wordOf(node))?.word;

/** What stands behind the value and is no shape. */
function tellShapes(context: Context, nodes: readonly ValueNode[], shape: ValueNode | undefined): void {
  const names = laneShapes.map(({ word }) => word);
  for (const node of nodes) {
    if (node === shape || node.kind === 'stray') continue;
    const near = nearestNames(textOf(node), names);
    context.ledger.error(
      node,
      `Behind the value stands how it is reached: ${orList(names.map((name) => `\`${name}\``))}.${didYouMean(near)}`,
      { fixes: renameFixes(context.ledger, node, near) },
    );
    return;
  }
}

/** Held against the parameter, or as written where the path leads nowhere. */
function valueOf(
  context: Context,
  nodes: readonly ValueNode[],
  parameter: NumberParameter | undefined,
): { readonly value?: Value; readonly count: number } {
  if (parameter) return takeValue(context, nodes, parameter);
  const [node] = nodes;
  if (node?.kind !== 'number') return { count: 1 };
  const { value, quantity } = readNumber(node.text);
  const side = nodes[1] && wordOf(nodes[1]);
  return {
    value: { kind: 'measure', value, quantity: quantity ?? 'number', id: context.ledger.mark(node) },
    count: side === 'left' || side === 'right' ? 2 : 1,
  };
}
