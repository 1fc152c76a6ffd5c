// What a sampled instrument is made of: zones that say which recording plays which keys, velocities or hits.
// Plain data, made by whoever reads the files; the recordings themselves come apart, and only those needed.

/** A recorded sound in memory. */
export interface Recording {
  /** Of its content: equal sounds have equal hashes. */
  readonly hash: string;
  /** In Hz. */
  readonly sampleRate: number;
  /** One (mono) or two, of one length, every sample finite. */
  readonly channels: readonly Float32Array[];
}

/** How loud a sound is over time, where it has an envelope of its own. Seconds, and a share of full level. */
export interface ZoneEnvelope {
  readonly attack: number;
  readonly decay: number;
  readonly sustain: number;
  readonly release: number;
}

export interface Zone {
  /** Which recording, in the map's own words. */
  readonly recording: string;
  /** The drum hit that plays it, and which of its variants; absent for what plays notes. */
  readonly hit?: { readonly name: string; readonly variant: number };
  /** Lowest and highest MIDI note, whole numbers, both in. */
  readonly keys: readonly [low: number, high: number];
  /** Above the first and up to the second, 0 to 1. */
  readonly velocities: readonly [above: number, upTo: number];
  /** The MIDI note at which it plays as recorded, with its fraction. */
  readonly root: number;
  /** Semitones a key: 1 follows the keyboard, 0 always plays as recorded. */
  readonly tracking: number;
  readonly gainDb: number;
  /** -1 left to 1 right. */
  readonly pan: number;
  /** Frames `start` to before `end`, round and round. */
  readonly loop?: { readonly start: number; readonly end: number };
  readonly envelope?: ZoneEnvelope;
  /** Plays to its end, however short the note. */
  readonly oneShot?: true;
  /** Silences what else of its group sounds; 0 for none. */
  readonly choke: number;
  /** Level by the velocity: as it is, or squared, as SoundFonts do. */
  readonly velocityLaw: 'linear' | 'squared';
}

export interface SoundMap {
  /** What its recordings are found by, together with their own words. */
  readonly id: string;
  readonly zones: readonly Zone[];
  /** Of a single file: how long its recording is. */
  readonly length?: { readonly frames: number; readonly sampleRate: number };
}

/** The id of a zone's recording among all. */
export const recordingId = (map: SoundMap, zone: Zone): string => `${map.id}#${zone.recording}`;

/** A zone that plays everything as it was recorded. */
export const plainZone: Omit<Zone, 'recording'> = {
  keys: [0, 127],
  velocities: [0, 1],
  root: 60,
  tracking: 1,
  gainDb: 0,
  pan: 0,
  choke: 0,
  velocityLaw: 'linear',
};
