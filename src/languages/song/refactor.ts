// What can be done with the music at a place: each refactoring has its file in refactor/, and says nothing
// where it has nothing to offer.

import type { Range } from '../../song/origin.ts';
import type { Reading, Refactoring } from '../language.ts';
import { explicitBars } from './refactor/explicit-bars.ts';
import { extractPattern } from './refactor/extract.ts';
import { inlinePattern } from './refactor/inline.ts';
import { changeTempo } from './refactor/tempo.ts';
import { transposeNotes } from './refactor/transpose.ts';
import { makeVariation } from './refactor/variation.ts';

export function refactor(reading: Reading, range: Range): readonly Refactoring[] {
  return [extractPattern, inlinePattern, makeVariation, transposeNotes, explicitBars, changeTempo].flatMap(
    (offer) => offer(reading, range),
  );
}
