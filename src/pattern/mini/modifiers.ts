// What stands behind a step: `*2`, `/3`, `@1.5`, `!4`, `(3,8,2)`. Each is read right behind the one
// before; speed and Euclid wrap the node in the order written, weight and copies belong to the step.

import { divide, one, rational } from '../../music/rational.ts';
import type { Range } from '../../song/origin.ts';
import type { MiniNode } from '../../song/pattern.ts';
import type { Rational } from '../../song/time.ts';
import { limits } from './limits.ts';
import type { Reader } from './reader.ts';
import type { Token } from './scan.ts';

export interface Modified {
  readonly node: MiniNode;
  readonly weight: Rational;
  /** How many such steps; 1 where no `!` stands. */
  readonly copies: number;
}

/** Takes all modifiers that follow; those that make no sense are problems, and change nothing. */
export const readModifiers = (source: Reader, step: MiniNode): Modified => {
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
        `A step takes at most ${limits.modifiers} of * / @ ! and ( ). Put it in [ ] to go on.`,
      );
    }
    if (sign.text === '!') {
      copies += isTooMany ? 0 : copiesBehind(source, sign);
      continue;
    }
    const wrap = sign.text === '(' ? euclidBehind(source, sign) : amountBehind(source, sign);
    if (!wrap || isTooMany) continue;
    if ('steps' in wrap)
      node = source.checked({ kind: 'euclid', at: upToHere(source, node), of: node, ...wrap });
    else if (sign.text === '@') weight = wrap;
    else
      node = source.checked({
        kind: 'speed',
        at: upToHere(source, node),
        of: node,
        factor: sign.text === '*' ? wrap : divide(one, wrap),
      });
  }
  return { node, weight, copies: Math.min(copies, limits.count) };
};

/**
 * How many further copies the `!` just taken asks for: one, or one less than the number behind it.
 * 0 where that number makes no sense.
 */
export const copiesBehind = (source: Reader, sign: Range): number => {
  const number = source.token;
  if (number.kind !== 'number' || number.from !== sign.to) return 1;
  source.next();
  const count = Number(number.text);
  if (Number.isInteger(count) && count >= 1 && count <= limits.count) return count - 1;
  source.problem(
    sign.from,
    number.to,
    `! repeats a step 1 to ${limits.count} times, in whole numbers; ${number.text} is not one of these.`,
  );
  return 0;
};

/** A `!` with a space before it is a repeat of its own, which the sequence reads. */
const isModifier = (source: Reader): boolean => {
  const { kind, text, from } = source.token;
  if (kind !== 'sign') return false;
  return '*/@('.includes(text) || (text === '!' && from === source.previousEnd);
};

const upToHere = (source: Reader, node: MiniNode): Range => ({ from: node.at.from, to: source.previousEnd });

const doings: Readonly<Record<string, string>> = {
  '*': 'plays a step that many times as fast: c4*2',
  '/': 'plays a step that many times as slow: c4/2',
  '@': 'makes a step that many times as long: c4@3',
};

/** The number behind `*`, `/` or `@`: above 0, up to the limit. */
const amountBehind = (source: Reader, sign: Token): Rational | undefined => {
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
  const value = Number(number.text);
  if (value > 0 && value <= limits.count) {
    const [whole, decimals = ''] = number.text.split('.');
    if (decimals.length <= limits.decimals) return rational(Number(whole + decimals), 10 ** decimals.length);
    source.problem(
      number.from,
      number.to,
      `${number.text} has too many decimals: at most ${limits.decimals} are counted. Round it.`,
      `${Number(value.toFixed(limits.decimals))}`,
    );
    return undefined;
  }
  source.problem(
    sign.from,
    number.to,
    value > 0
      ? `${sign.text}${number.text} is too much: the limit is ${sign.text}${limits.count}.`
      : `${sign.text} needs a number above 0; ${number.text} is not. Write ~ for silence.`,
  );
  return undefined;
};

interface Euclid {
  readonly pulses: number;
  readonly steps: number;
  readonly rotation: number;
}

/** `3,8)` or `3,8,2)` behind the `(` just taken. */
const euclidBehind = (source: Reader, sign: Token): Euclid | undefined => {
  tellGap(source, sign);
  const numbers: number[] = [];
  do {
    if (source.token.kind !== 'number') break;
    numbers.push(Number(source.next().text));
  } while (source.take(','));
  const isWritten = (numbers.length === 2 || numbers.length === 3) && source.token.text === ')';
  skipToEnd(source);
  if (!isWritten) {
    source.problem(
      sign.from,
      source.previousEnd,
      'A Euclid is written (pulses,steps) or (pulses,steps,rotation), in plain numbers: bd(3,8) or bd(3,8,2).',
    );
    return undefined;
  }
  const [pulses, steps, rotation = 0] = numbers as [number, number, number?];
  const reason = refusal(pulses, steps, rotation);
  if (reason === undefined) return { pulses, steps, rotation };
  source.problem(sign.from, source.previousEnd, reason);
  return undefined;
};

const refusal = (pulses: number, steps: number, rotation: number): string | undefined => {
  if (![pulses, steps, rotation].every(Number.isInteger)) return 'A Euclid counts in whole numbers: bd(3,8).';
  if (steps < 1 || steps > limits.count) return `A Euclid has 1 to ${limits.count} steps, not ${steps}.`;
  if (Math.abs(pulses) > steps)
    return `${pulses} pulses do not fit into ${steps} steps. Write at most ${steps}.`;
  if (Math.abs(rotation) > limits.count)
    return `A Euclid is rotated by at most ${limits.count} steps, not ${rotation}.`;
  return undefined;
};

/** Passes the closing parenthesis; a missing one ends at the next bar line, group or end. */
const skipToEnd = (source: Reader): void => {
  while (source.token.kind !== 'end' && !'|[]'.includes(source.token.text)) {
    if (source.next().text === ')') return;
  }
};

const tellGap = (source: Reader, sign: Token): void => {
  const before = source.endBeforeTaken;
  if (before < sign.from) {
    source.problem(before, sign.to, `Write ${sign.text} right behind its step, without a space.`, sign.text);
  }
};
