// MP3, by minimp3 in WebAssembly (Apache-2.0; minimp3 itself is CC0). What the encoder put in front of the
// sound and behind it is cut off where the file says how much that is. Each file gets an instance of its
// own: a file that breaks the decoder breaks no other.

import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AudioFileError, checkShape, type DecodedAudio } from './decoded.ts';
import { paddingOf } from './mp3-padding.ts';

/** @throws AudioFileError */
export function decodeMp3(bytes: Uint8Array): DecodedAudio {
  try {
    return decodeWith(instance(), bytes);
  } catch (error) {
    if (error instanceof AudioFileError) throw error;
    throw new AudioFileError(
      "its sound can't be decoded: it is damaged, or was cut short. Copy or export it again.",
      {
        cause: error,
      },
    );
  }
}

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  decoder_init(): void;
  decoder_set_mp3_data_size(bytes: number): void;
  decoder_mp3_data_offset(): number;
  decoder_seek(seconds: number): void;
  decoder_decode(seconds: number): void;
  decoder_pcm_data_offset(): number;
  decode_results_sampling_rate(): number;
  decode_results_num_channels(): number;
  decode_results_num_samples(): number;
}

const { WebAssembly: webAssembly } = globalThis as unknown as {
  readonly WebAssembly: {
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (module: object) => { readonly exports: unknown };
  };
};

let compiled: object | undefined;

function instance(): Exports {
  compiled ??= new webAssembly.Module(fs.readFileSync(wasmFile()));
  return new webAssembly.Instance(compiled).exports as Exports;
}

/** Beside the bundle in dist, or, run from the sources, in the package. */
function wasmFile(): string {
  const places = ['./mp3.wasm', '../../node_modules/minimp3-wasm/dist/decoder.opt.wasm'];
  const files = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  return files.find((file) => fs.existsSync(file)) ?? files[0]!;
}

/** Decoded at once: little enough to stay in the memory of 32 bits. */
const secondsAtOnce = 10;

function decodeWith(decoder: Exports, bytes: Uint8Array): DecodedAudio {
  decoder.decoder_init();
  decoder.decoder_set_mp3_data_size(bytes.length);
  new Uint8Array(decoder.memory.buffer, decoder.decoder_mp3_data_offset(), bytes.length).set(bytes);
  decoder.decoder_seek(0);
  const parts: Int16Array[] = [];
  let [sampleRate, count, samples] = [0, 0, 0];
  for (;;) {
    decoder.decoder_decode(secondsAtOnce);
    const got = decoder.decode_results_num_samples();
    if (got === 0) break;
    sampleRate ||= decoder.decode_results_sampling_rate();
    count ||= decoder.decode_results_num_channels();
    parts.push(new Int16Array(decoder.memory.buffer, decoder.decoder_pcm_data_offset(), got).slice());
    samples += got;
    checkShape(sampleRate, count, samples / count);
  }
  checkShape(sampleRate || 44100, count || 1, samples);
  const { start, end } = paddingOf(bytes, samples / count);
  return { sampleRate, channels: separated(parts, count, start, end) };
}

function separated(
  parts: readonly Int16Array[],
  count: number,
  start: number,
  end: number,
): Float32Array<ArrayBuffer>[] {
  const channels = Array.from({ length: count }, () => new Float32Array(end - start));
  let frame = -start;
  for (const part of parts)
    for (let i = 0; i + count <= part.length; i += count, frame++)
      if (frame >= 0 && frame < end - start)
        for (let channel = 0; channel < count; channel++)
          channels[channel]![frame] = part[i + channel]! / 32768;
  return channels;
}
