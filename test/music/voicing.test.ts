// Voicings: every inversion that has room, and the way through a progression on which the voices move least.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { noteName } from '../../src/music/pitch.ts';
import { led, movement, type Voicing, type voicingStyles, voicingsOf } from '../../src/music/voicing.ts';

const register = { low: 48, high: 72 };
const named = (voicings: readonly Voicing[]): readonly string[] =>
  voicings.map((notes) => notes.map((midi) => noteName(midi)).join(' '));

suite('Voicings', () => {
  test('are every inversion in its range', () => {
    assert.deepEqual(named(voicingsOf({ classes: [0, 4, 7] }, 'close', { low: 60, high: 72 })), [
      'c4 e4 g4',
      'e4 g4 c5',
    ]);
    assert.equal(voicingsOf({ classes: [0, 4, 7] }, 'close', register).length, 5);
  });

  test('spread as their style says', () => {
    const first = (style: (typeof voicingStyles)[number], classes: readonly number[]): string =>
      named(voicingsOf({ classes }, style, { low: 36, high: 84 }))[0]!;
    assert.equal(first('open', [0, 4, 7]), 'c2 g2 e3');
    assert.equal(first('drop2', [0, 4, 7, 11]), 'g2 c3 e3 b3');
    assert.equal(first('drop3', [0, 4, 7, 11]), 'e2 c3 g3 b3');
    assert.equal(first('rootless', [0, 4, 7, 11]), 'e2 g2 b2');
  });

  test('keep a slash bass below all', () => {
    for (const notes of voicingsOf({ classes: [7, 11, 2], bass: 11 }, 'close', register)) {
      assert.equal(notes[0]! % 12, 11);
      assert.deepEqual(
        [...notes].sort((a, b) => a - b),
        notes,
      );
    }
  });

  test('come nearest where there is no room', () => {
    const wide = [0, 2, 4, 5, 7, 9, 11];
    const found = voicingsOf({ classes: wide }, 'open', { low: 60, high: 72 });
    assert.ok(found.length > 0 && found.every((notes) => notes.length === wide.length));
  });
});

const chord = fc
  .uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 3, maxLength: 4 })
  .map((classes) => voicingsOf({ classes }, 'close', { low: 55, high: 72 }));

/** All ways through a progression, by trying them. */
const ways = (candidates: readonly (readonly Voicing[])[]): readonly (readonly Voicing[])[] =>
  candidates.reduce<readonly (readonly Voicing[])[]>(
    (before, voicings) => before.flatMap((way) => voicings.map((notes) => [...way, notes])),
    [[]],
  );

suite('Voice leading', () => {
  const range = { low: 55, high: 72 };
  const moved = (way: readonly Voicing[]): number =>
    way.reduce((sum, notes, index) => sum + movement(notes, way[(index + 1) % way.length]!), 0);
  const cost = (way: readonly Voicing[]): number =>
    moved(way) +
    way.reduce(
      (sum, notes) => sum + 0.2 * Math.abs(notes.reduce((a, b) => a + b, 0) / notes.length - 63.5),
      0,
    );

  test('takes the way of least movement around a progression', () => {
    fc.assert(
      fc.property(fc.array(chord, { minLength: 1, maxLength: 4 }), (candidates) => {
        const way = led(candidates, range, true);
        const least = Math.min(...ways(candidates).map(cost));
        assert.ok(Math.abs(cost(way) - least) < 1e-6, `${cost(way)} is not ${least}`);
      }),
      { numRuns: 40 },
    );
  });

  test('is the same every time, and keeps a chord that is repeated', () => {
    fc.assert(
      fc.property(fc.array(chord, { minLength: 2, maxLength: 8 }), (candidates) => {
        const doubled = candidates.flatMap((one) => [one, one]);
        const way = led(doubled, range, false);
        assert.deepEqual(led(doubled, range, false), way);
        for (let index = 0; index < way.length; index += 2) assert.deepEqual(way[index], way[index + 1]);
      }),
      { numRuns: 40 },
    );
  });

  test('counts a voice that comes or goes from the nearest', () => {
    assert.equal(movement([60, 64, 67], [60, 64, 67]), 0);
    assert.equal(movement([60, 64, 67], [60, 65, 69]), 3);
    assert.equal(movement([60, 64, 67], [60, 64, 67, 70]), 1.5);
  });
});
