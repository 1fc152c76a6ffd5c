// The picture of a sound, as a clip shows it.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { waveform } from '../../src/audio/waveform.ts';

suite('the picture of a sound', () => {
  test('shows how far each stretch swings, from all channels', () => {
    const left = new Float32Array(1024);
    const right = new Float32Array(1024);
    left[300] = 0.5;
    right[900] = -1;
    const [level] = waveform([left, right], 48_000);
    assert.equal(level!.pointsPerSecond, 187.5);
    assert.deepEqual([...level!.points], [0, 0, 0, 64, 0, 0, -127, 0]);
  });

  test('has coarser pictures of the same, each with a quarter of the points', () => {
    const sound = Float32Array.from({ length: 400_000 }, (_, i) => (i === 123_456 ? 1 : 0.1 * Math.sin(i)));
    const levels = waveform([sound], 44_100);
    assert.deepEqual(
      levels.map(({ points }) => points.length / 2),
      [1563, 391, 98],
    );
    for (const { points } of levels) assert.equal(Math.max(...points), 127);
    assert.ok(levels.every(({ points }) => Math.min(...points) === -13));
  });

  test('shows what is louder than full scale as full, and what is soft as something', () => {
    const [level] = waveform([Float32Array.of(3, -3), Float32Array.of(0.001, -0.001)], 48_000);
    assert.deepEqual([...level!.points], [-127, 127]);
    assert.deepEqual([...waveform([Float32Array.of(0.001, -0.001)], 48_000)[0]!.points], [-1, 1]);
  });
});
