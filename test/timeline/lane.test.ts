// Automation: a lane in its section, in every place of it, and what it says at a time.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { LaneShape } from '../../src/song/place.ts';
import type { Song } from '../../src/song/song.ts';
import { valueAt } from '../../src/timeline/lane.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { arranged, name, place, point, section, song, tempo } from './songs.ts';

const lanes = (automation: Song['automation'], parts: Partial<Song> = {}) =>
  layOut(
    song({
      sections: [section('verse', 2, {}), section('build', 4, {})],
      arrangement: arranged('verse build verse build'),
      automation,
      ...parts,
    }),
  );

const lane = (points: Song['automation'][number]['points'], of?: string): Song['automation'][number] => ({
  path: name('bass.filter.frequency'),
  points,
  declaration: 9,
  ...(of ? { section: name(of) } : {}),
});

suite('An automation lane', () => {
  test('rises through its section in each of its places, and lets go outside', () => {
    const [found] = lanes([lane([point('0%', 300), point('100%', 4000, 'exponential')], 'build')]).lanes;
    assert.deepEqual(
      found!.spans.map(({ startSeconds, endSeconds, points }) => [startSeconds, endSeconds, points.length]),
      [
        [4, 12, 2],
        [16, 24, 2],
      ],
    );
    assert.equal(valueAt(found!, 3.9), undefined);
    assert.equal(valueAt(found!, 4), 300);
    const middle = valueAt(found!, 8) as number;
    assert.ok(Math.abs(middle - Math.sqrt(300 * 4000)) < 1e-9);
    assert.equal(valueAt(found!, 20), middle);
    assert.equal(valueAt(found!, 12), undefined);
    assert.equal(valueAt(found!, 99), undefined);
  });

  test('goes from point to point in its shape', () => {
    const at = (shape: LaneShape, seconds: number) =>
      valueAt(lanes([lane([point('bar 1', 100), point('bar 3', 200, shape)])]).lanes[0]!, seconds);
    assert.equal(at('linear', 1), 125);
    assert.equal(at('step', 3.99), 100);
    assert.equal(at('step', 4), 200);
    assert.equal(at('curve', 2), 150);
    assert.equal(at('curve', 1), 100 + 100 * (3 / 16 - 1 / 32));
    assert.equal(at('exponential', 2), 100 * Math.SQRT2);
  });

  test('holds its first value before, its last one after, over the whole song where it has no section', () => {
    const [found] = lanes([lane([point('bar 2', 1), point('build beat 3', 5)])]).lanes;
    assert.equal(valueAt(found!, 0), 1);
    // The build comes twice, and so does its point.
    assert.deepEqual(
      found!.spans[0]!.points.map(({ seconds, value }) => [seconds, value]),
      [
        [2, 1],
        [5, 5],
        [17, 5],
      ],
    );
    assert.equal(valueAt(found!, 23.9), 5);
  });

  test('is linear where a value is zero or crosses it: no factor leads there', () => {
    const [found] = lanes([lane([point('bar 1', -10), point('bar 3', 10, 'exponential')])]).lanes;
    assert.equal(valueAt(found!, 2), 0);
  });

  test('stands in bars, and takes its seconds from the tempo', () => {
    const [found] = lanes([lane([point('bar 1', 0), point('bar 2', 1)], 'build')], {
      tempoChanges: [tempo('60 at build')],
    }).lanes;
    assert.deepEqual(
      found!.spans[0]!.points.map(({ bars, seconds }) => [bars.n / bars.d, seconds]),
      [
        [2, 4],
        [3, 8],
      ],
    );
  });

  test('may end at the end of its section, no later, and in no other section', () => {
    const { problems, lanes: found } = lanes([
      lane(
        [
          point('bar 1', 0),
          point('bar 5', 1),
          point('bar 6', 2, 'linear', 20),
          point('verse bar 1', 3, 'linear', 30),
        ],
        'build',
      ),
    ]);
    assert.deepEqual(
      problems.map(({ id, message }) => `${id}: ${message}`),
      [
        '21: There is no such place: build has 4 bars, so there is no bar 6 in it. Choose one up to 4.',
        '31: There is no such place: this lane is in build. Name a bar of it, without verse.',
      ],
    );
    assert.equal(found[0]!.spans[0]!.points.length, 2);
  });

  test('switches words at its points', () => {
    const word = (at: string, value: string) => ({
      at: place(at),
      value: { kind: 'word' as const, value, id: 0 },
      shape: 'linear' as const,
      id: 1,
    });
    const [found] = lanes([lane([word('bar 1', 'sine'), word('bar 2', 'square')])]).lanes;
    assert.deepEqual([valueAt(found!, 1.9), valueAt(found!, 2)], ['sine', 'square']);
  });

  test('waves in time with the music, also where the tempo changes', () => {
    const measured = (value: number, quantity: 'notes' | 'hertz') =>
      ({ kind: 'measure', value, quantity, id: 0 }) as const;
    const wave = (rate: ReturnType<typeof measured>) => ({
      ...lane([]),
      wave: { shape: 'sine', rate, from: measured(-1, 'hertz'), to: measured(1, 'hertz'), id: 0 } as const,
    });
    const [steady] = lanes([wave(measured(1, 'notes'))]).lanes;
    const near = (actual: unknown, expected: number) =>
      assert.ok(Math.abs((actual as number) - expected) < 1e-9, `${actual}, not ${expected}`);
    // A whole note lasts two seconds.
    for (const [at, value] of [
      [0, -1],
      [0.5, 0],
      [1, 1],
      [2, -1],
      [3, 1],
    ] as const)
      near(valueAt(steady!, at), value);
    const [slower] = lanes([wave(measured(1, 'notes'))], { tempoChanges: [tempo('60 at bar 2')] }).lanes;
    for (const [at, value] of [
      [1, 1],
      [2, -1],
      [4, 1],
      [6, -1],
    ] as const)
      near(valueAt(slower!, at), value);
    const [free] = lanes([wave(measured(0.25, 'hertz'))], { tempoChanges: [tempo('60 at bar 2')] }).lanes;
    near(valueAt(free!, 2), 1);
    near(valueAt(free!, 4), -1);
  });
});
