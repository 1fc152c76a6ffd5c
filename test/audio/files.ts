// Files of sound as bytes, for tests: right ones, and ones whose headers lie.

/** Bytes put one behind the other: text in ASCII, numbers as they are. */
export const bytes = (...parts: readonly (string | readonly number[] | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : [...part],
    ),
  );

export const u16 = (value: number): readonly number[] => [value & 255, (value >> 8) & 255];
export const u32 = (value: number): readonly number[] => [
  ...u16(value % 65536),
  ...u16(Math.floor(value / 65536)),
];

export interface WavHeader {
  readonly code?: number;
  readonly channels?: number;
  readonly rate?: number;
  readonly bits?: number;
  readonly frameBytes?: number;
  /** What the header says of the length of the sound, where it lies. */
  readonly dataBytes?: number;
  /** Parts before the sound. */
  readonly before?: Uint8Array;
}

/** A WAV file with that sound in it. */
export function wav(data: Uint8Array, header: WavHeader = {}): Uint8Array {
  const { code = 1, channels = 1, rate = 48000, bits = 16 } = header;
  const frameBytes = header.frameBytes ?? Math.ceil(bits / 8) * channels;
  const format = bytes(
    u16(code),
    u16(channels),
    u32(rate),
    u32(rate * frameBytes),
    u16(frameBytes),
    u16(bits),
  );
  return bytes(
    'RIFF',
    u32(0),
    'WAVEfmt ',
    u32(format.length),
    format,
    header.before ?? [],
    'data',
    u32(header.dataBytes ?? data.length),
    data,
  );
}
