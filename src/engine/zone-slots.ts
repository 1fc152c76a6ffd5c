// A zone in the core's memory, in f32 slots: which sample it plays and how. Times are in seconds, places in
// frames of the sample.

export const zoneSlots = [
  /** Index into the program's samples. */
  'sample',
  /** The MIDI note that plays it as it was recorded, and semitones a key. */
  'root',
  'tracking',
  /** Linear. */
  'gain',
  /** -1 to 1. */
  'pan',
  /** The same twice where it has no loop. */
  'loopStart',
  'loopEnd',
  /** What else of the group sounds is silenced by it; 0 for no group. */
  'choke',
  /** Less than 0: what the instrument's parameters say. */
  'attack',
  'decay',
  'sustain',
  'release',
  /** 1: it plays to its end, however short the note. */
  'oneShot',
  /** 1: its level is the velocity squared. */
  'squared',
] as const;
