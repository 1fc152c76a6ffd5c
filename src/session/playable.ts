// When a new text may sound: what keeps the last good song playing instead.
// A note out of range or out of key is music, and plays as written. A text that can't be read, or that
// names what is not there, would drop a part out of the mix in the middle of a bar: it waits.

import type { Problem } from '../song/problem.ts';
import type { Timeline } from '../timeline/timeline.ts';

/** Rules of things that are not there: the reading's own, names, and routes of the mixer. */
const missingThings: ReadonlySet<string> = new Set(['SYN', 'ARR1', 'MIX7', 'HYG4']);

/** The errors that hold a text back while another song is playing. */
export const holdingBack = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter((problem) => problem.severity === 'error' && missingThings.has(problem.rule));

/** Whether there is anything to play at all. */
export const hasMusic = (timeline: Timeline): boolean => timeline.bars > 0;
