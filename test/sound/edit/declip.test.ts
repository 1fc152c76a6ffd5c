// Tops that were cut off come back near to what they were, and nothing else changes.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { clippedRuns } from '../../../src/audio/analysis/clipping.ts';
import { declipped } from '../../../src/audio/edit/declip.ts';
import { editRecording, readEdit } from '../../../src/sounds/edit-recording.ts';
import { newNoise, rate, together, voice } from '../../audio/analysis/sounds.ts';

/** What was sung, its highest point that many decibels over full scale. */
const over = (samples: Float32Array, decibels: number): Float32Array => {
  const highest = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return samples.map((value) => (value * 10 ** (decibels / 20)) / highest);
};

/** What a converter of 16 bits made of it. */
const recorded = (samples: Float32Array): Float32Array =>
  samples.map((value) => Math.round(Math.max(-1, Math.min(1, value)) * 32_767) / 32_767);

/** Where it was cut off, how far both are off what was sung, in dB below it. */
const errors = (sung: Float32Array, cut: Float32Array, made: Float32Array) => {
  let [all, before, after] = [0, 0, 0];
  for (let i = 0; i < sung.length; i++) {
    if (Math.abs(sung[i]!) <= 1) continue;
    all += sung[i]! ** 2;
    before += (cut[i]! - sung[i]!) ** 2;
    after += (made[i]! - sung[i]!) ** 2;
  }
  return { before: 10 * Math.log10(all / before), after: 10 * Math.log10(all / after) };
};

const mended = (samples: Float32Array): Float32Array =>
  declipped({ sampleRate: rate, channels: [samples] }).channels[0]! as Float32Array;

const vibrato =
  (hertz: number) =>
  (seconds: number): number =>
    hertz * 2 ** (0.025 * Math.sin(2 * Math.PI * 5.5 * seconds));

/** As somebody sings: softer and louder. */
const breathing = (samples: Float32Array): Float32Array =>
  samples.map((value, i) => value * Math.min(1, i / 2000) * (0.6 + 0.4 * Math.sin(i / 9000)));

const sounds: Readonly<Record<string, Float32Array>> = {
  'a low voice': breathing(voice(2, vibrato(110))),
  'a voice': breathing(voice(2, vibrato(220))),
  'a voice with breath': breathing(voice(2, vibrato(220), { breath: 0.02 })),
  'a chord': breathing(
    together(
      2,
      [220, 277.2, 329.6, 554].map((hertz) => [0, voice(2, () => hertz, { level: 0.15 })] as const),
    ),
  ),
};

suite('Tops that were cut off', () => {
  for (const [what, sound] of Object.entries(sounds)) {
    test(`of ${what} come back, the better the less is missing`, () => {
      for (const [decibels, better] of [
        [1.5, 7],
        [3, 3.5],
        [6, 3.5],
      ] as const) {
        const sung = over(sound, decibels);
        const cut = recorded(sung);
        assert.ok(clippedRuns({ channels: [cut] }).length > 5, 'it is cut off');
        const { before, after } = errors(sung, cut, mended(cut));
        assert.ok(after > before + better, `${decibels} dB: ${before} dB before, ${after} dB after`);
      }
    });
  }

  test('are over full scale afterwards, by what was missing and no more than 12 dB', () => {
    const highest = mended(recorded(over(sounds['a voice']!, 3))).reduce((most, x) => Math.max(most, x), 0);
    assert.ok(highest > 1.2 && highest < 1.6, `${highest}`);
    const noise = newNoise(5);
    const wild = Float32Array.from({ length: rate }, () => Math.max(-1, Math.min(1, 30 * noise())));
    for (const value of mended(wild)) assert.ok(Math.abs(value) <= 4.001, `${value}`);
  });

  test('are all that changes: what was not cut off is the same to the last bit', () => {
    const cut = recorded(over(sounds['a voice']!, 4));
    const made = mended(cut);
    const isCut = new Uint8Array(cut.length);
    for (const { from, samples } of clippedRuns({ channels: [cut] })) isCut.fill(1, from, from + samples);
    for (let i = 0; i < cut.length; i++) if (!isCut[i]) assert.equal(made[i], cut[i]);
    const whole = recorded(over(sounds['a voice']!, -3));
    assert.equal(mended(whole), whole, 'nothing was cut off');
    const silence = new Float32Array(1000);
    assert.equal(mended(silence), silence);
  });

  test('are found by the whole file, and mended before a part of it is taken', () => {
    const sung = over(sounds['a voice']!, 3);
    const cut = { sampleRate: rate, channels: [recorded(sung)] };
    const part = editRecording(cut, readEdit('{"from":0.5,"to":1.5,"declip":true}'));
    assert.deepEqual(part.channels[0], mended(cut.channels[0]!).slice(0.5 * rate, 1.5 * rate));
    assert.throws(() => readEdit('{"from":0.5,"to":1.5,"declip":"yes"}'));
  });
});
