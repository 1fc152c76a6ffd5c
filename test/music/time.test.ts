// Meter, tempo and the nearest word.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import {
  barAndBeat,
  barsOfBeats,
  barsOfNotes,
  exactQuartersOf,
  meterAt,
  meterMap,
  quartersOf,
  quartersPerBar,
} from '../../src/music/meter.ts';
import { format, rational } from '../../src/music/rational.ts';
import { bpmAt, quartersAt, secondsAt, steadyTempo, tempoMap } from '../../src/music/tempo.ts';
import { nearest } from '../../src/song/nearest.ts';

const sixEight = { beats: 6, unit: 8 };

const close = (one: number, other: number): boolean => Math.abs(one - other) < 1e-12;

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

  test('changes from bar to bar, and counts the quarters of each', () => {
    const map = meterMap([
      { bar: 0, meter: { beats: 4, unit: 4 } },
      { bar: 2, meter: { beats: 7, unit: 8 } },
      { bar: 3, meter: { beats: 3, unit: 4 } },
    ]);
    assert.deepEqual(
      [0, 1, 2, 3, 99].map((bar) => meterAt(map, bar).beats),
      [4, 4, 7, 3, 3],
    );
    assert.deepEqual(
      [0, 1.5, 2, 2.5, 3, 5].map((bars) => quartersOf(map, bars)),
      [0, 6, 8, 9.75, 11.5, 17.5],
    );
    assert.equal(format(exactQuartersOf(map, rational(7, 3))), '55/6');
    assert.throws(() => meterMap([{ bar: 1, meter: sixEight }]), RangeError);
  });
});

suite('Tempo', () => {
  test('gives seconds without drift, an hour in', () => {
    const map = steadyTempo(112);
    assert.equal(secondsAt(map, 4), 240 / 112);
    assert.equal(secondsAt(map, 6720), 3600);
    assert.equal(quartersAt(map, 3600), 6720);
  });

  test('follows its changes', () => {
    const map = tempoMap([
      { at: rational(0), bpm: 120 },
      { at: rational(8), bpm: 60 },
    ]);
    assert.deepEqual(
      [4, 8, 10].map((quarters) => secondsAt(map, quarters)),
      [2, 4, 6],
    );
    assert.deepEqual(
      [2, 4, 6].map((seconds) => quartersAt(map, seconds)),
      [4, 8, 10],
    );
    assert.throws(() => tempoMap([{ at: rational(1), bpm: 120 }]), RangeError);
    assert.throws(() => tempoMap([]), RangeError);
  });

  test('ramps evenly in bpm over the beats: a ritardando from 120 to 60 over four of them', () => {
    const map = tempoMap([
      { at: rational(0), bpm: 120 },
      { at: rational(4), bpm: 60, over: rational(4) },
    ]);
    // The integral of 60 / (120 - 15 q) over four quarters.
    assert.ok(close(secondsAt(map, 8) - secondsAt(map, 4), 4 * Math.log(2)));
    assert.deepEqual(
      [2, 4, 6, 8, 20].map((quarters) => bpmAt(map, quarters)),
      [120, 120, 90, 60, 60],
    );
    // Behind the ramp a quarter lasts a second.
    assert.ok(close(secondsAt(map, 9) - secondsAt(map, 8), 1));
  });

  test('agrees with a ramp counted in a million small steps', () => {
    const map = tempoMap([
      { at: rational(0), bpm: 97 },
      { at: rational(0), bpm: 141.5, over: rational(7, 2) },
    ]);
    const steps = 1_000_000;
    let seconds = 0;
    for (let step = 0; step < steps; step += 1) {
      seconds += ((3.5 / steps) * 60) / (97 + (44.5 * (step + 0.5)) / steps);
    }
    assert.ok(Math.abs(secondsAt(map, 3.5) - seconds) < 1e-9);
  });

  test('starts a ramp from a tempo at the same place, and cuts it at the next change', () => {
    const map = tempoMap([
      { at: rational(0), bpm: 100 },
      { at: rational(8), bpm: 60 },
      { at: rational(8), bpm: 120, over: rational(12) },
      { at: rational(14), bpm: 100 },
    ]);
    assert.deepEqual(
      [7, 8, 11, 13, 14, 30].map((quarters) => bpmAt(map, quarters)),
      [100, 60, 75, 85, 100, 100],
    );
    assert.throws(
      () =>
        tempoMap([
          { at: rational(0), bpm: 100 },
          { at: rational(0), bpm: 90 },
        ]),
      RangeError,
    );
  });

  test('goes on without a jump where a ramp is as good as flat', () => {
    const flat = tempoMap([
      { at: rational(0), bpm: 120 },
      { at: rational(0), bpm: 120, over: rational(8) },
    ]);
    const nearly = tempoMap([
      { at: rational(0), bpm: 120 },
      { at: rational(0), bpm: 120 + 1e-12, over: rational(8) },
    ]);
    assert.equal(secondsAt(flat, 5), 2.5);
    assert.ok(close(secondsAt(nearly, 5), 2.5));
  });

  test('finds the place of a time again, over any steps and ramps', () => {
    const bpm = fc.double({ min: 20, max: 400, noNaN: true });
    const change = fc.record({
      gap: fc.integer({ min: 1, max: 400 }),
      over: fc.option(fc.integer({ min: 1, max: 600 }), { nil: undefined }),
      bpm,
    });
    fc.assert(
      fc.property(
        bpm,
        fc.array(change, { maxLength: 12 }),
        fc.double({ min: 0, max: 900, noNaN: true }),
        (start, list, at) => {
          let position = 0;
          const map = tempoMap([
            { at: rational(0), bpm: start },
            ...list.map(({ gap, over, bpm: to }) => {
              position += gap;
              return { at: rational(position, 8), bpm: to, ...(over ? { over: rational(over, 8) } : {}) };
            }),
          ]);
          assert.ok(Math.abs(quartersAt(map, secondsAt(map, at)) - at) < 1e-9 * (1 + at));
          assert.ok(secondsAt(map, at + 0.01) > secondsAt(map, at));
        },
      ),
    );
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
