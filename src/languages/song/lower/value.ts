// Written values to typed ones, held against the vocabulary: the quantity, the unit, the range, the choices.
// What is wrong is told on the value's own characters with the nearest right one as a fix; what was
// understood all the same goes on into the song.

import { nearestNames } from '../../../song/nearest.ts';
import type { Range } from '../../../song/origin.ts';
import type { Quantity, Value } from '../../../song/value.ts';
import {
  type ChoiceParameter,
  choiceNumber,
  isFilePath,
  type ListParameter,
  listExample,
  type NumberParameter,
  type Parameter,
} from '../../../vocabulary/parameter.ts';
import { quantityInWords, unitsOf } from '../../../vocabulary/units.ts';
import { written } from '../../../vocabulary/written.ts';
import type { ValueNode } from '../tree.ts';
import { didYouMean, type Ledger, orList, renameFixes, replaceFix } from './ledger.ts';
import { readNumber, type WrittenNumber } from './number.ts';

/** What values are read with: the ledger, and the tempo and meter for musical times. */
export interface Context {
  readonly ledger: Ledger;
  readonly bpm: number;
  readonly meter: { readonly beats: number; readonly unit: number };
}

/** A value and how many nodes it took. */
export interface Taken {
  readonly value?: Value;
  readonly count: number;
}

/** The value of `parameter` at the start of `nodes`, which has at least one. */
export function takeValue(context: Context, nodes: readonly ValueNode[], parameter: Parameter): Taken {
  if (parameter.kind === 'choice') return choiceValue(context, nodes[0]!, parameter);
  if (parameter.kind === 'list') return listValue(context, nodes, parameter);
  if (parameter.quantity === 'pan') return panValue(context, nodes, parameter);
  return numberValue(context, nodes[0]!, parameter);
}

/** The only value of `parameter` in `nodes`; what stands behind it is told of. */
export function onlyValue(
  context: Context,
  nodes: readonly ValueNode[],
  parameter: Parameter,
  owner: Range,
): Value | undefined {
  if (nodes.length === 0) {
    context.ledger.error(owner, `A value is missing: \`${parameter.path}\` takes ${expected(parameter)}.`);
    return undefined;
  }
  const { value, count } = takeValue(context, nodes, parameter);
  tellRest(context, nodes.slice(count), `\`${parameter.path}\` takes one value; this is one too many.`);
  return value;
}

/** Tells once of values that have no place. */
export function tellRest(context: Context, rest: readonly ValueNode[], message: string): void {
  const wrong = rest.filter((node) => node.kind !== 'stray');
  if (wrong.length > 0) context.ledger.error({ from: wrong[0]!.from, to: wrong.at(-1)!.to }, message);
}

/** What a parameter takes, with an example: `a time, such as \`100ms\``. */
export function expected(parameter: Parameter): string {
  if (parameter.kind === 'choice') return choicesInWords(parameter);
  if (parameter.kind === 'list') return `up to ${parameter.most} numbers, such as \`${listExample}\``;
  if (parameter.quantity === 'pan') return 'a place such as `20% left`, `35% right` or `centre`';
  const notes = parameter.noteValues ? ', or a note value such as `1/8`' : '';
  return `${quantityInWords(parameter.quantity)}, such as \`${written(exampleValue(parameter), parameter.quantity)}\`${notes}`;
}

/** The choices; of many only those that somebody would try first, as they stand first. */
function choicesInWords({ choices }: ChoiceParameter): string {
  const all = choices.map((choice) => `\`${choice}\``);
  return orList(all.length > 10 ? [...all.slice(0, 6), `one of ${all.length - 6} more`] : all);
}

/** A value that somebody would write: the default says nothing where it is 0. */
const exampleValue = (parameter: NumberParameter): number =>
  parameter.default || (parameter.quantity === 'decibels' ? clamp(-6, parameter) : parameter.max);

function numberValue(context: Context, node: ValueNode, parameter: NumberParameter): Taken {
  const { ledger } = context;
  if (node.kind !== 'number') {
    if (node.kind !== 'stray') ledger.error(node, `\`${parameter.path}\` takes ${expected(parameter)}.`);
    return { count: 1 };
  }
  const number = readNumber(node.text);
  const quantity = quantityOf(number, parameter);
  if (quantity === undefined) {
    tellUnit(ledger, node, number, parameter);
    // Without a unit the number is taken in the unit that the fix would write.
    if (number.quantity !== 'number') return { count: 1 };
    const assumed = readNumber(withUnit(number, parameter)[0]!);
    return {
      value: {
        kind: 'measure',
        value: clamp(assumed.value, parameter),
        quantity: parameter.quantity,
        id: ledger.mark(node),
      },
      count: 1,
    };
  }
  if (number.unit && number.unit.unit !== number.unitText) {
    ledger.tell('warning', node, `The unit is written \`${number.unit.unit}\`.`, {
      fixes: [
        replaceFix(ledger, node, `Write \`${number.unit.unit}\``, number.figures + spaced(number.unit.unit)),
      ],
    });
  }
  const value = inRange(context, node, number.value, quantity, parameter);
  return { value: { kind: 'measure', value, quantity, id: ledger.mark(node) }, count: 1 };
}

/** The quantity under which the number suits the parameter; undefined where it does not. */
function quantityOf({ quantity }: WrittenNumber, parameter: NumberParameter): Quantity | undefined {
  if (quantity === parameter.quantity) return quantity;
  // A share may also be a plain factor, 0.3 for 30%: it can mean nothing else.
  if (parameter.quantity === 'ratio' && quantity === 'number') return 'ratio';
  return parameter.noteValues && quantity === 'notes' ? 'notes' : undefined;
}

function tellUnit(
  ledger: Ledger,
  node: ValueNode & { kind: 'number' },
  number: WrittenNumber,
  parameter: NumberParameter,
): void {
  const meant = withUnit(number, parameter);
  const fixes =
    number.figures.includes(':') || number.figures.includes('/')
      ? []
      : meant.map((text) => replaceFix(ledger, node, `Write \`${text}\``, text));
  const such = `\`${parameter.path}\` takes ${expected(parameter)}`;
  if (number.quantity === 'number') {
    ledger.error(node, `\`${node.text}\` has no unit: ${such}.`, { fixes });
  } else if (number.quantity === undefined) {
    ledger.error(node, `There is no unit \`${number.unitText}\`: ${such}.`, { fixes });
  } else {
    ledger.error(node, `\`${node.text}\` is ${quantityInWords(number.quantity)}, but ${such}.`, { fixes });
  }
}

/** The figures with each unit of the parameter under which they lie in its range, or with its first unit. */
function withUnit({ figures }: WrittenNumber, parameter: NumberParameter): readonly string[] {
  const units = unitsOf(parameter.quantity);
  if (parameter.quantity === 'notes') return [`1/${figures}`];
  if (units.length === 0) return [figures];
  const all = units.map(({ unit }) => figures + spaced(unit));
  const fitting = all.filter((text) => {
    const { value } = readNumber(text);
    return value >= parameter.min && value <= parameter.max;
  });
  return fitting.length > 0 ? fitting : [all[0]!];
}

/** `8 bars`, but `-6dB`: units that are words stand apart. */
const spaced = (unit: string): string => (/^(bar|beat)/.test(unit) ? ` ${unit}` : unit);

const clamp = (value: number, { min, max }: NumberParameter): number => Math.min(max, Math.max(min, value));

function inRange(
  context: Context,
  node: ValueNode & { kind: 'number' },
  value: number,
  quantity: Quantity,
  parameter: NumberParameter,
): number {
  // A note value's length depends on the tempo, and the limit is one of seconds.
  const seconds = 240 / context.bpm;
  const isTimed = quantity === 'notes' && parameter.quantity !== 'notes';
  const measured = isTimed ? value * seconds : value;
  const nearest = clamp(measured, parameter);
  if (nearest === measured) return value;
  const limit = written(nearest, parameter.quantity);
  const side = measured > nearest ? 'at most' : 'at least';
  const lasts = isTimed ? ` (${written(measured, 'seconds')} at this tempo)` : '';
  context.ledger.error(
    node,
    `\`${node.text}\`${lasts} is out of range: \`${parameter.path}\` is ${side} ${limit}.`,
    { fixes: [replaceFix(context.ledger, node, `Change to \`${limit}\``, limit)] },
  );
  return isTimed ? nearest / seconds : nearest;
}

function panValue(context: Context, nodes: readonly ValueNode[], parameter: NumberParameter): Taken {
  const { ledger } = context;
  const [first, second] = nodes as [ValueNode, ValueNode | undefined];
  const side = second && wordOf(second);
  if (first.kind === 'number' && (side === 'left' || side === 'right')) {
    const number = readNumber(first.text);
    const range = { from: first.from, to: second!.to };
    if (number.quantity !== 'ratio' || number.value < 0 || number.value > 1) {
      ledger.error(range, `\`pan\` takes ${expected(parameter)}: a share from 0% to 100% and a side.`, {
        fixes: [replaceFix(ledger, first, 'Change to `100%`', '100%')],
      });
      return { count: 2 };
    }
    return { value: pan(ledger, range, side === 'left' ? -number.value : number.value), count: 2 };
  }
  const word = wordOf(first);
  const place =
    word === 'centre' || word === 'center' ? 0 : word === 'left' ? -1 : word === 'right' ? 1 : undefined;
  if (place !== undefined) return { value: pan(ledger, first, place), count: 1 };
  if (first.kind !== 'stray')
    ledger.error(first, `\`pan\` takes ${expected(parameter)}.`, { fixes: panFixes(ledger, first) });
  return { count: first.kind === 'number' && second?.kind === 'path' ? 2 : 1 };
}

const pan = (ledger: Ledger, range: Range, value: number): Value =>
  // Adding 0 turns -0 into 0.
  ({ kind: 'measure', value: value + 0, quantity: 'pan', id: ledger.mark(range) });

/** `-20%`, `-0.2` and `20%` as the places that they may mean. */
function panFixes(ledger: Ledger, node: ValueNode): ReturnType<typeof renameFixes> {
  if (node.kind !== 'number')
    return renameFixes(ledger, node, nearestNames(textOf(node), ['left', 'right', 'centre']));
  const { value, unitText, figures } = readNumber(node.text);
  const share = unitText === '' && Math.abs(value) > 1 ? value / 100 : value;
  if (Math.abs(share) > 1 || unitText.includes('d')) return [];
  const sides = figures.startsWith('-') ? [share] : figures.startsWith('+') ? [share] : [-share, share];
  return renameFixes(
    ledger,
    node,
    sides.map((side) => written(side, 'pan')),
  );
}

function choiceValue({ ledger }: Context, node: ValueNode, parameter: ChoiceParameter): Taken {
  const word = node.kind === 'number' ? node.text.replace(/dB$/, '') : (wordOf(node) ?? textOf(node));
  const isFile = parameter.orFile && node.kind === 'string' && isFilePath(word);
  if (isFile || choiceNumber(parameter, word) !== undefined)
    return { value: { kind: 'word', value: word, id: ledger.mark(node) }, count: 1 };
  if (node.kind !== 'stray') {
    const near = nearestNames(word, parameter.choices);
    ledger.error(
      node,
      `\`${parameter.path}\` is ${expected(parameter)}, not \`${textOf(node).slice(0, 40)}\`.${didYouMean(near)}`,
      { fixes: renameFixes(ledger, node, near.length > 0 ? near : parameter.choices) },
    );
  }
  return { count: 1 };
}

/** Plain numbers up to the first node that is none; the song keeps them as one word. */
function listValue({ ledger }: Context, nodes: readonly ValueNode[], parameter: ListParameter): Taken {
  const after = nodes.findIndex((node) => node.kind !== 'number');
  const taken = nodes.slice(0, after < 0 ? undefined : after);
  const first = taken[0];
  if (!first) {
    if (nodes[0]!.kind !== 'stray')
      ledger.error(nodes[0]!, `\`${parameter.path}\` takes ${expected(parameter)}.`);
    return { count: 1 };
  }
  if (taken.length > parameter.most)
    ledger.error(
      { from: taken[parameter.most]!.from, to: taken.at(-1)!.to },
      `\`${parameter.path}\` takes ${parameter.most} numbers at most.`,
    );
  const numbers = taken.slice(0, parameter.most).flatMap((node) => listNumber(ledger, node, parameter));
  const range = { from: first.from, to: taken.at(-1)!.to };
  return {
    value: { kind: 'word', value: numbers.join(' '), id: ledger.mark(range) },
    count: taken.length,
  };
}

function listNumber(ledger: Ledger, node: ValueNode, { path, min, max }: ListParameter): readonly number[] {
  const { value, quantity } = readNumber(textOf(node));
  if (quantity !== 'number') {
    ledger.error(node, `\`${path}\` takes numbers without a unit.`);
    return [];
  }
  const nearest = Math.min(max, Math.max(min, value));
  if (nearest !== value)
    ledger.error(node, `\`${textOf(node)}\` is out of range: \`${path}\` takes ${min} to ${max}.`, {
      fixes: [replaceFix(ledger, node, `Change to \`${nearest}\``, String(nearest))],
    });
  return [nearest];
}

/** The word that a node is, where it is one word without a dot. */
export const wordOf = (node: ValueNode): string | undefined =>
  node.kind === 'path' && node.words.length === 1 ? node.words[0]!.text : undefined;

/** A node's text, for messages; a string's without its quotes. */
export function textOf(node: ValueNode): string {
  switch (node.kind) {
    case 'string':
      return contentOf(node.text).text;
    case 'path':
      return node.words.map(({ text }) => text).join('.');
    case 'call':
      return node.name.text;
    case 'range':
      return node.high ? `${textOf(node.low)}..${textOf(node.high)}` : textOf(node.low);
    case 'repeat':
      return textOf(node.of);
    default:
      return node.text;
  }
}

/** What stands between the quotes, and where it starts in the token. */
export function contentOf(token: string): { readonly text: string; readonly start: number } {
  const closed = token.length > 1 && token.at(-1) === token[0];
  return { text: token.slice(1, closed ? -1 : undefined), start: 1 };
}
