// Transforms behind a dot, and what stands in their brackets: each parameter's kind says what it takes.

import { signature } from '../../../pattern/arguments.ts';
import type { Parameter, Transform } from '../../../pattern/transforms/transform.ts';
import { transformNamed, transforms } from '../../../pattern/transforms.ts';
import type { NumberParameter } from '../../../vocabulary/parameter.ts';
import { written } from '../../../vocabulary/written.ts';
import type { Completion, Reading } from '../../language.ts';
import { patternInWords } from '../in-words.ts';
import type { Left } from './left.ts';
import { caret, offer, offerValues } from './offer.ts';

/** All transforms, their arguments as tab stops. */
export const completeTransforms = (left: Left): readonly Completion[] =>
  transforms.map((transform, rank) => {
    const { name, doc, example } = transform;
    const due = transform.parameters.filter((parameter) => !mayBeLeftOut(parameter));
    const stops = due.map((parameter, i) => `\${${i + 1}:${parameter.name}}`).join(', ');
    return offer(left, caret(left), 'transform', name, {
      detail: signature(transform),
      documentation: `${doc}\n\n\`\`\`song\n${example}\n\`\`\``,
      rank,
      ...(due.length > 0 && { insert: `${name}(${stops})`, snippet: true }),
    });
  });

/** What the parameter at the caret takes. */
export function completeArgument(song: Reading['song'], left: Left): readonly Completion[] {
  const parameter = parameterAt(transformNamed(left.call?.at(-1)?.text ?? ''), left.argument);
  if (!parameter) return [];
  const words = (list: readonly string[], detail: string): readonly Completion[] =>
    left.number ? [] : list.map((label, rank) => offer(left, caret(left), 'value', label, { detail, rank }));
  switch (parameter.kind) {
    case 'choice':
      return words(parameter.choices, parameter.doc);
    case 'text':
      return words(parameter.offers, parameter.doc).map((one) =>
        // Words with a space in them are one only in quotes.
        one.label.includes(' ') ? { ...one, insert: `"${one.label}"` } : one,
      );
    case 'transform':
      return left.number ? [] : completeTransforms(left);
    case 'pattern':
      return left.number ? [] : completeMusic(song, left);
    case 'range':
      return words([parameter.default.join('..')], parameter.doc);
    case 'interval':
      return left.number
        ? units(left, ['semitones', 'cents'])
        : words(['+1', '+2', '+7st', '-12st'], parameter.doc);
    case 'time':
      return left.number
        ? units(left, ['bars', 'beats', 'seconds'])
        : words(['1/16', '1/8', '1/4', '1 beat', '1 bar', '20ms'], parameter.doc);
    case 'number': {
      if (left.number) return units(left, parameter.quantities);
      const { default: usual } = parameter;
      return usual ? words([written(usual.value, usual.quantity)], parameter.doc) : [];
    }
  }
}

const parameterAt = (transform: Transform | undefined, index: number): Parameter | undefined => {
  const last = transform?.parameters.at(-1);
  const several = last?.kind === 'pattern' && last.several ? last : undefined;
  return transform?.parameters[index] ?? several;
};

const mayBeLeftOut = (parameter: Parameter): boolean =>
  ('default' in parameter && parameter.default !== undefined) ||
  ('optional' in parameter && parameter.optional !== undefined);

const completeMusic = (song: Reading['song'], left: Left): readonly Completion[] => [
  ...[...song.patterns, ...song.progressions].map(({ name, expression }, rank) =>
    offer(left, caret(left), 'pattern', name.name, { detail: patternInWords(expression) ?? '', rank }),
  ),
  offer(left, caret(left), 'snippet', '"…"', {
    detail: 'mini-notation',
    insert: '"$1"',
    snippet: true,
    rank: 900,
  }),
];

/** The units that the figures at the caret can have. */
const units = (left: Left, quantities: readonly NumberParameter['quantity'][]): readonly Completion[] =>
  quantities.flatMap((quantity) =>
    offerValues(left, { kind: 'number', path: '', quantity, min: 0, max: 0, default: 0, doc: '' }),
  );
