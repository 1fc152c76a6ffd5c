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

/** One of a few words; the core gets its index (`choiceNumber`). */
export interface ChoiceParameter {
  readonly kind: 'choice';
  readonly path: string;
  readonly choices: readonly string[];
  readonly default: string;
  /** Words that may have a whole number behind them, up to `most`: `sine4`, a sine with its first four partials. */
  readonly numbered?: { readonly words: readonly string[]; readonly most: number };
  /** May also be a file of the song's own, by its path in quotes; the core then gets the default's index. */
  readonly orFile?: true;
  /** Further spellings of the path that songs may use. */
  readonly aliases?: readonly string[];
  readonly doc: string;
}

/** Whether a word is the path of a file, and no choice: those have no endings. */
export const isFilePath = (word: string): boolean => /\.\w{2,4}$/.test(word);

/**
 * A few plain numbers in a row, as `1 0.5 0.25`: at most `most`, each from `min` to `max`; none by default.
 * A song keeps them as one word. The core gets `most` slots, with zeros behind the last.
 * Stands behind all other rows of its instrument, so that the place of every other row is its slot.
 */
export interface ListParameter {
  readonly kind: 'list';
  readonly path: string;
  readonly most: number;
  readonly min: number;
  readonly max: number;
  readonly aliases?: readonly string[];
  readonly doc: string;
}

export type Parameter = NumberParameter | ChoiceParameter | ListParameter;

/**
 * The number that stands for a word in the core: its place in the choices, and for `word4` four times their
 * count more. Undefined for what is no word of the parameter.
 */
export function choiceNumber({ choices, numbered }: ChoiceParameter, word: string): number | undefined {
  const index = choices.indexOf(word);
  if (index >= 0) return index;
  const [, base = '', digits = ''] = /^([a-z]+)([1-9]\d{0,3})$/.exec(word) ?? [];
  if (!numbered?.words.includes(base) || Number(digits) > numbered.most) return undefined;
  return choices.indexOf(base) + choices.length * Number(digits);
}

/** A list as somebody would write one. */
export const listExample = '1 0.5 0.25';

/** The numbers of a list as a song keeps it, those that it may have. */
export const listNumbers = ({ most, min, max }: ListParameter, text: string): readonly number[] =>
  text
    .split(/[\s,]+/)
    .filter((item) => item !== '')
    .map(Number)
    .filter(Number.isFinite)
    .slice(0, most)
    .map((value) => Math.min(max, Math.max(min, value)));

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
