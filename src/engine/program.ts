// The program: what the core plays. Flat arrays only, so that it crosses to the audio thread by
// transfer, hashes fast, and means the same on every machine.
// Made from song + timeline by compile() in compile.ts; the memory layout derives from the vocabulary.

/** The core's fixed sizes. More than these is a problem of the song, told by compile(). */
export const limits = { tracks: 32, buses: 8, voices: 32, parameters: 64, events: 1 << 20 } as const;

/**
 * Events lie in one ArrayBuffer, `eventStride` bytes each, ascending by start:
 * u32 start sample, u32 length in samples, f32 MIDI pitch, f32 velocity 0..1, u32 source id.
 */
export const eventStride = 20;

export interface Program {
  readonly sampleRate: number;
  /** End of the last bar, in samples. */
  readonly lengthSamples: number;
  readonly tracks: readonly TrackProgram[];
  readonly buses: readonly BusProgram[];
  readonly master: Float32Array;
  /** Start of each bar in samples, and the end of the last: where a swap can happen. */
  readonly barSamples: Uint32Array;
  readonly beatSamples: Uint32Array;
}

export interface TrackProgram {
  readonly name: string;
  /** Of the instrument, its parameters and its events: another hash means a swap at the next bar. */
  readonly hash: string;
  /** Index into the vocabulary's instruments. */
  readonly instrument: number;
  /** Most notes at once: 1 for a mono instrument. */
  readonly voices: number;
  /** In the order of the vocabulary's parameter table; choices as their index. */
  readonly instrumentParameters: Float32Array;
  /** The strip: see layout `strip`. Changes are ramped, never swapped. */
  readonly strip: Float32Array;
  /** Linear gain to each bus, `limits.buses` values, after the fader. */
  readonly sends: Float32Array;
  readonly events: ArrayBuffer;
  readonly eventCount: number;
}

export interface BusProgram {
  readonly name: string;
  /** The strip, with its reverb and its delay: see layout `bus`. */
  readonly strip: Float32Array;
}
