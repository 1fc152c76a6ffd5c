// Exact fractions: the laws of arithmetic, and no result that is silently rounded.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import {
  add,
  compare,
  divide,
  floor,
  format,
  fromNumber,
  multiply,
  rational,
  subtract,
  toNumber,
} from '../../src/music/rational.ts';

const fraction = fc
  .tuple(fc.integer({ min: -10_000, max: 10_000 }), fc.integer({ min: 1, max: 1000 }))
  .map(([n, d]) => rational(n, d));

suite('Exact fractions', () => {
  test('stand in lowest terms, with the sign above', () => {
    const written = [rational(6, 8), rational(3, -6), rational(-0), rational(8, 4), rational(0, -5)];
    assert.deepEqual(written.map(format), ['3/4', '-1/2', '0', '2', '0']);
    assert.ok(Object.is(rational(0, -5).n, 0));
  });

  test('add up: three triplets are a half', () => {
    const triplet = rational(1, 6);
    assert.deepEqual(add(add(triplet, triplet), triplet), rational(1, 2));
  });

  test('obey the laws of arithmetic', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        assert.deepEqual(add(a, b), add(b, a));
        assert.deepEqual(subtract(add(a, b), b), a);
        assert.deepEqual(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)));
        if (b.n !== 0) assert.deepEqual(multiply(divide(a, b), b), a);
        assert.equal(Math.sign(compare(a, b)), Math.sign(subtract(a, b).n));
      }),
      { numRuns: 60 },
    );
  });

  test('go through products beyond 2^53 where the result fits again', () => {
    const [big, other] = [rational(9_007_199_254_740_881, 3), rational(1, 9_007_199_254_740_881)];
    assert.deepEqual(multiply(big, other), rational(1, 3));
    assert.deepEqual(
      subtract(add(rational(1, 94_906_267), rational(1, 94_906_249)), rational(1, 94_906_249)),
      rational(1, 94_906_267),
    );
    assert.ok(
      compare(
        rational(9_007_199_254_740_990, 9_007_199_254_740_991),
        rational(9_007_199_254_740_989, 9_007_199_254_740_990),
      ) > 0,
    );
  });

  test('refuse what does not fit rather than round it', () => {
    assert.throws(() => add(rational(1, 94_906_267), rational(1, 94_906_291)), RangeError);
    assert.throws(() => multiply(rational(9_007_199_254_740_991), rational(2)), RangeError);
    assert.throws(() => rational(1, 0), RangeError);
    assert.throws(() => rational(0.5), RangeError);
    assert.throws(() => divide(rational(1), rational(0)), RangeError);
  });

  test('know the whole number below them, the largest ones too', () => {
    const below = [rational(7, 2), rational(-1, 2), rational(4), rational(9_007_199_254_740_991, 2)];
    assert.deepEqual(below.map(floor), [3, -1, 4, 4_503_599_627_370_495]);
  });

  test('come back from decimals and thirds', () => {
    const found = [0.1, 1 / 3, 1.5, -0.0625, 0, 112, 1 / 96].map((value) => format(fromNumber(value)));
    assert.deepEqual(found, ['1/10', '1/3', '3/2', '-1/16', '0', '112', '1/96']);
    fc.assert(
      fc.property(fraction, (a) => assert.deepEqual(fromNumber(toNumber(a)), a)),
      { numRuns: 60 },
    );
  });
});
