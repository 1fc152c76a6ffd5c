// What the FLAC writer writes comes back bit for bit, whatever the sound; and takes less room where there is a tone.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { decodeFlac } from '../../src/audio/flac.ts';
import { type FlacBits, newFlacWriter } from '../../src/audio/flac-writer.ts';

/** A side of a sound by its frames, in whole numbers. */
type Side = (frame: number) => number;

const pcm = (left: Side, right: Side, frames: number, bits: FlacBits): Uint8Array => {
  const bytes = bits / 8;
  const out = new Uint8Array(frames * 2 * bytes);
  for (let frame = 0; frame < frames; frame++)
    for (const [side, value] of [left(frame), right(frame)].entries())
      for (let byte = 0; byte < bytes; byte++)
        out[(frame * 2 + side) * bytes + byte] = (value >> (8 * byte)) & 255;
  return out;
};

const flacOf = (samples: Uint8Array, bits: FlacBits, pieces: number): Uint8Array => {
  const writer = newFlacWriter(48_000, bits, { TITLE: 'Nachtmusik ♫' });
  const size = Math.ceil(samples.length / pieces / bits) * bits;
  const parts: Uint8Array[] = [];
  for (let at = 0; at < samples.length; at += size) parts.push(writer.add(samples.subarray(at, at + size)));
  parts.push(writer.end());
  return Buffer.concat([writer.head(), ...parts]);
};

const comesBack = (left: Side, right: Side, frames: number, bits: FlacBits, pieces = 3): number => {
  const samples = pcm(left, right, frames, bits);
  const file = flacOf(samples, bits, pieces);
  const { channels, sampleRate } = decodeFlac(file);
  assert.equal(sampleRate, 48_000);
  for (const [side, of] of [left, right].entries()) {
    // Whole numbers have one zero.
    const wanted: Side = (frame) => of(frame) + 0;
    assert.equal(channels[side]!.length, frames);
    for (let frame = 0; frame < frames; frame++)
      assert.equal(
        channels[side]![frame]! * 2 ** (bits - 1),
        wanted(frame),
        `frame ${frame} of side ${side}`,
      );
  }
  return file.length / samples.length;
};

/** A hash, so that a frame has its value without the ones before it. */
const noise =
  (seed: number, reach: number): Side =>
  (frame) => {
    let x = Math.imul(frame + seed * 7919, 0x9e3779b1);
    x = Math.imul(x ^ (x >>> 15), 0x85ebca6b);
    return Math.floor((((x ^ (x >>> 13)) >>> 0) / 2 ** 32) * 2 * reach) - reach;
  };
const tone =
  (hertz: number, reach: number): Side =>
  (frame) =>
    Math.round(Math.sin((frame * hertz * 2 * Math.PI) / 48_000) * reach);

suite('a FLAC file that is written', () => {
  for (const bits of [16, 24] as const) {
    const full = 2 ** (bits - 1) - 1;
    test(`gives back silence, tones, steps and noise at full scale, ${bits} bits`, () => {
      assert.ok(
        comesBack(
          () => 0,
          () => 0,
          10_000,
          bits,
        ) < 0.02,
      );
      assert.ok(comesBack(tone(440, full * 0.5), tone(440, full * 0.4), 20_000, bits) < 0.6);
      comesBack((frame) => (frame % 200 < 100 ? full : -full - 1), noise(1, full), 9_000, bits);
      comesBack(noise(2, full), (frame) => -noise(2, full)(frame) - 1, 9_000, bits);
      comesBack(
        () => -full - 1,
        () => full,
        5_000,
        bits,
      );
      assert.ok(comesBack(noise(5, 4), tone(60, full), 4096, bits) < 0.7);
    });
  }

  test('is the same in one piece and in many', () => {
    const samples = pcm(tone(300, 20_000), noise(3, 900), 13_001, 16);
    assert.deepEqual(flacOf(samples, 16, 1), flacOf(samples, 16, 40));
  });

  test('gives back any sound of any length', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6000 }),
        fc.constantFrom<FlacBits>(16, 24),
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 0, max: 32_767 }),
        fc.integer({ min: 0, max: 100 }),
        (frames, bits, hertz, reach, seed) => {
          const left: Side = (frame) =>
            Math.round(tone(hertz, reach * 0.9)(frame) + noise(seed, reach * 0.05)(frame));
          comesBack(left, noise(seed + 1, reach), frames, bits);
        },
      ),
      { numRuns: 25 },
    ));
});
