// A variation: a copy of a pattern under a new name, used here, to be changed while the others stay.

import type { Range } from '../../../song/origin.ts';
import type { Reading, Refactoring } from '../../language.ts';
import { patternNamed } from '../in-words.ts';
import { lineEnd, newlineOf } from '../lines.ts';
import { declaredAt, freeName, nameUseAt } from './music-at.ts';

export function makeVariation(reading: Reading, range: Range): readonly Refactoring[] {
  const { song, text, origins } = reading;
  const use = nameUseAt(reading, range);
  const pattern = use ? patternNamed(song, use.name.name) : declaredAt(reading, range);
  if (!pattern) return [];
  const [whole, name] = [origins[pattern.declaration]!, origins[pattern.name.id]!];
  const copy = freeName(song, pattern.name.name);
  const statement = text.slice(whole.from, name.from) + copy + text.slice(name.to, whole.to);
  const end = lineEnd(text, whole.to);
  const edits = [
    { range: { from: end, to: end }, text: `${newlineOf(text)}${statement}` },
    ...(use ? [{ range: origins[use.name.id]!, text: copy }] : []),
  ];
  return [
    {
      title: use
        ? `Make a variation of ${pattern.name.name}, and play it here`
        : `Make a variation of ${pattern.name.name}`,
      kind: 'rewrite',
      edits: edits.toSorted((left, right) => left.range.from - right.range.from),
    },
  ];
}
