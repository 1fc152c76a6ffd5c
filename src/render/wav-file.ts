// Writes a WAV file piece by piece. mediabunny makes the container; the disk is written here, synchronously
// and to the last byte, so that a full disk is known at the piece that did not fit.

import fs from 'node:fs';
import {
  EncodedAudioPacketSource,
  EncodedPacket,
  Output,
  StreamTarget,
  type StreamTargetChunk,
  WavOutputFormat,
} from 'mediabunny';
import { chunkFrames, tail } from '../engine/offline/render.ts';
import type { SampleFormat } from './sample-format.ts';

/** A file that sound is written to. */
export interface SoundFile {
  /** Returns the highest sample. */
  add(left: Float32Array, right: Float32Array): Promise<number>;
  /** Completes the header and waits until all is on the disk. */
  finish(): Promise<void>;
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
export async function createWav(
  file: string,
  format: SampleFormat,
  rate: number,
  frames: number,
  tags: Tags,
  disk: Disk = diskOf(file),
): Promise<SoundFile> {
  const most = (frames + tail.longestSeconds * rate + chunkFrames) * format.bytes * 2;
  let isOpen = true;
  const source = new EncodedAudioPacketSource(format.codec);
  const output = new Output({
    format: new WavOutputFormat({ large: most > mostRiffBytes }),
    target: new StreamTarget(
      new WritableStream({
        write: (chunk: StreamTargetChunk) => disk.write(chunk.data, chunk.position),
      }),
      { chunked: true, chunkSize: 1 << 20 },
    ),
  });
  output.addAudioTrack(source);
  output.setMetadataTags(latinOnly(tags));
  await output.start();
  const meta = { decoderConfig: { codec: format.codec, numberOfChannels: 2, sampleRate: rate } };
  let done = 0;
  return {
    async add(left, right) {
      const { data, peak } = format.encode(left, right);
      const packet = new EncodedPacket(data, 'key', done / rate, left.length / rate);
      done += left.length;
      await source.add(packet, meta);
      return peak;
    },
    async finish() {
      await output.finalize();
      disk.sync();
    },
    close() {
      if (isOpen) disk.close();
      isOpen = false;
    },
  };
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

/** A WAV's tags know Latin-1 only; what it can't say is left out. */
function latinOnly(tags: Tags): Tags {
  const sayable = Object.entries(tags).filter(
    ([, text]) => text !== undefined && /^[\x20-\x7e\xa0-\xff]+$/.test(text),
  );
  return Object.fromEntries(sayable);
}
