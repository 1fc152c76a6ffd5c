// The tree of a `.song` text: statements, blocks, entries and values, each with its place.
// The grammar here is only shape; what a keyword or a property means is the lowering's business, so
// that words of later versions already parse. Trivia stays in the tokens: tokens -> text is the identity.

import type { Range } from '../../song/origin.ts';
import type { Tokens } from './scan.ts';

export interface Tree {
  readonly text: string;
  readonly tokens: Tokens;
  readonly statements: readonly Statement[];
  readonly problems: readonly SyntaxProblem[];
}

/** What the parser found wrong. `insert` is what would mend it, put at the end of the range. */
export interface SyntaxProblem extends Range {
  readonly message: string;
  readonly mend?: { readonly title: string; readonly at: number; readonly text: string };
}

/** `keyword head = body { block } tail`, a section's with clauses for its tail; all but the keyword may be absent. */
export interface Statement extends Range {
  readonly kind: 'statement';
  /** Absent where the line starts with something else than a word. */
  readonly keyword?: Leaf | undefined;
  readonly head: readonly ValueNode[];
  readonly equals?: Leaf | undefined;
  readonly body: readonly ValueNode[];
  readonly block?: Block | undefined;
  /** What stands behind the block: `from "./drums.song"`. */
  readonly tail: readonly ValueNode[];
  /** Behind a section's first block: `without { pad }`. */
  readonly clauses: readonly Clause[];
}

/** Words and the block that they are about. */
export interface Clause extends Range {
  readonly words: readonly ValueNode[];
  readonly block?: Block | undefined;
}

/** The blocks of a statement, in the order of the text. */
export const blocksOf = ({ block, clauses }: Statement): readonly Block[] =>
  block ? [block, ...clauses.flatMap((clause) => clause.block ?? [])] : [];

/** `{ entries }`; without `close` where the text ends first. */
export interface Block extends Range {
  readonly kind: 'block';
  readonly open: Leaf;
  readonly entries: readonly Entry[];
  readonly close?: Leaf | undefined;
}

/** What stands between commas or line ends of a block: `head: body`, `head: { block }`, or `head` alone. */
export interface Entry extends Range {
  readonly kind: 'entry';
  readonly head: readonly ValueNode[];
  readonly colon?: Leaf | undefined;
  readonly body: readonly ValueNode[];
  readonly block?: Block | undefined;
  /** The comma behind it. */
  readonly comma?: Leaf | undefined;
}

/** A single token with meaning. */
export interface Leaf extends Range {
  readonly text: string;
}

export type ValueNode =
  /** A number with its unit, also a spaced one: `8 bars`. */
  | (Leaf & { readonly kind: 'number' })
  /** With its quotes. */
  | (Leaf & { readonly kind: 'string' })
  /** `level`, `filter.Q`, `verse_p.chords`. */
  | (Range & { readonly kind: 'path'; readonly words: readonly Leaf[] })
  /** `B0..G3`. */
  | (Range & { readonly kind: 'range'; readonly low: ValueNode; readonly high?: ValueNode | undefined })
  | CallNode
  /** `chorus*2`. */
  | (Range & { readonly kind: 'repeat'; readonly of: ValueNode; readonly count?: ValueNode | undefined })
  /** `| Am7 | Fmaj7 |`, read as mini-notation later. */
  | (Leaf & { readonly kind: 'chart' })
  /** A token out of place; the parser has told of it. */
  | (Leaf & { readonly kind: 'stray' });

/** `name(a, b)`, or `of.name(a, b)`; without parentheses where only a name follows the dot. */
export interface CallNode extends Range {
  readonly kind: 'call';
  readonly of?: ValueNode | undefined;
  readonly name: Leaf;
  readonly open?: Leaf | undefined;
  /** Each argument is what stands between two commas. */
  readonly arguments: readonly (readonly ValueNode[])[];
}
