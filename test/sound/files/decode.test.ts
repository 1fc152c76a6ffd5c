// Files of sound that ffmpeg wrote, read by us: the same samples, wherever the kind of file keeps them.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { decodeAudio } from '../../../src/audio/decode.ts';
import type { DecodedAudio } from '../../../src/audio/decoded.ts';

const tone = 'aevalsrc=0.4*sin(440*2*PI*t)*(1-t/2)|0.3*sin(660*2*PI*t):d=1.5:s=44100';

suite('reading files of sound', () => {
  let folder: string;
  let original: DecodedAudio;
  suiteSetup(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-files-'));
    original = await made('original.wav', 'pcm_f32le');
  });
  suiteTeardown(() => fs.rmSync(folder, { recursive: true, force: true }));

  async function made(name: string, codec: string, ...more: readonly string[]): Promise<DecodedAudio> {
    const file = path.join(folder, name);
    execFileSync('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', tone, '-c:a', codec, ...more, file]);
    return decodeAudio(fs.readFileSync(file));
  }

  /** The largest difference of any sample, and of the lengths. */
  function differences(sound: DecodedAudio): { readonly level: number; readonly frames: number } {
    assert.equal(sound.sampleRate, original.sampleRate);
    assert.equal(sound.channels.length, original.channels.length);
    let level = 0;
    for (const [index, channel] of sound.channels.entries()) {
      const from = original.channels[index]!;
      const frames = Math.min(channel.length, from.length);
      for (let i = 0; i < frames; i++) level = Math.max(level, Math.abs(channel[i]! - from[i]!));
    }
    return { level, frames: Math.abs(sound.channels[0]!.length - original.channels[0]!.length) };
  }

  const exact: readonly (readonly [name: string, codec: string, bits: number, ...more: string[]])[] = [
    ['8.wav', 'pcm_u8', 7],
    ['16.wav', 'pcm_s16le', 15],
    ['24.wav', 'pcm_s24le', 23],
    ['32.wav', 'pcm_s32le', 24],
    ['double.wav', 'pcm_f64le', 24],
    ['extensible.wav', 'pcm_s24le', 23, '-channel_layout', 'stereo'],
    ['long.wav', 'pcm_s16le', 15, '-rf64', 'always'],
    ['16.aiff', 'pcm_s16be', 15],
    ['24.aiff', 'pcm_s24be', 23],
    ['little.aifc', 'pcm_s16le', 15, '-f', 'aiff'],
    ['float.aifc', 'pcm_f32be', 24, '-f', 'aiff'],
    ['16.flac', 'flac', 15, '-sample_fmt', 's16'],
    ['24.flac', 'flac', 23, '-sample_fmt', 's32'],
    ['best.flac', 'flac', 15, '-sample_fmt', 's16', '-compression_level', '12'],
    ['quick.flac', 'flac', 15, '-sample_fmt', 's16', '-compression_level', '0'],
  ];
  for (const [name, codec, bits, ...more] of exact)
    test(`${name} to its last bit`, async () => {
      const { level, frames } = differences(await made(name, codec, ...more));
      assert.equal(frames, 0);
      assert.ok(level <= 2 ** -bits, `${level}`);
    });

  const lossy: readonly (readonly [name: string, codec: string, ...more: string[]])[] = [
    ['good.mp3', 'libmp3lame', '-b:a', '320k'],
    ['variable.mp3', 'libmp3lame', '-q:a', '0'],
    ['good.ogg', 'libvorbis', '-q:a', '9'],
  ];
  for (const [name, codec, ...more] of lossy)
    test(`${name} to what its kind keeps, neither late nor longer`, async () => {
      const { level, frames } = differences(await made(name, codec, ...more));
      assert.equal(frames, 0);
      assert.ok(level < 0.02, `${level}`);
    });

  test('a FLAC or MP3 cut short or bent is told of or played short, and nothing else happens', async () => {
    for (const name of ['16.flac', 'good.mp3', 'good.ogg']) {
      const whole = fs.readFileSync(path.join(folder, name));
      for (let i = 1; i < 24; i++) {
        const at = Math.floor((whole.length * i) / 24);
        const bent = Uint8Array.from(whole, (byte, index) =>
          index > at && index < at + 9 ? 255 - byte : byte,
        );
        for (const file of [whole.subarray(0, at), bent])
          await decodeAudio(file).catch((error: unknown) =>
            assert.equal((error as Error).name, 'AudioFileError', `${name} at ${at}: ${error}`),
          );
      }
    }
  });
});
