// What of a recording a clip's waveform shows: where it is cut, turned, looped, faded and made louder.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { clipGain, recordingSecond, swing } from '../../webview/panel/model/clip-picture.ts';

const clip = {
  startSeconds: 10,
  lengthSeconds: 8,
  fromSeconds: 2,
  rate: 1,
  gainDb: 0,
  fadeIn: 0,
  fadeOut: 0,
};
/** A recording of eight seconds that grows louder second by second, at 4 and at 1 point a second. */
const wave = {
  hash: 'a',
  seconds: 8,
  levels: [4, 1].map((pointsPerSecond) => ({
    pointsPerSecond,
    points: Int8Array.from({ length: 16 * pointsPerSecond }, (_, index) => {
      const second = Math.floor(Math.floor(index / 2) / pointsPerSecond);
      return (index % 2 === 0 ? -1 : 1) * 10 * second;
    }),
  })),
};

suite('The waveform of a clip', () => {
  test('begins where the clip is cut, and runs as fast as it is played', () => {
    assert.equal(recordingSecond(clip, 10), 2);
    assert.equal(recordingSecond({ ...clip, rate: 2 }, 12), 6);
  });

  test('comes round where it loops, and backwards where it is turned', () => {
    const looped = { ...clip, loop: { from: 2, to: 5 } };
    assert.deepEqual(
      [10, 12, 13, 17].map((at) => recordingSecond(looped, at)),
      [2, 4, 2, 3],
    );
    assert.equal(recordingSecond({ ...clip, fromSeconds: 0, reversed: { from: 0, to: 8 } }, 11), 7);
  });

  test('swings as the recording does there, at any width', () => {
    const highest = (from: number, to: number): number => Math.round(swing(clip, wave, from, to)[1] * 127);
    assert.equal(highest(10, 10.1), 20);
    assert.equal(highest(11, 11.25), 30);
    assert.equal(highest(10, 13), 40);
    assert.equal(Math.round(swing(clip, wave, 13, 13.5)[0] * 127), -50);
  });

  test('is as large as gain and fades make it, and never larger than full scale', () => {
    const faded = { ...clip, gainDb: -6, fadeIn: 2, fadeOut: 4 };
    assert.ok(Math.abs(clipGain(faded, 11) - 0.5 * 10 ** (-6 / 20)) < 1e-9);
    assert.equal(clipGain(faded, 18), 0);
    assert.ok(Math.abs(clipGain(faded, 17) - 0.25 * 10 ** (-6 / 20)) < 1e-9);
    assert.equal(swing({ ...clip, gainDb: 40 }, wave, 13, 13.5)[1], 1);
  });
});
