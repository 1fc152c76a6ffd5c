// Exact time as plain data. The arithmetic lives in music/rational.ts.

/** An exact fraction in lowest terms: `n` any safe integer, `d` a safe integer >= 1. */
export interface Rational {
  readonly n: number;
  readonly d: number;
}
