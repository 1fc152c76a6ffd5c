// Places of an older text in a newer one: what the editor shows while the text that sounds is behind it.

import type { Range } from '../song/origin.ts';

/**
 * A function from places in `before` to places in `after`: what lies before or behind the characters that
 * changed keeps its own; what touches them has none.
 */
export function movedRanges(before: string, after: string): (range: Range) => Range | undefined {
  if (before === after) return (range) => range;
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  let end = 0;
  while (end < most - from && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const changedTo = before.length - end;
  const later = after.length - before.length;
  return (range) => {
    if (range.to <= from) return range;
    return range.from >= changedTo ? { from: range.from + later, to: range.to + later } : undefined;
  };
}
