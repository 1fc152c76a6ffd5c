// Where a pattern stands: the song's patterns and progressions, `silence`, transforms behind a dot and
// what stands in their brackets.

import { signature } from '../../../pattern/arguments.ts';
import { transformNamed, transforms } from '../../../pattern/transforms.ts';
import type { Completion, Reading } from '../../language.ts';
import { patternInWords } from '../in-words.ts';
import { silence } from '../lower/expression.ts';
import type { Left } from './left.ts';
import { caret, offer } from './offer.ts';

export function completePatterns({ song }: Reading, left: Left): readonly Completion[] {
  if (left.call) return completeArgument(left);
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

const completeTransforms = (left: Left): readonly Completion[] =>
  transforms.map((transform, rank) => {
    const { name, doc, example, parameters } = transform;
    const stops = parameters.map((parameter, i) => `\${${i + 1}:${parameter.name}}`).join(', ');
    return offer(left, caret(left), 'transform', name, {
      detail: signature(transform),
      documentation: `${doc}\n\n\`\`\`song\n${example}\n\`\`\``,
      rank,
      ...(parameters.length > 0 && { insert: `${name}(${stops})`, snippet: true }),
    });
  });

/** Where a transform takes another by its name, those that stand alone. */
function completeArgument(left: Left): readonly Completion[] {
  const transform = transformNamed(left.call?.at(-1)?.text ?? '');
  if (transform?.parameters[left.argument]?.kind !== 'transform') return [];
  return transforms
    .filter(({ parameters }) => parameters.length === 0)
    .map(({ name, doc }, rank) => offer(left, caret(left), 'transform', name, { detail: doc, rank }));
}
