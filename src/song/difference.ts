// Two versions of a text as the one edit between them: the characters that differ, and no others.

import type { TextEdit } from './origin.ts';

/** The edit that makes `after` of `before`; undefined where they are equal. */
export const differenceOf = (before: string, after: string): TextEdit | undefined => {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < most - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  return { range: { from, to: before.length - same }, text: after.slice(from, after.length - same) };
};
