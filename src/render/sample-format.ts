// Samples as a WAV file has them: the last step of a bounce, and the only one that is not float.
// 16 and 24 bits are dithered by the core (assembly/pcm.ts), with chance that depends on a sample's place in the
// song: equal bounces are equal files, and one that begins later has the same numbers from there on.

import { type CompiledCore, instantiate } from '../engine/core/exports.ts';
import { chunkFrames } from '../engine/offline/render.ts';

export type Bits = WholeBits | '32f';
/** Of whole numbers, which are dithered. */
export type WholeBits = '16' | '24';

export interface SampleFormat {
  /** Of a sample. */
  readonly bytes: number;
  readonly isFloat: boolean;
  /**
   * Interleaved, little-endian; each call goes on where the last one ended.
   * @param left, right  at most `chunkFrames`
   */
  encode(left: Float32Array, right: Float32Array): Encoded;
  /** So many frames are encoded already, and not here: the next call goes on behind them. */
  pass(frames: number): void;
}

export interface Encoded {
  /** Good until the next call. */
  readonly data: Uint8Array;
  /** Highest sample. */
  readonly peak: number;
}

/** How many frames these are. */
export const framesOf = ({ data }: Encoded, { bytes }: SampleFormat): number => data.length / (2 * bytes);

/** @param from  place of the first frame in the song */
export function sampleFormat(bits: Bits, core: CompiledCore, from: number): SampleFormat {
  if (bits === '32f') return floatFormat;
  const encode = newEncoder(bits, core, chunkFrames);
  let place = from;
  return {
    bytes: bytesOf[bits],
    isFloat: false,
    encode(left, right) {
      const encoded = encode(left, right, place);
      place += left.length;
      return encoded;
    },
    pass(frames) {
      place += frames;
    },
  };
}

export const floatFormat: SampleFormat = { bytes: 4, isFloat: true, encode: encodeFloat, pass: () => {} };

/** Of a dithered sample. */
export const bytesOf: Readonly<Record<WholeBits, number>> = { 16: 2, 24: 3 };

/** As it lies in memory: WAV files are little-endian, and so is every machine that runs us. */
function encodeFloat(left: Float32Array, right: Float32Array): Encoded {
  const out = new Float32Array(left.length * 2);
  let peak = 0;
  for (let i = 0; i < left.length; i++) {
    out[i * 2] = left[i]!;
    out[i * 2 + 1] = right[i]!;
    peak = Math.max(peak, Math.abs(left[i]!), Math.abs(right[i]!));
  }
  return { data: new Uint8Array(out.buffer), peak };
}

/** @param place  of the first frame in the song */
export type Encoder = (left: Float32Array, right: Float32Array, place: number) => Encoded;

/**
 * Dithers, by an instance of the core of its own, which renders nothing.
 * @param most  frames of a call, a multiple of four
 */
export function newEncoder(bits: WholeBits, module: CompiledCore, most: number): Encoder {
  const bytes = bytesOf[bits];
  const core = instantiate(module);
  const at = core.pcmMake(most);
  const { buffer } = core.memory;
  const sides = [0, 1].map((side) => new Float32Array(buffer, at + side * most * 4, most));
  const out = new Uint8Array(buffer, at + most * 8, most * 2 * bytes);
  return (left, right, place) => {
    sides[0]!.set(left);
    sides[1]!.set(right);
    // What lies behind a shorter chunk is of the one before it, and would count as a peak.
    for (const side of sides) side.fill(0, left.length);
    const peak = core.pcmEncode(left.length, place, bytes);
    return { data: out.subarray(0, left.length * 2 * bytes), peak };
  };
}
