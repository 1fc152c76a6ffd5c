// The core's effects beside Tone.js's own, the same sound through both, in headless Chromium.
// What is compared and how far apart it may be is in against-tone.ts. CODETTA_FIGURES=1 prints what is measured.

import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { effects } from '../../../src/vocabulary/effects.ts';
import { slotDefault } from '../../../src/vocabulary/layout.ts';
import { levelDb } from '../voices/measure.ts';
import { comparisons, notCompared } from './against-tone.ts';
import { differences } from './compare.ts';
import { CoreEffect } from './core-effects.ts';
import { ToneEffects, toneEffect } from './tone-effects.ts';

suite('the effects beside Tone.js', () => {
  let tone: ToneEffects;

  suiteSetup(async () => {
    tone = await ToneEffects.open();
  });

  suiteTeardown(() => tone?.close());

  for (const row of comparisons) {
    const settings = Object.entries(row.settings).map(([path, value]) => `${path} ${value}`);
    const name = `${row.effect}, ${settings.join(', ') || 'as it comes'}: ${row.says}`;
    test(name, async () => {
      const sound = row.sound();
      const given = toneEffect(row.effect, row.settings);
      const response = row.response?.();
      const theirs = await tone.render(
        { type: row.tone?.type ?? given.type, options: { ...given.options, ...row.tone?.options } },
        sound,
        48000,
        response,
      );
      const effect = await CoreEffect.fresh(row.effect, { ...row.settings, ...row.ours });
      if (response) effect.load(response);
      const found = differences(theirs, effect.render(sound), effect.latency - (row.late ?? 0), row);
      if (process.env['CODETTA_FIGURES'])
        console.log(
          `      ${JSON.stringify(found.level)} ${JSON.stringify(found.thirds)} ${found.residue.toFixed(1)}`,
        );
      assert.ok(levelDb(theirs[0]) > -60, 'Tone is silent');
      assert.ok(
        found.level.db <= row.levelDb,
        `level ${found.level.db.toFixed(2)} dB apart at ${found.level.where}`,
      );
      if (row.thirdsDb !== undefined)
        assert.ok(
          found.thirds.db <= row.thirdsDb,
          `${found.thirds.db.toFixed(2)} dB apart at ${found.thirds.where}`,
        );
      if (row.residueDb !== undefined)
        assert.ok(found.residue <= row.residueDb, `the difference is at ${found.residue.toFixed(1)} dB`);
    });
  }

  test('every parameter of every effect is moved in the table, or named as having no like in Tone.js', () => {
    const missing = effects.flatMap(({ name, parameters }) =>
      parameters
        .filter((parameter) => !isMoved(name, parameter.path, slotDefault(parameter), parameter))
        .map(({ path }) => `${name}.${path}`)
        .filter((path) => !notCompared.some((known) => path === known || path.startsWith(`${known}.`))),
    );
    assert.deepEqual(missing, []);
  });
});

function isMoved(
  effect: string,
  path: string,
  usual: number,
  parameter: (typeof effects)[number]['parameters'][number],
): boolean {
  return comparisons.some((row) => {
    const value = row.effect === effect ? row.settings[path] : undefined;
    if (value === undefined) return false;
    return parameter.kind === 'choice' ? parameter.choices.indexOf(String(value)) !== usual : value !== usual;
  });
}
