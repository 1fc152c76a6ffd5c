// Places in the song as they are written: `bridge`, `bar 33`, `chorus bar 8 beat 3`, `50%`.

import type { Place } from '../../../song/place.ts';
import type { Measure, Quantity } from '../../../song/value.ts';
import type { ValueNode } from '../tree.ts';
import { nameOf } from './names.ts';
import { readNumber } from './number.ts';
import { type Context, textOf, wordOf } from './value.ts';

/** A place and how many nodes it took. */
export interface PlaceTaken {
  readonly place?: Place;
  readonly count: number;
}

/** Bars and beats beyond this are a slip, and no song has them. */
const most = 100_000;

/** The place at the start of `nodes`; what is wrong with it is told. No nodes are no place, untold. */
export function takePlace(context: Context, nodes: readonly ValueNode[]): PlaceTaken {
  const { ledger } = context;
  const [first] = nodes;
  if (!first) return { count: 0 };
  let count = 0;
  const section = isSection(first) ? nameOf(ledger, first.words[0]!) : undefined;
  if (section) count = 1;
  const share = shareOf(context, nodes[count]);
  if (share) count++;
  const bar = share ? undefined : counted(context, nodes.slice(count, count + 2), 'bar');
  if (bar) count += bar.count;
  const beat = share ? undefined : counted(context, nodes.slice(count, count + 2), 'beat');
  if (beat) count += beat.count;
  if (count === 0) {
    if (first.kind !== 'stray')
      ledger.error(
        first,
        `\`${textOf(first).slice(0, 40)}\` is no place in the song: write a section, or a bar such as \`bar 33\` or \`chorus bar 8 beat 3\`.`,
      );
    return { count: 1 };
  }
  if ((bar && !bar.measure) || (beat && !beat.measure)) return { count };
  const range = { from: first.from, to: nodes[count - 1]!.to };
  return {
    count,
    place: {
      ...(section && { section }),
      ...(bar?.measure && { bar: bar.measure }),
      ...(beat?.measure && { beat: beat.measure }),
      ...(share && { share }),
      id: ledger.mark(range),
    },
  };
}

const isSection = (node: ValueNode): node is ValueNode & { kind: 'path' } =>
  node.kind === 'path' && node.words.length === 1 && !isCount(node);

const isCount = (node: ValueNode): boolean => wordOf(node) === 'bar' || wordOf(node) === 'beat';

function shareOf(context: Context, node: ValueNode | undefined): Measure | undefined {
  if (node?.kind !== 'number') return undefined;
  const { value, quantity } = readNumber(node.text);
  if (quantity !== 'ratio' || node.text.includes(':')) return undefined;
  if (value < 0 || value > 1)
    context.ledger.error(node, 'A place in a section lies between its start, 0%, and its end, 100%.');
  return measure(context, node, Math.min(1, Math.max(0, value)), 'ratio');
}

/** `bar 8`, `beat 2.5`: counted from 1. */
function counted(
  context: Context,
  [word, behind]: readonly ValueNode[],
  what: 'bar' | 'beat',
): { readonly measure?: Measure; readonly count: number } | undefined {
  if (!word || wordOf(word) !== what) return undefined;
  const { ledger } = context;
  const number = behind?.kind === 'number' ? behind : undefined;
  const read = number && readNumber(number.text);
  if (!number || read?.quantity !== 'number') {
    ledger.error(
      number ?? word,
      `Which ${what}? A number stands behind it: \`${what} ${what === 'bar' ? 8 : 3}\`.`,
    );
    return { count: number ? 2 : 1 };
  }
  const isWrong = what === 'bar' ? !Number.isInteger(read.value) : false;
  if (isWrong || read.value < 1 || read.value > most)
    ledger.error(
      number,
      what === 'bar'
        ? `Bars are counted in whole numbers from 1${read.value > most ? ' to 100,000' : ''}.`
        : 'Beats are counted from 1; `beat 2.5` is half a beat behind the second.',
    );
  const value = Math.min(most, Math.max(1, what === 'bar' ? Math.round(read.value) : read.value));
  return { measure: measure(context, number, value, what === 'bar' ? 'bars' : 'beats'), count: 2 };
}

const measure = (
  { ledger }: Context,
  node: ValueNode & { kind: 'number' },
  value: number,
  quantity: Quantity,
): Measure => ({ kind: 'measure', value, quantity, id: ledger.mark(node) });
