// The tempo of a hand.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { tempo } from '../../src/vocabulary/mixer.ts';
import { tapsWith, tempoOf } from '../../webview/panel/model/tempo-taps.ts';

const tapped = (...ms: readonly number[]): number | undefined =>
  tempoOf(ms.reduce<readonly number[]>((taps, at) => tapsWith(taps, at), []));

suite('A tapped tempo', () => {
  test('is the mean of the taps', () => {
    assert.equal(tapped(0), undefined);
    assert.equal(tapped(0, 500), 120);
    assert.equal(tapped(0, 490, 1010, 1500), 120);
  });

  test('begins anew after a pause', () => assert.equal(tapped(0, 500, 1000, 9000, 9400), 150));

  test('is one that a song can have, however fast the finger or the key repeats', () => {
    assert.equal(tapped(0, 3, 500, 510, 1000, 1030, 1500), 120);
    const held = Array.from({ length: 60 }, (_, index) => index * 10);
    assert.ok(tapped(...held)! <= tempo.max);
  });
});
