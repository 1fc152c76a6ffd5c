// A word of mini-notation to what it plays: lowercase is a note or a drum hit, uppercase a chord, a number
// a degree of the scale.

import { readChord } from '../../music/chord.ts';
import { highestMidi, lowestMidi, noteName, readNote } from '../../music/pitch.ts';
import { nearest } from '../../song/nearest.ts';
import type { AtomValue } from '../../song/pattern.ts';
import { drumHits, isDrumHit } from '../../vocabulary/drums.ts';
import { limits } from './limits.ts';

export type AtomReading =
  /** `isSound`: only the song knows whether there is one of that name. */
  | { readonly ok: true; readonly value: AtomValue; readonly isSound?: true }
  /** `instead` is what was most likely meant, where that can be said. */
  | { readonly ok: false; readonly message: string; readonly instead?: string };

/** Reads a word that begins in lower case: `c4`, `eb3`, `bd`, or the name of a sound: `clap`. */
export const readNoteOrHit = (word: string): AtomReading => {
  if (isDrumHit(word)) return { ok: true, value: { kind: 'hit', name: word } };
  const note = readNote(word);
  if (!note)
    return isSoundName(word)
      ? { ok: true, value: { kind: 'hit', name: word }, isSound: true }
      : { ok: false, ...unknownWord(word) };
  if (note.midi < lowestMidi || note.midi > highestMidi) {
    return wrong(
      `${word} is out of reach: notes go from ${noteName(lowestMidi)} to ${noteName(highestMidi)}. Write another octave.`,
    );
  }
  return { ok: true, value: { kind: 'note', midi: note.midi, name: note.name } };
};

/** Reads a word that begins in upper case: `Am7`, `G/B`. */
export const readChordAtom = (word: string): AtomReading => {
  const reading = readChord(word);
  if (reading.ok) return { ok: true, value: { kind: 'chord', symbol: word, midi: reading.chord.midi } };
  const lower = word.toLowerCase();
  // `C4` and `BD` are no chords, and lower case makes them what was meant.
  if (readNote(lower)) return wrong(`${word} is no chord. Notes are written in lowercase: ${lower}.`, lower);
  if (isDrumHit(lower))
    return wrong(`${word} is no chord. Drum hits are written in lowercase: ${lower}.`, lower);
  const remedy = reading.nearest
    ? `Write ${reading.nearest}, or another chord`
    : 'Write a chord such as Am7 or G/B';
  return wrong(`${reading.reason}. ${remedy}; notes are written in lowercase (c4).`, reading.nearest);
};

/** Reads a number as a degree of the scale: `0` is its tonic, `-1` the note below, `2#` a raised one. */
export const readDegree = (written: string): AtomReading => {
  const [, number = '', signs = ''] = /^(-?[\d.]+)(.*)$/.exec(written) ?? [];
  const degree = Number(number);
  if (!Number.isInteger(degree)) {
    return wrong(
      `Degrees of the scale are whole numbers; ${written} lies between two. Write 2# or 2b for what lies between 2 and its neighbours.`,
    );
  }
  if (Math.abs(degree) <= limits.degree)
    return {
      ok: true,
      value: { kind: 'degree', degree: degree + 0, alter: alterationOf(signs), name: written },
    };
  const isMidi = degree > 0 && degree <= highestMidi;
  const remedy = isMidi ? `As a MIDI note it is ${noteName(degree)}: write that` : 'Write a note such as c4';
  return wrong(
    `Degrees of the scale go from -${limits.degree} to ${limits.degree}; ${written} is beyond. ${remedy}.`,
    isMidi ? noteName(degree) : undefined,
  );
};

const alterationOf = (signs: string): number =>
  [...signs].reduce((sum, sign) => sum + (sign === '#' || sign === '♯' ? 1 : -1), 0);

/** Whether a pattern can call a sound so: no note, no chord, no number, and in one piece. */
export const isSoundName = (name: string): boolean =>
  /^[a-z][A-Za-z0-9]{0,39}$/.test(name) && (isDrumHit(name) || !readNote(name));

/** What is wrong with a word that is neither a note, nor a hit, nor one of the `sounds` that a song names. */
export const unknownWord = (
  word: string,
  sounds: Iterable<string> = [],
): { readonly message: string; readonly instead?: string } => {
  const own = [...sounds];
  const close = nearest(word, [...own, ...drumHits.map((hit) => hit.name)]);
  const fact = `"${word}" is neither a note`;
  if (close) return { message: `${fact} nor a drum hit. Did you mean ${close}?`, instead: close };
  const examples = [...own.slice(0, 3), ...drumHits.slice(1, 6).map((hit) => hit.name)].join(', ');
  return {
    message: `${fact} (c4, eb3, f#2) nor a drum hit (${examples}...), nor a sample or a kit's sound.`,
  };
};

const wrong = (message: string, instead?: string): AtomReading & { ok: false } =>
  instead === undefined ? { ok: false, message } : { ok: false, message, instead };
