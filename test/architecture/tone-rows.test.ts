// Every parameter of every instrument is moved in the table beside Tone.js, or named with the reason why not: whoever adds
// one adds its row. That the two sound alike is test/sound/voices/against-tone.test.ts.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { instruments } from '../../src/vocabulary/instruments.ts';
import { choiceNumber, type Parameter } from '../../src/vocabulary/parameter.ts';
import { notCompared, rows } from '../sound/voices/against-tone.ts';

const isNamed = (path: string): boolean => notCompared.some(({ paths }) => paths.test(path));

/** Whether any row sets it to another value than the one it comes with. */
const isMoved = (instrument: string, parameter: Parameter): boolean =>
  rows.some((row) => {
    const value = row.instrument === instrument ? row.settings[parameter.path] : undefined;
    if (value === undefined) return false;
    return parameter.kind === 'list' || value !== parameter.default;
  });

const parameters = instruments.flatMap(({ name, parameters: own }) =>
  own.map((parameter) => ({ name, parameter, path: `${name}.${parameter.path}` })),
);

suite('the table of the instruments beside Tone.js', () => {
  test('moves every parameter of every instrument, or names why it does not', () => {
    const missing = parameters.filter(
      ({ name, parameter, path }) => !isMoved(name, parameter) && !isNamed(path),
    );
    assert.deepEqual(
      missing.map(({ path }) => path),
      [],
    );
  });

  test('names nothing as left out that it moves, or that no instrument has', () => {
    const moved = parameters.filter(({ name, parameter, path }) => isMoved(name, parameter) && isNamed(path));
    assert.deepEqual(
      moved.map(({ path }) => path),
      [],
    );
    for (const { paths, says } of notCompared)
      assert.ok(
        parameters.some(({ path }) => paths.test(path)),
        says,
      );
  });

  test('sets nothing that the instrument does not have', () => {
    for (const { name, instrument, settings } of rows)
      for (const [path, value] of Object.entries(settings)) {
        const found = parameters.find((one) => one.path === `${instrument}.${path}`)?.parameter;
        assert.ok(found, `${name}: ${path}`);
        if (found.kind === 'choice')
          assert.notEqual(choiceNumber(found, String(value)), undefined, `${name}: ${path} ${value}`);
      }
  });
});
