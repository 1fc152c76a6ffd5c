// WAV files made byte by byte, in every form that is read.

export interface WavShape {
  readonly rate?: number;
  readonly samples?: 'u8' | 's16' | 's24' | 's32' | 'f32' | 'f64';
  /** How the file names its format and its length. */
  readonly form?: 'plain' | 'extensible' | 'rf64' | 'cut off';
}

export const wavOf = (channels: readonly Float32Array[], shape: WavShape = {}): Uint8Array => {
  const { rate = 48_000, samples = 's16', form = 'plain' } = shape;
  const bits = Number(samples.slice(1));
  const tag = samples.startsWith('f') ? 3 : 1;
  const data = dataOf(channels, samples, bits);
  const fmt = new DataView(new ArrayBuffer(form === 'extensible' ? 40 : 16));
  fmt.setUint16(0, form === 'extensible' ? 0xfffe : tag, true);
  fmt.setUint16(2, channels.length, true);
  fmt.setUint32(4, rate, true);
  fmt.setUint32(8, (rate * channels.length * bits) / 8, true);
  fmt.setUint16(12, (channels.length * bits) / 8, true);
  fmt.setUint16(14, bits, true);
  if (form === 'extensible') {
    fmt.setUint16(16, 22, true);
    fmt.setUint16(18, bits, true);
    fmt.setUint16(24, tag, true);
  }
  const large = new DataView(new ArrayBuffer(28));
  large.setBigUint64(8, BigInt(data.length), true);
  const said = form === 'plain' || form === 'extensible' ? data.length : 0xffffffff;
  return joined([
    ascii(form === 'rf64' ? 'RF64' : 'RIFF'),
    u32(form === 'cut off' ? 0 : 0xffffffff),
    ascii('WAVE'),
    ...(form === 'rf64' ? [ascii('ds64'), u32(28), new Uint8Array(large.buffer)] : []),
    // What a studio writes besides, of odd length.
    ascii('junk'),
    u32(3),
    new Uint8Array(4),
    ascii('fmt '),
    u32(fmt.byteLength),
    new Uint8Array(fmt.buffer),
    ascii('data'),
    u32(said),
    data,
  ]);
};

const dataOf = (channels: readonly Float32Array[], samples: string, bits: number): Uint8Array => {
  const frames = channels[0]!.length;
  const bytes = bits / 8;
  const view = new DataView(new ArrayBuffer(frames * channels.length * bytes));
  let at = 0;
  for (let frame = 0; frame < frames; frame++)
    for (const channel of channels) {
      const sample = channel[frame]!;
      if (samples === 'f32') view.setFloat32(at, sample, true);
      else if (samples === 'f64') view.setFloat64(at, sample, true);
      else if (samples === 'u8') view.setUint8(at, Math.round(sample * 127) + 128);
      else {
        const whole = Math.round(sample * (2 ** (bits - 1) - 1));
        for (let byte = 0; byte < bytes; byte++) view.setUint8(at + byte, (whole >> (8 * byte)) & 0xff);
      }
      at += bytes;
    }
  return new Uint8Array(view.buffer);
};

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const u32 = (value: number): Uint8Array => {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, value, true);
  return new Uint8Array(view.buffer);
};

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};
