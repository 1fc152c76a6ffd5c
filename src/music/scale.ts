// Keys and scales: which pitch classes belong to a key, and the nearest one to a note that does not.
// The scales are tonal's, under the names that musicians use.

import { Note, Scale, ScaleType } from 'tonal';
import { inOctaveOf, noteName, pitchClass, pitchClassOf, type Spelling } from './pitch.ts';

/** The modes that songs are mostly in, for completion; `scaleNames` has every one. */
export const commonModes: readonly string[] = [
  'major',
  'minor',
  'dorian',
  'phrygian',
  'lydian',
  'mixolydian',
  'locrian',
  'harmonic minor',
  'melodic minor',
  'major pentatonic',
  'minor pentatonic',
  'minor blues',
  'phrygian dominant',
  'whole tone',
  'chromatic',
];

/** Other names of modes, as musicians and Tidal's users write them. */
const otherNames: Readonly<Record<string, string>> = {
  maj: 'major',
  min: 'minor',
  m: 'minor',
  blues: 'minor blues',
  pentatonic: 'major pentatonic',
  'natural minor': 'minor',
  harmonicminor: 'harmonic minor',
  melodicminor: 'melodic minor',
  minorpentatonic: 'minor pentatonic',
  majorpentatonic: 'major pentatonic',
  wholetone: 'whole tone',
};

/** What is needed of `song.key`. */
export interface KeyName {
  readonly tonic: string;
  readonly mode: string;
}

export interface KeyScale {
  /** `A minor`. */
  readonly name: string;
  readonly tonic: number;
  /** Pitch classes from the tonic up. */
  readonly degrees: readonly number[];
  /** How notes outside the key are best written. */
  readonly spelling: Spelling;
  /** Names of the degrees as the key spells them (`F#`), from the tonic up. */
  readonly names: readonly string[];
}

/** Every scale by name. */
export const scaleNames = (): readonly string[] => ScaleType.names();

/** The scale's own name for a mode as musicians write it, whatever its case; undefined where there is none. */
export const modeNamed = (mode: string): string | undefined => {
  const lower = mode.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const name = otherNames[lower] ?? lower;
  const type = ScaleType.get(name);
  return type.empty || !(type.name === name || type.aliases.includes(name)) ? undefined : name;
};

/** The scale of a key; undefined where the tonic or the mode is unknown. */
export const scaleOf = (key: KeyName): KeyScale | undefined => {
  const tonic = pitchClassOf(key.tonic);
  const mode = modeNamed(key.mode);
  if (tonic === undefined || mode === undefined) return undefined;
  const upper = key.tonic[0]!.toUpperCase() + key.tonic.slice(1).replaceAll('♯', '#').replaceAll('♭', 'b');
  const names = Scale.get(`${upper} ${mode}`).notes;
  const flats = names.filter((name) => name.includes('b')).length;
  const sharps = names.filter((name) => name.includes('#')).length;
  return {
    name: `${upper} ${mode}`,
    tonic,
    names,
    degrees: names.map((name) => Note.chroma(name)),
    spelling: flats > sharps ? 'flats' : 'sharps',
  };
};

/** Whether a MIDI note, rounded to the nearest, belongs to the scale. */
export const inKey = (midi: number, scale: KeyScale): boolean => scale.degrees.includes(pitchClass(midi));

/** The note of the scale nearest to a MIDI note; the lower of two that are as near. */
export const nearestDegree = (midi: number, scale: KeyScale): number => {
  const start = Math.round(midi);
  for (let away = 0; away < 12; away += 1) {
    if (inKey(start - away, scale)) return start - away;
    if (inKey(start + away, scale)) return start + away;
  }
  return start;
};

/** Name of a MIDI note with its octave, lowercase, as the key spells it: in Db major 61 is `db4`. */
export const spelledIn = (midi: number, scale: KeyScale): string => {
  const nearest = Math.round(midi);
  const degree = scale.degrees.indexOf(pitchClass(nearest));
  return degree >= 0 ? inOctaveOf(scale.names[degree]!, nearest) : noteName(nearest, scale.spelling);
};
