// FLAC as bytes: files that say more than they hold, or less.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { decodeFlac } from '../../src/audio/flac.ts';
import { crc8, crc16 } from '../../src/audio/flac-sums.ts';
import { bytes } from './files.ts';

/** A stream of 48 kHz, mono and 16 bits, that does not know its length, of blocks of 65536 samples. */
const head = bytes(
  'fLaC',
  [0x80, 0, 0, 34],
  [0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0, 0],
  [0x0b, 0xb8, 0x00, 0xf0, 0, 0, 0, 0],
  Array.from({ length: 16 }, () => 0),
);

/** A block of one value throughout: fourteen bytes. */
const still = (): Uint8Array => {
  const frame = bytes([0xff, 0xf8, 0x70, 0x08, 0, 0xff, 0xff], [0], [0, 0x10, 0x00], [0, 0]);
  frame[7] = crc8(frame, 0, 7);
  const sum = crc16(frame, 0, 11);
  frame[11] = sum >> 8;
  frame[12] = sum & 255;
  return frame;
};

const streamOf = (blocks: number): Uint8Array => {
  const frame = still();
  const file = new Uint8Array(head.length + blocks * frame.length);
  file.set(head);
  for (let at = head.length; at < file.length; at += frame.length) file.set(frame, at);
  return file;
};

suite('reading FLAC', () => {
  test('counts a stream that does not know its length', () => {
    const { sampleRate, channels } = decodeFlac(streamOf(3));
    assert.deepEqual([sampleRate, channels.length, channels[0]!.length], [48_000, 1, 3 * 65_536]);
    assert.equal(channels[0]![100_000], 0x1000 / 32768);
  });

  test('does not count the days of a stream that a few megabytes promise', () => {
    assert.throws(() => decodeFlac(streamOf(1_000_000)), {
      name: 'AudioFileError',
      message: /longer than 24 minutes/,
    });
  });
});
