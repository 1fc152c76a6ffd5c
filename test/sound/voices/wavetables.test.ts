// Wavetables: every one without aliases at any pitch, morphed without a step, the same each time it is made, and
// played by every instrument that has oscillators.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, suiteTeardown, test } from 'mocha';
import { decodeAudio } from '../../../src/audio/decode.ts';
import { writeFlac } from '../../../src/build/sounds/flac-writer.ts';
import { wavetable } from '../../../src/build/sounds/wavetables.ts';
import { compile } from '../../../src/engine/compile.ts';
import { soundProblems } from '../../../src/engine/sounds/faults.ts';
import { SoundStore } from '../../../src/engine/sounds/store.ts';
import { songLanguage } from '../../../src/languages/song/song-language.ts';
import { diskSounds } from '../../../src/sounds/disk-sounds.ts';
import { layOut } from '../../../src/timeline/lay-out.ts';
import { bundledWavetables } from '../../../src/vocabulary/wavetables.ts';
import { wavOf } from '../../audio/wavs.ts';
import { listen, peak, rms } from '../listen.ts';
import { spectrum } from './measure.ts';

const rate = 48_000;
const store = new SoundStore(diskSounds({}));

async function played(
  instrument: string,
  note: string,
  { seconds = 2, more = '', piece = 128, from = store } = {},
) {
  const text = `song "W" { tempo 60bpm }\ninstrument i = ${instrument}\ntrack t { instrument: i }\nsection a 1 bars { t: "${note}@4" }\narrange a\n${more}`;
  const { song, problems } = songLanguage.read(text);
  assert.deepEqual(problems, []);
  const timeline = layOut(song);
  await from.bring(song, timeline);
  assert.deepEqual(from.faults(song, timeline), []);
  return listen(compile(song, timeline, rate, from), seconds, piece).left;
}

const synth = (table: string, position: number | string): string =>
  `Synth { oscillator: { type: wavetable, table: ${table}, position: ${position} }, envelope: { attack: 1ms, sustain: 100% } }`;

/** The strongest beside the note and its partials, in dB to the strongest. */
function besideDb(sound: Float32Array, hertz: number, size = 32_768): number {
  const power = spectrum(sound, 24_000, size);
  let [most, beside] = [0, 0];
  for (const [bin, value] of power.entries()) {
    const at = (bin * rate) / size;
    const partial = Math.round(at / hertz);
    if (partial >= 1 && Math.abs(at - partial * hertz) < (8 * rate) / size) most = Math.max(most, value);
    else if (bin > 10) beside = Math.max(beside, value);
  }
  return 10 * Math.log10(beside / most);
}

suite('wavetables', () => {
  for (const { name } of bundledWavetables)
    test(`${name} has no aliases over -80 dB, from low to C8`, async () => {
      for (const [note, midi] of [
        ['c3', 48],
        ['c6', 84],
        ['c8', 108],
      ] as const) {
        const beside = besideDb(await played(synth(name, 0.4), note), 440 * 2 ** ((midi - 69) / 12));
        if (process.env['CODETTA_FIGURES']) console.log(`      ${note}: ${beside.toFixed(1)} dB`);
        assert.ok(beside < -80, `${note}: ${beside.toFixed(1)} dB`);
      }
    });

  test('are at full level, none of them silent at any place', () => {
    for (const { name } of bundledWavetables) {
      const table = wavetable(name);
      assert.ok(peak(Float32Array.from(table)) <= 0.99, name);
      for (let at = 0; at < table.length; at += 2048)
        assert.ok(rms(Float32Array.from(table.subarray(at, at + 2048))) > 0.15, `${name} at ${at / 2048}`);
    }
  });

  test('morph by automation without a click, from the first period to the last', async () => {
    const moved = await played(synth('bright', 0), 'c4', {
      seconds: 4,
      more: 'automate t.oscillator.position in a { 0%: 0%, 100%: 100% }',
    });
    const bright = (from: number): number => {
      const power = spectrum(moved, from, 16_384);
      return power.subarray(700).reduce((sum, x) => sum + x, 0) / power.reduce((sum, x) => sum + x, 0);
    };
    assert.ok(bright(4800) < 1e-5 && bright(160_000) > 1e-3, `${bright(4800)} ${bright(160_000)}`);
    // A click would be heard above all partials, where a tone that stands still has nothing.
    const power = spectrum(moved, 60_000, 32_768);
    const above = power.subarray(15_600).reduce((most, x) => Math.max(most, x), 0);
    const whole = power.reduce((most, x) => Math.max(most, x), 0);
    assert.ok(10 * Math.log10(above / whole) < -80, `${10 * Math.log10(above / whole)} dB`);
  });

  test('are played by every instrument that has oscillators, in unison too, and in any pieces alike', async () => {
    const table = 'type: wavetable, table: vowel, position: 60%';
    for (const instrument of [
      `Synth { oscillator: { ${table} } }`,
      `Synth { oscillator: { type: fatwavetable, table: organ } }`,
      `PolySynth(Synth) { oscillator: { ${table} } }`,
      `MonoSynth { oscillator: { ${table} } }`,
      `DuoSynth { voice0: { oscillator: { ${table} } }, voice1: { oscillator: { type: wavetable, table: glass } } }`,
      `AMSynth { oscillator: { ${table} } }`,
      `FMSynth { modulation: { ${table} } }`,
      `MembraneSynth { oscillator: { ${table} } }`,
    ]) {
      const sound = await played(instrument, 'c3', { seconds: 0.5 });
      assert.ok(rms(sound) > 0.003, `${instrument}: ${rms(sound)}`);
      assert.deepEqual(await played(instrument, 'c3', { seconds: 0.5, piece: 1280 }), sound, instrument);
    }
  });

  test('of a DuoSynth are each its own', async () => {
    const of = (one: string, other: string): Promise<Float32Array> =>
      played(
        `DuoSynth { voice0: { oscillator: { type: wavetable, table: ${one} } }, voice1: { oscillator: { type: wavetable, table: ${other} } } }`,
        'c3',
        { seconds: 0.5 },
      );
    assert.notDeepEqual(await of('vowel', 'glass'), await of('vowel', 'organ'));
    assert.notDeepEqual(await of('vowel', 'glass'), await of('glass', 'glass'));
  });

  test('are the same, byte by byte, each time they are made', () => {
    const folder = path.resolve(import.meta.dirname, '../../../dist/sounds/wavetables');
    for (const { name } of bundledWavetables)
      assert.ok(
        fs.readFileSync(path.join(folder, `${name}.flac`)).equals(writeFlac([wavetable(name)], rate, 24)),
        `${name} is another one`,
      );
  });

  suite('of a person’s own', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'own-wavetables-'));
    const song = path.join(folder, 'a.song');
    const sounds = () => new SoundStore(diskSounds({ song, folder }));
    const write = (name: string, samples: Float32Array): void =>
      fs.writeFileSync(path.join(folder, name), wavOf([samples]));
    suiteTeardown(() => fs.rmSync(folder, { recursive: true }));

    test('play by their path, the same as those that come along', async () => {
      const { channels } = await decodeAudio(
        fs.readFileSync(path.resolve(import.meta.dirname, '../../../dist/sounds/wavetables/glass.flac')),
      );
      fs.mkdirSync(path.join(folder, 'waves'));
      write('waves/mine.wav', channels[0]! as Float32Array);
      const own = await played(synth('"waves/mine.wav"', 0.4), 'c4', { from: sounds() });
      const glass = await played(synth('glass', 0.4), 'c4');
      assert.ok(peak(own) > 0.05);
      // The file has 16 bits.
      assert.ok(own.every((value, i) => Math.abs(value - glass[i]!) < 1e-3));
    });

    test('of no whole periods, and missing ones, are told of on their path', async () => {
      write('short.wav', new Float32Array(3000));
      for (const [file, words] of [
        ['short.wav', /whole periods of 2048 samples, and it has 3000/],
        ['none.wav', /none\.wav can't be played/],
        ['../out.wav', /can't be played/],
      ] as const) {
        const text = `song "W" { tempo 60bpm }\ninstrument i = ${synth(`"${file}"`, 0)}\ntrack t { instrument: i }\nsection a 1 bars { t: "c4" }\narrange a\n`;
        const reading = songLanguage.read(text);
        assert.deepEqual(reading.problems, []);
        const from = sounds();
        await from.bring(reading.song, layOut(reading.song));
        const [problem] = soundProblems(reading.song, from.faults(reading.song, layOut(reading.song)));
        assert.match(problem!.message, words);
        const { from: start, to } = reading.origins[problem!.id]!;
        assert.equal(text.slice(start, to), `"${file}"`);
        const printed = songLanguage.print(reading.song, reading.origins);
        assert.match(printed, new RegExp(`table: "${file.replaceAll('.', '\\.')}"`));
      }
    });
  });
});
