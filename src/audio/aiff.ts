// AIFF files, and the AIFF-C kinds that only say the same otherwise: little-endian and floats.

import { AudioFileError, checkShape, type DecodedAudio, emptyChannels } from './decoded.ts';

/** @throws AudioFileError */
export function decodeAiff(bytes: Uint8Array): DecodedAudio {
  const chunks = chunksOf(bytes);
  const common = chunks.get('COMM');
  const sound = chunks.get('SSND');
  if (!common || common.byteLength < 18)
    throw new AudioFileError('its header is missing (there is no `COMM` part). Export it again.');
  if (!sound || sound.byteLength < 8)
    throw new AudioFileError('its sound is missing (there is no `SSND` part). Export it again.');
  const count = common.getUint16(0);
  const promised = common.getUint32(2);
  const width = Math.ceil(common.getUint16(6) / 8);
  const sampleRate = Math.round(extended(common, 8));
  const kind = common.byteLength >= 22 ? textAt(common, 18) : 'NONE';
  const read = readerOf(kind, width, sound);
  if (!read)
    throw new AudioFileError(
      `its sound is compressed in a way that is not read (${kind.trim()}). Export it as WAV or FLAC.`,
    );
  const start = 8 + sound.getUint32(0);
  const frameBytes = width * count;
  const held = Math.max(0, Math.floor((sound.byteLength - start) / frameBytes));
  if (promised > held)
    throw new AudioFileError(
      `its header promises ${promised} samples and the file holds ${held}: it was cut short, or is damaged. Copy or export it again.`,
    );
  checkShape(sampleRate, count, promised);
  const channels = emptyChannels(count, promised);
  for (const [index, channel] of channels.entries())
    for (let frame = 0, at = start + index * width; frame < promised; frame++, at += frameBytes)
      channel[frame] = read(at);
  return { sampleRate, channels };
}

function chunksOf(bytes: Uint8Array): ReadonlyMap<string, DataView> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks = new Map<string, DataView>();
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4);
    const held = Math.min(size, bytes.length - at - 8);
    const name = textAt(view, at);
    if (!chunks.has(name)) chunks.set(name, new DataView(bytes.buffer, bytes.byteOffset + at + 8, held));
    at += 8 + size + (size & 1);
  }
  return chunks;
}

function readerOf(kind: string, width: number, view: DataView): ((at: number) => number) | undefined {
  if (kind.toLowerCase() === 'fl32' && width === 4) return (at) => view.getFloat32(at);
  if (kind.toLowerCase() === 'fl64' && width === 8) return (at) => view.getFloat64(at);
  const isLittle = kind === 'sowt';
  if (!isLittle && !['NONE', 'twos', 'in24', 'in32'].includes(kind)) return undefined;
  if (width === 1) return (at) => view.getInt8(at) / 128;
  if (width === 2) return (at) => view.getInt16(at, isLittle) / 32768;
  if (width === 3)
    return isLittle
      ? (at) => (view.getUint16(at, true) | (view.getInt8(at + 2) << 16)) / 8388608
      : (at) => ((view.getInt8(at) << 16) | view.getUint16(at + 1)) / 8388608;
  return width === 4 ? (at) => view.getInt32(at, isLittle) / 2147483648 : undefined;
}

const textAt = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));

/** A number of 80 bits: a sign, fifteen of exponent, and all of the mantissa. */
function extended(view: DataView, at: number): number {
  const exponent = (view.getUint16(at) & 0x7fff) - 16383 - 63;
  const mantissa = view.getUint32(at + 2) * 2 ** 32 + view.getUint32(at + 6);
  return (view.getUint16(at) & 0x8000 ? -1 : 1) * mantissa * 2 ** exponent;
}
