// A file past 4 GB says its length in 64 bits, as an RF64; one below it is a plain WAV. Nothing of that size is
// written: the disk keeps the head, and counts the rest.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { SampleFormat } from '../../../src/render/sample-format.ts';
import { createWav, type Disk } from '../../../src/render/wav-file.ts';

const rate = 96_000;
const chunk = 1 << 20;

/** Floats on both sides: eight bytes a frame. */
const format: SampleFormat = {
  bytes: 4,
  isFloat: true,
  pass: () => {},
  encode: (left) => ({ data: silence.subarray(0, left.length * 8), peak: 0 }),
};
const silence = new Uint8Array(chunk * 8);

interface Written extends Disk {
  readonly head: Buffer;
  /** How long the file is. */
  end: number;
}

const newDisk = (): Written => ({
  head: Buffer.alloc(4096),
  end: 0,
  write(data, position) {
    if (position < this.head.length) this.head.set(data.subarray(0, this.head.length - position), position);
    this.end = Math.max(this.end, position + data.length);
  },
  sync() {},
  close() {},
});

function fileOf(frames: number): Written {
  const disk = newDisk();
  const wav = createWav('nowhere.wav', format, rate, frames, { title: 'Long' }, disk);
  const side = new Float32Array(chunk);
  for (let done = 0; done < frames; done += chunk) {
    const piece = side.subarray(0, Math.min(chunk, frames - done));
    wav.add(piece, piece);
  }
  wav.finish();
  wav.close();
  return disk;
}

suite('A file that is very long', function () {
  this.timeout(300_000);

  test('of 4.4 GB is an RF64, with its length and that of its sound in 64 bits', () => {
    const frames = 550_000_000;
    const { head, end } = fileOf(frames);
    assert.ok(end > 2 ** 32, `${end} bytes`);
    assert.equal(head.toString('latin1', 0, 4), 'RF64');
    assert.equal(head.readUInt32LE(4), 0xffffffff);
    assert.equal(head.toString('latin1', 8, 16), 'WAVEds64');
    assert.equal(head.readBigUInt64LE(20), BigInt(end - 8), 'of the file');
    assert.equal(head.readBigUInt64LE(28), BigInt(frames * 8), 'of the sound');
    assert.equal(head.readBigUInt64LE(36), BigInt(frames), 'frames');
    const data = head.indexOf('data', 0, 'latin1');
    assert.equal(head.readUInt32LE(data + 4), 0xffffffff);
    assert.equal(end - (data + 8), frames * 8, 'the sound is the rest of the file');
  });

  test('below 4 GB is a plain WAV', () => {
    const frames = 10_000_000;
    const { head, end } = fileOf(frames);
    assert.equal(head.toString('latin1', 0, 4), 'RIFF');
    assert.equal(head.readUInt32LE(4), end - 8);
    const data = head.indexOf('data', 0, 'latin1');
    assert.equal(head.readUInt32LE(data + 4), frames * 8);
  });

  test('that only its tail would take past 4 GB is an RF64 as well', () => {
    const disk = newDisk();
    const wav = createWav('nowhere.wav', format, rate, (2 ** 32 - 4096) / 8, {}, disk);
    wav.add(new Float32Array(8), new Float32Array(8));
    wav.finish();
    wav.close();
    assert.equal(disk.head.toString('latin1', 0, 4), 'RF64');
    assert.equal(disk.head.readBigUInt64LE(28), 64n);
  });
});
