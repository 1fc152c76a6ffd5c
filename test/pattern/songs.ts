// Expressions and small songs as data, for tests that need no language.

import { parseMini } from '../../src/pattern/mini/parse.ts';
import type { PatternExpression } from '../../src/song/pattern.ts';
import type { Pattern } from '../../src/song/song.ts';
import type { Measure, Quantity, Value, Word } from '../../src/song/value.ts';

export const measure = (value: number, quantity: Quantity, id = 0): Measure => ({
  kind: 'measure',
  value,
  quantity,
  id,
});
export const word = (value: string, id = 0): Word => ({ kind: 'word', value, id });

/** A text as an expression whose atoms have the ids from `firstAtom`. */
export const mini = (text: string, firstAtom = 0): PatternExpression => ({
  kind: 'mini',
  mini: parseMini(text).mini,
  firstAtom,
  id: 0,
});

export const named = (name: string, id = 0): PatternExpression => ({ kind: 'name', name: { name, id }, id });

/** `of.transform(given)`. */
export const transformed = (
  of: PatternExpression,
  transform: string,
  ...given: readonly Value[]
): PatternExpression => ({
  kind: 'transform',
  of,
  transform: { name: transform, id: 1 },
  arguments: given,
  id: 2,
});

export const pattern = (name: string, expression: PatternExpression): Pattern => ({
  name: { name, id: 0 },
  declaration: 0,
  expression,
});
