// Degrees of a scale to pitches and back. Degrees count from the tonic as 0, as Tidal and Strudel count
// them: 7 is the tonic an octave up in a scale of seven, -1 the note below the tonic.

import { type KeyScale, scaleOf } from './scale.ts';

/** What degrees sound in where neither a transform nor the song names a scale. */
export const plainScale: KeyScale = scaleOf({ tonic: 'C', mode: 'major' })!;

/** MIDI note of degree 0: the tonic from c4 up to b4. */
const tonicMidi = (scale: KeyScale): number => 60 + scale.tonic;

/**
 * MIDI note of a degree.
 * @param degree an integer, negative below the tonic
 * @param alter  semitones on top, as `2#` has 1
 */
export const midiOfDegree = (scale: KeyScale, degree: number, alter = 0): number => {
  const steps = scale.degrees.length;
  const octave = Math.floor(degree / steps);
  const within = degree - octave * steps;
  return tonicMidi(scale) + 12 * octave + aboveTonic(scale, within) + alter;
};

/** The degree at or below a MIDI note, and the semitones (0 in the scale, possibly fractional) that it lies above it. */
export const degreeOfMidi = (
  scale: KeyScale,
  midi: number,
): { readonly degree: number; readonly alter: number } => {
  const steps = scale.degrees.length;
  const above = midi - tonicMidi(scale);
  const octave = Math.floor(above / 12);
  const rest = above - 12 * octave;
  let within = steps - 1;
  while (within > 0 && aboveTonic(scale, within) > rest) within -= 1;
  return { degree: octave * steps + within, alter: rest - aboveTonic(scale, within) };
};

/** A MIDI note so many steps of the scale higher; what lies between two degrees stays as far above the lower. */
export const stepsFrom = (scale: KeyScale, midi: number, steps: number): number => {
  const { degree, alter } = degreeOfMidi(scale, midi);
  return midiOfDegree(scale, degree + steps, alter);
};

const aboveTonic = (scale: KeyScale, within: number): number =>
  (scale.degrees[within]! - scale.tonic + 12) % 12;
