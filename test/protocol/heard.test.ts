// What was heard crosses to the page as it is: silence, arrays and all.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { type HeardSong, heardFromText, heardToText } from '../../src/protocol/heard.ts';

suite('what was heard, as text', () => {
  test('is the same on the other side', () => {
    const bars = {
      loudness: Float64Array.from([-14.25, -Infinity]),
      peak: Float64Array.from([0.5, 1 / 3]),
      correlation: Float64Array.from([1, -1]),
      left: new Float64Array(0),
      right: new Float64Array(0),
      both: new Float64Array(0),
    };
    const mix = {
      integrated: -Infinity,
      seconds: 12.5,
      sections: [{ loudness: -9, shortTermMax: -Infinity }],
      bars,
    };
    const heard = {
      measured: { mix, tracks: [null, mix], references: { 'a.wav': { ok: false, reason: 'gone.' } } },
      recordings: {
        'takes/a.wav': { seconds: 2, clipped: [0.5], cuts: [{ seconds: 0, jumpDb: -Infinity }] },
      },
    } as unknown as HeardSong;
    assert.deepEqual(heardFromText(heardToText(heard)), heard);
  });
});
