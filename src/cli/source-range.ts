// The characters of an id, as the verbs' JSON says them.

import type { SourceId } from '../song/origin.ts';
import type { Place } from './lines.ts';
import type { Look } from './look.ts';

export interface SourceRange {
  readonly from: Place;
  /** Behind the last character. */
  readonly to: Place;
}

export const rangeOf = ({ reading, lines }: Look, id: SourceId): SourceRange => {
  const { from, to } = reading.origins[id] ?? { from: 0, to: 0 };
  return { from: lines.placeOf(from), to: lines.placeOf(to) };
};
