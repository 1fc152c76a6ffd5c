// What kept sounds and moments are known again by: whatever changes in them, another digest.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { newDigest } from '../../../src/render/kept/digest.ts';
import { coreModule } from '../listen.ts';

/** Words drawn without end, the same in every run. */
function newWords(seed: number) {
  let state = seed;
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
}

suite('The digest of what is kept', () => {
  const digest = newDigest(coreModule());
  const word = newWords(22_11);
  const sound = (length: number): Uint8Array => Uint8Array.from({ length }, () => word() >>> 24);
  const of = (...lists: readonly Uint8Array[]): string => digest(...lists).toString('hex');

  test('is the same for the same bytes, wherever they lie', () => {
    for (const length of [0, 1, 63, 64, 65, 1024, 40_000, 100_001]) {
      const bytes = sound(length);
      const elsewhere = new Uint8Array(length + 3);
      elsewhere.set(bytes, 3);
      assert.equal(of(bytes), of(elsewhere.subarray(3)), `${length} bytes`);
    }
  });

  test('is another one for each bit that changes, alone or with others', () => {
    const bytes = sound(70_000);
    const seen = new Set([of(bytes)]);
    for (let round = 1; round <= 3000; round++) {
      const changed = bytes.slice();
      // Another bit in each round, and some of those behind it.
      const bit = (round * 131) % (50_000 * 8);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      for (let count = round % 3; count > 0; count--)
        changed[50_000 + (word() % 20_000)]! ^= 1 << (word() >>> 29);
      seen.add(of(changed));
      assert.equal(seen.size, round + 1, `${round} changes`);
    }
  });

  test('is another one where words change places, or silence is longer', () => {
    const bytes = sound(4096);
    const seen = new Set([of(bytes)]);
    let changes = 0;
    for (let from = 0; from < 512; from += 8) {
      for (const step of [4, 8, 16, 64, 1024]) {
        const changed = bytes.slice();
        changed.set(bytes.subarray(from, from + 4), from + step);
        changed.set(bytes.subarray(from + step, from + step + 4), from);
        seen.add(of(changed));
        changes++;
      }
    }
    assert.equal(seen.size, changes + 1);
    const silences = Array.from({ length: 200 }, (_, length) => of(new Uint8Array(length)));
    assert.equal(new Set(silences).size, silences.length);
    const empty = new Uint8Array();
    assert.notEqual(of(bytes, empty), of(empty, bytes), 'which list it is counts');
  });
});
