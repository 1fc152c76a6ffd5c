// Exact fractions: the arithmetic of musical time.
// Plain safe integers where they are enough, BigInt for an intermediate product that is not; a result
// that does not fit is a RangeError, never a rounded number.

import type { Rational } from '../song/time.ts';

/**
 * The fraction n/d in lowest terms with a positive denominator.
 * @throws RangeError unless both are safe integers and d is not 0: a caller's bug, never a user's
 */
export const rational = (n: number, d = 1): Rational => {
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d) || d === 0) {
    throw new RangeError(`not a fraction of safe integers: ${n}/${d}`);
  }
  const divisor = gcd(Math.abs(n), Math.abs(d)) * (d < 0 ? -1 : 1);
  // Adding 0 turns -0 into 0, so that equal fractions are equal data.
  return { n: n / divisor + 0, d: d / divisor };
};

export const zero: Rational = { n: 0, d: 1 };
export const one: Rational = { n: 1, d: 1 };

/** a + b, exact. @throws RangeError where the reduced sum does not fit */
export const add = (a: Rational, b: Rational): Rational => {
  const n = a.n * b.d + b.n * a.d;
  const d = a.d * b.d;
  if (isExact(a.n * b.d) && isExact(b.n * a.d) && isExact(n) && isExact(d)) return rational(n, d);
  return fromBig(BigInt(a.n) * BigInt(b.d) + BigInt(b.n) * BigInt(a.d), BigInt(a.d) * BigInt(b.d));
};

/** a - b, exact. @throws RangeError where the reduced difference does not fit */
export const subtract = (a: Rational, b: Rational): Rational => add(a, { n: -b.n + 0, d: b.d });

/** a * b, exact. @throws RangeError where the reduced product does not fit */
export const multiply = (a: Rational, b: Rational): Rational => {
  const n = a.n * b.n;
  const d = a.d * b.d;
  return isExact(n) && isExact(d)
    ? rational(n, d)
    : fromBig(BigInt(a.n) * BigInt(b.n), BigInt(a.d) * BigInt(b.d));
};

/** a / b, exact. @throws RangeError where b is 0 or the reduced quotient does not fit */
export const divide = (a: Rational, b: Rational): Rational => {
  if (b.n === 0) throw new RangeError('division by zero');
  return multiply(a, b.n < 0 ? { n: -b.d, d: -b.n } : { n: b.d, d: b.n });
};

/** Negative, zero or positive as a is before, at or after b. */
export const compare = (a: Rational, b: Rational): number => {
  const left = a.n * b.d;
  const right = b.n * a.d;
  if (isExact(left) && isExact(right)) return left - right;
  const difference = BigInt(a.n) * BigInt(b.d) - BigInt(b.n) * BigInt(a.d);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

export const equal = (a: Rational, b: Rational): boolean => a.n === b.n && a.d === b.d;

/** The greatest integer that is not after a. */
export const floor = (a: Rational): number => {
  const quotient = Math.floor(a.n / a.d);
  // The division of large integers may round up to the integer above.
  return isExact(quotient * a.d) && quotient * a.d > a.n ? quotient - 1 : quotient;
};

/** The nearest float; exact arithmetic ends here. */
export const toNumber = (a: Rational): number => a.n / a.d;

/** `33/4`, or `8` where it is whole. */
export const format = (a: Rational): string => (a.d === 1 ? `${a.n}` : `${a.n}/${a.d}`);

/**
 * The simplest fraction within a float's own precision of `value`, up to a denominator: 0.1 is 1/10,
 * 0.3333333333333333 is 1/3. For numbers that were written as decimals or divided once.
 * @throws RangeError unless `value` is finite and a safe magnitude
 */
export const fromNumber = (value: number, largestDenominator = 1_000_000): Rational => {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
    throw new RangeError(`not a fraction: ${value}`);
  // Continued fractions: each round gives the best approximation with a larger denominator.
  let [n0, d0, n1, d1] = [0, 1, 1, 0];
  let rest = value;
  for (let round = 0; round < 40; round += 1) {
    const whole = Math.floor(rest);
    const n = whole * n1 + n0;
    const d = whole * d1 + d0;
    if (d > largestDenominator || !isExact(n)) break;
    [n0, d0, n1, d1] = [n1, d1, n, d];
    if (n / d === value || rest === whole) break;
    rest = 1 / (rest - whole);
  }
  return rational(n1, d1);
};

/** Greatest common divisor of two integers >= 0; gcd(0, n) is n. */
export const gcd = (a: number, b: number): number => {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
};

/** Least common multiple of two integers >= 1; not safe beyond 2^53, which callers test against a limit. */
export const lcm = (a: number, b: number): number => (a / gcd(a, b)) * b;

const isExact = Number.isSafeInteger;

const fromBig = (n: bigint, d: bigint): Rational => {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  const [reducedN, reducedD] = [Number(n / a), Number(d / a)];
  if (!isExact(reducedN) || !isExact(reducedD))
    throw new RangeError(`the fraction ${n / a}/${d / a} is beyond safe integers`);
  return { n: reducedN, d: reducedD };
};
