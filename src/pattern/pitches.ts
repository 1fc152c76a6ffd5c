// The pitches of what a pattern plays, moved. Hits have none, and stay.

import { midiOfDegree, stepsFrom } from '../music/degree.ts';
import { noteName } from '../music/pitch.ts';
import { type KeyScale, spelledIn } from '../music/scale.ts';
import type { AtomValue } from '../song/pattern.ts';

/** A note of a MIDI number, possibly fractional, named as the scale spells it. */
export const noteOf = (midi: number, scale?: KeyScale): AtomValue & { readonly kind: 'note' } => ({
  kind: 'note',
  midi,
  name: scale ? spelledIn(midi, scale) : noteName(midi),
});

/** Higher by semitones. A chord keeps its symbol as written; its notes move. */
export const transposed = (value: AtomValue, semitones: number): AtomValue => {
  switch (value.kind) {
    case 'degree':
      return { ...value, alter: value.alter + semitones };
    case 'note':
      return noteOf(value.midi + semitones);
    case 'chord':
      return { ...value, midi: value.midi.map((midi) => midi + semitones) };
    case 'hit':
      return value;
  }
};

/** Higher by steps of a scale. */
export const stepped = (value: AtomValue, steps: number, scale: KeyScale): AtomValue => {
  switch (value.kind) {
    case 'degree':
      return { ...value, degree: value.degree + steps };
    case 'note':
      return noteOf(stepsFrom(scale, value.midi, steps), scale);
    case 'chord':
      return { ...value, midi: value.midi.map((midi) => stepsFrom(scale, midi, steps)) };
    case 'hit':
      return value;
  }
};

/** A degree as the note that it is in a scale; whatever else as it is. */
export const sounded = (value: AtomValue, scale: KeyScale): AtomValue =>
  value.kind === 'degree' ? noteOf(midiOfDegree(scale, value.degree, value.alter), scale) : value;

/** MIDI notes from the bass up; none for a hit. */
export const pitchesOf = (value: AtomValue, scale: KeyScale): readonly number[] => {
  const heard = sounded(value, scale);
  if (heard.kind === 'note') return [heard.midi];
  return heard.kind === 'chord' ? heard.midi : [];
};
