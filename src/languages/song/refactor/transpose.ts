// Transpose: the notes of a pattern, or those selected, an octave up or down, or into the key. The notes
// themselves are written anew; what else stands in the notation stays.

import { highestMidi, lowestMidi, readNote } from '../../../music/pitch.ts';
import { inKey, nearestDegree, scaleOf, spelledIn } from '../../../music/scale.ts';
import type { Range, TextEdit } from '../../../song/origin.ts';
import type { Reading, Refactoring } from '../../language.ts';
import { miniAt } from './music-at.ts';

interface WrittenNote {
  readonly place: Range;
  /** A tie before it. */
  readonly before: string;
  readonly letter: string;
  readonly octave: number;
  readonly midi: number;
}

export function transposeNotes(reading: Reading, range: Range): readonly Refactoring[] {
  const notes = notesAt(reading, range);
  if (notes.length === 0) return [];
  return [...octave(notes, 1), ...octave(notes, -1), ...intoKey(reading, notes)];
}

function octave(notes: readonly WrittenNote[], by: 1 | -1): readonly Refactoring[] {
  const midis = notes.map(({ midi }) => midi + 12 * by);
  if (Math.min(...midis) < lowestMidi || Math.max(...midis) > highestMidi) return [];
  return [
    {
      title: by > 0 ? 'Move the notes an octave up' : 'Move the notes an octave down',
      kind: 'rewrite',
      edits: notes.map((note) => renamed(note, `${note.letter}${note.octave + by}`)),
    },
  ];
}

function intoKey({ song }: Reading, notes: readonly WrittenNote[]): readonly Refactoring[] {
  const scale = song.key && scaleOf(song.key);
  if (!scale) return [];
  const outside = notes.filter(({ midi }) => !inKey(midi, scale));
  if (outside.length === 0) return [];
  return [
    {
      title: `Move the notes into ${scale.name}`,
      kind: 'rewrite',
      edits: outside.map((note) => renamed(note, spelledIn(nearestDegree(note.midi, scale), scale))),
    },
  ];
}

const renamed = ({ place, before }: WrittenNote, name: string): TextEdit => ({
  range: place,
  text: before + name,
});

/** The written notes of the notation at a place, those in the selection where there is one; each once. */
function notesAt(reading: Reading, range: Range): readonly WrittenNote[] {
  const mini = miniAt(reading, range);
  if (!mini) return [];
  const { firstAtom, mini: parsed } = mini.expression;
  const notes = new Map<number, WrittenNote>();
  for (let index = 0; index < parsed.atoms; index++) {
    const place = reading.origins[firstAtom + index]!;
    const isSelected = range.from === range.to || (range.from < place.to && place.from < range.to);
    const note = isSelected ? noteIn(reading.text, place) : undefined;
    if (note) notes.set(note.place.from, note);
  }
  return [...notes.values()].sort((left, right) => left.place.from - right.place.from);
}

/** Chords, degrees and drum hits are none. */
function noteIn(text: string, place: Range): WrittenNote | undefined {
  const [, before = '', letter, octave] =
    /^(_?)([a-g][#bsf♯♭]{0,2})(-?\d+)?$/.exec(text.slice(place.from, place.to)) ?? [];
  const note = letter && readNote(`${letter}${octave ?? ''}`);
  if (!letter || !note) return undefined;
  return { place, before, letter, octave: Number(octave ?? 4), midi: note.midi };
}
