// What a hand records: the fewest points within the tolerance, and a lane that says what was heard.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { compile } from '../../src/engine/compile.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { gestureEdits } from '../../src/session/gestures.ts';
import { panelSong } from '../../src/session/panel-song.ts';
import { valueAt } from '../../src/timeline/lane.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { level } from '../../src/vocabulary/mixer.ts';
import { fewestPoints, lineAt, type Sample } from '../../webview/panel/model/fewest-points.ts';
import { laneValue, placeText } from '../../webview/panel/model/lanes.ts';
import { everywhere, toleranceDb, touched } from '../../webview/panel/model/touch.ts';

const walk = (most: number): fc.Arbitrary<readonly Sample[]> =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: -30, max: 30 })), {
      minLength: 1,
      maxLength: most,
    })
    .map((steps) => {
      let [at, value] = [0, -12];
      return steps.map(([time, turn]) => {
        at += time / 64;
        value = Math.min(6, Math.max(-60, value + turn / 10));
        return { at, value };
      });
    });

suite('the fewest points', () => {
  test('keep within the tolerance of everything that was recorded', () =>
    fc.assert(
      fc.property(walk(200), (samples) => {
        const points = fewestPoints(samples, 0.5);
        for (const { at, value } of samples) assert.ok(Math.abs(lineAt(points, at) - value) <= 0.5 + 1e-8);
        assert.deepEqual([points[0], points.at(-1)], [samples[0], samples.at(-1)]);
      }),
    ));

  test('cannot be fewer: no smaller choice of what was recorded keeps within it', () =>
    fc.assert(
      fc.property(walk(9), (samples) => {
        const count = fewestPoints(samples, 0.5).length;
        if (samples.length < 3) return;
        const inner = samples.slice(1, -1);
        for (let choice = 0; choice < 1 << inner.length; choice++) {
          const points = [samples[0]!, ...inner.filter((_, index) => (choice >> index) & 1), samples.at(-1)!];
          if (points.length >= count) continue;
          assert.ok(
            samples.some(({ at, value }) => Math.abs(lineAt(points, at) - value) > 0.5),
            JSON.stringify(points),
          );
        }
      }),
    ));

  test('reach to the very edge of the tolerance', () => {
    // Three points by the last digit of a quotient; two lie within half a dB of all.
    const samples = [
      { at: 0, value: 0 },
      { at: 0.1, value: 0.5 + 0.1 },
      { at: 0.3, value: 0.3 },
    ];
    assert.equal(fewestPoints(samples, 0.5).length, 2);
  });

  test('of a straight line are its ends, and of a corner its corner', () => {
    const line = Array.from({ length: 100 }, (_, index) => ({ at: index / 10, value: index / 5 }));
    assert.equal(fewestPoints(line, 0.5).length, 2);
    const corner = Array.from({ length: 101 }, (_, index) => ({ at: index, value: -Math.abs(index - 50) }));
    assert.deepEqual(
      fewestPoints(corner, 0.01).map(({ at }) => at),
      [0, 50, 100],
    );
  });
});

const text = `song "S" { tempo 120bpm }
instrument i = Synth
track bass { instrument: i, level: -9dB }
section a 4 bars { bass: "a1*4" }
section b 4 bars { bass: "a1*4" }
arrange a b
`;

const read = (song: string) => {
  const reading = songLanguage.read(song);
  const timeline = layOut(reading.song);
  return { reading, timeline, shown: panelSong(reading, timeline) };
};

suite('a touch', () => {
  const written = (song: string, samples: readonly Sample[]): string => {
    const { reading, shown } = read(song);
    const gesture = touched(shown, 'bass.level', level, samples, -9)!;
    const result = gestureEdits(songLanguage, reading, gesture);
    assert.ok(result.ok, result.ok ? '' : result.reason);
    return [...result.edits]
      .sort((one, other) => other.range.from - one.range.from)
      .reduce((all, { range, text: put }) => all.slice(0, range.from) + put + all.slice(range.to), song);
  };

  test('becomes a lane in the section in which it began', () => {
    const samples = Array.from({ length: 61 }, (_, index) => ({
      at: 5 + index / 60,
      value: -9 + index / 10,
    }));
    assert.match(
      written(text, samples),
      /\nautomate bass\.level in b \{ bar 2: -9dB, bar 3: -3dB, bar 3 beat 1\.25: -9dB \}\n$/,
    );
  });

  test('is said to hold wherever its section plays, where that is more than once', () => {
    const { shown } = read(text.replace('arrange a b', 'arrange a b b'));
    assert.equal(everywhere(shown, 'b'), 'Recorded in b: it plays 2 times, and moves so in each.');
    assert.equal(everywhere(shown, 'a'), undefined);
  });

  test('takes the place of what was there, and leaves what was before and after', () => {
    const lane = `${text}automate bass.level in a {\n  0%: -20dB // soft\n  bar 3: -3dB\n  100%: 0dB\n}\n`;
    const samples = Array.from({ length: 31 }, (_, index) => ({
      at: 1.5 + index / 30,
      value: -9 - index / 10,
    }));
    const after = written(lane, samples);
    assert.match(after, /0%: -20dB \/\/ soft\n/);
    assert.match(after, /100%: 0dB\n\}/);
    assert.doesNotMatch(after, /bar 3: -3dB/);
  });

  test('sounds as the hand moved, within half a dB, and elsewhere as before', () =>
    fc.assert(
      fc.property(walk(120), fc.integer({ min: 0, max: 5 }), (moves, from) => {
        // Level by level on the fader's own grid, as it is shown.
        const samples = moves.map(({ at, value }) => ({
          at: from + at / 2,
          value: Math.round(value * 10) / 10,
        }));
        const after = written(text, samples);
        const { timeline, reading } = read(after);
        assert.deepEqual(
          reading.problems.filter(({ severity }) => severity === 'error'),
          [],
        );
        const lane = timeline.lanes[0]!;
        const end = from < 4 ? 4 : 8;
        // Of the samples that share a hundredth of a beat the last one counts.
        const placed = new Map(samples.map(({ at, value }) => [Math.round(at * 400) / 400, value]));
        for (const [at, value] of placed) {
          if (at >= end) break;
          const said = valueAt(lane, at * 2);
          assert.ok(
            Math.abs((said as number) - value) <= toleranceDb + 0.06,
            `bar ${at}: ${said}, not ${value}`,
          );
        }
        const [first] = samples;
        const start = from < 4 ? 0 : 4;
        if (first!.at > start + 0.1 && Math.abs(first!.value + 9) > toleranceDb)
          assert.equal(valueAt(lane, (start + 0.01) * 2), -9);
        assert.ok(compile(reading.song, timeline, 48_000).lanes.length === 1);
      }),
    ));
});

suite('a lane in the panel', () => {
  test('says between its points what the timeline says', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 16 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.constantFrom('linear', 'exponential', 'curve', 'step'), { minLength: 6, maxLength: 6 }),
        fc.integer({ min: 0, max: 399 }),
        (beats, shapes, at) => {
          const points = [...beats]
            .sort((one, other) => one - other)
            .map(
              (beat, index) =>
                `bar ${Math.floor(beat / 4) + 1} beat ${(beat % 4) + 1}: ${-3 - index * 5}dB ${index === 0 || shapes[index] === 'linear' ? '' : shapes[index]}`,
            );
          const { shown, timeline } = read(`${text}automate bass.level { ${points.join(', ')} }\n`);
          const bars = at / 100;
          const said = valueAt(timeline.lanes[0]!, bars * 2);
          assert.ok(Math.abs(laneValue(shown.lanes[0]!.points, bars) - (said as number)) < 1e-6);
        },
      ),
    ));

  test('writes places as people do', () => {
    const { shown } = read(text);
    assert.equal(placeText(shown, 0, 0, 4), '0%');
    assert.equal(placeText(shown, 0, 4, 4), '100%');
    assert.equal(placeText(shown, 0, 2, 4, { share: true }), '50%');
    assert.equal(placeText(shown, 0, 2, 4), 'bar 3');
    assert.equal(placeText(shown, 0, 2.125, 4), 'bar 3 beat 1.5');
    assert.equal(placeText(shown, 0, 5.25, undefined), 'bar 6 beat 2');
  });
});
