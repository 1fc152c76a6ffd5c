// The music at a place of the text: mini-notation with its characters, and names of patterns in use.

import type { Range } from '../../../song/origin.ts';
import type { PatternExpression } from '../../../song/pattern.ts';
import type { Part, Pattern, Song } from '../../../song/song.ts';
import { eachExpression } from '../../../song/walk.ts';
import type { Reading } from '../../language.ts';
import { contentOf } from '../lower/value.ts';

export type MiniExpression = PatternExpression & { readonly kind: 'mini' };
export type NameExpression = PatternExpression & { readonly kind: 'name' };

export interface MiniPlace {
  readonly expression: MiniExpression;
  /** The literal, with its quotes; a chart has none. */
  readonly literal: Range;
  /** The notation without quotes. */
  readonly content: Range;
  readonly isChart: boolean;
}

/** The mini-notation that a place lies in. */
export function miniAt(reading: Reading, range: Range): MiniPlace | undefined {
  const { text, song, origins } = reading;
  for (const expression of expressionsOf(song)) {
    if (expression.kind !== 'mini') continue;
    const literal = origins[expression.id]!;
    if (range.from < literal.from || range.to > literal.to) continue;
    const token = text.slice(literal.from, literal.to);
    const isChart = !/^["'`]/.test(token);
    if (isChart) return { expression, literal, content: literal, isChart };
    const content = contentOf(token);
    const from = literal.from + content.start;
    return { expression, literal, content: { from, to: from + content.text.length }, isChart };
  }
  return undefined;
}

/** The use of a name for music at a place. */
export const nameUseAt = ({ song, origins }: Reading, range: Range): NameExpression | undefined =>
  expressionsOf(song).find(
    (expression): expression is NameExpression =>
      expression.kind === 'name' && holds(origins[expression.name.id], range),
  );

/** The pattern or progression whose declared name stands at a place. */
export const declaredAt = ({ song, origins }: Reading, range: Range): Pattern | undefined =>
  [...song.patterns, ...song.progressions].find(({ name }) => holds(origins[name.id], range));

/** The part of a section that a place lies in. */
export const partAt = ({ song, origins }: Reading, range: Range): Part | undefined =>
  song.sections.flatMap(({ parts }) => parts).find(({ id }) => holds(origins[id], range));

/** All expressions of a song, the outer before the inner, each once. */
export function expressionsOf({ patterns, progressions, sections }: Song): readonly PatternExpression[] {
  const found = new Set<PatternExpression>();
  for (const { expression } of [...patterns, ...progressions, ...sections.flatMap(({ parts }) => parts)])
    eachExpression(expression, (inner) => found.add(inner));
  return [...found];
}

/** An expression as it may stand anywhere: a chart becomes mini-notation in quotes. Undefined for silence. */
export function written({ text, origins }: Reading, expression: PatternExpression): string | undefined {
  const place = origins[expression.id];
  if (!place || expression.kind === 'silence') return undefined;
  const source = text.slice(place.from, place.to);
  if (expression.kind !== 'mini' || /^["'`]/.test(source)) return source;
  const bars = expression.mini.text
    .replace(/\s+/g, ' ')
    .replace(/^\s*\|/, '')
    .replace(/\|\s*$/, '');
  return `"${bars.trim()}"`;
}

/** A name that no pattern has yet: `hook2` after `hook`, or `bass_verse` itself. */
export function freeName({ patterns, progressions, takes, samples }: Song, wished: string): string {
  const taken = new Set([...patterns, ...progressions, ...takes, ...samples].map(({ name }) => name.name));
  if (!taken.has(wished)) return wished;
  const stem = wished.replace(/\d+$/, '');
  let number = Number(/\d+$/.exec(wished)?.[0] ?? 1) + 1;
  while (taken.has(`${stem}${number}`)) number++;
  return `${stem}${number}`;
}

export const holds = (place: Range | undefined, { from, to }: Range): boolean =>
  place !== undefined && place.to > place.from && place.from <= from && to <= place.to;
