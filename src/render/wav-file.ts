// Writes a WAV file piece by piece, synchronously and to the last byte, so that a full disk is known at the piece that
// did not fit. What is known only at the end, how long it is, is written into the head then.

import fs from 'node:fs';
import { chunkFrames, tail } from '../engine/offline/render.ts';
import { type Encoded, framesOf, type SampleFormat } from './sample-format.ts';

/** A file that sound is written to. */
export interface SoundFile {
  /** Returns the highest sample. */
  add(left: Float32Array, right: Float32Array): number;
  /** Of its own format, encoded elsewhere. */
  addEncoded(encoded: Encoded): number;
  /** Completes the header and waits until all is on the disk. */
  finish(): void;
  /** Lets go of the file as it is. */
  close(): void;
}

export interface Tags {
  readonly title?: string;
  readonly artist?: string;
}

const mostRiffBytes = 2 ** 32 - 1024;

/** What a file is written by: bytes at a place in it. */
export interface Disk {
  write(data: Uint8Array, position: number): void;
  /** All that was written stays, whatever happens. */
  sync(): void;
  close(): void;
}

/** @param frames  of the song: where they and the longest tail come to more than 4 GB, the file is an RF64 */
export function createWav(
  file: string,
  format: SampleFormat,
  rate: number,
  frames: number,
  tags: Tags,
  disk: Disk = diskOf(file),
): SoundFile {
  const most = (frames + tail.longestSeconds * rate + chunkFrames) * format.bytes * 2;
  const head = (bytes: number): Buffer => headOf(format, rate, tags, bytes, most > mostRiffBytes);
  const start = head(0).length;
  let [bytes, isOpen] = [0, true];
  disk.write(head(0), 0);
  const write = ({ data, peak }: Encoded): number => {
    disk.write(data, start + bytes);
    bytes += data.length;
    return peak;
  };
  return {
    add: (left, right) => write(format.encode(left, right)),
    addEncoded(encoded) {
      format.pass(framesOf(encoded, format));
      return write(encoded);
    },
    finish() {
      disk.write(head(bytes), 0);
      disk.sync();
    },
    close() {
      if (isOpen) disk.close();
      isOpen = false;
    },
  };
}

/** All before the sound: as long, whatever `bytes` of it there are. */
function headOf(
  { bytes: sampleBytes, isFloat }: SampleFormat,
  rate: number,
  tags: Tags,
  bytes: number,
  isLong: boolean,
): Buffer {
  const format = Buffer.alloc(16);
  format.writeUInt16LE(isFloat ? 3 : 1, 0);
  format.writeUInt16LE(2, 2);
  format.writeUInt32LE(rate, 4);
  format.writeUInt32LE(rate * 2 * sampleBytes, 8);
  format.writeUInt16LE(2 * sampleBytes, 12);
  format.writeUInt16LE(8 * sampleBytes, 14);
  const chunks = Buffer.concat([chunk('fmt ', format), infoOf(tags)]);
  const lengths = isLong ? 8 + 28 : 0;
  const whole = 4 + lengths + chunks.length + 8 + bytes;
  const ending = Buffer.from('data    ', 'latin1');
  ending.writeUInt32LE(isLong ? inLengths : bytes, 4);
  const riff = Buffer.from(isLong ? 'RF64    WAVE' : 'RIFF    WAVE', 'latin1');
  riff.writeUInt32LE(isLong ? inLengths : whole, 4);
  return Buffer.concat([riff, isLong ? lengthsOf(whole, bytes, sampleBytes) : empty, chunks, ending]);
}

const empty = Buffer.alloc(0);
/** In place of a length: look in the chunk that has them in 64 bits. */
const inLengths = 0xffffffff;

function lengthsOf(whole: number, bytes: number, sampleBytes: number): Buffer {
  const lengths = Buffer.alloc(28);
  for (const [at, value] of [whole, bytes, bytes / (2 * sampleBytes)].entries())
    lengths.writeBigUInt64LE(BigInt(value), at * 8);
  return chunk('ds64', lengths);
}

/** A WAV's tags know Latin-1 only; what it can't say is left out. */
function infoOf({ title, artist }: Tags): Buffer {
  const tags = Object.entries({ INAM: title, IART: artist }).flatMap(([name, text]) =>
    text !== undefined && /^[\x20-\x7e\xa0-\xff]+$/.test(text)
      ? [chunk(name, Buffer.from(`${text}\0`, 'latin1'))]
      : [],
  );
  return tags.length === 0 ? empty : chunk('LIST', Buffer.concat([Buffer.from('INFO', 'latin1'), ...tags]));
}

/** Chunks begin at even places. */
function chunk(name: string, data: Buffer): Buffer {
  const head = Buffer.from(`${name}    `, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

export function diskOf(file: string): Disk {
  const descriptor = fs.openSync(file, 'w');
  return {
    write: (data, position) => writeAll(descriptor, data, position),
    sync: () => fs.fsyncSync(descriptor),
    close: () => fs.closeSync(descriptor),
  };
}

/** A system may take less than it was given. */
function writeAll(descriptor: number, data: Uint8Array, position: number): void {
  for (let done = 0; done < data.length; )
    done += fs.writeSync(descriptor, data, done, data.length - done, position + done);
}
