// The program: what the core plays. Flat arrays only, so that it crosses to the audio thread by
// transfer, hashes fast, and means the same on every machine.
// Made from song + timeline by compile() in compile.ts; the memory layout derives from the vocabulary.

/** The core's fixed sizes. More than these is a problem of the song, told by compile(). */
export const limits = {
  tracks: 64,
  buses: 16,
  voices: 32,
  parameters: 256,
  events: 1 << 20,
  /** Of one strip. */
  inserts: 16,
} as const;

/**
 * Events lie in one ArrayBuffer, `eventStride` bytes each, ascending by start:
 * u32 start sample, u32 length in samples, f32 MIDI pitch, f32 velocity 0..1, u32 source id, u32 zone: what
 * of `TrackProgram.zones` sounds, 0 where the instrument has none.
 */
export const eventStride = 24;

export interface Program {
  readonly sampleRate: number;
  /** End of the last bar, in samples. */
  readonly lengthSamples: number;
  readonly tracks: readonly TrackProgram[];
  readonly buses: readonly BusProgram[];
  readonly master: MasterProgram;
  /** Recorded sound that tracks play, each once. */
  readonly samples: readonly SampleProgram[];
  /** Start of each bar in samples, and the end of the last: where a swap can happen. */
  readonly barSamples: Uint32Array;
  readonly beatSamples: Uint32Array;
}

/** What every strip has. Changes are ramped or crossfaded, never swapped. */
export interface StripProgram {
  /** Fader and pan: see `stripSlots` of the vocabulary's layout. */
  readonly strip: Float32Array;
  /** In the order of the signal. */
  readonly inserts: readonly InsertProgram[];
}

export interface InsertProgram {
  /** Index into the vocabulary's effects. */
  readonly effect: number;
  /** In the order of the vocabulary; choices as their index. */
  readonly parameters: Float32Array;
  /** Index of the track whose instrument the effect listens to, for those that have a side-chain. */
  readonly key?: number;
}

export interface SendProgram {
  /** Index of the bus. Buses send in no circle. */
  readonly bus: number;
  /** Linear gain. */
  readonly gain: number;
  /** Taken before the fader, not after it. */
  readonly pre?: true;
}

export interface TrackProgram extends StripProgram {
  readonly name: string;
  /** Of the instrument, its parameters, its zones and its events: another hash means a swap at the next bar. */
  readonly hash: string;
  /** Index into the vocabulary's instruments. */
  readonly instrument: number;
  /** Most notes at once: 1 for a mono instrument. */
  readonly voices: number;
  /** In the order of the vocabulary's parameter table; choices as their index. */
  readonly instrumentParameters: Float32Array;
  /** What the events' `zone` points into; empty where the instrument plays no samples. */
  readonly zones: Float32Array;
  readonly sends: readonly SendProgram[];
  readonly events: ArrayBuffer;
  readonly eventCount: number;
}

export interface BusProgram extends StripProgram {
  readonly name: string;
  /** To other buses. */
  readonly sends: readonly SendProgram[];
}

/** Its limiter is no insert: it stands at the end, always, with its settings in `strip`. */
export type MasterProgram = StripProgram;

/** Recorded sound. The host reads it; it crosses to the audio thread once, known by its hash. */
export interface SampleProgram {
  readonly hash: string;
  readonly sampleRate: number;
  /** One or two, of one length. */
  readonly channels: readonly Float32Array[];
}
