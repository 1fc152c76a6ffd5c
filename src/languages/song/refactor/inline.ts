// Inline: the music of a pattern in the place of its name, at one use or at all of them.

import type { Range, TextEdit } from '../../../song/origin.ts';
import type { Pattern } from '../../../song/song.ts';
import type { Reading, Refactoring } from '../../language.ts';
import { remove } from '../edit/remove.ts';
import { patternNamed } from '../in-words.ts';
import { treeOf } from '../read.ts';
import { declaredAt, expressionsOf, type NameExpression, nameUseAt, written } from './music-at.ts';

export function inlinePattern(reading: Reading, range: Range): readonly Refactoring[] {
  const use = nameUseAt(reading, range);
  const pattern = use ? patternNamed(reading.song, use.name.name) : declaredAt(reading, range);
  const music = pattern && written(reading, pattern.expression);
  if (!pattern || music === undefined) return [];
  const { name } = pattern.name;
  const uses = usesOf(reading, name);
  // A pattern that uses itself has no end.
  const own = reading.origins[pattern.declaration]!;
  if (uses.some(({ from, to }) => own.from <= from && to <= own.to)) return [];
  const here = use && reading.origins[use.name.id];
  const single: readonly Refactoring[] = here
    ? [{ title: `Write out ${name} here`, kind: 'inline', edits: [{ range: here, text: music }] }]
    : [];
  const everywhere =
    uses.length > 0 && !namesInArguments(reading, name) ? all(reading, pattern, uses, music) : [];
  return [...single, ...everywhere];
}

function all(
  reading: Reading,
  pattern: Pattern,
  uses: readonly Range[],
  music: string,
): readonly Refactoring[] {
  const removed = remove(reading, treeOf(reading), pattern.declaration);
  if ('reason' in removed) return [];
  const edits: TextEdit[] = [...removed, ...uses.map((range) => ({ range, text: music }))];
  const times = uses.length === 1 ? 'where it plays' : `in all ${uses.length} places`;
  return [
    {
      title: `Write out ${pattern.name.name} ${times}, and remove it`,
      kind: 'inline',
      edits: edits.toSorted((left, right) => left.range.from - right.range.from),
    },
  ];
}

const usesOf = ({ song, origins }: Reading, name: string): readonly Range[] =>
  expressionsOf(song)
    .filter((one): one is NameExpression => one.kind === 'name' && one.name.name === name)
    .map((one) => origins[one.name.id]!);

/** Whether a transform is given the name as a word, which no notation can stand for. */
const namesInArguments = ({ song }: Reading, name: string): boolean =>
  expressionsOf(song).some(
    (one) =>
      (one.kind === 'transform' || one.kind === 'call') &&
      one.arguments.some((argument) => argument.kind === 'word' && argument.value === name),
  );
