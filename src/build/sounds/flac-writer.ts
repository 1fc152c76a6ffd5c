// FLAC files of 16 or 24 bits: small, exact, and read by everything. Fixed predictions and Rice codes only, which
// is nearly all that there is to win on a drum.

import { crc8, crc16 } from '../../audio/flac-sums.ts';

const blockFrames = 4096;

type Depth = 16 | 24;

/** @param channels  one or two, of one length, -1 to 1 */
export function writeFlac(
  channels: readonly ArrayLike<number>[],
  sampleRate: number,
  depth: Depth = 16,
): Uint8Array {
  const full = 2 ** (depth - 1);
  const whole = channels.map((channel) =>
    Int32Array.from(channel, (x) => Math.max(-full, Math.min(full - 1, Math.round(x * full)))),
  );
  const frames = whole[0]!.length;
  const bits = new BitWriter();
  for (const letter of 'fLaC') bits.write(letter.charCodeAt(0), 8);
  // The last block of metadata, a stream info of 34 bytes.
  bits.write(0x80, 8);
  bits.write(34, 24);
  bits.write(blockFrames, 16);
  bits.write(blockFrames, 16);
  bits.write(0, 24);
  bits.write(0, 24);
  bits.write(sampleRate, 20);
  bits.write(channels.length - 1, 3);
  bits.write(depth - 1, 5);
  bits.write(0, 4);
  bits.write(frames, 32);
  // Readers take sixteen zeros for a sum that was not made.
  for (let i = 0; i < 4; i++) bits.write(0, 32);
  for (let from = 0, number = 0; from < frames; from += blockFrames, number++)
    writeFrame(
      bits,
      whole.map((channel) => channel.subarray(from, from + blockFrames)),
      { number, depth },
    );
  return bits.bytes();
}

interface Frame {
  readonly number: number;
  readonly depth: Depth;
}

function writeFrame(bits: BitWriter, channels: readonly Int32Array[], { number, depth }: Frame): void {
  const start = bits.length;
  bits.write(0xfff8, 16);
  bits.write(7, 4);
  bits.write(0, 4);
  bits.write(channels.length - 1, 4);
  bits.write(depth === 16 ? 4 : 6, 3);
  bits.write(0, 1);
  writeNumber(bits, number);
  bits.write(channels[0]!.length - 1, 16);
  bits.write(crc8(bits.bytes(), start, bits.length), 8);
  for (const channel of channels) writeSubframe(bits, channel, depth);
  bits.align();
  bits.write(crc16(bits.bytes(), start, bits.length), 16);
}

/** As UTF-8 writes a letter of that number. */
function writeNumber(bits: BitWriter, number: number): void {
  if (number < 128) bits.write(number, 8);
  else if (number < 2048) bits.write(((0xc0 | (number >> 6)) << 8) | 0x80 | (number & 63), 16);
  else
    bits.write(
      ((0xe0 | (number >> 12)) << 16) | ((0x80 | ((number >> 6) & 63)) << 8) | 0x80 | (number & 63),
      24,
    );
}

function writeSubframe(bits: BitWriter, samples: Int32Array, depth: Depth): void {
  const { order, missed } = bestPrediction(samples);
  bits.write(0, 1);
  bits.write(8 + order, 6);
  bits.write(0, 1);
  for (let i = 0; i < order; i++)
    bits.write(depth === 16 ? samples[i]! & 0xffff : samples[i]! & 0xffffff, depth);
  const folded = missed.map((x) => (x < 0 ? -2 * x - 1 : 2 * x));
  const parts = samples.length % 16 === 0 && samples.length / 16 > order ? 4 : 0;
  // Parameters of Rice's codes have four bits, or five where samples are long.
  const [method, parameterBits, most] = depth === 16 ? [0, 4, 14] : [1, 5, 30];
  bits.write(method, 2);
  bits.write(parts, 4);
  const partLength = samples.length >> parts;
  for (let part = 0, at = 0; part < 1 << parts; part++) {
    const end = (part + 1) * partLength - order;
    const values = folded.subarray(at, end);
    at = end;
    const mean = values.reduce((sum, x) => sum + x, 0) / Math.max(1, values.length);
    const parameter = Math.min(most, Math.max(0, Math.floor(Math.log2(mean + 1))));
    bits.write(parameter, parameterBits);
    for (const value of values) {
      for (let high = value >>> parameter; high > 0; ) {
        const some = Math.min(high, 24);
        bits.write(0, some);
        high -= some;
      }
      bits.write(1, 1);
      bits.write(value & (2 ** parameter - 1), parameter);
    }
  }
}

function bestPrediction(samples: Int32Array): { readonly order: number; readonly missed: Int32Array } {
  let missed = samples;
  let best = { order: 0, missed, sum: sumOf(missed) };
  for (let order = 1; order <= Math.min(4, samples.length - 1); order++) {
    missed = missed.subarray(1).map((x, index) => x - missed[index]!);
    const sum = sumOf(missed);
    if (sum < best.sum) best = { order, missed, sum };
  }
  return best;
}

const sumOf = (values: Int32Array): number => values.reduce((sum, x) => sum + Math.abs(x), 0);

class BitWriter {
  #bytes = new Uint8Array(65_536);
  #length = 0;
  #used = 0;

  /** Whole bytes so far. */
  get length(): number {
    return this.#length;
  }

  write(value: number, count: number): void {
    for (let left = count; left > 0; ) {
      if (this.#used === 0) this.#grow();
      const take = Math.min(left, 8 - this.#used);
      const part = Math.floor(value / 2 ** (left - take)) & ((1 << take) - 1);
      this.#bytes[this.#length - 1]! |= part << (8 - this.#used - take);
      this.#used = (this.#used + take) % 8;
      left -= take;
    }
  }

  align(): void {
    this.#used = 0;
  }

  /** What was written; good until more is. */
  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #grow(): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#length++;
  }
}
