// Recordings that come in while a song plays have memory of their own, however much they need.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { inRoot } from '../../../src/build/root.mjs';
import { compile } from '../../../src/engine/compile.ts';
import { Core } from '../../../src/engine/core/core.ts';
import type { Program, SampleProgram } from '../../../src/engine/program.ts';
import { songLanguage } from '../../../src/languages/song/song-language.ts';
import { layOut } from '../../../src/timeline/lay-out.ts';

const rate = 48000;
const minutes = 3;

const song: Program = (() => {
  const { song } = songLanguage.read(`
song "Hall" { tempo 120bpm }
instrument organ = Synth { oscillator: sine }
pattern part = "a2 e3 a3 c4"
track organ { instrument: organ, eq: low 2dB, send hall: -6dB }
bus hall { reverb: 3s, highpass: 200Hz }
section a 8 bars { organ: part }
arrange a
`);
  return compile(song, layOut(song), rate);
})();

/** Loud from end to end, so that whatever it lies upon is another sound. */
const recording = (name: string): SampleProgram => ({
  hash: name,
  sampleRate: rate,
  channels: [new Float32Array(minutes * 60 * rate).fill(0.7)],
});

const heard = (update?: Program): Float32Array => {
  const core = new Core(new WebAssembly.Module(fs.readFileSync(inRoot('dist/core.wasm'))), rate);
  core.load(song);
  if (update) core.update(update, 'now');
  core.play();
  const [left, right] = [new Float32Array(2 * rate), new Float32Array(2 * rate)];
  core.process(left, right);
  return left;
};

suite('Recordings that come in while a song is there', () => {
  test('leave its effects as they are, a quarter of an hour of them too', () => {
    const samples = ['one', 'two', 'three', 'four', 'five'].map(recording);
    const before = heard();
    assert.ok(before.some((value) => Math.abs(value) > 0.01));
    assert.deepEqual(heard({ ...song, samples }), before);
  });
});
