// Parameters on their controls: how they travel, what people type, and the curves that the panel draws.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { compressor } from '../../src/vocabulary/effects/compressor.ts';
import { effects } from '../../src/vocabulary/effects.ts';
import { instruments } from '../../src/vocabulary/instruments.ts';
import type { NumberParameter, Parameter } from '../../src/vocabulary/parameter.ts';
import { levelAfter, reductionAt } from '../../webview/panel/model/dynamics.ts';
import { placeOn, readTyped, rounded, valueOn, writtenSetting } from '../../webview/panel/model/travel.ts';

const all: readonly Parameter[] = [...effects, ...instruments].flatMap(({ parameters }) => parameters);
const numbers = all.filter((parameter): parameter is NumberParameter => parameter.kind === 'number');
const named = (path: string): NumberParameter => numbers.find((parameter) => parameter.path === path)!;

suite('a parameter', () => {
  test('comes back from every place on its way', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...numbers),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (parameter, place) => {
          const value = valueOn(parameter, place);
          assert.ok(value >= parameter.min && value <= parameter.max);
          assert.equal(rounded(parameter, value), value);
          const range = parameter.max - parameter.min;
          const again = valueOn(parameter, placeOn(parameter, value));
          assert.ok(
            Math.abs(again - value) <= Math.max(1e-3 * range, Math.abs(value) * 0.02),
            `${value} came back as ${again}`,
          );
        },
      ),
    ));

  test('is read again as it is written', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...numbers),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (parameter, place) => {
          const value = valueOn(parameter, place);
          const text = writtenSetting(parameter, value);
          const read = readTyped(parameter, text, text);
          assert.ok(read !== undefined, `${text} of ${parameter.path} was not read`);
          assert.ok(
            Math.abs(read - value) <= 1e-5 * Math.max(1, Math.abs(value)),
            `${text} is ${read}, not ${value}`,
          );
        },
      ),
    ));

  test('is typed with a unit, another unit, a comma, or none', () => {
    const threshold = named('threshold');
    assert.equal(readTyped(threshold, '-7,5', '-24dB'), -7.5);
    assert.equal(readTyped(threshold, '−7.5 db', '-24dB'), -7.5);
    assert.equal(readTyped(threshold, '7 bananas', '-24dB'), undefined);
    assert.equal(readTyped(threshold, '-700', '-24dB'), -100);
    const attack = compressor.parameters.find(({ path }) => path === 'attack') as NumberParameter;
    assert.equal(readTyped(attack, '8', '3ms'), 0.008);
    assert.equal(readTyped(attack, '0.5s', '3ms'), 0.5);
    const frequency = named('frequency');
    assert.equal(readTyped(frequency, '2.4k', '100Hz'), 2400);
    assert.equal(readTyped(frequency, '300', '2.4kHz'), frequency.max < 300_000 ? frequency.max : 300_000);
    const ratio = compressor.parameters.find(({ path }) => path === 'ratio') as NumberParameter;
    assert.equal(readTyped(ratio, '4', '3:1'), 4);
    assert.equal(readTyped(ratio, '4:1', '3:1'), 4);
  });
});

suite('the curve of a compressor', () => {
  const dynamics = { threshold: -24, ratio: 4, knee: 0, makeup: 0 };
  test('leaves what is soft, and turns down what is loud by its ratio', () => {
    assert.equal(reductionAt(dynamics, -30), 0);
    assert.ok(Math.abs(reductionAt(dynamics, 0) - 18) < 1e-9);
    assert.ok(Math.abs(levelAfter({ ...dynamics, makeup: 3 }, -4) - (-24 + 5 + 3)) < 1e-9);
  });
  test('bends without a corner', () =>
    fc.assert(
      fc.property(
        fc.double({ min: -60, max: 6, noNaN: true }),
        fc.integer({ min: 0, max: 40 }),
        (db, knee) => {
          const step = reductionAt({ ...dynamics, knee }, db + 0.01) - reductionAt({ ...dynamics, knee }, db);
          assert.ok(step >= -1e-9 && step <= 0.0076);
        },
      ),
    ));
});
