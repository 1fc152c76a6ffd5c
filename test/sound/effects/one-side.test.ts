// A mono sound goes through some effects as one side: what comes out is that of two sides that are alike, to the
// last bit, and where the sound becomes stereo the other side goes on as if it had been there all along.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { effects } from '../../../src/vocabulary/effects.ts';
import { CoreEffect, type Settings } from './core-effects.ts';
import { noise } from './inputs.ts';

const blocks = 128 * 60;

const atWork: Readonly<Record<string, readonly [Settings, Settings]>> = {
  EQ3: [
    { low: 4, high: -6 },
    { low: -2, mid: 3, highFrequency: 4000 },
  ],
  Highpass: [{ frequency: 60 }, { frequency: 900 }],
  Filter: [
    { frequency: 900, rolloff: '-48' },
    { frequency: 3000, rolloff: '-12' },
  ],
  ParametricEQ: [
    { 'band1.type': 'highpass', 'band1.frequency': 80, 'band2.type': 'bell', 'band2.gain': 5 },
    { 'band2.type': 'bell', 'band2.gain': -5, 'band5.type': 'highshelf', 'band5.gain': 3 },
  ],
  Compressor: [
    { threshold: -24, ratio: 4 },
    { threshold: -12, ratio: 8 },
  ],
  Duck: [
    { amount: 12, threshold: -40 },
    { amount: 3, threshold: -40 },
  ],
};

suite('a mono sound through an effect', () => {
  test('is half the work where the effect knows how', async () => {
    const able: string[] = [];
    for (const { name } of effects) if ((await CoreEffect.fresh(name)).takesOne) able.push(name);
    assert.deepEqual(able.sort(), Object.keys(atWork).sort());
  });

  for (const [name, [before, after]] of Object.entries(atWork)) {
    test(`${name} gives one side what it gives two that are alike, and goes on in stereo`, async () => {
      const [one, other] = noise((3 * blocks) / 48000, 0.5);
      const third = (sound: Float32Array<ArrayBuffer>, which: number): Float32Array<ArrayBuffer> =>
        sound.slice(which * blocks, (which + 1) * blocks);
      const key = name === 'Duck' ? third(other, 0) : undefined;
      const mono = await CoreEffect.fresh(name, before);
      const both = await CoreEffect.fresh(name, before);
      for (const [which, settings] of [before, after].entries()) {
        mono.set(settings);
        both.set(settings);
        const sound = third(one, which);
        const alone = mono.renderOne(sound, key);
        assert.notDeepEqual(alone, sound, 'it does something');
        const [left, right] = both.render([sound, sound], key);
        assert.deepEqual(alone, left);
        assert.deepEqual(right, left);
      }
      const stereo = [third(one, 2), third(other, 2)] as const;
      assert.deepEqual(mono.render(stereo, key), both.render(stereo, key));
    });
  }
});
