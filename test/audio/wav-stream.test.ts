// WAV files in pieces: every kind of sample, every way to say the length, and what is no WAV.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { AudioFileError } from '../../src/audio/decoded.ts';
import { readWav, readWavFormat } from '../../src/audio/wav-stream.ts';
import { type WavShape, wavOf } from './wavs.ts';

const reading = (bytes: Uint8Array) => (position: number, length: number) =>
  Promise.resolve(bytes.subarray(position, position + length));

const readAll = async (bytes: Uint8Array, blockFrames: number) => {
  const read = reading(bytes);
  const format = await readWavFormat(read, bytes.length);
  const channels: number[][] = Array.from({ length: format.channels }, () => []);
  const shares: number[] = [];
  for await (const { channels: block, share } of readWav(read, format, blockFrames)) {
    for (const [channel, samples] of block.entries()) channels[channel]!.push(...samples);
    shares.push(share);
  }
  return { format, channels, shares };
};

const left = Float32Array.of(0, 0.5, -0.5, 1, -1, 0.25, 0);
const right = left.map((sample) => -sample);

suite('reading a WAV piece by piece', () => {
  for (const [samples, within] of [
    ['u8', 1 / 64],
    ['s16', 1e-4],
    ['s24', 1e-6],
    ['s32', 1e-6],
    ['f32', 0],
    ['f64', 0],
  ] as const)
    test(`samples as ${samples}, in blocks that end anywhere`, async () => {
      const { format, channels, shares } = await readAll(wavOf([left, right], { samples, rate: 44_100 }), 3);
      assert.deepEqual([format.rate, format.channels], [44_100, 2]);
      assert.equal(shares.at(-1), 1);
      for (const [i, sample] of left.entries()) {
        assert.ok(Math.abs(channels[0]![i]! - sample) <= within);
        assert.ok(Math.abs(channels[1]![i]! + sample) <= within);
      }
      assert.equal(channels[0]!.length, left.length);
    });

  for (const form of ['extensible', 'rf64', 'cut off'] as const)
    test(`the form ${form}`, async () => {
      const { channels } = await readAll(wavOf([left, right], { form }), 100);
      assert.equal(channels[0]!.length, left.length);
    });

  test('a file that ends in the middle of a sample has what came before', async () => {
    const bytes = wavOf([left, right], { samples: 's24' });
    const { channels } = await readAll(bytes.subarray(0, bytes.length - 4), 100);
    assert.equal(channels[0]!.length, left.length - 1);
  });

  test('any prefix of a file is read or refused', async () => {
    for (const form of ['plain', 'rf64'] as const) {
      const bytes = wavOf([left], { form });
      for (let length = 0; length < bytes.length; length++) {
        try {
          await readAll(bytes.subarray(0, length), 100);
        } catch (error) {
          assert.ok(error instanceof AudioFileError, String(error));
        }
      }
    }
  });

  const odd = (change: (view: DataView) => void, shape: WavShape = {}): Uint8Array => {
    const bytes = wavOf([left], shape);
    // The format stands behind RIFF and the junk.
    change(new DataView(bytes.buffer, 12 + 12 + 8));
    return bytes;
  };
  for (const [name, bytes, says] of [
    ['a song', new TextEncoder().encode('song "Not a sound" { tempo 112bpm }'), /no WAV file/],
    ['nothing', new Uint8Array(0), /no WAV file/],
    ['no sound', wavOf([left]).subarray(0, 12), /no sound in it/],
    ['12 bits', odd((view) => view.setUint16(14, 12, true)), /PCM, 12 bits.*Convert it/],
    ['ADPCM', odd((view) => view.setUint16(0, 2, true)), /format 2/],
    ['no channels', odd((view) => view.setUint16(2, 0, true)), /0 channels/],
    ['no rate', odd((view) => view.setUint32(4, 0, true)), /sample rate is 0/],
  ] as const)
    test(`${name} is refused in words`, () =>
      assert.rejects(
        readAll(bytes, 100),
        (error) => error instanceof AudioFileError && says.test(error.message),
      ));
});
