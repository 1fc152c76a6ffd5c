// WAV files: RIFF, and RF64 for the long ones; whole numbers of 8 to 32 bits, floats of 32 and 64.
// Headers are not believed: what they promise is held against what is there.

import { AudioFileError, checkShape, type DecodedAudio, emptyChannels } from './decoded.ts';

/** @throws AudioFileError */
export function decodeWav(bytes: Uint8Array): DecodedAudio {
  const chunks = chunksOf(bytes);
  const format = formatOf(chunks.get('fmt '));
  const data = chunks.get('data');
  if (!data) throw new AudioFileError('its sound is missing (there is no `data` part). Export it again.');
  const frames = Math.floor(data.byteLength / format.frameBytes);
  checkShape(format.sampleRate, format.channels, frames);
  const channels = emptyChannels(format.channels, frames);
  const read = readerOf(format, data);
  const step = format.frameBytes / format.channels;
  for (const [index, channel] of channels.entries())
    for (let frame = 0, at = index * step; frame < frames; frame++, at += format.frameBytes)
      channel[frame] = read(at);
  return { sampleRate: format.sampleRate, channels, ...samplerOf(chunks.get('smpl'), frames) };
}

interface Format {
  readonly kind: 'integer' | 'float';
  readonly channels: number;
  readonly sampleRate: number;
  readonly frameBytes: number;
  /** Bytes of one sample. */
  readonly bytes: number;
}

/** What a length means that was never filled in: a program wrote the file as a stream. */
const unknownLength = 0xffffffff;

function chunksOf(bytes: Uint8Array): ReadonlyMap<string, DataView> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks = new Map<string, DataView>();
  let long = 0;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    const left = bytes.length - at - 8;
    let size = view.getUint32(at + 4, true);
    if (size === unknownLength && name === 'data') size = long || left;
    if (size > left && name === 'data') {
      // A program that was cut off in mid-recording never came to write the length.
      throw new AudioFileError(
        `its header promises ${inMb(size)} of sound and the file holds ${inMb(left)}: it was cut short, or is damaged. Copy or export it again.`,
      );
    }
    const part = new DataView(bytes.buffer, bytes.byteOffset + at + 8, Math.min(size, left));
    if (name === 'ds64' && part.byteLength >= 16) long = Number(part.getBigUint64(8, true));
    // The first of a name counts: what follows the sound is of no use for it.
    if (!chunks.has(name)) chunks.set(name, part);
    at += 8 + size + (size & 1);
  }
  return chunks;
}

const inMb = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 1e6 ? 3 : 1)} MB`;

function formatOf(view: DataView | undefined): Format {
  if (!view || view.byteLength < 16)
    throw new AudioFileError('its header is missing (there is no `fmt` part). Export it again.');
  let code = view.getUint16(0, true);
  // The extensible header names the kind in the first two bytes of a longer name.
  if (code === 0xfffe && view.byteLength >= 40) code = view.getUint16(24, true);
  const channels = view.getUint16(2, true);
  const sampleRate = view.getUint32(4, true);
  const frameBytes = view.getUint16(12, true);
  const bits = view.getUint16(14, true);
  if (code !== 1 && code !== 3)
    throw new AudioFileError(
      `its sound is compressed in a way that is not read (code ${code}). Export it as PCM, or as FLAC.`,
    );
  const kind = code === 3 ? 'float' : 'integer';
  const bytes = Math.ceil(bits / 8);
  const isKnown = kind === 'float' ? bits === 32 || bits === 64 : bytes >= 1 && bytes <= 4;
  if (!isKnown)
    throw new AudioFileError(
      `its header says ${bits} bits a sample, and sounds have 8, 16, 24 or 32. Export it again.`,
    );
  if (frameBytes !== bytes * channels)
    throw new AudioFileError(
      `its header contradicts itself: ${channels} channels of ${bits} bits are not ${frameBytes} bytes. Export it again.`,
    );
  return { kind, channels, sampleRate, frameBytes, bytes };
}

function readerOf({ kind, bytes }: Format, view: DataView): (at: number) => number {
  if (kind === 'float')
    return bytes === 4 ? (at) => view.getFloat32(at, true) : (at) => view.getFloat64(at, true);
  if (bytes === 1) return (at) => (view.getUint8(at) - 128) / 128;
  if (bytes === 2) return (at) => view.getInt16(at, true) / 32768;
  if (bytes === 3) return (at) => (view.getUint16(at, true) | (view.getInt8(at + 2) << 16)) / 8388608;
  return (at) => view.getInt32(at, true) / 2147483648;
}

/** The loop and the note of a `smpl` part; nothing where they make no sense. */
function samplerOf(view: DataView | undefined, frames: number): Pick<DecodedAudio, 'loop' | 'root'> {
  if (!view || view.byteLength < 36) return {};
  const note = view.getUint32(12, true);
  const root = note <= 127 ? note + view.getUint32(16, true) / 2 ** 32 : undefined;
  const hasLoop = view.getUint32(28, true) > 0 && view.byteLength >= 60;
  const start = hasLoop ? view.getUint32(44, true) : 0;
  // The last frame of the loop is written, and ours is the one behind it.
  const end = hasLoop ? view.getUint32(48, true) + 1 : 0;
  return {
    ...(root === undefined ? {} : { root }),
    ...(end > start + 1 && end <= frames ? { loop: { start, end } } : {}),
  };
}
