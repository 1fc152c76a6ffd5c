// Pitches: note names to MIDI numbers and back, and to hertz.
// MIDI 60 is c4, 69 is a4 = 440 Hz. Names in text are lowercase (`eb3`); in messages they are written
// as musicians do (`Eb3`).

/** Semitones of the natural notes above c. */
const naturals: Readonly<Record<string, number>> = { c: 0, d: 2, e: 4, f: 5, g: 7, a: 9, b: 11 };
const sharpNames = ['c', 'c#', 'd', 'd#', 'e', 'f', 'f#', 'g', 'g#', 'a', 'a#', 'b'];
const flatNames = ['c', 'db', 'd', 'eb', 'e', 'f', 'gb', 'g', 'ab', 'a', 'bb', 'b'];

/** The octave of a note written without one. */
const defaultOctave = 4;
/** MIDI numbers that a note name can stand for: c-1 to g9. */
export const lowestMidi = 0;
export const highestMidi = 127;

const notePattern = /^([a-g])(##|#|bb|b|ss|s|ff|f|♯|♭)?(-?\d+)?$/;

export interface WrittenNote {
  /** As mini-notation spells it, with its octave: `eb3`. */
  readonly name: string;
  /** 0..127 for what instruments can play; a name such as `c12` gives a number beyond. */
  readonly midi: number;
}

/**
 * Reads a lowercase note: `c4`, `eb3`, `f#2`; octave 4 where none is written. Tidal's `s` and `f` for
 * sharp and flat are read too (`cs4` is c#4).
 * @returns undefined where the text is not a note
 */
export const readNote = (text: string): WrittenNote | undefined => {
  const match = notePattern.exec(text);
  if (!match) return undefined;
  const [, letter, written = '', octave] = match;
  const accidental = written
    .replaceAll('s', '#')
    .replaceAll('♯', '#')
    .replaceAll('f', 'b')
    .replaceAll('♭', 'b');
  const inOctave = octave === undefined ? defaultOctave : Number(octave);
  return {
    name: `${letter}${accidental}${inOctave}`,
    midi: (inOctave + 1) * 12 + naturals[letter!]! + alteration(accidental),
  };
};

/**
 * Pitch class 0..11 of a note name without octave, upper or lower case (`F#`, `bb`).
 * @returns undefined where the text is not one
 */
export const pitchClassOf = (text: string): number | undefined => {
  const match = /^([A-Ga-g])(##|#|bb|b|♯|♭)?$/.exec(text);
  if (!match) return undefined;
  const accidental = (match[2] ?? '').replaceAll('♯', '#').replaceAll('♭', 'b');
  return (naturals[match[1]!.toLowerCase()]! + alteration(accidental) + 12) % 12;
};

/** A note name without octave (`eb`, `C#`) with the octave that makes it a MIDI note, lowercase: cb with 59 is `cb4`. */
export const inOctaveOf = (name: string, midi: number): string => {
  const lower = name.toLowerCase();
  // The octave is that of the natural letter: cb4 sounds as b3.
  return `${lower}${(midi - naturals[lower[0]!]! - alteration(lower.slice(1))) / 12 - 1}`;
};

export type Spelling = 'sharps' | 'flats';

/** Lowercase name of a MIDI note (rounded to the nearest), as mini-notation reads it: 61 is `c#4`, or `db4` in flats. */
export const noteName = (midi: number, spelling: Spelling = 'sharps'): string => {
  const nearest = Math.round(midi);
  return `${pitchClassName(nearest, spelling)}${Math.floor(nearest / 12) - 1}`;
};

/** Lowercase name of a MIDI note without its octave. */
const pitchClassName = (midi: number, spelling: Spelling = 'sharps'): string =>
  (spelling === 'flats' ? flatNames : sharpNames)[pitchClass(midi)]!;

/** The same name as musicians write it in prose: `Eb3`, `A0`. */
export const displayNote = (midi: number, spelling: Spelling = 'sharps'): string => {
  const name = noteName(midi, spelling);
  return name[0]!.toUpperCase() + name.slice(1);
};

/** Pitch class 0..11 (c is 0) of a MIDI note, rounded to the nearest. */
export const pitchClass = (midi: number): number => ((Math.round(midi) % 12) + 12) % 12;

/** Hertz of a MIDI note, fractional ones too, at a4 = 440 Hz. */
export const frequency = (midi: number): number => 440 * 2 ** ((midi - 69) / 12);

/** MIDI note, fractional, of a frequency in hertz > 0. */
export const midiOfFrequency = (hertz: number): number => 69 + 12 * Math.log2(hertz / 440);

const alteration = (accidental: string): number =>
  accidental.startsWith('#') ? accidental.length : -accidental.length;
