// cat: patterns one after another.

import { inTurn } from '../alter.ts';
import { transform } from './transform.ts';

export const cat = transform({
  name: 'cat',
  doc: 'Plays patterns one after another, each for all the bars that it is written for: cat(verse_a, verse_b).',
  example: 'cat(bassline, "a1 e2 a2 e2")',
  parameters: [{ kind: 'pattern', name: 'patterns', doc: 'what follows', several: true }],
  standsAlone: true,
  lasts: (bars, [others]) => others.reduce((sum, other) => sum + wholeBars(other.bars), wholeBars(bars)),
  apply: (of, [others], { bars }) =>
    inTurn([
      { of, cycles: wholeBars(bars) },
      ...others.map((other) => ({ of: other.pattern, cycles: wholeBars(other.bars) })),
    ]),
});

/** A pattern of half a bar plays twice in one. */
const wholeBars = (bars: number): number => Math.max(1, Math.ceil(bars));
