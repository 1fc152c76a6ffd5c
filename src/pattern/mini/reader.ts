// The tokens of one text while they are read: where the parser stands, which groups are open, what it
// has found so far, and what is left of the budget.

import type { Range } from '../../song/origin.ts';
import type { MiniNode, SoundName } from '../../song/pattern.ts';
import { textPlace } from '../chance.ts';
import { excess } from '../pattern.ts';
import { compile } from './compile.ts';
import { limits } from './limits.ts';
import type { MiniProblem } from './problem.ts';
import type { Token } from './scan.ts';

/** What numbers must be where they stand in place of notes, as in `bd*<2 3>`. */
export interface NumberRule {
  /** What is wrong with a number, in a musician's words; undefined where it is right. */
  refuse(written: string): string | undefined;
}

export interface Reader {
  readonly text: string;
  /** The token to be read next. */
  readonly token: Token;
  /** The one behind it. */
  readonly following: Token;
  /** Where it begins. */
  readonly at: number;
  /** Where the token before it ended. */
  readonly previousEnd: number;
  /** Where the token before the one just taken ended. */
  readonly endBeforeTaken: number;
  readonly depth: number;
  readonly places: Range[];
  readonly problems: MiniProblem[];
  /** Atoms that name sounds of a song. */
  readonly sounds: SoundName[];
  /** Set where numbers are read in place of notes. */
  readonly numbers: NumberRule | undefined;
  /** Holds and tied notes that have been read. */
  readonly ties: readonly Range[];
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
  /** Counts a hold or a tied note. */
  tie(at: Range): void;
  /** Reads something in which numbers stand in place of notes. */
  inNumbers<Result>(rule: NumberRule, read: () => Result): Result;
  /**
   * What sets the chance of a step apart from all others: its text, and how often that has come before.
   * So an edit elsewhere in the pattern leaves its draws as they were.
   */
  chancePlace(at: Range): number;
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
  const sounds: SoundName[] = [];
  const ties: Range[] = [];
  const sameChances = new Map<string, number>();
  let numbers: NumberRule | undefined;

  const self: Reader = {
    text,
    places,
    problems,
    sounds,
    ties,
    get numbers() {
      return numbers;
    },
    get token() {
      return tokens[index]!;
    },
    get following() {
      return tokens[Math.min(index + 1, tokens.length - 1)]!;
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
    tie: ({ from, to }) => {
      ties.push({ from, to });
    },
    inNumbers: (rule, read) => {
      const outer = numbers;
      numbers = rule;
      const result = read();
      numbers = outer;
      return result;
    },
    chancePlace: ({ from, to }) => {
      const written = text.slice(from, to);
      const before = sameChances.get(written) ?? 0;
      sameChances.set(written, before + 1);
      return textPlace(`${written} ${before}`);
    },
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
