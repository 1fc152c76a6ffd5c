// WAV and AIFF files: what is read from right ones, and what is said of those that lie.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { decodeAudio } from '../../src/audio/decode.ts';
import { bytes, u16, u32, wav } from './files.ts';

const four = bytes(u16(0), u16(16384), u16(-16384), u16(-32768));

const refused = (file: Uint8Array, words: RegExp): Promise<void> =>
  assert.rejects(decodeAudio(file), { name: 'AudioFileError', message: words });

suite('reading WAV', () => {
  test('gives 16 bits as they are, full scale being 1', async () => {
    const { sampleRate, channels } = await decodeAudio(wav(four));
    assert.equal(sampleRate, 48000);
    assert.deepEqual(
      channels.map((channel) => [...channel]),
      [[0, 0.5, -0.5, -1]],
    );
  });

  test('takes two channels apart', async () => {
    const { channels } = await decodeAudio(wav(four, { channels: 2 }));
    assert.deepEqual(
      channels.map((channel) => [...channel]),
      [
        [0, -0.5],
        [0.5, -1],
      ],
    );
  });

  test('reads a sound of one single sample', async () => {
    const { channels } = await decodeAudio(wav(bytes(u16(8192))));
    assert.deepEqual([...channels[0]!], [0.25]);
  });

  test('takes what is no number for silence', async () => {
    const floats = new Uint8Array(Float32Array.from([0.5, Number.NaN, Infinity, -0.25]).buffer);
    const { channels } = await decodeAudio(wav(floats, { code: 3, bits: 32 }));
    assert.deepEqual([...channels[0]!], [0.5, 0, 0, -0.25]);
  });

  test('finds the loop and the note that a sampler wrote', async () => {
    const sampler = bytes('smpl', u32(60), u32(0), u32(0), u32(0), u32(57), u32(2 ** 31), u32(0), u32(0));
    const loop = bytes(u32(1), u32(0), u32(0), u32(0), u32(1), u32(2), u32(0), u32(0));
    const { root, loop: found } = await decodeAudio(wav(four, { before: bytes(sampler, loop) }));
    assert.equal(root, 57.5);
    assert.deepEqual(found, { start: 1, end: 3 });
  });

  test('reads a stream whose length was never filled in', async () => {
    const { channels } = await decodeAudio(wav(four, { dataBytes: 0xffffffff }));
    assert.equal(channels[0]!.length, 4);
  });

  test('says of a header that promises too much that the file was cut short', () =>
    refused(wav(four, { dataBytes: 8_000_000 }), /promises 8\.0 MB of sound and the file holds 0\.000 MB/));

  test('says what is wrong with a header that makes no sense', async () => {
    await refused(wav(four, { rate: 0 }), /0 samples a second/);
    await refused(wav(four, { channels: 0, frameBytes: 0 }), /no channel/);
    await refused(wav(bytes(four, four, four), { channels: 6 }), /6 channels.*mono or stereo/);
    await refused(wav(four, { bits: 48 }), /48 bits/);
    await refused(wav(four, { frameBytes: 7 }), /contradicts itself/);
    await refused(wav(four, { code: 0x11 }), /compressed.*code 17/);
    await refused(wav(bytes()), /no sound in it/);
  });

  test('says what is wrong with a file that is no sound', async () => {
    await refused(bytes(), /empty/);
    await refused(bytes('%PDF-1.7 and so on'), /no WAV, AIFF, FLAC, MP3 or Ogg Vorbis/);
    await refused(bytes('RIFF', u32(4), 'WAVE'), /no `data` part|no `fmt` part/);
    await refused(bytes('FORM', u32(4), 'AIFF'), /no `COMM` part/);
    await refused(bytes('fLaC', [0, 0, 0, 34]), /damaged/);
    await refused(bytes('OggS', u32(0), 'OpusHead'), /Ogg Opus/);
  });

  test('neither throws anything else nor hangs on files cut off or bent anywhere', async () => {
    const whole = wav(four, { before: bytes('smpl', u32(36), ...Array.from({ length: 9 }, () => u32(1))) });
    for (let length = 0; length < whole.length; length++) {
      for (const file of [whole.slice(0, length), whole.map((byte, at) => (at === length ? 255 : byte))])
        await decodeAudio(file).catch((error: unknown) =>
          assert.equal((error as Error).name, 'AudioFileError'),
        );
    }
  });
});
