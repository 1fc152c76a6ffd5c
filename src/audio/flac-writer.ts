// Writes FLAC, after RFC 9639: stereo of 16 or 24 bits, in blocks of 4096 frames, each side (or the middle and the
// difference) by the predictor that leaves the least. No sample is changed. Pure: the disk and the MD5 sum of the
// sound are the caller's.

import { BitWriter } from './flac-bit-writer.ts';
import { fixedPrediction, linearPrediction, type Prediction } from './flac-predict.ts';
import { planRice, type RicePlan, writeRice } from './flac-rice.ts';
import { crc8, crc16 } from './flac-sums.ts';

export interface FlacWriter {
  /**
   * Frames as they become whole.
   * @param samples  interleaved, little-endian, left first
   */
  add(samples: Uint8Array): Uint8Array;
  /** What was left. */
  end(): Uint8Array;
  /**
   * What stands before the frames: as long at the beginning, when little is known, as at the end.
   * @param md5  of all samples as they were given
   */
  head(md5?: Uint8Array): Uint8Array;
}

export type FlacBits = 16 | 24;

const blockFrames = 4096;
const order = 8;

/** @param tags  `TITLE`, `ARTIST`... */
export function newFlacWriter(
  rate: number,
  bits: FlacBits,
  tags: Readonly<Record<string, string>> = {},
): FlacWriter {
  const out = new BitWriter();
  const sides = [new Float64Array(blockFrames), new Float64Array(blockFrames)] as const;
  let [held, blocks, total, smallest, largest] = [0, 0, 0, 0, 0];

  const frame = (): void => {
    const from = out.bytes.length;
    writeFrame(out, sides, held, { rate, bits, number: blocks });
    const size = out.bytes.length - from;
    smallest = blocks === 0 ? size : Math.min(smallest, size);
    largest = Math.max(largest, size);
    blocks += 1;
    total += held;
    held = 0;
  };
  const taken = (): Uint8Array => {
    const bytes = out.bytes.slice();
    out.clear();
    return bytes;
  };
  return {
    add(samples) {
      const view = new DataView(samples.buffer, samples.byteOffset, samples.byteLength);
      const bytes = bits / 8;
      for (let at = 0; at < samples.length; at += 2 * bytes) {
        for (const side of [0, 1] as const) {
          const here = at + side * bytes;
          sides[side][held] =
            bits === 16
              ? view.getInt16(here, true)
              : view.getInt8(here + 2) * 65536 + view.getUint16(here, true);
        }
        if (++held === blockFrames) frame();
      }
      return taken();
    },
    end() {
      if (held > 0) frame();
      return taken();
    },
    head(md5 = new Uint8Array(16)) {
      const info = new BitWriter();
      info.write(blockFrames, 16);
      info.write(blockFrames, 16);
      info.write(smallest, 24);
      info.write(largest, 24);
      info.write(rate, 20);
      info.write(1, 3);
      info.write(bits - 1, 5);
      info.write(Math.floor(total / 2 ** 32), 4);
      info.write(total % 2 ** 32, 32);
      for (const byte of md5) info.write(byte, 8);
      const comments = commentsOf(tags);
      return joined([
        new TextEncoder().encode('fLaC'),
        [0, 0, 0, 34],
        info.bytes,
        [0x84, comments.length >> 16, (comments.length >> 8) & 255, comments.length & 255],
        comments,
      ]);
    },
  };
}

interface FrameShape {
  readonly rate: number;
  readonly bits: FlacBits;
  readonly number: number;
}

const rateCodes: Readonly<Record<number, number>> = { 44100: 9, 48000: 10, 88200: 1, 96000: 11 };

function writeFrame(
  out: BitWriter,
  [left, right]: readonly [Float64Array, Float64Array],
  length: number,
  { rate, bits, number }: FrameShape,
): void {
  const from = out.bytes.length;
  const { assignment, parts } = cheapest(left, right, length, bits);
  out.write(0xfff8, 16);
  out.write(length === blockFrames ? 12 : 7, 4);
  out.write(rateCodes[rate] ?? 0, 4);
  out.write(assignment, 4);
  out.write(bits === 16 ? 4 : 6, 3);
  out.write(0, 1);
  for (const byte of asUtf8(number)) out.write(byte, 8);
  if (length !== blockFrames) out.write(length - 1, 16);
  out.write(crc8(out.bytes, from, out.bytes.length), 8);
  for (const part of parts) writePart(out, part, length);
  out.align();
  out.write(crc16(out.bytes, from, out.bytes.length), 16);
}

/** A channel of a block, and how it is written. */
interface Part {
  readonly depth: number;
  readonly samples: Float64Array;
  readonly prediction?: Prediction;
  readonly rice?: RicePlan;
  readonly size: number;
}

/** Left and right as they are, or one of them, or their middle, with the difference. */
function cheapest(left: Float64Array, right: Float64Array, length: number, bits: number) {
  const [middle, difference] = [new Float64Array(length), new Float64Array(length)];
  for (let i = 0; i < length; i++) {
    middle[i] = Math.floor((left[i]! + right[i]!) / 2);
    difference[i] = left[i]! - right[i]!;
  }
  const [l, r] = [partOf(left, length, bits), partOf(right, length, bits)];
  const [m, s] = [partOf(middle, length, bits), partOf(difference, length, bits + 1)];
  const ways = [
    { assignment: 1, parts: [l, r] },
    { assignment: 8, parts: [l, s] },
    { assignment: 9, parts: [s, r] },
    { assignment: 10, parts: [m, s] },
  ] as const;
  const size = ({ parts }: (typeof ways)[number]): number => parts[0].size + parts[1].size;
  return ways.reduce((best, way) => (size(way) < size(best) ? way : best));
}

function partOf(all: Float64Array, length: number, depth: number): Part {
  const samples = all.subarray(0, length);
  if (samples.every((sample) => sample === samples[0])) return { depth, samples, size: depth };
  const linear = linearPrediction(samples, length, order);
  const choices = [fixedPrediction(samples, length), ...(linear ? [linear] : [])].map((prediction) => {
    const rice = planRice(prediction.residual, prediction.order, length);
    const said = prediction.linear ? 9 + 14 * prediction.order : 0;
    return { depth, samples, prediction, rice, size: rice.bits + prediction.order * depth + said };
  });
  const best = choices.reduce((least, one) => (one.size < least.size ? one : least));
  // Noise at full scale: nothing is shorter than the samples themselves.
  const plain = { order: 0, residual: samples } satisfies Prediction;
  return best.size < depth * length ? best : { depth, samples, prediction: plain, size: depth * length };
}

function writePart(out: BitWriter, { depth, samples, prediction, rice }: Part, length: number): void {
  if (!prediction) {
    out.write(0, 8);
    out.write(samples[0]!, depth);
    return;
  }
  if (!rice) {
    out.write(1 << 1, 8);
    for (const sample of samples) out.write(sample, depth);
    return;
  }
  const { linear, residual } = prediction;
  out.write((linear ? 0x20 | (prediction.order - 1) : 0x08 | prediction.order) << 1, 8);
  for (let i = 0; i < prediction.order; i++) out.write(residual[i]!, depth);
  if (linear) {
    out.write(13, 4);
    out.write(linear.shift, 5);
    for (const coefficient of linear.coefficients) out.write(coefficient, 14);
  }
  writeRice(out, residual, prediction.order, length, rice);
}

/** A frame's number, as UTF-8 writes a letter's. */
function asUtf8(number: number): readonly number[] {
  if (number < 0x80) return [number];
  const tail: number[] = [];
  let left = number;
  // The first byte holds one bit less with each that follows.
  for (let room = 6; left >= 2 ** room; room--) {
    tail.unshift(0x80 | (left & 63));
    left = Math.floor(left / 64);
    if (left < 2 ** (room - 1)) break;
  }
  const lead = (0xff << (7 - tail.length)) & 0xff;
  return [lead | left, ...tail];
}

/** Tags, each `NAME=text`, little-endian as in Vorbis. */
function commentsOf(tags: Readonly<Record<string, string>>): Uint8Array {
  const encoder = new TextEncoder();
  const sized = (text: string): Uint8Array => {
    const bytes = encoder.encode(text);
    return joined([little(bytes.length), bytes]);
  };
  const lines = Object.entries(tags).map(([name, text]) => sized(`${name}=${text}`));
  return joined([sized('Codetta'), little(lines.length), ...lines]);
}

const little = (value: number): readonly number[] => [
  value & 255,
  (value >> 8) & 255,
  (value >> 16) & 255,
  value >>> 24,
];

function joined(parts: readonly ArrayLike<number>[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
