// Songs that nobody wrote, printed: whatever reads without an error comes back as it was.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { readNumber } from '../../src/languages/song/lower/number.ts';
import { measureText } from '../../src/languages/song/print/value.ts';
import { print } from '../../src/languages/song/print.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { units } from '../../src/vocabulary/units.ts';
import { heard } from './heard.ts';
import { meaning, small, whole } from './song-data.ts';

const isWrong = ({ problems }: ReturnType<typeof songLanguage.read>): boolean =>
  problems.some(({ severity }) => severity === 'error');

suite('Any song printed', () => {
  test('is the same song, after any edits that leave it without an error', () => {
    const words = [
      'a1',
      '~',
      '[g1 a1]',
      '.rev',
      '.fast(2)',
      '"0 2"',
      '-3dB',
      '8 bars',
      '30%',
      '"',
      '`',
      '\n',
      '1/7',
    ];
    let kept = 0;
    for (const text of [small, whole])
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.constantFrom(...words)), { minLength: 1, maxLength: 2 }),
          (edits) => {
            let edited = text;
            for (const [at, gone, put] of edits) {
              const from = at % (edited.length + 1);
              edited = edited.slice(0, from) + put + edited.slice(from + gone);
            }
            const before = songLanguage.read(edited);
            const printed = print(before.song, before.origins);
            if (isWrong(before)) return;
            kept += 1;
            const after = songLanguage.read(printed);
            assert.deepEqual(meaning(after.song), meaning(before.song), printed);
            assert.deepEqual(heard(layOut(after.song)), heard(layOut(before.song)));
            assert.equal(songLanguage.format(after), printed);
          },
        ),
        { numRuns: 600 },
      );
    assert.ok(kept > 20, `${kept} songs without an error`);
  });

  test('has its numbers to the last bit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...units),
        fc.oneof(
          fc.integer({ min: 0, max: 100_000 }).map((value) => value / 1000),
          fc.integer({ min: 0, max: 20_000 }),
          fc.integer({ min: 0, max: 9_999_999 }).map((value) => value / 10_000),
        ),
        ({ unit }, figures) => {
          const { value, quantity } = readNumber(figures + unit);
          const read = readNumber(measureText({ value, quantity: quantity! }));
          assert.deepEqual([read.value, read.quantity], [value, quantity]);
        },
      ),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.nat(64), fc.integer({ min: 1, max: 192 }), (numerator, denominator) => {
        const read = readNumber(measureText({ value: numerator / denominator, quantity: 'notes' }));
        assert.deepEqual([read.quantity, read.value], ['notes', numerator / denominator]);
      }),
    );
  });
});
