// Numbers behind signs: `*1.5`, `@3`, `(3,8,2)`; plain, or patterns of numbers such as `<3 5>`.

import { rational } from '../../music/rational.ts';
import type { Range } from '../../song/origin.ts';
import type { MiniNode } from '../../song/pattern.ts';
import type { Rational } from '../../song/time.ts';
import { numbersIn } from './compile.ts';
import { limits } from './limits.ts';
import type { NumberRule, Reader } from './reader.ts';
import type { Token } from './scan.ts';

/** Reads a group from its opening sign, which is the next token. */
export type GroupReader = (source: Reader) => MiniNode;

/** The exact value of a number as written; undefined where it has too many decimals to be counted. */
export const exactly = (written: string): Rational | undefined => {
  const [whole = '', decimals = ''] = written.split('.');
  return decimals.length <= limits.decimals
    ? rational(Number(whole + decimals), 10 ** decimals.length)
    : undefined;
};

/** The rounded number, where one has too many decimals. */
export const rounded = (written: string): string => `${Number(Number(written).toFixed(limits.decimals))}`;

export const tooManyDecimals = (written: string): string =>
  `${written} has too many decimals: at most ${limits.decimals} are counted. Round it.`;

/** A leaf of a pattern of numbers; a rest where the number makes no sense, which is told. */
export const numberLeaf = (source: Reader, token: Token, rule: NumberRule): MiniNode => {
  const at = { from: token.from, to: token.to };
  const reason = token.kind === 'number' ? rule.refuse(token.text) : 'A number stands here, or ~ for none.';
  const value = reason === undefined ? exactly(token.text) : undefined;
  if (value) return { kind: 'number', at, value };
  source.problem(at.from, at.to, reason ?? tooManyDecimals(token.text));
  return { kind: 'rest', at };
};

/** Whether the next token opens a group of numbers, right behind what was read before. */
export const opensGroup = ({ token, previousEnd }: Reader): boolean =>
  token.kind === 'sign' && (token.text === '<' || token.text === '[') && token.from === previousEnd;

/**
 * Whether what was read can be played: a pattern of numbers goes through so many combinations at most.
 * Told on `at` where not.
 */
export const areFew = (source: Reader, at: Range, numbers: readonly MiniNode[]): boolean => {
  const combinations = numbers.reduce((count, node) => count * Math.max(1, numbersIn(node).length), 1);
  if (combinations <= limits.variants) return true;
  source.problem(
    at.from,
    at.to,
    `These numbers make ${combinations.toLocaleString('en')} combinations; a step goes through ${limits.variants} at most. Use fewer numbers.`,
  );
  return false;
};
