// Places inside of a string of the program as places of the song that came out, and back: where music is written
// as text, the song's language helps in it.

import type { Range } from '../../song/origin.ts';
import type { Reading } from '../language.ts';
import type { Place } from './evaluated.ts';
import { isEvaluated } from './reading.ts';

export interface MadePlace {
  readonly made: Reading;
  /** In the text of `made`. */
  readonly offset: number;
  readonly leaf: Range & Place & { readonly content: Range };
}

/** The place in the song that came out of an offset in a literal that is copied into it; undefined elsewhere. */
export const inMade = (reading: Reading, offset: number): MadePlace | undefined => {
  const own = reading.base ?? reading;
  if (!isEvaluated(own) || !own.made || !own.evaluated.ok) return undefined;
  for (const leaf of own.evaluated.leaves) {
    const { content, literal, at } = leaf;
    if (!content || at.file > 0 || typeof literal?.value !== 'string') continue;
    if (offset < content.from || offset > content.to) continue;
    return { made: own.made, offset: leaf.from + offset - content.from, leaf: { ...leaf, content } };
  }
  return undefined;
};

/** A stretch of the song that came out, in the same literal. */
export const inProgram = ({ leaf }: MadePlace, { from, to }: Range): Range | undefined =>
  from >= leaf.from && to <= leaf.to
    ? { from: leaf.content.from + from - leaf.from, to: leaf.content.from + to - leaf.from }
    : undefined;
