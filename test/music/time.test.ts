// Meter, tempo and the nearest word.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { barAndBeat, barsOfBeats, barsOfNotes, quartersPerBar } from '../../src/music/meter.ts';
import { nearest } from '../../src/song/nearest.ts';
import { format, rational } from '../../src/music/rational.ts';
import { quartersAt, secondsAt, steadyTempo, tempoMap } from '../../src/music/tempo.ts';

const sixEight = { beats: 6, unit: 8 };

suite('Meter', () => {
  test('says how long a bar is', () => {
    assert.equal(format(quartersPerBar({ beats: 4, unit: 4 })), '4');
    assert.equal(format(quartersPerBar(sixEight)), '3');
    assert.equal(format(quartersPerBar({ beats: 7, unit: 8 })), '7/2');
  });

  test('counts bars and beats from one', () => {
    const { bar, beat } = barAndBeat(rational(33, 8), { beats: 4, unit: 4 });
    assert.deepEqual([bar, format(beat)], [5, '3/2']);
    assert.deepEqual(format(barAndBeat(rational(1, 2), sixEight).beat), '4');
  });

  test('turns beats and note values into bars', () => {
    assert.equal(format(barsOfNotes(rational(1, 16), { beats: 4, unit: 4 })), '1/16');
    assert.equal(format(barsOfNotes(rational(1, 8), sixEight)), '1/6');
    assert.equal(format(barsOfBeats(rational(3), sixEight)), '1/2');
  });
});

suite('Tempo', () => {
  test('gives seconds without drift, an hour in', () => {
    const map = steadyTempo(112);
    assert.equal(secondsAt(map, rational(4)), 240 / 112);
    assert.equal(secondsAt(map, rational(6720)), 3600);
    assert.equal(quartersAt(map, 3600), 6720);
  });

  test('follows its changes', () => {
    const map = tempoMap([
      { at: rational(0), bpm: 120 },
      { at: rational(8), bpm: 60 },
    ]);
    assert.deepEqual(
      [4, 8, 10].map((quarters) => secondsAt(map, rational(quarters))),
      [2, 4, 6],
    );
    assert.deepEqual(
      [2, 4, 6].map((seconds) => quartersAt(map, seconds)),
      [4, 8, 10],
    );
    assert.throws(() => tempoMap([{ at: rational(1), bpm: 120 }]), RangeError);
    assert.throws(() => tempoMap([]), RangeError);
  });
});

suite('The nearest word', () => {
  test('is what a slip of the finger meant', () => {
    const words = ['verse', 'chorus', 'bridge', 'pad', 'bass'];
    const table: readonly (readonly [string, string | undefined])[] = [
      ['vers', 'verse'],
      ['chorsu', 'chorus'],
      ['brigde', 'bridge'],
      ['pda', 'pad'],
      ['xyz', undefined],
      ['', undefined],
      ['outro', undefined],
    ];
    for (const [written, meant] of table) assert.equal(nearest(written, words), meant, written);
  });
});
