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
  lanes: 1024,
  lanePoints: 1 << 17,
  /** Of one track. */
  zones: 512,
  /** Stretches of recordings, of one track. */
  clips: 512,
  samples: 2048,
  /** Of one song: what Tone.js plays in it. */
  plugs: 16,
  /** Where it goes out and comes in: twice as many, so that those of a new version stand beside those that fade. */
  ports: 32,
  /** Recorded sound of one song: more of it is not brought in, and told of. */
  sampleBytes: 1_000_000_000,
} as const;

/**
 * Events lie in one ArrayBuffer, `eventStride` bytes each, ascending by start:
 * u32 start sample, u32 length in samples, f32 MIDI pitch, f32 velocity 0..1, u32 source id, u32 zone: what
 * of `TrackProgram.zones` sounds, 0 where the instrument has none.
 */
export const eventStride = 24;

/**
 * Clips lie in one ArrayBuffer, `clipStride` bytes each, ascending by start:
 * u64 place in the sample where it begins, u64 how far it goes in a sample of the song, both in 2^-32 frames of it;
 * u32 start sample, u32 length in samples, u32 index into `Program.samples`, f32 linear gain,
 * u32 samples of its fade in, u32 of its fade out, u32 first frame of its loop, u32 the frame behind the loop's last:
 * the same twice where it has none; u32 source id; u32 unused.
 */
export const clipStride = 56;

export interface Program {
  readonly sampleRate: number;
  /** End of the last bar, in samples. */
  readonly lengthSamples: number;
  readonly tracks: readonly TrackProgram[];
  readonly buses: readonly BusProgram[];
  readonly master: MasterProgram;
  /** Settings that move. At most one lane a setting. */
  readonly lanes: readonly LaneProgram[];
  /** Recorded sound that tracks play, each once. */
  readonly samples: readonly SampleProgram[];
  /** What the host plays in its own graph: instruments and effects that the core has not. At most `limits.plugs`. */
  readonly plugs: readonly PlugProgram[];
  /** Start of each bar in samples, and the end of the last: where a swap can happen. */
  readonly barSamples: Uint32Array;
  readonly beatSamples: Uint32Array;
  /** Start of each section in samples, and the end of the last. */
  readonly sectionSamples: Uint32Array;
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
  /** Index into `Program.plugs` of one that the host plays. */
  readonly plug?: number;
  /** Index into `Program.samples` of what a Convolver is made of. */
  readonly response?: number;
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
  /** Of the instrument, its parameters, its zones, its events and its clips: another hash means a swap at the next bar. */
  readonly hash: string;
  /** Index into the vocabulary's instruments. */
  readonly instrument: number;
  /** Index into `Program.plugs` of an instrument that the host plays; `instrument` is then -1. */
  readonly plug?: number;
  /** Most notes at once: 1 for a mono instrument. */
  readonly voices: number;
  /** In the order of the vocabulary's parameter table; choices as their index. */
  readonly instrumentParameters: Float32Array;
  /** What the events' `zone` points into, in rows of `zoneSlots`; empty where the instrument plays no samples. */
  readonly zones: Float32Array;
  readonly sends: readonly SendProgram[];
  readonly events: ArrayBuffer;
  readonly eventCount: number;
  /** Recordings, which sound together with what the instrument plays; absent where there are none. */
  readonly clips?: ArrayBuffer;
}

export interface BusProgram extends StripProgram {
  readonly name: string;
  /** To other buses. */
  readonly sends: readonly SendProgram[];
}

/** Its limiter is no insert: it stands at the end, always, with its settings in `strip`. */
export type MasterProgram = StripProgram;

/**
 * What one setting does over the song. Its points lie in one ArrayBuffer, `laneStride` bytes each, ascending:
 * u32 sample, u32 shape (its place in `laneShapes`; 16 more for a waver by factors), f32 value, and for what
 * wavers f32 other value, u64 cycles a sample in parts of 2^64, u32 phase in parts of 2^32; u32 unused.
 */
export interface LaneProgram {
  readonly strip: 'track' | 'bus' | 'master';
  readonly index: number;
  /** What moves: the strip itself, a send, an effect, the instrument of a track. */
  readonly part: (typeof laneParts)[number];
  /** The bus of a send, the effect's place in the chain, or the instrument's place in the vocabulary. */
  readonly of: number;
  /** In the strip's, the effect's or the instrument's block. */
  readonly slot: number;
  /** Points in dB move a linear gain. */
  readonly decibels?: true;
  readonly points: ArrayBuffer;
}

/** Something of Tone.js's: it comes in, and for an effect goes out, by a port that the host gives it. */
export interface PlugProgram {
  /** Where it stands and what it is: the same in the next version of the song means that it plays on. */
  readonly id: string;
  /** Where it comes in: an instrument's successor comes in at the same place. */
  readonly place: string;
  /** A class of Tone.js, as the vocabulary's table of plug-ins names it. */
  readonly type: string;
  /** Plain data, as the class takes it. */
  readonly options: PlugOptions;
  /** Notes at once, of an instrument; absent for an effect. */
  readonly voices?: number;
}

/** Numbers, words and flags, in groups: `{ envelope: { attack: 0.1 } }`. */
export interface PlugOptions {
  readonly [name: string]: number | string | boolean | readonly number[] | PlugOptions;
}

export const laneParts = ['strip', 'send', 'insert', 'instrument'] as const;

export const laneStride = 32;

/**
 * How a point is reached from the one before it, or, from `step` on, what begins there: a value, the
 * setting's own value, or a wave between two values.
 */
export const laneShapes = [
  'linear',
  'exponential',
  'curve',
  'step',
  'base',
  'sine',
  'triangle',
  'sawtooth',
  'square',
] as const;

/** Recorded sound. The host reads it; it crosses to the audio thread once, known by its hash. */
export interface SampleProgram {
  readonly hash: string;
  readonly sampleRate: number;
  /** One or two, of one length. */
  readonly channels: readonly Float32Array[];
}
