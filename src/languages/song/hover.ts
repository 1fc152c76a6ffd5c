// What stands under the pointer, in a producer's words: of everything that is known about that place,
// the narrowest. Each kind of thing has its file in hover/.

import type { Hover, Reading } from '../language.ts';
import { atomFacts } from './hover/atoms.ts';
import type { Fact } from './hover/fact.ts';
import { declaredAt } from './hover/here.ts';
import { nameFacts } from './hover/names.ts';
import { parameterFacts } from './hover/parameters.ts';
import { wordFacts } from './hover/words.ts';
import { treeAt } from './read.ts';

export function hover(reading: Reading, offset: number): Hover | undefined {
  const here = declaredAt(reading, offset);
  const facts = [
    ...atomFacts(reading, here, offset),
    ...nameFacts(reading, here),
    ...parameterFacts(reading, here),
    ...wordsAt(reading, offset),
  ].filter(({ range }) => range.from <= offset && offset <= range.to && range.to > range.from);
  // Of two that touch at the offset, the one that starts there is meant.
  facts.sort(
    (a, b) => a.range.to - a.range.from - (b.range.to - b.range.from) || b.range.from - a.range.from,
  );
  const inside = facts.filter(({ range }) => offset < range.to);
  for (const { range, tell, about } of [...inside, ...facts]) {
    const text = tell();
    if (text !== undefined)
      return { range: { from: range.from, to: range.to }, text, ...(about && { about }) };
  }
  return undefined;
}

function wordsAt(reading: Reading, offset: number): readonly Fact[] {
  const { tree, from } = treeAt(reading, offset);
  return wordFacts(tree, offset - from).map((fact) => ({
    ...fact,
    range: { from: from + fact.range.from, to: from + fact.range.to },
  }));
}
