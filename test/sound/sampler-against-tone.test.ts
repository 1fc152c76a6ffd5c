// The Sampler beside Tone.js's own, in headless Chromium: the same recordings, notes, attack, release and curve,
// compared as waves. Chromium interpolates in straight lines, so the recordings are low and round.

import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { decibels, rms } from './listen.ts';
import { rate, recording, sampler, zone } from './sampled.ts';
import { ToneVoices } from './voices/tone-voices.ts';

/** A plucked tone of three partials. */
const pluck = (hertz: number): Float32Array =>
  Float32Array.from({ length: 3 * rate }, (_, i) => {
    const t = i / rate;
    return [0.5, 0.25, 0.12].reduce(
      (sum, gain, k) => sum + gain * Math.exp(-(1 + k) * t) * Math.sin(2 * Math.PI * hertz * (k + 1) * t),
      0,
    );
  });

/** As the master's filter at 4 Hz leaves it: it turns low tones by a few degrees. */
function withoutConstant(sound: Float32Array): Float32Array {
  const g = Math.tan((Math.PI * 4) / rate);
  let state = 0;
  return sound.map((x) => {
    const v = ((x - state) * g) / (1 + g);
    const low = v + state;
    state = low + v;
    return x - low;
  });
}

/** Notes of a bar of two seconds, as the song has them and as Tone is given them. */
const bar = 'c4 g4 [f3 b3] ~';
const notes = [
  { midi: 60, at: 0, length: 0.5 },
  { midi: 67, at: 0.5, length: 0.5 },
  { midi: 53, at: 1, length: 0.25 },
  { midi: 59, at: 1.25, length: 0.25 },
].map((note) => ({ ...note, velocity: 0.8 }));

const cases: readonly (readonly [
  settings: string,
  options: Record<string, number | string>,
  belowDb: number,
])[] = [
  ['', {}, -65],
  ['release: 300ms', { release: 0.3 }, -65],
  ['attack: 50ms, release: 200ms, curve: linear', { attack: 0.05, release: 0.2, curve: 'linear' }, -65],
  ['attack: 100ms, curve: exponential', { attack: 0.1, curve: 'exponential' }, -65],
];

suite("a Sampler beside Tone.js's", () => {
  let tone: ToneVoices;
  suiteSetup(async () => {
    tone = await ToneVoices.open();
  });
  suiteTeardown(() => tone?.close());

  for (const [settings, options, belowDb] of cases)
    test(`agrees with it: ${settings || 'as it comes'}`, async () => {
      const [low, high] = [pluck(131), pluck(262)];
      const theirs = withoutConstant(await tone.renderSampler({ C3: low, C4: high }, options, notes, 2));
      const ours = sampler(
        bar,
        [zone('low', { root: 48, keys: [0, 53] }), zone('high', { root: 60, keys: [54, 127] })],
        { low: recording(low), high: recording(high) },
        { settings },
      ).left.map((x) => x * Math.SQRT2);
      const apart = theirs.map((x, i) => x - ours[i]!);
      const differenceDb = decibels(rms(apart) / rms(theirs));
      if (process.env['CODETTA_FIGURES']) console.log(`${settings}: ${differenceDb.toFixed(1)} dB`);
      assert.ok(differenceDb < belowDb, `${differenceDb} dB`);
    });
});
