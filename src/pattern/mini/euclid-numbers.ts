// What stands in the parentheses of a Euclid: `(3,8)`, `(3,8,2)`, `(<3 5>,8,<0 2>)`.

import { zero } from '../../music/rational.ts';
import type { MiniNode } from '../../song/pattern.ts';
import { limits } from './limits.ts';
import { areFew, type GroupReader, numberLeaf } from './numbers.ts';
import type { NumberRule, Reader } from './reader.ts';
import type { Token } from './scan.ts';

export type EuclidNumbers =
  | { readonly pulses: number; readonly steps: number; readonly rotation: number }
  | { readonly numbers: readonly MiniNode[] };

/** The numbers up to the closing parenthesis, behind the opening one just taken; undefined where they are wrong, which is told. */
export const readEuclid = (source: Reader, sign: Token, group: GroupReader): EuclidNumbers | undefined => {
  const written: (Token | MiniNode)[] = [];
  do {
    if (source.token.kind === 'number') written.push(source.next());
    else if (source.token.text === '<' || source.token.text === '[') {
      const rule = rules[Math.min(written.length, 2)]!;
      written.push(source.inNumbers(rule, () => group(source)));
    } else break;
  } while (source.take(','));
  const isWhole = (written.length === 2 || written.length === 3) && source.token.text === ')';
  skipToEnd(source);
  if (!isWhole) {
    source.problem(
      sign.from,
      source.previousEnd,
      'A Euclid is written (pulses,steps) or (pulses,steps,rotation): bd(3,8), bd(3,8,2) or bd(<3 5>,8).',
    );
    return undefined;
  }
  const plain = written.filter((one): one is Token => 'text' in one);
  if (plain.length === written.length) return plainNumbers(source, sign, plain);
  const numbers = written.map((one, index) => ('text' in one ? numberLeaf(source, one, rules[index]!) : one));
  if (numbers.length === 2) numbers.push({ kind: 'number', at: numbers[1]!.at, value: zero });
  const at = { from: sign.from, to: source.previousEnd };
  return areFew(source, at, numbers) ? { numbers } : undefined;
};

const plainNumbers = (source: Reader, sign: Token, written: readonly Token[]): EuclidNumbers | undefined => {
  const [pulses, steps, rotation = 0] = written.map(({ text }) => Number(text)) as [number, number, number?];
  const reason = refusal(pulses, steps, rotation);
  if (reason === undefined) return { pulses, steps, rotation };
  source.problem(sign.from, source.previousEnd, reason);
  return undefined;
};

const refusal = (pulses: number, steps: number, rotation: number): string | undefined => {
  if (![pulses, steps, rotation].every(Number.isInteger)) return inWholeNumbers;
  if (steps < 1 || steps > limits.count) return wrongSteps(`${steps}`);
  if (Math.abs(pulses) > steps)
    return `${pulses} pulses do not fit into ${steps} steps. Write at most ${steps}.`;
  if (Math.abs(rotation) > limits.count) return wrongRotation(`${rotation}`);
  return undefined;
};

const inWholeNumbers = 'A Euclid counts in whole numbers: bd(3,8).';
const wrongSteps = (steps: string): string => `A Euclid has 1 to ${limits.count} steps, not ${steps}.`;
const wrongRotation = (rotation: string): string =>
  `A Euclid is rotated by at most ${limits.count} steps, not ${rotation}.`;

const wholeRule = (least: number, wrong: (written: string) => string): NumberRule => ({
  refuse: (written) => {
    const value = Number(written);
    if (!Number.isInteger(value)) return inWholeNumbers;
    return value < least || value > limits.count ? wrong(written) : undefined;
  },
});

/** Of pulses, steps and rotation, each on its own. */
const rules: readonly NumberRule[] = [
  wholeRule(-limits.count, (pulses) => `A Euclid has at most ${limits.count} pulses, not ${pulses}.`),
  wholeRule(1, wrongSteps),
  wholeRule(-limits.count, wrongRotation),
];

/** Passes the closing parenthesis; a missing one ends at the next bar line, group or end. */
const skipToEnd = (source: Reader): void => {
  while (source.token.kind !== 'end' && !'|[]'.includes(source.token.text)) {
    if (source.next().text === ')') return;
  }
};
