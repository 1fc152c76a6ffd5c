// What stands behind a step: `*2`, `/3`, `@1.5`, `!4`, `(3,8,2)`, `?0.3`. Each is read right behind the one
// before; all but weight and copies, which belong to the step, wrap the node in the order written.

import { divide, one } from '../../music/rational.ts';
import type { Range } from '../../song/origin.ts';
import type { MiniNode } from '../../song/pattern.ts';
import type { Rational } from '../../song/time.ts';
import { readEuclid } from './euclid-numbers.ts';
import { limits } from './limits.ts';
import { areFew, exactly, type GroupReader, opensGroup, rounded, tooManyDecimals } from './numbers.ts';
import type { NumberRule, Reader } from './reader.ts';
import type { Token } from './scan.ts';

export interface Modified {
  readonly node: MiniNode;
  readonly weight: Rational;
  /** How many such steps; 1 where no `!` stands. */
  readonly copies: number;
}

/** Takes all modifiers that follow; those that make no sense are problems, and change nothing. */
export const readModifiers = (source: Reader, step: MiniNode, group: GroupReader): Modified => {
  let node = step;
  let weight: Rational = one;
  let copies = 1;
  for (let count = 1; isModifier(source); count += 1) {
    const sign = source.next();
    const isTooMany = count > limits.modifiers;
    if (count === limits.modifiers + 1) {
      source.problem(
        sign.from,
        sign.to,
        `A step takes at most ${limits.modifiers} of * / @ ! ? and ( ). Put it in [ ] to go on.`,
      );
    }
    if (sign.text === '!') copies += isTooMany ? 0 : copiesBehind(source, sign);
    else if (sign.text === '@' || sign.text === '_')
      weight = (!isTooMany && amountBehind(source, sign)) || weight;
    else node = isTooMany ? passed(source, sign, node, group) : wrapped(source, sign, node, group);
  }
  return { node, weight, copies: Math.min(copies, limits.count) };
};

/** The node with one modifier around it; the node itself where that makes no sense, which is told. */
const wrapped = (source: Reader, sign: Token, of: MiniNode, group: GroupReader): MiniNode => {
  const here = (): Range => ({ from: of.at.from, to: source.previousEnd });
  if (sign.text === '(') {
    tellGap(source, sign);
    const euclid = readEuclid(source, sign, group);
    if (!euclid) return of;
    return source.checked(
      'numbers' in euclid
        ? { kind: 'varied', at: here(), of, sign: '(', ...euclid }
        : { kind: 'euclid', at: here(), of, ...euclid },
    );
  }
  if (sign.text === '?') {
    tellGap(source, sign);
    const place = source.chancePlace(of.at);
    const drop = dropBehind(source, sign);
    return drop ? { kind: 'chance', at: here(), of, drop, place } : of;
  }
  if (opensGroup(source) && sign.from === source.endBeforeTaken) {
    const isFaster = sign.text === '*';
    const numbers = [source.inNumbers(amountRule(sign.text), () => group(source))];
    if (!areFew(source, here(), numbers)) return of;
    return source.checked({ kind: 'varied', at: here(), of, sign: isFaster ? '*' : '/', numbers });
  }
  const amount = amountBehind(source, sign);
  if (!amount) return of;
  const factor = sign.text === '*' ? amount : divide(one, amount);
  return source.checked({ kind: 'speed', at: here(), of, factor });
};

/** Reads a modifier that is one too many, and leaves it out. */
const passed = (source: Reader, sign: Token, node: MiniNode, group: GroupReader): MiniNode => {
  wrapped(source, sign, node, group);
  return node;
};

/**
 * How many further copies the `!` just taken asks for: one, or one less than the number behind it.
 * 0 where that number makes no sense.
 */
export const copiesBehind = (source: Reader, sign: Range): number => {
  const number = numberRightBehind(source, sign);
  if (!number) return 1;
  const count = Number(number.text);
  if (Number.isInteger(count) && count >= 1 && count <= limits.count) return count - 1;
  source.problem(
    sign.from,
    number.to,
    `! repeats a step 1 to ${limits.count} times, in whole numbers; ${number.text} is not one of these.`,
  );
  return 0;
};

/** The number behind `*`, `/`, `@` or `%`: above 0, up to the limit. */
export const amountBehind = (source: Reader, sign: Token): Rational | undefined => {
  tellGap(source, sign);
  const number = source.token;
  if (number.kind !== 'number') {
    source.problem(
      sign.from,
      sign.to,
      `${sign.text} needs a number right behind it: it ${doings[sign.text]}.`,
    );
    return undefined;
  }
  source.next();
  const reason = amountRule(sign.text).refuse(number.text);
  if (reason !== undefined) {
    source.problem(sign.from, number.to, reason);
    return undefined;
  }
  const amount = exactly(number.text);
  if (!amount) source.problem(number.from, number.to, tooManyDecimals(number.text), rounded(number.text));
  return amount;
};

export const amountRule = (sign: string): NumberRule => ({
  refuse: (written) => {
    const value = Number(written);
    if (value > 0 && value <= limits.count) return undefined;
    return value > 0
      ? `${sign}${written} is too much: the limit is ${sign}${limits.count}.`
      : `${sign} needs a number above 0; ${written} is not. Write ~ for silence.`;
  },
});

/** The chance behind a `?`: one half where no number stands. */
const dropBehind = (source: Reader, sign: Token): Rational | undefined => {
  const number = numberRightBehind(source, sign);
  if (!number) return { n: 1, d: 2 };
  const value = Number(number.text);
  if (value >= 0 && value <= 1) {
    const drop = exactly(number.text);
    if (!drop) source.problem(number.from, number.to, tooManyDecimals(number.text), rounded(number.text));
    return drop;
  }
  const share = value > 1 && value <= 100 ? `?${value / 100}` : undefined;
  source.problem(
    sign.from,
    number.to,
    `? takes the chance that the step is left out, from 0 to 1; ${number.text} is not. Write ${share ?? '?0.3'}.`,
    share,
  );
  return undefined;
};

const numberRightBehind = (source: Reader, sign: Range): Token | undefined =>
  source.token.kind === 'number' && source.token.from === sign.to ? source.next() : undefined;

/** A `!` with a space before it is a repeat of its own, and so is a `_`: the sequence reads these. */
const isModifier = (source: Reader): boolean => {
  const { kind, text, from, to } = source.token;
  if (kind !== 'sign') return false;
  if ('*/@(?'.includes(text)) return true;
  if (from !== source.previousEnd) return false;
  // As in Tidal, `c4_3` is `c4@3`.
  const { following } = source;
  return text === '!' || (text === '_' && following.kind === 'number' && following.from === to);
};

const doings: Readonly<Record<string, string>> = {
  '*': 'plays a step that many times as fast: c4*2',
  '/': 'plays a step that many times as slow: c4/2',
  '@': 'makes a step that many times as long: c4@3',
  '%': 'says how many steps a bar has: {bd sd hh}%4',
};

const tellGap = (source: Reader, sign: Token): void => {
  const before = source.endBeforeTaken;
  if (before < sign.from) {
    source.problem(before, sign.to, `Write ${sign.text} right behind its step, without a space.`, sign.text);
  }
};
