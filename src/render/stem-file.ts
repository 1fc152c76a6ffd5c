// A stem on the disk: blocks of a track up to its fader, as the mix takes them, in chunks with a sum each. A file
// that is not whole, or not what it says, is none.

import fs from 'node:fs';

export const blockFrames = 128;
const blockBytes = blockFrames * 4;
/** Blocks of a chunk. */
const chunkBlocks = 64;
const mostChunkBytes = chunkBlocks * (1 + blockBytes * 2);
const headBytes = 96;
/** Behind the last chunk: how long the file is, how many chunks it has, and the sum of both and of its key. */
const endBytes = 16;

/** What was kept turned out to be damaged. Its file is to be removed. */
export class StemFileError extends Error {
  readonly file: string;

  constructor(file: string) {
    super(`${file} is damaged`);
    this.name = 'StemFileError';
    this.file = file;
  }
}

export interface StemRecorder {
  /** The next block: 0 no sound, 1 `left` alone, 2 both sides. */
  add(sides: number, left: Float32Array, right: Float32Array): void;
  /** Completes the file; no more blocks come. */
  finish(): void;
  /** Lets go of it as it is. */
  close(): void;
}

/** @param key  what the file will be asked for by */
export function recordStem(file: string, key: string): StemRecorder {
  const descriptor = fs.openSync(file, 'wx', 0o600);
  const chunk = new Uint8Array(8 + mostChunkBytes);
  const head = new DataView(chunk.buffer);
  let [blocks, filled, chunks] = [0, 0, 0];
  let isOpen = true;
  writeAll(descriptor, headOf(key));
  const flush = (): void => {
    if (blocks === 0) return;
    // A last chunk that is not full is filled up with silence.
    chunk.fill(0, 8 + blocks, 8 + chunkBlocks);
    const payload = chunk.subarray(8, 8 + chunkBlocks + filled);
    head.setUint32(0, payload.length, true);
    head.setUint32(4, sumOf(payload), true);
    writeAll(descriptor, chunk.subarray(0, 8 + payload.length));
    chunks++;
    blocks = 0;
    filled = 0;
  };
  return {
    add(sides, left, right) {
      chunk[8 + blocks++] = sides;
      for (const [side, samples] of [left, right].entries()) {
        if (side >= sides) break;
        chunk.set(new Uint8Array(samples.buffer, samples.byteOffset, blockBytes), 8 + chunkBlocks + filled);
        filled += blockBytes;
      }
      if (blocks === chunkBlocks) flush();
    },
    finish() {
      flush();
      writeAll(descriptor, endOf(key, fs.fstatSync(descriptor).size + endBytes, chunks));
      this.close();
    },
    close() {
      if (isOpen) fs.closeSync(descriptor);
      isOpen = false;
    },
  };
}

/** Undefined where the disk does not take it. */
export function tryRecord(file: string, key: string): StemRecorder | undefined {
  try {
    return recordStem(file, key);
  } catch {
    return undefined;
  }
}

export interface StemPlayer {
  /** Gives the next block; silence behind the last. @throws StemFileError where the file is damaged */
  next(give: (sides: number, left: Float32Array, right: Float32Array) => void): void;
  close(): void;
}

/** Undefined where there is no such file, or it is another's, or was cut short. */
export function playStem(file: string, key: string): StemPlayer | undefined {
  let descriptor: number;
  try {
    descriptor = fs.openSync(file, 'r');
  } catch {
    return undefined;
  }
  const isRight = Buffer.from(headOf(key)).equals(read(descriptor, headBytes, 0));
  const { size } = fs.fstatSync(descriptor);
  const end = read(descriptor, endBytes, size - endBytes);
  const chunks = end.length === endBytes ? end.readUInt32LE(8) : 0;
  if (!isRight || !endOf(key, size, chunks).equals(end)) {
    fs.closeSync(descriptor);
    return undefined;
  }
  const bytes = new Uint8Array(mostChunkBytes);
  // Copied to where floats may lie.
  const samples = new Float32Array(chunkBlocks * blockFrames * 2);
  const views = Array.from({ length: chunkBlocks * 2 }, (_, at) =>
    samples.subarray(at * blockFrames, (at + 1) * blockFrames),
  );
  let [place, chunk, block, used] = [headBytes, 0, chunkBlocks, 0];
  const load = (): void => {
    const head = read(descriptor, 8, place);
    const length = head.length === 8 ? head.readUInt32LE(0) : 0;
    if (length < chunkBlocks || length > mostChunkBytes) throw new StemFileError(file);
    const payload = bytes.subarray(0, length);
    if (fs.readSync(descriptor, payload, 0, length, place + 8) < length) throw new StemFileError(file);
    let sides = 0;
    for (let at = 0; at < chunkBlocks; at++) sides += payload[at]! > 2 ? Number.NaN : payload[at]!;
    if (length !== chunkBlocks + sides * blockBytes || sumOf(payload) !== head.readUInt32LE(4))
      throw new StemFileError(file);
    new Uint8Array(samples.buffer).set(payload.subarray(chunkBlocks));
    place += 8 + length;
    chunk++;
    block = 0;
    used = 0;
  };
  return {
    next(give) {
      if (block === chunkBlocks && chunk < chunks) load();
      const sides = block < chunkBlocks ? bytes[block++]! : 0;
      give(sides, views[Math.min(used, views.length - 1)]!, views[Math.min(used + 1, views.length - 1)]!);
      used += sides;
    },
    close: () => fs.closeSync(descriptor),
  };
}

function endOf(key: string, size: number, chunks: number): Buffer {
  const end = Buffer.alloc(endBytes);
  end.writeBigUInt64LE(BigInt(size), 0);
  end.writeUInt32LE(chunks, 8);
  end.writeUInt32LE(sumOf(Buffer.concat([Buffer.from(key, 'latin1'), end.subarray(0, 12)])), 12);
  return end;
}

/** 32 bits of a run of bytes whose length is a multiple of four: damage shows in them. */
function sumOf(bytes: Uint8Array): number {
  const plain = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Int32Array(plain.buffer, plain.byteOffset, plain.byteLength >> 2);
  let sum = plain.byteLength | 0;
  for (let at = 0; at < words.length; at++) {
    sum = Math.imul(sum ^ words[at]!, 0x9e3779b1);
    sum ^= sum >>> 15;
  }
  return sum >>> 0;
}

/** What it is, and whose: 96 bytes. */
const headOf = (key: string): Uint8Array =>
  Buffer.from(`codetta stem 1\n${key}`.padEnd(headBytes, '\n'), 'latin1');

function read(descriptor: number, length: number, at: number): Buffer {
  const into = Buffer.alloc(length);
  return at < 0 ? into.subarray(0, 0) : into.subarray(0, fs.readSync(descriptor, into, 0, length, at));
}

function writeAll(descriptor: number, data: Uint8Array): void {
  for (let done = 0; done < data.length; ) done += fs.writeSync(descriptor, data, done, data.length - done);
}
