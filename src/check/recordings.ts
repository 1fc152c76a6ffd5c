// What is heard in the recordings of a song, as plain data: for rules of takes and loops. Whoever has the files
// listens to them (src/render/recordings.ts).

/** By the path written. A file that cannot be read is absent: AST1 tells of it. */
export type Recordings = Readonly<Record<string, HeardRecording>>;

/** All seconds are those of the file. */
export interface HeardRecording {
  readonly seconds: number;
  /** Where it is cut off at its top: the start of each place. */
  readonly clipped: readonly number[];
  /** Where something begins. */
  readonly onsets: readonly number[];
  /** What is held, as MIDI numbers with a fraction. */
  readonly notes: readonly HeldNote[];
  /** Absent where it has none: drums, speech. */
  readonly key?: HeardKey;
  /** What a cut does where the song cuts it, and at both its ends. */
  readonly cuts: readonly CutPlace[];
}

export interface HeldNote {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly midi: number;
}

export interface HeardKey {
  /** Pitch class, 0 is C. */
  readonly tonic: number;
  readonly mode: 'major' | 'minor';
  /** -1 to 1: how well the recording agrees with what is heard in that key. */
  readonly agreement: number;
  /** How much of each note sounds, from C on; they add up to 1. */
  readonly chroma: readonly number[];
}

export interface CutPlace {
  readonly seconds: number;
  /** The level that the wave jumps to or from there, in dBFS. */
  readonly jumpDb: number;
}
