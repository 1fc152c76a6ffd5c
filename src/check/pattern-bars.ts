// How many bars a pattern is written for: what a musician would call its length.
// Not its exact period: an ornament that alternates inside a bar does not make the bar longer.

import { readCall, readTransform } from '../pattern/arguments.ts';
import { barsAfter, miniBars } from '../pattern/bars.ts';
import type { PatternExpression } from '../song/pattern.ts';
import type { CheckContext } from './rule.ts';
import type { SongIndex } from './song-index.ts';

export type MiniExpression = PatternExpression & { readonly kind: 'mini' };

export interface WrittenLength {
  /** Bars until the pattern begins again; fractional where it is sped up. */
  readonly bars: number;
  /** The literal that the length comes from, unless a transform has stretched it since. */
  readonly literal?: MiniExpression;
}

/** The length of an expression; undefined for silence, for names that do not exist or lead in a circle. */
export const writtenLength = (
  expression: PatternExpression,
  context: Pick<CheckContext, 'song' | 'index'>,
): WrittenLength | undefined => {
  const { song, index } = context;
  const reading = { meter: song.meter, bpm: song.tempo.value };
  const barsOf = (inner: PatternExpression): number => writtenLength(inner, context)?.bars ?? 1;
  switch (expression.kind) {
    case 'silence':
      return undefined;
    case 'mini':
      return { bars: miniBars(expression.mini), literal: expression };
    case 'name':
      return lengthOfName(expression.name.name, context, lengthsOf(index));
    case 'call': {
      const call = readCall(expression.function, expression.arguments, expression.id, reading);
      return call.ok && 'of' in call ? { bars: barsAfter(call, barsOf(call.of), barsOf) } : undefined;
    }
    case 'transform': {
      const of = writtenLength(expression.of, context);
      const read = readTransform(expression.transform, expression.arguments, expression.id, reading);
      if (!of || !read.ok) return of;
      const bars = barsAfter(read, of.bars, barsOf);
      return bars === of.bars ? of : { bars };
    }
  }
};

/** Lengths of named patterns; one that is being looked up has none, so that a circle of names ends. */
type Lengths = Map<string, WrittenLength | undefined>;

const lengthOfName = (
  name: string,
  context: Pick<CheckContext, 'song' | 'index'>,
  lengths: Lengths,
): WrittenLength | undefined => {
  const pattern = context.index.patterns.get(name);
  if (!pattern || lengths.has(name)) return lengths.get(name);
  lengths.set(name, undefined);
  const length = writtenLength(pattern.expression, context);
  lengths.set(name, length);
  return length;
};

const known = new WeakMap<SongIndex, Lengths>();

const lengthsOf = (index: SongIndex): Lengths => {
  const lengths = known.get(index) ?? new Map();
  known.set(index, lengths);
  return lengths;
};
