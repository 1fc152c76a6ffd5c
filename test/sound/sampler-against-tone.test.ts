// The Sampler beside Tone.js's own, in headless Chromium: the same recordings and notes, set as the rows of
// voices/beside-tone/sampled.ts say. Chromium interpolates in straight lines, so the recordings are low and round.

import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { instrumentNamed } from '../../src/vocabulary/instruments.ts';
import { written } from '../../src/vocabulary/written.ts';
import { rate, recording, sampler, zone } from './sampled.ts';
import { sampled } from './voices/beside-tone/sampled.ts';
import type { Settings } from './voices/core-voices.ts';
import { holdBeside } from './voices/hold-beside.ts';
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

/** Settings as a song writes them. */
const inSong = (settings: Settings): string =>
  Object.entries(settings)
    .map(([path, value]) => {
      const row = instrumentNamed('Sampler')!.parameters.find((one) => one.path === path)!;
      return `${path}: ${row.kind === 'number' ? written(Number(value), row.quantity) : value}`;
    })
    .join(', ');

suite("a Sampler beside Tone.js's", () => {
  let tone: ToneVoices;
  suiteSetup(async () => {
    tone = await ToneVoices.open();
  });
  suiteTeardown(() => tone?.close());

  for (const row of sampled)
    test(`agrees with it: ${row.name}`, async () => {
      const [low, high] = [pluck(131), pluck(262)];
      const theirs = withoutConstant(await tone.renderSampler({ C3: low, C4: high }, row.settings, notes, 2));
      const ours = sampler(
        bar,
        [zone('low', { root: 48, keys: [0, 53] }), zone('high', { root: 60, keys: [54, 127] })],
        { low: recording(low), high: recording(high) },
        { settings: inSong(row.settings) },
      ).left.map((x) => x * Math.SQRT2);
      holdBeside(theirs, ours, row, rate);
    });
});
