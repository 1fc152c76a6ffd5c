// How a note that sounds is written: as the token that made it has it, else as the key has it.
// The same black key is d# to one reader and eb to the other; a message that says D# where the song
// says eb sends its reader searching.

import type { AtomValue } from '../song/pattern.ts';
import { readChord } from './chord.ts';
import { inOctaveOf, noteName, pitchClass, pitchClassOf, type Spelling } from './pitch.ts';
import { inKey, type KeyScale, spelledIn } from './scale.ts';

/**
 * Lowercase name of a MIDI note (rounded to the nearest), with its octave.
 * @param source what the song wrote for it; the note may have been transposed since
 * @param scale  of the song's key, where it has one
 */
export const spelledFrom = (
  midi: number,
  source: AtomValue | undefined,
  scale: KeyScale | undefined,
): string => {
  const nearest = Math.round(midi);
  const written = namesIn(source);
  const same = written.find((name) => pitchClassOf(name) === pitchClass(nearest));
  if (same !== undefined) return inOctaveOf(same, nearest);
  if (scale && inKey(nearest, scale)) return spelledIn(nearest, scale);
  return noteName(nearest, spellingOf(written) ?? scale?.spelling);
};

/** The same name as musicians write it in prose: `Eb3`. */
export const inProse = (name: string): string => name[0]!.toUpperCase() + name.slice(1);

/** Note names without octaves that the token stands for. */
const namesIn = (source: AtomValue | undefined): readonly string[] => {
  if (source?.kind === 'note') return [source.name.replace(/-?\d+$/, '')];
  if (source?.kind !== 'chord') return [];
  const reading = readChord(source.symbol);
  return reading.ok ? reading.chord.names : [];
};

const spellingOf = (names: readonly string[]): Spelling | undefined => {
  const accidentals = names.map((name) => name.slice(1)).join('');
  if (accidentals === '') return undefined;
  return accidentals.includes('#') ? 'sharps' : 'flats';
};
