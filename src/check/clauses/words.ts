// Notes and places as clauses name them.

import { toNumber } from '../../music/rational.ts';
import { inProse, spelledFrom } from '../../music/spelling.ts';
import type { Note, Timeline } from '../../timeline/timeline.ts';

/** `E1`, `G#3`. */
export const nameOfMidi = (midi: number): string => inProse(spelledFrom(midi, undefined, undefined));

/** `bar 12 (chorus)`. */
export const placeOf = (start: Note['start'], timeline: Timeline): string => {
  const bar = Math.floor(toNumber(start));
  const section = timeline.sections.find((one) => bar >= one.bar && bar < one.bar + one.bars);
  return `bar ${bar + 1}${section ? ` (${section.name})` : ''}`;
};
