// Samples as a WAV file has them: the last step of a bounce, and the only one that is not float.
// 16 and 24 bits are dithered (TPDF, one step peak) by seeded chance, so that equal bounces are equal files.

export type Bits = '16' | '24' | '32f';

export interface SampleFormat {
  /** mediabunny's name of it. */
  readonly codec: 'pcm-s16' | 'pcm-s24' | 'pcm-f32';
  readonly bytes: number;
  /** Interleaved, little-endian; each call goes on with the dither where the last one ended. */
  encode(left: Float32Array, right: Float32Array): Uint8Array;
}

export function sampleFormat(bits: Bits): SampleFormat {
  if (bits === '32f') return { codec: 'pcm-f32', bytes: 4, encode: encodeFloat };
  const bytes = bits === '16' ? 2 : 3;
  const dither = newDither();
  return {
    codec: bits === '16' ? 'pcm-s16' : 'pcm-s24',
    bytes,
    encode: (left, right) => encodeWhole(left, right, bytes, dither),
  };
}

function encodeFloat(left: Float32Array, right: Float32Array): Uint8Array {
  const out = new DataView(new ArrayBuffer(left.length * 8));
  for (let i = 0; i < left.length; i++) {
    out.setFloat32(i * 8, left[i]!, true);
    out.setFloat32(i * 8 + 4, right[i]!, true);
  }
  return new Uint8Array(out.buffer);
}

function encodeWhole(
  left: Float32Array,
  right: Float32Array,
  bytes: 2 | 3,
  dither: () => number,
): Uint8Array {
  const highest = 2 ** (bytes * 8 - 1);
  const out = new Uint8Array(left.length * 2 * bytes);
  let at = 0;
  const put = (sample: number): void => {
    const whole = Math.max(-highest, Math.min(highest - 1, Math.round(sample * highest + dither())));
    out[at++] = whole;
    out[at++] = whole >> 8;
    if (bytes === 3) out[at++] = whole >> 16;
  };
  for (let i = 0; i < left.length; i++) {
    put(left[i]!);
    put(right[i]!);
  }
  return out;
}

/** Triangular chance from -1 to 1 step: the sum of two even ones. */
function newDither(): () => number {
  let state = 0x2545f491;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
  return () => next() + next() - 1;
}
