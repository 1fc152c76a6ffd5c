// The figures that rules go by, in one place, so that a change is one line. As of 2026-11-21.
// What an instrument can play stands in the vocabulary, with the instrument.

/** HAR1: a note outside the key that is on its way. Our own defaults, by the usual rule of counterpoint. */
export const passingNote = {
  /** Reached and left by at most a whole tone. */
  largestStepSemitones: 2,
  longestBeats: 1,
  /** Further apart, two notes are heard as two phrases. */
  farthestNeighbourBars: 1,
} as const;

/** HAR1: when it is the key that is wrong, not the music. Our own defaults. */
export const contradictedKey = {
  /** With less than this share of the chords in the key, chords no longer excuse what is outside of it. */
  chordShare: 0.5,
  /** Another key must hold this much of them to be offered. */
  betterChordShare: 0.75,
  fewestChords: 2,
  /** Where notes alone speak: a fifth away still shares six notes of seven, and is told of note by note. */
  noteShare: 0.6,
  betterNoteShare: 0.9,
  fewestNotes: 8,
} as const;

/** ARR2: past this many times its length, a lengthened section would be another section. */
export const longestStretch = 2;
