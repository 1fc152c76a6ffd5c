// The tokens of one text while they are read: where the parser stands, which groups are open, what it
// has found so far, and what is left of the budget.

import type { Range } from '../../song/origin.ts';
import type { MiniNode } from '../../song/pattern.ts';
import { excess } from '../pattern.ts';
import { compile } from './compile.ts';
import { limits } from './limits.ts';
import type { MiniProblem } from './problem.ts';
import type { Token } from './scan.ts';

export interface Reader {
  readonly text: string;
  /** The token to be read next. */
  readonly token: Token;
  /** Where it begins. */
  readonly at: number;
  /** Where the token before it ended. */
  readonly previousEnd: number;
  /** Where the token before the one just taken ended. */
  readonly endBeforeTaken: number;
  readonly depth: number;
  readonly places: Range[];
  readonly problems: MiniProblem[];
  /** Takes the token; the end is never passed. */
  next(): Token;
  /** Takes the token if it is that sign. */
  take(sign: string): Token | undefined;
  /** Whether that sign closes a group that is open. */
  closes(sign: string): boolean;
  enter(close: string): void;
  leave(): void;
  /** Passes everything up to the end of a group whose opening was taken. */
  skipGroup(close: string): void;
  problem(from: number, to: number, message: string, instead?: string): void;
  /** The index of a new atom at that place. */
  place(at: Range): number;
  /** Counts a step; false where the text has too many, which is told once. */
  spendStep(at: Range): boolean;
  /** The node, or a rest and a problem where it asks for too much to be played. */
  checked(node: MiniNode): MiniNode;
}

/** A paste without spaces is shown by its beginning. */
const overlongWord = /\S{41,}/g;

export const reader = (text: string, tokens: readonly Token[]): Reader => {
  let index = 0;
  let steps = 0;
  const open: string[] = [];
  const places: Range[] = [];
  const problems: MiniProblem[] = [];

  const self: Reader = {
    text,
    places,
    problems,
    get token() {
      return tokens[index]!;
    },
    get at() {
      return tokens[index]!.from;
    },
    get previousEnd() {
      return index === 0 ? 0 : tokens[index - 1]!.to;
    },
    get endBeforeTaken() {
      return index < 2 ? 0 : tokens[index - 2]!.to;
    },
    get depth() {
      return open.length;
    },
    next: () => {
      const token = tokens[index]!;
      if (token.kind !== 'end') index += 1;
      return token;
    },
    take: (sign) => (self.token.kind === 'sign' && self.token.text === sign ? self.next() : undefined),
    closes: (sign) => open.includes(sign),
    enter: (close) => {
      open.push(close);
    },
    leave: () => {
      open.pop();
    },
    skipGroup: (close) => {
      const opening = close === ']' ? '[' : close === '>' ? '<' : '{';
      for (let depth = 1; depth > 0 && self.token.kind !== 'end'; ) {
        const { text: sign } = self.next();
        if (sign === opening) depth += 1;
        else if (sign === close) depth -= 1;
      }
    },
    problem: (from, to, message, instead) => {
      // Double what is told, so that those in front win when they are put in order.
      if (problems.length >= limits.problems * 2) return;
      const text = message.replace(overlongWord, (word) => `${word.slice(0, 24)}…`);
      problems.push(
        instead === undefined ? { from, to, message: text } : { from, to, message: text, instead },
      );
    },
    place: ({ from, to }) => places.push({ from, to }) - 1,
    spendStep: ({ from, to }) => {
      steps += 1;
      if (steps === limits.steps + 1) {
        self.problem(
          from,
          to,
          `This pattern has more than ${limits.steps.toLocaleString('en')} steps; the rest of it is left out. Split it into several patterns.`,
        );
      }
      return steps <= limits.steps;
    },
    checked: (node) => {
      const reason = excess(compile(node), limits.density);
      if (reason === undefined) return node;
      self.problem(node.at.from, node.at.to, reason);
      return { kind: 'rest', at: node.at };
    },
  };
  return self;
};
