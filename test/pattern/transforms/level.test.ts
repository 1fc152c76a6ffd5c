// Transforms of level and of structure: how loud notes are, and which there are.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { begins, heard, made, onsets, pitches, same, velocities } from './made.ts';

suite('Transforms of level', () => {
  test('velocity and gain', () => {
    assert.deepEqual(velocities(made('"c4 e4".velocity(60%)')), [0.6, 0.6]);
    assert.deepEqual(velocities(made('"c4".velocity(50%).gain(-6dB)')), [0.2506]);
    assert.deepEqual(velocities(made('"c4".gain(+12dB)')), [1]);
  });

  test('accent plays louder where another pattern sounds', () => {
    assert.deepEqual(
      velocities(made('"hh*4".velocity(50%).accent("1 0 ~ 1", +6dB)')),
      [0.9976, 0.5, 0.5, 0.9976],
    );
    assert.deepEqual(
      velocities(made('"hh*2".velocity(50%).accent("<1 0>", +6dB)'), 0, 2),
      [0.9976, 0.9976, 0.5, 0.5],
    );
  });

  test('crescendo grows over the bars of its part', () => {
    const grown = '"sd*2".velocity(100%).crescendo(-24dB, 0dB)';
    const levels = (text: string, bars: number): readonly number[] =>
      velocities(made(text, { bars }), 0, bars).map((velocity) => Math.round(20 * Math.log10(velocity)));
    assert.deepEqual(levels(grown, 4), [-24, -21, -18, -15, -12, -9, -6, -3]);
    assert.deepEqual(levels(grown, 2), [-24, -18, -12, -6]);
    // Through other transforms, and by its name, it still reaches the end of the part.
    assert.deepEqual(levels(`${grown}.fast(2)`, 2), [-24, -21, -18, -15, -12, -9, -6, -3]);
    assert.deepEqual(levels('"sd*2".velocity(100%).crescendo(0dB, -24dB, 1 bar)', 2), [0, -12, 0, -12]);
  });

  test('crescendo outside of a part grows over the bars that are written', () => {
    const grown = velocities(made('"sd | sd | sd | sd".velocity(100%).crescendo(-12dB, 0dB)'), 0, 4);
    assert.deepEqual(
      grown.map((velocity) => Math.round(20 * Math.log10(velocity))),
      [-12, -9, -6, -3],
    );
  });
});

suite('Transforms of structure', () => {
  test('mask keeps what begins where another pattern sounds', () => {
    same('"c4 d4 e4 f4".mask("1 0 1 ~")', '"c4 ~ e4 ~"');
    same('"hh*4".mask("<1 0>")', '"<hh*4 ~>"');
    assert.equal(heard(made('"c4".mask("1 0")')), 'c4 0-1');
  });

  test('fill plays something else at the end of so many bars', () => {
    same('"bd*4".fill(4, "sd*4")', '"bd*4 | bd*4 | bd*4 | sd*4"', 8);
    same('"bd*4".fill(2, "sd*8", 1/2)', '"bd*4 | bd bd sd*2 sd*2"', 8);
    same('"bd".fill(3, "a4 | b4", 2 bars)', '"bd | a4 | b4"', 9);
    same('"bd".fill(2, "<c4 d4>")', '"bd | c4 | bd | d4"', 8);
  });

  test('variation changes some notes, the same at every repeat', () => {
    const line = '"c4 e4 g4 b4 | c5 b4 g4 e4"';
    const varied = made(`${line}.variation(1, 50%)`);
    assert.notEqual(pitches(varied, 0, 2), pitches(made(line), 0, 2));
    assert.equal(pitches(varied, 0, 2), pitches(varied, 2, 4));
    assert.notEqual(pitches(varied, 0, 2), pitches(made(`${line}.variation(2, 50%)`), 0, 2));
    same(`${line}.variation(1, 0%)`, line);
    for (let number = 0; number < 40; number += 1) {
      const bars = made(`${line}.variation(${number}, 100%)`);
      assert.match(begins(bars, 0, 2), /^0 .*\b1\b/, 'the first beats stay');
      // In C major no variation leaves the key.
      assert.ok(onsets(bars, 0, 2).every(({ value }) => value.kind === 'note' && !value.name.includes('#')));
    }
  });
});
