// One deck's instrument: its parameter block and its voices. 64 decks (32 tracks, two decks each), at most
// 32 voices a deck. Notes are put down for a frame of the next block and take effect on that frame.
// What it computes depends only on the frames rendered, never on how they are cut into blocks.

/** Once, before anything else. Makes the tables for that rate. */
export function instrumentInit(sampleRate: f32): void {}

/** Address of the deck's parameters: f32 slots in the order of the vocabulary. Read by instrumentConfigure. */
export function instrumentParameters(deck: i32): usize {
  return 0;
}

/**
 * Takes the parameter block over for the notes to come.
 * @param kind    index in src/vocabulary/instruments.ts; another kind than before silences the deck
 * @param voices  1: a new note takes the one voice over; 2 to 32: polyphony
 */
export function instrumentConfigure(deck: i32, kind: i32, voices: i32): void {}

/** Silence at once, nothing left of the notes before. */
export function instrumentReset(deck: i32): void {}

/**
 * Starts a note at `frame` of the next block rendered.
 * @param pitch     MIDI number, fractions allowed; one that can't sound (NaN, over half the rate) is silent
 * @param velocity  0..1; 0 or NaN is silent
 * @returns         the note's handle, for noteOff; never 0
 */
export function noteOn(deck: i32, pitch: f32, velocity: f32, source: u32, frame: i32): i32 {
  return 1;
}

/** Releases that note at `frame` of the next block; a note that is gone already is left in peace. */
export function noteOff(deck: i32, handle: i32, frame: i32): void {}

/** Releases every note held at `frame` of the next block. */
export function releaseAll(deck: i32, frame: i32): void {}

/**
 * The next `frames` (1..128), mono.
 * @param out  f32 samples are WRITTEN here, not added; 16 bytes aligned, room for 128
 * @returns    1, or 0 where the deck is silent: then nothing is written
 */
export function instrumentRender(deck: i32, out: usize, frames: i32): i32 {
  return 0;
}

/** Voices that sound, those that fade after being stolen not counted. */
export function activeVoices(deck: i32): i32 {
  return 0;
}
