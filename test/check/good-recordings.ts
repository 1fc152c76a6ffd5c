// What is heard in the recordings of the well-made songs: as people play and sing who are good at it. Not one of
// these is exact, and nothing is wrong with any.

import type { HeardRecording, Recordings } from '../../src/check/recordings.ts';

const heard = (seconds: number, more: Partial<HeardRecording> = {}): HeardRecording => ({
  seconds,
  clipped: [],
  onsets: [],
  notes: [],
  cuts: [
    { seconds: 0, jumpDb: -72 },
    { seconds, jumpDb: -70 },
  ],
  ...more,
});

/** A player at a click of that tempo: some 10 ms around it, now before and now behind. */
const played = (tempo: number, count: number, from: number, lateSeconds = 0.004): readonly number[] =>
  Array.from({ length: count }, (_, i) => from + lateSeconds + (i * 30) / tempo + 0.011 * Math.sin(i * i));

/** A singer: notes held some 12 cents around their pitch, and short ones anywhere. */
const sung = (pitches: readonly number[], from: number): HeardRecording['notes'] =>
  pitches.map((midi, i) => ({
    fromSeconds: from + i * 1.3,
    toSeconds: from + i * 1.3 + (i % 3 === 2 ? 0.35 : 0.9),
    midi: midi + (i % 3 === 2 ? 0.33 : 0.12 * Math.sin(3 * i)),
  }));

export const recordings: Recordings = {
  'takes/guitar-verse.wav': heard(22, {
    onsets: played(92, 60, 0.4),
    notes: sung([55, 59, 62, 64], 1),
  }),
  // One sample at full scale by accident, which nobody hears.
  'takes/guitar-chorus.wav': heard(24, { onsets: played(92, 64, 0), clipped: [7.31] }),
  'takes/vox-verse.wav': heard(22, {
    onsets: played(92, 30, 1.2, 0.03),
    notes: sung([67, 69, 71, 67, 64, 62], 2),
  }),
  'takes/vox-chorus.wav': heard(22, { notes: sung([72, 71, 69, 67, 71, 74], 1) }),
  'takes/vox-end.wav': heard(9, { notes: sung([67, 64, 62], 1) }),
  // A break as it came on a record: mastered hot, with the pitches of a drum kit.
  'loops/break-96.wav': heard(10, { clipped: Array.from({ length: 40 }, (_, i) => i / 4) }),
  'loops/riff-a-minor.wav': heard(10.67, {
    key: {
      tonic: 9,
      mode: 'minor',
      agreement: 0.81,
      chroma: [0.14, 0.01, 0.07, 0.02, 0.17, 0.07, 0.01, 0.12, 0.02, 0.23, 0.02, 0.12],
    },
  }),
  'takes/say.wav': heard(4, { onsets: [0.31, 0.62, 1.1, 1.4, 2.02, 2.2, 2.66, 2.9, 3.3] }),
};
