// The impulse responses that come along: they fall as fast as they say, end in silence, hold nothing below hearing,
// are wide, and are the same every time they are made; and a song plays them by their names.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { suite, test } from 'mocha';
import { decodeAudio } from '../../src/audio/decode.ts';
import { writeFlac } from '../../src/build/sounds/flac-writer.ts';
import { madeResponse } from '../../src/build/sounds/responses.ts';
import { compile } from '../../src/engine/compile.ts';
import { Core } from '../../src/engine/core/core.ts';
import { SoundStore } from '../../src/engine/sounds/store.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { diskSounds } from '../../src/sounds/disk-sounds.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { bundledResponses } from '../../src/vocabulary/bundled-sounds.ts';
import { decaySeconds } from './decay-seconds.ts';
import { coreModule, decibels, listen, peak, play, rms } from './listen.ts';

const folder = path.resolve(import.meta.dirname, '../../dist/sounds/responses');
const read = async (name: string) => decodeAudio(fs.readFileSync(path.join(folder, `${name}.flac`)));

for (const { name, decay } of bundledResponses)
  suite(`the ${name} that comes along`, () => {
    test('falls by 60 dB in the time that it says, in each band, within 5 %', async () => {
      const { channels, sampleRate } = await read(name);
      for (const [hertz, seconds] of decay) {
        const found =
          channels.reduce((sum, channel) => sum + decaySeconds(channel, sampleRate, hertz), 0) /
          channels.length;
        if (process.env['CODETTA_FIGURES'])
          console.log(`      ${hertz} Hz: ${found.toFixed(3)} s, ${(found / seconds).toFixed(3)}`);
        assert.ok(Math.abs(found / seconds - 1) < 0.05, `${hertz} Hz: ${found.toFixed(3)} s, not ${seconds}`);
      }
    });

    test('holds no constant part, nor ends in a click', async () => {
      const { channels } = await read(name);
      for (const channel of channels) {
        const sum = channel.reduce((total, x) => total + x, 0);
        const loud = Math.sqrt(channel.reduce((total, x) => total + x * x, 0));
        assert.ok(Math.abs(sum) < 0.02 * loud, `a constant part of ${sum / loud}`);
        assert.ok(peak(channel.subarray(-48)) < peak(channel) * 1e-5, 'it ends loud');
      }
    });

    test('is wide: its sides are as loud as one another, and not alike', async () => {
      const { channels } = await read(name);
      const [left, right] = channels as [Float32Array, Float32Array];
      const together = left.reduce((sum, x, i) => sum + x * right[i]!, 0);
      const likeness = together / (left.length * rms(left) * rms(right));
      assert.ok(Math.abs(decibels(rms(left) / rms(right))) < 0.1);
      assert.ok(Math.abs(likeness) < 0.4, `${likeness}`);
    });

    test('answers a song that names it, and rings on when the note has ended', async () => {
      const text = `song "R" { tempo 120bpm }\ninstrument i = Synth { envelope.release: 10ms }\ntrack t { instrument: i, convolver: ${name} }\nsection a 4 bars { t: "c4*4 ~ ~ ~ ~ ~ ~ ~" }\narrange a`;
      const { song, problems } = songLanguage.read(text);
      assert.deepEqual(problems, []);
      const store = new SoundStore(diskSounds({}));
      await store.bring(song, layOut(song));
      assert.deepEqual(store.faults(song, layOut(song)), []);
      const program = compile(song, layOut(song), 48_000, store);
      assert.equal(program.samples.length, 1);
      const { left, right } = listen(program, 1.5);
      assert.ok(rms(left.subarray(12_600, 14_400)) > 1e-4, 'it does not ring');
      assert.ok(
        left.some((x, i) => Math.abs(x - right[i]!) > 1e-3),
        'it is narrow',
      );
    });
  });

test('a room that is made ready bit by bit, as on the audio thread, sounds as one that is ready at once', async () => {
  const text = `song "R" { tempo 120bpm }\ninstrument i = Synth\ntrack t { instrument: i, convolver: hall, convolver2: room }\nsection a 4 bars { t: "c4 e4 ~ g4" }\narrange a`;
  const { song } = songLanguage.read(text);
  const store = new SoundStore(diskSounds({}));
  await store.bring(song, layOut(song));
  // The responses are of 48 kHz: one is read as it is, the other between its frames.
  for (const rate of [48_000, 44_100]) {
    const program = compile(song, layOut(song), rate, store);
    const [spread, atOnce] = (['now', 'with the song'] as const).map((tables) => {
      const core = new Core(coreModule(), rate, tables);
      core.load(program);
      play(core, 1024);
      core.play();
      return play(core, 5 * rate);
    });
    assert.ok(rms(spread!.left.subarray(4 * rate)) > 1e-4, 'it does not ring');
    assert.deepEqual(spread, atOnce, `${rate} Hz`);
  }
}).timeout(60_000);

test('a response is the same, byte by byte, each time it is made from its seed', () => {
  // The room takes a second, the others several.
  const again = writeFlac(madeResponse('room'), 48_000, 24);
  assert.ok(fs.readFileSync(path.join(folder, 'room.flac')).equals(again));
});
