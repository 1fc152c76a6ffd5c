// What another window or program has changed in the file since this text was last the file's, as an edit of this text. Pure.

import { differenceOf } from '../song/difference.ts';
import type { TextEdit } from '../song/origin.ts';
import { movedRanges } from './moved-ranges.ts';

/**
 * @param base    the text that both began with
 * @param mine    this text, with its own changes
 * @param theirs  the file as it is now
 * @returns       the edit of `mine` that brings theirs; `clash` where both changed the same characters; undefined where
 *                there is nothing to bring
 */
export function editOfOthers(base: string, mine: string, theirs: string): TextEdit | 'clash' | undefined {
  const difference = theirs === mine ? undefined : differenceOf(base, theirs);
  if (!difference) return undefined;
  const range = movedRanges(base, mine)(difference.range);
  return range ? { range, text: difference.text } : 'clash';
}
