// The curves that the panel draws of equalisers are what the core does: tones are measured with it and without.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { inRoot } from '../../../src/build/root.mjs';
import { compile } from '../../../src/engine/compile.ts';
import { Core } from '../../../src/engine/core/core.ts';
import { songLanguage } from '../../../src/languages/song/song-language.ts';
import { layOut } from '../../../src/timeline/lay-out.ts';
import { type EqBand, responseOf } from '../../../webview/panel/model/eq-response.ts';
import { type ThreeBands, threeBandResponse } from '../../../webview/panel/model/eq3-response.ts';

const rate = 48000;
const midis = [33, 45, 57, 69, 81, 93, 105, 117] as const;
const names = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8'];
const module = new WebAssembly.Module(fs.readFileSync(inRoot('dist/core.wasm')));

const levelOf = (note: string, eq: string): number => {
  const { song } = songLanguage.read(`
song "S" { tempo 60bpm }
instrument tone = Synth { oscillator: sine, envelope.sustain: 100%, envelope.attack: 5ms }
track t { instrument: tone, level: -20dB${eq === '' ? '' : `, eq: ${eq}`} }
section a 1 bars { t: "${note}" }
arrange a
`);
  const core = new Core(module, rate);
  core.load(compile(song, layOut(song), rate));
  core.play();
  const [left, right] = [new Float32Array(128), new Float32Array(128)];
  let sum = 0;
  for (let block = 0; block < 190; block++) {
    core.process(left, right);
    if (block >= 94) for (const sample of left) sum += sample * sample;
  }
  return 10 * Math.log10(sum);
};

const plain = new Map<string, number>();
const plainLevel = (note: string): number => {
  const known = plain.get(note) ?? levelOf(note, '');
  plain.set(note, known);
  return known;
};

suite('the curve of an equaliser', () => {
  const cases: readonly (readonly [string, readonly EqBand[]])[] = [
    ['bell 440Hz 9dB 1.5', [{ type: 'bell', frequency: 440, gain: 9, Q: 1.5 }]],
    [
      'highpass 120Hz 0.7, highshelf 3kHz -8dB 0.9',
      [
        { type: 'highpass', frequency: 120, gain: 0, Q: 0.7 },
        { type: 'highshelf', frequency: 3000, gain: -8, Q: 0.9 },
      ],
    ],
    ['lowshelf 200Hz 6dB 0.8', [{ type: 'lowshelf', frequency: 200, gain: 6, Q: 0.8 }]],
    ['lowpass 1kHz 3', [{ type: 'lowpass', frequency: 1000, gain: 0, Q: 3 }]],
    ['notch 900Hz 2', [{ type: 'notch', frequency: 900, gain: 0, Q: 2 }]],
  ];
  const threeBands: readonly (readonly [string, Partial<ThreeBands>])[] = [
    ['low -6dB, high 4dB', { low: -6, high: 4 }],
    ['mid 9dB, lowFrequency 200Hz, highFrequency 1.2kHz', { mid: 9, lowFrequency: 200, highFrequency: 1200 }],
    ['low 3dB, mid -40dB', { low: 3, mid: -40 }],
  ];
  const flat: ThreeBands = { low: 0, mid: 0, high: 0, lowFrequency: 400, highFrequency: 2500 };
  const curves = [
    ...cases.map(
      ([eq, bands]) => [eq, (hertz: readonly number[]) => responseOf(bands, hertz, rate)] as const,
    ),
    ...threeBands.map(
      ([eq, bands]) =>
        [eq, (hertz: readonly number[]) => threeBandResponse({ ...flat, ...bands }, hertz, rate)] as const,
    ),
  ];
  for (const [eq, response] of curves)
    test(`is what the core does: ${eq}`, () => {
      const hertz = midis.map((midi) => 440 * 2 ** ((midi - 69) / 12));
      const drawn = response(hertz);
      for (const [index, note] of names.entries()) {
        const heard = levelOf(note, eq) - plainLevel(note);
        if (heard < -50) continue;
        assert.ok(Math.abs(heard - drawn[index]!) < 0.1, `${note}: heard ${heard}, drawn ${drawn[index]}`);
      }
    });
});
