// Extract: a string in a section becomes a pattern with a name, to be used again.

import type { Range } from '../../../song/origin.ts';
import type { Reading, Refactoring } from '../../language.ts';
import { insertStatement } from '../edit/declare.ts';
import { treeOf } from '../read.ts';
import { freeName, miniAt, partAt } from './music-at.ts';

export function extractPattern(reading: Reading, range: Range): readonly Refactoring[] {
  const mini = miniAt(reading, range);
  const part = partAt(reading, range);
  if (!mini || !part || mini.expression.mini.atoms === 0) return [];
  const { song, text, origins } = reading;
  const section = song.sections.find(({ declaration }) => {
    const whole = origins[declaration]!;
    return whole.from <= mini.literal.from && mini.literal.to <= whole.to;
  });
  const name = freeName(song, section ? `${part.track.name}_${section.name.name}` : part.track.name);
  const literal = text.slice(mini.literal.from, mini.literal.to);
  const statement = mini.isChart ? `progression ${name} = ${literal}` : `pattern ${name} = ${literal}`;
  const declaration = insertStatement(treeOf(reading), mini.isChart ? 'progression' : 'pattern', statement);
  const edits = [declaration, { range: mini.literal, text: name }];
  return [
    {
      title: `Extract to ${mini.isChart ? 'progression' : 'pattern'} ${name}`,
      kind: 'extract',
      edits: edits.toSorted((left, right) => left.range.from - right.range.from),
    },
  ];
}
