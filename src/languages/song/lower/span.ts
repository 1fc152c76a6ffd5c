// Values from one to another: `2:45..3:30`, `1.2s..9.8s`, `-14LUFS..-10LUFS`, `E1..G3`.

import { readNote } from '../../../music/pitch.ts';
import type { Range, SourceId } from '../../../song/origin.ts';
import type { Measure } from '../../../song/value.ts';
import type { NumberParameter } from '../../../vocabulary/parameter.ts';
import type { ValueNode } from '../tree.ts';
import { renameFixes } from './ledger.ts';
import { type Context, takeValue, tellRest, textOf, wordOf } from './value.ts';

export interface Span {
  readonly low: Measure;
  readonly high: Measure;
  readonly id: SourceId;
}

/** The only span in `nodes`, its ends held against the parameter. What is wrong is told, or stands on `owner`. */
export function takeSpan(
  context: Context,
  nodes: readonly ValueNode[],
  parameter: NumberParameter,
  owner: Range,
  example: string,
): Span | undefined {
  const ends = endsOf(context, nodes, owner, example);
  if (!ends) return undefined;
  const low = measureOf(context, ends.low, parameter);
  const high = measureOf(context, ends.high, parameter);
  if (!low || !high) return undefined;
  const id = context.ledger.mark(ends.node);
  if (low.value <= high.value) return { low, high, id };
  tellOrder(context, ends);
  return { low: high, high: low, id };
}

export interface NoteSpan {
  /** MIDI numbers. */
  readonly low: number;
  readonly high: number;
  readonly id: SourceId;
}

/** The only span of notes in `nodes`. */
export function takeNoteSpan(
  context: Context,
  nodes: readonly ValueNode[],
  owner: Range,
  example: string,
): NoteSpan | undefined {
  const ends = endsOf(context, nodes, owner, example);
  if (!ends) return undefined;
  const [low, high] = [noteOf(ends.low), noteOf(ends.high)];
  for (const [end, note] of [
    [ends.low, low],
    [ends.high, high],
  ] as const) {
    if (note === undefined)
      context.ledger.error(
        end,
        `\`${textOf(end)}\` is no note with an octave: write it like \`B0\` or \`F#3\`.`,
      );
  }
  if (low === undefined || high === undefined) return undefined;
  if (low > high) tellOrder(context, ends);
  return { low: Math.min(low, high), high: Math.max(low, high), id: context.ledger.mark(ends.node) };
}

interface Ends {
  readonly node: ValueNode;
  readonly low: ValueNode;
  readonly high: ValueNode;
}

function endsOf(
  context: Context,
  [node, ...rest]: readonly ValueNode[],
  owner: Range,
  example: string,
): Ends | undefined {
  tellRest(context, rest, `One span stands here, from one end to the other: \`${example}\`.`);
  // A range without its upper end has been told of by the parser.
  if (node?.kind === 'range')
    return node.high && node.high.kind !== 'stray' ? { node, low: node.low, high: node.high } : undefined;
  if (node?.kind !== 'stray')
    context.ledger.error(node ?? owner, `A span stands here, from one end to the other: \`${example}\`.`);
  return undefined;
}

function tellOrder({ ledger }: Context, { node, low, high }: Ends): void {
  ledger.error(node, 'The lower end stands first: turn this span round.', {
    fixes: renameFixes(ledger, node, [`${textOf(high)}..${textOf(low)}`]),
  });
}

const clock = /^(\d{1,3}):([0-5]\d(?:\.\d+)?)$/;

/** A value; of a time also one in minutes and seconds, `2:45`. */
function measureOf(context: Context, node: ValueNode, parameter: NumberParameter): Measure | undefined {
  const time = parameter.quantity === 'seconds' && node.kind === 'number' ? clock.exec(node.text) : null;
  if (!time) {
    const { value } = takeValue(context, [node], parameter);
    return value?.kind === 'measure' ? value : undefined;
  }
  const seconds = Number(time[1]) * 60 + Number(time[2]);
  const nearest = Math.min(parameter.max, Math.max(parameter.min, seconds));
  if (nearest !== seconds)
    context.ledger.error(node, `\`${textOf(node)}\` is out of range: a \`${parameter.path}\` is not that.`);
  return { kind: 'measure', value: nearest, quantity: 'seconds', id: context.ledger.mark(node) };
}

/** MIDI number of a written note of either case, with its octave. */
function noteOf(node: ValueNode): number | undefined {
  const word = wordOf(node);
  if (!word || !/\d$/.test(word)) return undefined;
  const midi = readNote(word[0]!.toLowerCase() + word.slice(1))?.midi;
  return midi !== undefined && midi >= 0 && midi <= 127 ? midi : undefined;
}
