// The notes of a pattern as a piano roll shows them, and what can be changed there.
// A roll knows bars and words of mini-notation; pixels, keys and undo belong to whoever draws it.

import { compare, equal, rational } from '../../music/rational.ts';
import type { AtomValue, Mini, MiniNode } from '../../song/pattern.ts';
import type { Rational } from '../../song/time.ts';
import { innerNodes } from '../../song/walk.ts';
import { compile } from '../mini/compile.ts';
import { cycles, query } from '../query.ts';

export interface RollNote {
  /** In bars from the pattern's start. */
  readonly begin: Rational;
  readonly end: Rational;
  /** As mini-notation writes it: `c4`, `bd:2`, `Am7`, `-1`. */
  readonly word: string;
  readonly value: AtomValue;
  /** Index of the atom that plays it; one atom may play several notes (`c4*2`). */
  readonly atom: number;
}

export interface Roll {
  /** After how many bars the pattern begins anew. */
  readonly bars: number;
  /** Ascending by begin. */
  readonly notes: readonly RollNote[];
}

export type RollReading =
  | { readonly ok: true; readonly roll: Roll }
  | { readonly ok: false; readonly reason: string };

/** Longer ones are generated; their roll would be no picture. */
const mostBars = 64;

/** The roll of a pattern, or why it has none that could be edited. */
export const rollOf = (mini: Mini): RollReading => {
  const chance = chanceIn(mini.root);
  if (chance)
    return {
      ok: false,
      reason: `There is chance in this pattern (${mini.text.slice(chance.at.from, chance.at.to).slice(0, 24)}): it plays other notes each time. Edit its text.`,
    };
  const pattern = compile(mini.root);
  const bars = cycles(pattern);
  if (bars === undefined || bars > mostBars)
    return {
      ok: false,
      reason: `This pattern comes round after ${bars === undefined ? 'too many' : bars} bars; a roll of up to ${mostBars} can be edited. Edit its text.`,
    };
  const notes = query(pattern, rational(0), rational(bars))
    .filter(({ begin, from }) => equal(begin, from))
    .map(({ begin, end, value, source }) => ({ begin, end, value, atom: source, word: wordOf(value) }))
    .sort((a, b) => compare(a.begin, b.begin));
  return { ok: true, roll: { bars, notes } };
};

const chanceIn = (node: MiniNode): MiniNode | undefined => {
  if (node.kind === 'chance' || node.kind === 'choice') return node;
  for (const inner of innerNodes(node)) {
    const found = chanceIn(inner);
    if (found) return found;
  }
  return undefined;
};

/** As mini-notation writes it. */
const wordOf = (value: AtomValue): string => {
  if (value.kind === 'chord') return value.symbol;
  return value.kind === 'hit' && value.sample ? `${value.name}:${value.sample}` : value.name;
};
