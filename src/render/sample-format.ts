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
  return { codec: bits === '16' ? 'pcm-s16' : 'pcm-s24', bytes, encode: newDithered(bytes) };
}

/** As it lies in memory: WAV files are little-endian, and so is every machine that runs us. */
function encodeFloat(left: Float32Array, right: Float32Array): Uint8Array {
  const out = new Float32Array(left.length * 2);
  for (let i = 0; i < left.length; i++) {
    out[i * 2] = left[i]!;
    out[i * 2 + 1] = right[i]!;
  }
  return new Uint8Array(out.buffer);
}

/**
 * Whole numbers with triangular chance from -1 to 1 step: the sum of two even ones.
 * Chance is drawn within the loop, by no call of its own: a three-minute song has 17 million samples.
 */
function newDithered(bytes: 2 | 3): SampleFormat['encode'] {
  const highest = 2 ** (bytes * 8 - 1);
  let state = 0x2545f491;
  return (left, right) => {
    const out = new Uint8Array(left.length * 2 * bytes);
    let chance = state;
    let at = 0;
    for (let i = 0; i < left.length * 2; i++) {
      chance ^= chance << 13;
      chance ^= chance >>> 17;
      chance ^= chance << 5;
      const first = chance >>> 0;
      chance ^= chance << 13;
      chance ^= chance >>> 17;
      chance ^= chance << 5;
      const dither = (first + (chance >>> 0)) / 0x1_0000_0000 - 1;
      const sample = (i & 1) === 0 ? left[i >> 1]! : right[i >> 1]!;
      const nearest = Math.floor(sample * highest + dither + 0.5);
      const whole = nearest < -highest ? -highest : nearest >= highest ? highest - 1 : nearest;
      out[at++] = whole;
      out[at++] = whole >> 8;
      if (bytes === 3) out[at++] = whole >> 16;
    }
    state = chance;
    return out;
  };
}
