// Places of an older text in a newer one: what the editor shows while the text that sounds is behind it.

import { differenceOf } from '../song/difference.ts';
import type { Range } from '../song/origin.ts';

/**
 * A function from places in `before` to places in `after`: what lies before or behind the characters that
 * changed keeps its own; what touches them has none.
 */
export function movedRanges(before: string, after: string): (range: Range) => Range | undefined {
  const difference = differenceOf(before, after);
  if (!difference) return (range) => range;
  const { from, to: changedTo } = difference.range;
  const later = after.length - before.length;
  return (range) => {
    if (range.to <= from) return range;
    return range.from >= changedTo ? { from: range.from + later, to: range.to + later } : undefined;
  };
}
