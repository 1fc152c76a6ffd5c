// Bounces that can be heard again: the newest and the one before it, each a copy of its own, so that a file
// that is bounced over, moved or deleted can still be compared with. Read piece by piece, by its number and
// by nothing else: who asks can name no file.

import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { flacBlocks } from '../audio/flac.ts';
import { readWav, readWavFormat, type WavFormat } from '../audio/wav-stream.ts';
import { type DoneBounce, mostBounceFrames } from '../protocol/panel.ts';
import { floatFormat } from './sample-format.ts';
import { createWav, type SoundFile } from './wav-file.ts';

interface Kept {
  readonly bounce: number;
  readonly copy: string;
  readonly format: WavFormat;
}

export interface HeardSound {
  readonly type: 'bounceSound';
  readonly bounce: number;
  readonly from: number;
  /** Empty where it is not kept any more. */
  readonly channels: readonly Float32Array[];
}

/** How many are kept. */
const most = 2;

export class HeardBounces {
  #kept: readonly Kept[] = [];
  #count = 0;
  #folder: Promise<string> | undefined;
  #ended = false;

  /** Keeps what was written, and says where; as it was given where it can't be kept. */
  async keep(done: DoneBounce): Promise<DoneBounce> {
    const bounce = ++this.#count;
    try {
      this.#folder ??= fs.mkdtemp(path.join(os.tmpdir(), 'codetta-heard-'));
      const copy = path.join(await this.#folder, `${bounce}.wav`);
      if (path.extname(done.file).toLowerCase() === '.flac') await unpack(done, copy);
      else await fs.copyFile(done.file, copy, fs.constants.COPYFILE_FICLONE);
      const format = await withFile(copy, async (read, size) => readWavFormat(read, size));
      this.#kept = [...this.#kept, { bounce, copy, format }];
      await Promise.all(this.#kept.slice(0, -most).map((old) => fs.rm(old.copy, { force: true })));
      this.#kept = this.#kept.slice(-most);
      if (this.#ended) await this.end();
      const frames = Math.floor((format.to - format.from) / format.frameBytes);
      return { ...done, sound: { bounce, sampleRate: format.rate, frames } };
    } catch {
      // A full disk, most likely: the bounce itself is written and whole.
      return done;
    }
  }

  /** Never rejects. */
  async read({
    bounce,
    from,
    count,
  }: {
    readonly bounce: number;
    readonly from: number;
    readonly count: number;
  }): Promise<HeardSound> {
    const nothing: HeardSound = { type: 'bounceSound', bounce, from, channels: [] };
    const kept = this.#kept.find((one) => one.bounce === bounce);
    if (!kept) return nothing;
    const { format, copy } = kept;
    const first = format.from + from * format.frameBytes;
    const frames = Math.min(count, mostBounceFrames);
    const part = { ...format, from: first, to: Math.min(format.to, first + frames * format.frameBytes) };
    try {
      return await withFile(copy, async (read) => {
        for await (const { channels } of readWav(read, part, frames)) return { ...nothing, channels };
        return nothing;
      });
    } catch {
      return nothing;
    }
  }

  /** Deletes the copies. */
  async end(): Promise<void> {
    this.#ended = true;
    this.#kept = [];
    const folder = await this.#folder;
    if (folder !== undefined) await fs.rm(folder, { recursive: true, force: true });
  }
}

/** A FLAC file as the WAV that it holds: any place of it is a seek away then. */
async function unpack({ file, seconds }: DoneBounce, to: string): Promise<void> {
  let out: SoundFile | undefined;
  try {
    for (const { sampleRate, channels } of flacBlocks(await fs.readFile(file))) {
      out ??= createWav(to, floatFormat, sampleRate, seconds * sampleRate, {});
      out.add(channels[0]!, channels[1]!);
    }
    out?.finish();
  } finally {
    out?.close();
  }
}

async function withFile<Result>(
  file: string,
  use: (read: (position: number, length: number) => Promise<Uint8Array>, size: number) => Promise<Result>,
): Promise<Result> {
  const handle = await fs.open(file, 'r');
  try {
    const { size } = await handle.stat();
    return await use(async (position, length) => {
      const bytes = new Uint8Array(length);
      const { bytesRead } = await handle.read(bytes, 0, length, position);
      return bytes.subarray(0, bytesRead);
    }, size);
  } finally {
    await handle.close();
  }
}
