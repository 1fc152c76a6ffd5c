// Where a pattern stands: the song's patterns and progressions, `silence`, transforms behind a dot and
// what stands in their brackets.

import type { Completion, Reading } from '../../language.ts';
import { patternInWords } from '../in-words.ts';
import { silence } from '../lower/expression.ts';
import { completeArgument, completeTransforms } from './arguments.ts';
import type { Left } from './left.ts';
import { caret, offer } from './offer.ts';

export function completePatterns({ song }: Reading, left: Left): readonly Completion[] {
  if (left.call) return completeArgument(song, left);
  const dot = left.prefix.lastIndexOf('.');
  if (dot >= 0)
    return completeTransforms({ ...left, from: left.from + dot + 1, prefix: left.prefix.slice(dot + 1) });
  // A second value has no place, and neither has a unit.
  if (left.number || left.before.some(({ kind }) => kind === 'string')) return [];
  const name =
    (kind: string) =>
    (pattern: (typeof song.patterns)[number], rank: number): Completion =>
      offer(left, caret(left), 'pattern', pattern.name.name, {
        detail: [kind, patternInWords(pattern.expression)].filter(Boolean).join(', '),
        rank,
      });
  return [
    ...song.patterns.map(name('pattern')),
    ...song.progressions.map(name('progression')),
    offer(left, caret(left), 'value', silence, { detail: 'plays nothing here, and means it', rank: 900 }),
    offer(left, caret(left), 'snippet', '"…"', {
      detail: 'mini-notation',
      insert: '"$1"',
      snippet: true,
      rank: 901,
    }),
  ];
}
