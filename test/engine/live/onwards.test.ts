// What is heard a moment ahead: the version of the song, and the place in it.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { onwards, type Standing } from '../../../src/engine/live/onwards.ts';
import { programOf, rate } from './played.ts';

const seconds = (standing: Standing, ahead: number): readonly [string, number] => {
  const { program, sample } = onwards(standing, ahead * rate);
  return [program === standing.newest ? 'newest' : 'before', Math.round((sample / rate) * 1000) / 1000];
};
/** Four bars of two seconds. */
const newest = programOf({ high: 'a4*4' });
const before = programOf();
const at = (second: number) => ({ newest, program: newest, sample: second * rate });
const range = (from: number, to: number) => ({ from: from * rate, to: to * rate });

suite('A moment ahead', () => {
  test('is farther on in the song', () => {
    assert.deepEqual(seconds(at(1), 0.25), ['newest', 1.25]);
  });

  test('is at the start of what goes round, once its end has come', () => {
    const loop = range(2, 4);
    assert.deepEqual(seconds({ ...at(3.9), loop }, 0.05), ['newest', 3.95]);
    assert.deepEqual(seconds({ ...at(3.9), loop }, 0.1), ['newest', 2]);
    assert.deepEqual(seconds({ ...at(3.9), loop }, 4.25), ['newest', 2.15]);
    assert.deepEqual(seconds({ ...at(4.1), loop }, 0.1), ['newest', 4.2]);
  });

  test('is in the old version up to the place where a changed one comes in', () => {
    const waiting = { newest, program: before, sample: 1.9 * rate, swapAt: 2 * rate };
    assert.deepEqual(seconds(waiting, 0.05), ['before', 1.95]);
    assert.deepEqual(seconds(waiting, 0.2), ['newest', 2.1]);
  });

  test('stands at the same bar of a version at another tempo', () => {
    const slow = programOf({ tempo: 60 });
    const waiting = { newest: slow, program: before, sample: 1.9 * rate, swapAt: 2 * rate };
    const { program, sample } = onwards(waiting, 0.2 * rate);
    assert.deepEqual([program, Math.round(sample)], [slow, Math.round(4.1 * rate)]);
  });

  test('is in the section that was queued', () => {
    const queued = { at: 2 * rate, range: range(6, 8), loops: true };
    assert.deepEqual(seconds({ ...at(1.9), queued }, 0.05), ['newest', 1.95]);
    assert.deepEqual(seconds({ ...at(1.9), queued }, 0.2), ['newest', 6.1]);
    assert.deepEqual(seconds({ ...at(1.9), queued }, 2.2), ['newest', 6.1]);
    // It waits no longer than what goes round.
    assert.deepEqual(seconds({ ...at(1.9), queued: { ...queued, at: 4 * rate }, loop: range(0, 2) }, 0.2), [
      'newest',
      6.1,
    ]);
  });

  test('is in both: the changed song, and in it the section', () => {
    const queued = { at: 2 * rate, range: range(6, 8), loops: false };
    const waiting = { newest, program: before, sample: 1.9 * rate, swapAt: 2 * rate, queued };
    assert.deepEqual(seconds(waiting, 0.2), ['newest', 6.1]);
  });

  test('comes to an end where what goes round has no length', () => {
    assert.deepEqual(seconds({ ...at(1), loop: range(1, 1) }, 0.5), ['newest', 1.5]);
  });
});
