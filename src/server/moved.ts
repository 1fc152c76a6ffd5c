// Where characters of an older text stand in a newer one, as long as their lines are as they were.

import type { Range } from '../song/origin.ts';

/**
 * Between two texts lies one edit: what they do not have in common at both ends.
 * @returns the range in `after`; undefined where the edit touches a line that the range stands on
 */
export const moved = ({ from, to }: Range, before: string, after: string): Range | undefined => {
  if (before === after) return { from, to };
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++;
  const end = before.length - same;
  const lineStart = before.lastIndexOf('\n', from - 1) + 1;
  const lineEnd = before.indexOf('\n', to) < 0 ? before.length : before.indexOf('\n', to);
  if (lineEnd < start) return { from, to };
  const shift = after.length - before.length;
  return lineStart >= end ? { from: from + shift, to: to + shift } : undefined;
};
