// WAV files piece by piece, for who measures hours of sound or five channels, and keeps none of it. What is
// played is decoded whole: see wav.ts. Whoever has the file hands over how to read from it.

import { AudioFileError } from './decoded.ts';

export interface WavFormat {
  readonly rate: number;
  readonly channels: number;
  readonly samples: 'u8' | 's16' | 's24' | 's32' | 'f32' | 'f64';
  /** Bytes of one sample of every channel. */
  readonly frameBytes: number;
  /** Where the samples stand in the file, in bytes. A file that was cut off has less than it says. */
  readonly from: number;
  readonly to: number;
}

/** Up to `length` bytes from `position`; fewer only at the end of the file. */
export type ReadAt = (position: number, length: number) => Promise<Uint8Array>;

/**
 * @param size  of the file in bytes
 * @throws AudioFileError where it is no WAV, or of a kind that is not read
 */
export const readWavFormat = async (read: ReadAt, size: number): Promise<WavFormat> => {
  const head = await read(0, 12);
  const kind = head.length < 12 ? '' : word(head, 0);
  if (!['RIFF', 'RF64', 'BW64'].includes(kind) || word(head, 8) !== 'WAVE')
    throw new AudioFileError('this is no WAV file. Bounce or convert it to WAV first.');
  let format: Omit<WavFormat, 'from' | 'to'> | undefined;
  let largeBytes: number | undefined;
  for (let at = 12; at + 8 <= size; ) {
    const chunk = await read(at, 8);
    if (chunk.length < 8) break;
    const bytes = viewOf(chunk).getUint32(4, true);
    const name = word(chunk, 0);
    if (name === 'ds64') {
      const ds64 = viewOf(await read(at + 8, 28));
      if (ds64.byteLength >= 16) largeBytes = Number(ds64.getBigUint64(8, true));
    } else if (name === 'fmt ') {
      format = formatOf(await read(at + 8, Math.min(bytes, 40)));
    } else if (name === 'data') {
      if (!format)
        throw new AudioFileError('it has sound, but does not say in which format. Export it again.');
      const from = at + 8;
      return {
        ...format,
        from,
        to: endOfData(from, bytes === unknownBytes ? largeBytes : bytes, size, format),
      };
    }
    // Chunks begin at even places.
    at += 8 + bytes + (bytes % 2);
  }
  throw new AudioFileError('there is no sound in it. Export it again.');
};

/** What a file says that was written before its length was known, or that is an RF64. */
const unknownBytes = 0xffffffff;

const endOfData = (
  from: number,
  bytes: number | undefined,
  size: number,
  { frameBytes }: Pick<WavFormat, 'frameBytes'>,
): number => {
  // A recorder that was cut off has left no length; what is there is the sound.
  const said = bytes === undefined || bytes === 0 ? size : from + bytes;
  return from + Math.floor((Math.min(said, size) - from) / frameBytes) * frameBytes;
};

const extensible = 0xfffe;

const formatOf = (bytes: Uint8Array): Omit<WavFormat, 'from' | 'to'> => {
  if (bytes.length < 16) throw new AudioFileError('its format is cut off. Export it again.');
  const view = viewOf(bytes);
  const written = view.getUint16(0, true);
  // The extensible form has the true one at the head of a longer name.
  const tag = written === extensible && bytes.length >= 26 ? view.getUint16(24, true) : written;
  const channels = view.getUint16(2, true);
  const rate = view.getUint32(4, true);
  const bits = view.getUint16(14, true);
  const samples = kinds[`${tag} ${bits}`];
  if (!samples)
    throw new AudioFileError(
      `its samples are of a kind that is not read (${tag === 3 ? 'float' : tag === 1 ? 'PCM' : `format ${tag}`}, ${bits} bits). Convert it to 16 or 24 bits, or 32-bit float.`,
    );
  if (channels < 1 || channels > mostChannels)
    throw new AudioFileError(
      `it has ${channels} channels, and 1 to ${mostChannels} are read. Mix it down first.`,
    );
  if (rate < 8000 || rate > 768_000)
    throw new AudioFileError(`its sample rate is ${rate} Hz, and 8 to 768 kHz are read. Export it again.`);
  return { rate, channels, samples, frameBytes: (channels * bits) / 8 };
};

const mostChannels = 64;

const kinds: Readonly<Record<string, WavFormat['samples']>> = {
  '1 8': 'u8',
  '1 16': 's16',
  '1 24': 's24',
  '1 32': 's32',
  '3 32': 'f32',
  '3 64': 'f64',
};

/** The sound of a format, block by block; stop asking to stop. `share` is how much of it has been read. */
export async function* readWav(
  read: ReadAt,
  format: WavFormat,
  blockFrames = 65_536,
): AsyncGenerator<{ readonly channels: readonly Float32Array[]; readonly share: number }, void> {
  const { from, to, frameBytes } = format;
  for (let at = from; at < to; ) {
    const bytes = await read(at, Math.min(to - at, blockFrames * frameBytes));
    const frames = Math.floor(bytes.length / frameBytes);
    if (frames === 0) return;
    at += frames * frameBytes;
    yield { channels: channelsOf(bytes, frames, format), share: (at - from) / (to - from) };
  }
}

const channelsOf = (
  bytes: Uint8Array,
  frames: number,
  { channels, samples, frameBytes }: WavFormat,
): readonly Float32Array[] => {
  const view = viewOf(bytes);
  const sampleBytes = frameBytes / channels;
  const readSample = readers[samples];
  return Array.from({ length: channels }, (_, channel) => {
    const out = new Float32Array(frames);
    for (let frame = 0; frame < frames; frame++) {
      const sample = readSample(view, frame * frameBytes + channel * sampleBytes);
      out[frame] = Number.isFinite(sample) ? sample : 0;
    }
    return out;
  });
};

const readers: Readonly<Record<WavFormat['samples'], (view: DataView, at: number) => number>> = {
  u8: (view, at) => (view.getUint8(at) - 128) / 128,
  s16: (view, at) => view.getInt16(at, true) / 0x8000,
  s24: (view, at) => ((view.getInt8(at + 2) << 16) | view.getUint16(at, true)) / 0x800000,
  s32: (view, at) => view.getInt32(at, true) / 0x80000000,
  f32: (view, at) => view.getFloat32(at, true),
  f64: (view, at) => view.getFloat64(at, true),
};

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const word = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
