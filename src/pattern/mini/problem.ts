// What reading mini-notation gives: its tree, and what is wrong with the text.

import type { Range } from '../../song/origin.ts';
import type { Mini } from '../../song/pattern.ts';

export interface MiniProblem extends Range {
  readonly message: string;
  /** What to write in place of the characters, where that can be said. */
  readonly instead?: string;
}

export interface MiniReading {
  readonly mini: Mini;
  /** Ascending by place. */
  readonly problems: readonly MiniProblem[];
}
