// "Fix all": the first fix of every problem whose rule says that it is sure, as one set of edits. Fixes that
// touch the same characters take turns: the first is made, the others are found again in the text that it leaves.

import type { TextEdit } from '../song/origin.ts';
import type { Change, Problem } from '../song/problem.ts';
import { ruleNamed } from './rules.ts';

type Edit = (
  changes: readonly Change[],
) => { readonly ok: true; readonly edits: readonly TextEdit[] } | { readonly ok: false };

export interface FixedAll {
  /** Ascending, apart from each other. */
  readonly edits: readonly TextEdit[];
  /** The problems that they mend. */
  readonly fixed: readonly Problem[];
}

/**
 * @param edit  of the language, against `text`
 */
export const fixedSafely = (text: string, problems: readonly Problem[], edit: Edit): FixedAll => {
  const edits: TextEdit[] = [];
  const fixed: Problem[] = [];
  for (const problem of problems) {
    const [fix] = problem.fixes ?? [];
    if (!fix || ruleNamed(problem.rule)?.isSafeToFix !== true) continue;
    const result = edit(fix.changes);
    if (!result.ok || result.edits.length === 0) continue;
    const isFree = result.edits.every(
      ({ range }) =>
        range.to <= text.length &&
        edits.every((one) => range.to < one.range.from || one.range.to < range.from),
    );
    if (!isFree) continue;
    edits.push(...result.edits);
    fixed.push(problem);
  }
  return { edits: edits.sort((left, right) => left.range.from - right.range.from), fixed };
};
