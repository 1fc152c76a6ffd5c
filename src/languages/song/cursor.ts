// Where the parser stands: the tokens that mean something, one after the other, with the lines they start.
// Trivia is stepped over here and nowhere else; the tokens keep it.

import { isTrivia, type TokenKind, type Tokens } from './scan.ts';
import type { Leaf, SyntaxProblem } from './tree.ts';

/** Brackets and braces inside each other, and names in a row, beyond this are told of and not followed. */
export const deepest = 64;

/** More than these of one text say nothing that the first ones do not. */
const mostProblems = 500;

export interface Cursor {
  readonly text: string;
  /** Kind of the token `ahead` places from here, 0 being the next; `end` behind the last. */
  kind(ahead?: number): TokenKind | 'end';
  word(ahead?: number): string;
  /** Whether the token is the first of its line. */
  startsLine(ahead?: number): boolean;
  /** Whether the token has nothing before it in its line, not even a space. */
  atMargin(ahead?: number): boolean;
  /** Whether the token touches the one before it. */
  touches(ahead?: number): boolean;
  /** Start of the next token, or the end of the text. */
  from(): number;
  /** End of the last token taken. */
  lastEnd(): number;
  take(): Leaf;
  /** Tells of a problem; of several that start at one place only the first is kept. */
  tell(problem: SyntaxProblem): void;
  readonly problems: readonly SyntaxProblem[];
  depth: number;
}

export function cursorOver({ text, kinds, starts }: Tokens): Cursor {
  const meaningful: number[] = [];
  const lineStarts: boolean[] = [];
  let fresh = true;
  for (let i = 0; i < kinds.length; i++) {
    const kind = kinds[i]!;
    if (kind === 'newline') fresh = true;
    if (isTrivia(kind)) continue;
    meaningful.push(i);
    lineStarts.push(fresh);
    fresh = false;
  }
  const problems: SyntaxProblem[] = [];
  let at = 0;
  let lastEnd = 0;
  const start = (ahead: number): number => starts[meaningful[at + ahead] ?? kinds.length]!;
  const end = (ahead: number): number => starts[(meaningful[at + ahead] ?? kinds.length - 1) + 1]!;

  return {
    text,
    problems,
    depth: 0,
    kind: (ahead = 0) => kinds[meaningful[at + ahead] ?? -1] ?? 'end',
    word: (ahead = 0) => text.slice(start(ahead), end(ahead)),
    startsLine: (ahead = 0) => lineStarts[at + ahead] ?? true,
    atMargin: (ahead = 0) => {
      const token = meaningful[at + ahead];
      return token !== undefined && (token === 0 || kinds[token - 1] === 'newline');
    },
    touches: (ahead = 0) =>
      at + ahead > 0 && meaningful[at + ahead - 1] === (meaningful[at + ahead] ?? -1) - 1,
    from: () => start(0),
    lastEnd: () => lastEnd,
    take: () => {
      const leaf = { from: start(0), to: end(0), text: text.slice(start(0), end(0)) };
      lastEnd = leaf.to;
      at++;
      return leaf;
    },
    tell: (problem) => {
      if (problems.at(-1)?.from !== problem.from && problems.length < mostProblems) problems.push(problem);
    },
  };
}
