// FLAC files, after RFC 9639. Ours, because the decoder that npm has brings a parser under the LGPL.
// Checks the sums of every frame: a damaged file is said to be one, and never played as noise.

import { AudioFileError, checkShape, type DecodedAudio, emptyChannels, mostDecodedBytes } from './decoded.ts';
import { BitReader } from './flac-bits.ts';
import { readSubframe } from './flac-subframe.ts';
import { crc8, crc16 } from './flac-sums.ts';

/** @throws AudioFileError */
export function decodeFlac(bytes: Uint8Array): DecodedAudio {
  const { info, start } = streamInfo(bytes);
  // A file written as a stream does not know its own length: then the frames are read twice.
  const frames = info.frames || countFrames(bytes, start, info);
  checkShape(info.sampleRate, info.channels, frames);
  const channels = emptyChannels(info.channels, frames);
  let done = 0;
  for (const { samples, length, bits } of framesOf(bytes, start, info)) {
    const scale = 1 / 2 ** (bits - 1);
    const most = Math.min(length, frames - done);
    for (const [index, channel] of channels.entries()) {
      const from = samples[index]!;
      for (let i = 0; i < most; i++) channel[done + i] = from[i]! * scale;
    }
    done += most;
    if (done >= frames) break;
  }
  if (done < frames) throw damaged();
  return { sampleRate: info.sampleRate, channels };
}

/**
 * The same block by block, for what is too long to be held whole.
 * @throws AudioFileError, where the damage is met
 */
export function* flacBlocks(bytes: Uint8Array): Generator<DecodedAudio> {
  const { info, start } = streamInfo(bytes);
  for (const { samples, length, bits } of framesOf(bytes, start, info)) {
    const scale = 1 / 2 ** (bits - 1);
    const channels = samples.map((from) => Float32Array.from(from.subarray(0, length), (one) => one * scale));
    yield { sampleRate: info.sampleRate, channels };
  }
}

const damaged = (): AudioFileError =>
  new AudioFileError('it is damaged, or was cut short. Copy or export it again.');

interface Info {
  readonly sampleRate: number;
  readonly channels: number;
  readonly bits: number;
  readonly frames: number;
}

/** The first block says what the stream is; the others are tags and pictures. */
function streamInfo(bytes: Uint8Array): { readonly info: Info; readonly start: number } {
  let at = 4;
  let info: Info | undefined;
  for (let last = false; !last; ) {
    if (at + 4 > bytes.length) throw damaged();
    last = (bytes[at]! & 128) !== 0;
    const kind = bytes[at]! & 127;
    const size = (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
    if (kind === 0 && size >= 34 && at + 4 + size <= bytes.length) {
      const bits = new BitReader(bytes, at + 4 + 10);
      info = {
        sampleRate: bits.read(20),
        channels: bits.read(3) + 1,
        bits: bits.read(5) + 1,
        frames: bits.read(4) * 2 ** 32 + bits.read(32),
      };
    }
    at += 4 + size;
  }
  if (!info) throw damaged();
  return { info, start: at };
}

/** Samples a channel; no further than is too many. A minute of silence takes some hundred bytes, and so does a lie. */
function countFrames(bytes: Uint8Array, start: number, info: Info): number {
  let frames = 0;
  for (const { length } of framesOf(bytes, start, info)) {
    frames += length;
    if (frames * info.channels * 4 > mostDecodedBytes) break;
  }
  return frames;
}

interface Frame {
  /** A list a channel, good until the next frame is read. */
  readonly samples: readonly Float64Array[];
  readonly length: number;
  readonly bits: number;
}

const longestBlock = 65536;

function* framesOf(bytes: Uint8Array, start: number, info: Info): Generator<Frame> {
  const samples = Array.from({ length: info.channels }, () => new Float64Array(longestBlock));
  const reader = new BitReader(bytes, start);
  while (reader.byte + 6 <= bytes.length) {
    // Behind the last frame there may stand a tag of another kind.
    if (bytes[reader.byte] !== 0xff || (bytes[reader.byte + 1]! & 0xfe) !== 0xf8) return;
    const from = reader.byte;
    const { length, bits, assignment } = frameHeader(reader, info, bytes, from);
    const count = assignment < 8 ? assignment + 1 : 2;
    if (count !== info.channels) throw damaged();
    for (let channel = 0; channel < count; channel++) {
      // The difference of two channels takes a bit more than either.
      const isSide = assignment === 9 ? channel === 0 : assignment >= 8 && channel === 1;
      if (!readSubframe(reader, samples[channel]!, length, bits + (isSide ? 1 : 0))) throw damaged();
    }
    reader.align();
    if (reader.byte + 2 > bytes.length) throw damaged();
    if (crc16(bytes, from, reader.byte) !== reader.read(16)) throw damaged();
    if (assignment >= 8) joinStereo(samples, length, assignment);
    yield { samples, length, bits };
  }
}

function frameHeader(
  reader: BitReader,
  info: Info,
  bytes: Uint8Array,
  from: number,
): { readonly length: number; readonly bits: number; readonly assignment: number } {
  reader.read(16);
  const lengthCode = reader.read(4);
  const rateCode = reader.read(4);
  const assignment = reader.read(4);
  const bits = [info.bits, 8, 12, 0, 16, 20, 24, 32][reader.read(3)]!;
  reader.read(1);
  // The frame's number, as UTF-8 writes one; where it stands is known already.
  for (let more = Math.clz32(~(reader.read(8) << 24)); more > 1; more--) reader.read(8);
  const length =
    lengthCode === 1
      ? 192
      : lengthCode <= 5
        ? 576 << (lengthCode - 2)
        : lengthCode === 6
          ? reader.read(8) + 1
          : lengthCode === 7
            ? reader.read(16) + 1
            : 256 << (lengthCode - 8);
  if (rateCode === 12) reader.read(8);
  else if (rateCode === 13 || rateCode === 14) reader.read(16);
  if (lengthCode === 0 || bits === 0 || assignment > 10) throw damaged();
  if (crc8(bytes, from, reader.byte) !== reader.read(8)) throw damaged();
  return { length, bits, assignment };
}

/** Two channels from one of them and their difference, or from their middle and their difference. */
function joinStereo([one, two]: readonly Float64Array[], length: number, assignment: number): void {
  for (let i = 0; i < length; i++) {
    const [first, second] = [one![i]!, two![i]!];
    if (assignment === 8) two![i] = first - second;
    else if (assignment === 9) one![i] = first + second;
    else {
      // The middle was halved; the bit that was lost is the difference's own lowest.
      const middle = first * 2 + (Math.abs(second) % 2);
      one![i] = (middle + second) / 2;
      two![i] = (middle - second) / 2;
    }
  }
}
