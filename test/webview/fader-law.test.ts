import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import {
  dbAt,
  dbOf,
  gainOf,
  heldDb,
  highestDb,
  lowestDb,
  placeOf,
} from '../../webview/panel/model/fader-law.ts';

suite('the fader', () => {
  test('rises all the way, from its lowest to its highest level', () => {
    assert.equal(dbAt(0), lowestDb);
    assert.equal(dbAt(1), highestDb);
    for (let step = 1; step <= 200; step++)
      assert.ok(dbAt(step / 200) > dbAt((step - 1) / 200), `at ${step / 200}`);
  });

  test('gives back the level it was put to, to a tenth of a dB', () => {
    fc.assert(
      fc.property(fc.integer({ min: lowestDb * 10, max: highestDb * 10 }), (tenths) => {
        assert.equal(dbAt(placeOf(tenths / 10)), tenths / 10 + 0);
      }),
    );
  });

  test('gives the range where mixes are made more than half its travel', () => {
    assert.ok(placeOf(highestDb) - placeOf(-14) > 0.5);
  });

  test('holds what is out of reach at its ends, and never writes minus zero', () => {
    assert.equal(placeOf(-100), 0);
    assert.equal(placeOf(12), 1);
    assert.equal(heldDb(-0.04), 0);
    assert.ok(Object.is(heldDb(-0.04), 0));
  });

  test('and gain agree', () => {
    assert.equal(gainOf(0), 1);
    assert.ok(Math.abs(dbOf(gainOf(-7.5)) + 7.5) < 1e-12);
    assert.equal(dbOf(0), Number.NEGATIVE_INFINITY);
  });
});
