// What a parameter is: the row of the one table from which completion, hover, docs, checks, the
// panel's controls and the core's memory layout derive.

import type { Quantity } from '../song/value.ts';

/**
 * A number in base units (`seconds`, `hertz`, `decibels`...; see song/value.ts), with its range
 * (inclusive) and default. `curve` says how a control travels: linear, or by ratio.
 */
export interface NumberParameter {
  readonly kind: 'number';
  readonly path: string;
  readonly quantity: Quantity;
  readonly min: number;
  readonly max: number;
  readonly default: number;
  readonly curve?: 'linear' | 'logarithmic';
  /** A time that may also be a note value (`3/16`), which follows the tempo. */
  readonly noteValues?: true;
  /** Further spellings of the path that songs may use. */
  readonly aliases?: readonly string[];
  readonly doc: string;
}

/** One of a few words; the core gets its index. */
export interface ChoiceParameter {
  readonly kind: 'choice';
  readonly path: string;
  readonly choices: readonly string[];
  readonly default: string;
  readonly doc: string;
}

export type Parameter = NumberParameter | ChoiceParameter;

const number =
  (quantity: Quantity) =>
  (
    path: string,
    defaultValue: number,
    min: number,
    max: number,
    doc: string,
    curve?: 'logarithmic',
  ): NumberParameter => ({
    kind: 'number',
    path,
    quantity,
    min,
    max,
    default: defaultValue,
    doc,
    ...(curve ? { curve } : {}),
  });

export const seconds = number('seconds');
export const hertz = number('hertz');
export const decibels = number('decibels');
export const cents = number('cents');
export const ratio = number('ratio');
export const plain = number('number');

export const choice = (
  path: string,
  choices: readonly string[],
  doc: string,
  defaultValue = choices[0]!,
): ChoiceParameter => ({ kind: 'choice', path, choices, default: defaultValue, doc });
