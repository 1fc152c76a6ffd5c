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

/** ARR2: past this many times its length, a lengthened section would be another section. */
export const longestStretch = 2;
