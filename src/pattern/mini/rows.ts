// What a mini-notation text plays, as plain rows, for `codetta mini`.

import { format, rational, zero } from '../../music/rational.ts';
import type { AtomValue, Mini } from '../../song/pattern.ts';
import { type PatternEvent, query } from '../query.ts';
import { compile } from './compile.ts';

export interface MiniRow {
  /** Cycles from the start, as exact fractions: `1/3`. */
  readonly begin: string;
  readonly end: string;
  /** As it is named: `eb3`, `Am7`, `bd`. */
  readonly value: string;
  /** The pitch of a note; those of a chord from the bass up; the name of a drum hit. */
  readonly midi?: number;
  readonly midis?: readonly number[];
  readonly hit?: string;
  /** Offsets of the token in the text. */
  readonly from: number;
  readonly to: number;
}

/** The notes that begin in the first `cycles` cycles, ascending by begin. */
export const miniRows = (mini: Mini, cycles: number): readonly MiniRow[] =>
  query(compile(mini.root), zero, rational(cycles))
    .filter(({ begin, from }) => begin.n === from.n && begin.d === from.d)
    .map((event) => row(event, mini));

const row = ({ begin, end, value, source }: PatternEvent, mini: Mini): MiniRow => {
  const { from, to } = mini.places[source]!;
  return { begin: format(begin), end: format(end), ...sound(value), from, to };
};

const sound = (value: AtomValue): Pick<MiniRow, 'value' | 'midi' | 'midis' | 'hit'> => {
  switch (value.kind) {
    case 'note':
      return { value: value.name, midi: value.midi };
    case 'chord':
      return { value: value.symbol, midis: value.midi };
    case 'hit':
      return { value: value.name, hit: value.name };
  }
};
