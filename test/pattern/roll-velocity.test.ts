// How hard notes are played, written behind their notation as a person would.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { rational } from '../../src/music/rational.ts';
import { parseMini } from '../../src/pattern/mini/parse.ts';
import { rollOf } from '../../src/pattern/roll/roll.ts';
import { readVelocities, velocitiesOf, writeVelocity } from '../../src/pattern/roll/velocity.ts';

/** The velocities in percent of what is written, and what stands behind it once some are changed. */
const played = (notation: string, behind: string): readonly number[] => {
  const roll = rollOf(parseMini(notation).mini);
  assert.ok(roll.ok);
  return velocitiesOf(roll.roll, readVelocities(behind)).map((one) => Math.round(one * 100));
};
const changed = (
  notation: string,
  behind: string,
  begins: readonly [number, number][],
  percent: number,
): string => {
  const { mini } = parseMini(notation);
  const times = begins.map(([n, d]) => rational(n, d));
  const result = writeVelocity(mini, readVelocities(behind), times, percent / 100, 4);
  return result.ok ? result.text : result.reason;
};

suite('The velocities of a pattern', () => {
  test('are read from behind it', () => {
    assert.deepEqual(played('c4 e4 g4 ~', ''), [80, 80, 80]);
    assert.deepEqual(played('c4 e4 g4 ~', '.velocity(60%).rev'), [60, 60, 60]);
    assert.deepEqual(played('c4 e4 g4 ~', '.velocity(50%).accent("1 ~ 0 1", +6dB)'), [100, 50, 50]);
    assert.deepEqual(played('c4 e4 | g4 a4', '.accent("1 ~")'), [100, 80, 100, 80]);
  });

  test('become one for all, or accents where some differ', () => {
    assert.equal(
      changed(
        'c4*4',
        '',
        [
          [0, 1],
          [1, 4],
          [1, 2],
          [3, 4],
        ],
        60,
      ),
      '.velocity(60%)',
    );
    assert.equal(changed('c4*4', '', [[0, 1]], 100), '.accent("1 ~ ~ ~", +1.9dB)');
    assert.equal(
      changed(
        'c4 e4 | g4 a4',
        '',
        [
          [0, 1],
          [1, 1],
        ],
        40,
      ),
      '.accent("1 ~", -6dB)',
    );
    assert.equal(
      changed('c4*4', '.accent("1 ~ ~ ~", +1.9dB)', [[1, 2]], 50),
      '.accent("1 ~ ~ ~", +1.9dB).accent("~ ~ 1 ~", -4dB)',
    );
  });

  test('go back to nothing written where all are as usual', () => {
    assert.equal(changed('c4*4', '.accent("1 ~ ~ ~", +2dB)', [[0, 1]], 80), '');
    assert.equal(
      changed(
        'hh*8',
        '.velocity(60%)',
        [...Array(8).keys()].map((n) => [n, 8]),
        80,
      ),
      '',
    );
  });

  test('are those that are asked for, whatever the notes', () => {
    for (const notation of [
      '[c4,e4] ~ g4@2',
      'bd*3',
      'bd(3,8), hh*8',
      'c4 | ~ e4 | g4*4',
      'a2 _ _ e3',
      '<c4 e4>*2',
    ])
      for (const percent of [5, 37, 63, 99]) {
        const roll = rollOf(parseMini(notation).mini);
        assert.ok(roll.ok);
        const at = roll.roll.notes[roll.roll.notes.length - 1]!.begin;
        const text = changed(notation, '', [[at.n, at.d]], percent);
        const after = played(notation, text);
        for (const [index, { begin }] of roll.roll.notes.entries())
          assert.equal(
            after[index],
            begin.n === at.n && begin.d === at.d ? percent : 80,
            `${notation} ${text}`,
          );
      }
  });

  test('are refused where they could not be read, with the reason', () => {
    assert.equal(changed('c4*4', '', [[0, 1]], 0), 'A note at 0% is a rest: take the note out.');
    let behind = '';
    for (let note = 0; note < 5; note++) {
      const next = changed('c4*8', behind, [[note, 8]], 20 + note * 10);
      if (note < 4) behind = next;
      else assert.match(next, /^The notes of this pattern would have 6 velocities/);
    }
    assert.match(changed('c4*4', '.velocity(1%)', [[0, 1]], 99), /more than 24 dB/);
  });
});
