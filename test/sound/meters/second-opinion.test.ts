// Our meter beside ffmpeg's ebur128, which nobody here wrote: on sounds with everything in them.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { newMeter } from '../../../src/audio/meters/meter.ts';
import { compile } from '../../../src/engine/compile.ts';
import { renderOffline } from '../../../src/engine/offline/render.ts';
import { songLanguage } from '../../../src/languages/song/song-language.ts';
import { layOut } from '../../../src/timeline/lay-out.ts';
import { loudnessOf } from '../ffmpeg-measure.ts';
import { coreModule, type Sound } from '../listen.ts';

/** Bursts of noise and low notes that come, go and wander, 24 s of it. */
const eventful = (rate: number): Sound => {
  let state = 1;
  const noise = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return state / 2 ** 31;
  };
  const frames = 24 * rate;
  const [left, right] = [new Float32Array(frames), new Float32Array(frames)];
  for (let i = 0; i < frames; i++) {
    const seconds = i / rate;
    const level = 10 ** (-(12 + 10 * Math.sin(seconds * 0.7) + (seconds > 16 ? 20 : 0)) / 20);
    const hit = Math.exp(-((seconds * 2) % 1) * 6);
    const low = Math.sin(2 * Math.PI * (60 + 20 * Math.sin(seconds)) * seconds);
    left[i] = level * (0.5 * low + 0.5 * hit * noise());
    right[i] = level * (0.4 * low + 0.6 * hit * noise());
  }
  return { left, right };
};

const agrees = (sound: Sound, rate: number): void => {
  const meter = newMeter(rate, 2);
  meter.add([sound.left, sound.right]);
  const ours = meter.end();
  const theirs = loudnessOf(sound, rate);
  const told = `ours ${ours.integrated} ${ours.range} ${ours.truePeak}, ffmpeg's ${theirs.lufs} ${theirs.range} ${theirs.truePeakDb}`;
  // Theirs are rounded to a tenth.
  assert.ok(Math.abs(ours.integrated - theirs.lufs) <= 0.11, told);
  assert.ok(Math.abs(ours.range - theirs.range) <= 0.3, told);
  assert.ok(Math.abs(ours.truePeak - theirs.truePeakDb) <= 0.25, told);
};

suite('the meter beside ffmpeg', () => {
  for (const rate of [44_100, 48_000, 96_000])
    test(`noise and low notes at ${rate} Hz`, () => agrees(eventful(rate), rate));

  for (const rate of [44_100, 96_000])
    test(`Night Drive at ${rate} Hz`, () => {
      const text = fs.readFileSync(new URL('../../../samples/night-drive.song', import.meta.url), 'utf8');
      const { song } = songLanguage.read(text);
      const program = compile(song, layOut(song), rate);
      const [left, right]: [number[], number[]] = [[], []];
      const stretch = { from: 60 * rate, to: 90 * rate };
      for (const chunk of renderOffline(coreModule(), program, stretch)) {
        for (const sample of chunk.left) left.push(sample);
        for (const sample of chunk.right) right.push(sample);
      }
      agrees({ left: Float32Array.from(left), right: Float32Array.from(right) }, rate);
    });
});
