// Chord symbols (`Am7`, `G/B`, `F#m7b5`) to notes. Which intervals a symbol means is tonal's knowledge;
// ours are the ways musicians write it that tonal does not list, the voicing, and the reason where a
// symbol is unknown.

import { ChordType, Interval, Note } from 'tonal';
import { nearest } from '../song/nearest.ts';
import { intervalsOf } from './chord-ending.ts';
import { pitchClassOf } from './pitch.ts';
import { type KeyScale, spelledIn } from './scale.ts';

export interface Chord {
  /** As written. */
  readonly symbol: string;
  /** Pitch classes 0..11 of the root and of the lowest note: they differ where the chord has a slash. */
  readonly root: number;
  readonly bass: number;
  /** Semitones above the root, ascending, from 0. */
  readonly intervals: readonly number[];
  /** Names of the notes above the root as the symbol spells them (`Eb`, `G`, `Bb`), then of a slash bass. */
  readonly names: readonly string[];
  /** MIDI notes from the bass up. See `closePosition`. */
  readonly midi: readonly number[];
}

export type ChordReading =
  | { readonly ok: true; readonly chord: Chord }
  /** `nearest` is a chord symbol that can be played, where one is close. */
  | { readonly ok: false; readonly reason: string; readonly nearest?: string };

/** Reads a chord symbol; equal symbols give the same object. */
export const readChord = (symbol: string): ChordReading => {
  const known = readings.get(symbol);
  if (known) return known;
  const reading = read(symbol);
  // The symbols of any song fit; text that someone leans on the keyboard for does not pile up.
  if (readings.size > 2000) readings.clear();
  readings.set(symbol, reading);
  return reading;
};

/** Semitones above the root of the ending of a chord symbol (`m7`, or nothing for major), ascending; undefined where it is none. */
export const intervalsNamed = (ending: string): readonly number[] | undefined =>
  intervalsOf(ending)?.map((interval) => Interval.semitones(interval));

/** The symbol of a chord of those semitones above its root, as the scale spells it; the root alone where none is known. */
export const chordSymbol = (root: number, intervals: readonly number[], scale: KeyScale): string => {
  const spelled = spelledIn(root, scale).replace(/-?\d+$/, '');
  const name = spelled[0]!.toUpperCase() + spelled.slice(1);
  const ending = endingsByIntervals().get(intervals.join(' '));
  return `${name}${ending ?? ''}`;
};

let byIntervals: ReadonlyMap<string, string> | undefined;
const endingsByIntervals = (): ReadonlyMap<string, string> =>
  (byIntervals ??= new Map(
    [...commonChordTypes].reverse().map((ending) => [intervalsNamed(ending)!.join(' '), ending]),
  ));

/** Endings of chord symbols for completion, the common ones first: '', 'm', '7', 'maj7'... */
export const commonChordTypes: readonly string[] = [
  '',
  'm',
  '7',
  'maj7',
  'm7',
  'sus4',
  'sus2',
  'dim',
  'aug',
  'm7b5',
  'dim7',
  '6',
  'm6',
  '9',
  'maj9',
  'm9',
  'add9',
  'madd9',
  '7sus4',
  '5',
  '11',
  'm11',
  '13',
  '7b9',
  '7#9',
  'mMaj7',
  '6/9',
];

/**
 * The notes of a chord in close position around c4: the root from f3 to e4, the others stacked above
 * it; a slash bass is added as the nearest such note below the root.
 */
const closePosition = (root: number, bass: number, intervals: readonly number[]): readonly number[] => {
  const rootMidi = lowestRoot + ((root - (lowestRoot % 12) + 12) % 12);
  const notes = intervals.map((interval) => rootMidi + interval);
  if (bass === root) return notes;
  return [rootMidi - ((root - bass + 12) % 12), ...notes];
};

const lowestRoot = 53;
const readings = new Map<string, ChordReading>();
const symbolPattern = /^([A-G](?:##|#|bb|b|♯|♭)?)(.*)$/;
const bassPattern = /^(.*)\/([A-G](?:##|#|bb|b|♯|♭)?)$/;

const read = (symbol: string): ChordReading => {
  const [, upper = symbol, bassName] = bassPattern.exec(symbol) ?? [];
  const match = symbolPattern.exec(upper);
  if (!match) return { ok: false, reason: `"${symbol}" does not begin with a root from A to G` };
  const [, rootName, ending] = match;
  const intervals = intervalsOf(ending!);
  if (!intervals) return unknown(symbol, rootName!, ending!, bassName);
  const root = pitchClassOf(rootName!)!;
  const bass = bassName === undefined ? root : pitchClassOf(bassName)!;
  const chord: Chord = {
    symbol,
    root,
    bass,
    intervals: intervals.map((interval) => Interval.semitones(interval)),
    names: [
      ...intervals.map((interval) => Note.transpose(plain(rootName!), interval)),
      ...(bassName ? [plain(bassName)] : []),
    ],
    midi: [],
  };
  return { ok: true, chord: { ...chord, midi: closePosition(root, bass, chord.intervals) } };
};

const plain = (name: string): string => name.replaceAll('♯', '#').replaceAll('♭', 'b');

const unknown = (symbol: string, root: string, ending: string, bass: string | undefined): ChordReading => {
  const reason = `"${symbol}" is no chord that Codetta knows`;
  const close = nearest(ending, endings());
  return close === undefined
    ? { ok: false, reason }
    : { ok: false, reason, nearest: `${root}${close}${bass ? `/${bass}` : ''}` };
};

let knownEndings: readonly string[] | undefined;
const endings = (): readonly string[] =>
  (knownEndings ??= [...commonChordTypes, ...ChordType.all().flatMap((type) => type.aliases)].filter(
    (ending) => ending !== '4',
  ));
