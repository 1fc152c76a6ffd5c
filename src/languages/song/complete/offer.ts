// The kinds of offers that several places share: names of the song, parameters, units, choices.

import { listExample, type Parameter } from '../../../vocabulary/parameter.ts';
import { unitsOf } from '../../../vocabulary/units.ts';
import { rangeInWords, written } from '../../../vocabulary/written.ts';
import type { Completion } from '../../language.ts';
import { parameterText } from '../hover/parameters.ts';
import type { Left } from './left.ts';

export type Kind = Completion['kind'];

export interface Offered {
  readonly detail?: string;
  readonly documentation?: string;
  readonly insert?: string;
  readonly snippet?: true;
  readonly rank?: number;
}

/** One offer in the place of the word being typed; `insert` is the label where it says nothing else. */
export function offer(
  left: Left,
  offset: number,
  kind: Kind,
  label: string,
  { insert = label, ...more }: Offered = {},
): Completion {
  return { label, kind, insert, range: { from: left.from, to: offset }, ...more };
}

/** The end of the word being typed. */
export const caret = (left: Left): number =>
  left.number ? left.number.from + left.number.text.length : left.from + left.prefix.length;

/** A parameter as a property with its default behind the colon, or as a name before its value. */
export function offerParameter(
  left: Left,
  parameter: Parameter,
  separator: ': ' | ' ',
  rank: number,
): Completion {
  const value = startOf(parameter);
  return offer(left, caret(left), 'parameter', parameter.path, {
    detail: rangeInWords(parameter),
    documentation: parameterText(parameter),
    insert: `${parameter.path}${separator}${value}`,
    snippet: true,
    rank,
  });
}

/** Where the value stands, with what it may be or is without it. */
function startOf(parameter: Parameter): string {
  if (parameter.kind === 'choice') return `\${1|${parameter.choices.join(',')}|}`;
  if (parameter.kind === 'list') return `\${1:${listExample}}`;
  return `\${1:${written(parameter.default, parameter.quantity)}}`;
}

/** What a parameter can be: its choices, the units of the number under way, or values to start from. */
export function offerValues(left: Left, parameter: Parameter): readonly Completion[] {
  const to = caret(left);
  if (parameter.kind === 'choice') {
    return parameter.choices.map((choice, i) =>
      offer(left, to, 'value', choice, { detail: choice === parameter.default ? 'default' : '', rank: i }),
    );
  }
  if (parameter.kind === 'list')
    return left.number || left.before.at(-1)?.kind === 'number'
      ? []
      : [offer(left, to, 'value', listExample, { detail: rangeInWords(parameter), rank: 0 })];
  if (parameter.quantity === 'pan') return offerPan(left);
  if (left.number) return offerUnits(left, parameter);
  const values = [...new Set([parameter.default, parameter.min, parameter.max])];
  return [
    ...values.map((value, i) =>
      offer(left, to, 'value', written(value, parameter.quantity), {
        detail: rangeInWords(parameter),
        rank: i,
      }),
    ),
    ...(parameter.noteValues
      ? ['1/4', '1/8', '3/16', '1/16'].map((note) =>
          offer(left, to, 'value', note, { detail: 'note value', rank: 5 }),
        )
      : []),
  ];
}

/** Behind figures without a unit, the units that they can have. */
function offerUnits(left: Left, parameter: Parameter & { kind: 'number' }): readonly Completion[] {
  const { number } = left;
  const figures = /^[+-]?[\d.]+/.exec(number!.text)?.[0] ?? '';
  const range = { from: number!.from + figures.length, to: caret(left) };
  return unitsOf(parameter.quantity).map(({ unit, doc }, rank) => ({
    label: unit,
    kind: 'unit' as const,
    detail: doc,
    insert: /^(bar|beat)/.test(unit) ? ` ${unit}` : unit,
    range,
    rank,
  }));
}

function offerPan(left: Left): readonly Completion[] {
  const to = caret(left);
  if (left.number) {
    const range = { from: to, to };
    return ['% left', '% right'].map((label, rank) => ({
      label,
      kind: 'unit' as const,
      insert: left.number!.text.endsWith('%') ? label.slice(1) : label,
      range,
      rank,
    }));
  }
  const behindNumber = left.before.at(-1)?.kind === 'number';
  return [...(behindNumber ? [] : ['centre']), 'left', 'right'].map((word, rank) =>
    offer(left, to, 'value', word, { rank }),
  );
}
