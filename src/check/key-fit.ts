// How well the song's chords and notes fit its key, and which key they would fit. A key that most of the
// music contradicts is one slip, and deserves one finding, not one for every note.

import { readChord } from '../music/chord.ts';
import { pitchClass } from '../music/pitch.ts';
import { toNumber } from '../music/rational.ts';
import { type KeyName, type KeyScale, scaleOf } from '../music/scale.ts';
import type { SourceId } from '../song/origin.ts';
import { contradictedKey } from './figures.ts';
import { heardIn } from './heard.ts';
import type { CheckContext } from './rule.ts';

export interface Contradiction {
  /** What contradicts the key. */
  readonly by: 'chords' | 'notes';
  /** Share of it that fits, 0 to 1, by the time that it sounds. */
  readonly share: number;
  /** The key that most of it fits; absent where there is none. */
  readonly better?: KeyName;
}

/** Whether most of the music is outside of its key; undefined where it is not, or where too little plays to tell. */
export const contradiction = (context: CheckContext, scale: KeyScale): Contradiction | undefined => {
  // Fewer degrees are a palette for melodies (pentatonic, blues): harmony goes beyond them as a rule.
  if (scale.degrees.length < 7) return undefined;
  const { chordShare, betterChordShare, noteShare, betterNoteShare } = contradictedKey;
  return (
    against('chords', scale, chordsOf(context), chordShare, betterChordShare) ??
    against('notes', scale, notesOf(context), noteShare, betterNoteShare)
  );
};

/** Pitch classes that sound together, the first the root; `weight` is for how long, in bars. */
interface Part {
  readonly classes: readonly number[];
  readonly weight: number;
}

interface Evidence {
  readonly parts: readonly Part[];
  /** Whether enough is written to tell: played ten times over, it is still one piece of evidence. */
  readonly isEnough: boolean;
  readonly fits: (part: Part, scale: KeyScale) => boolean;
}

const against = (
  by: Contradiction['by'],
  scale: KeyScale,
  { parts, isEnough, fits }: Evidence,
  leastShare: number,
  betterShare: number,
): Contradiction | undefined => {
  if (!isEnough) return undefined;
  const whole = weigh(parts);
  const shareIn = (key: KeyScale): number => weigh(parts.filter((part) => fits(part, key))) / whole;
  const share = shareIn(scale);
  if (!(share < leastShare)) return undefined;
  // Of keys that fit as well: where the music begins, then the tonic of this one, then what is heard most.
  const rank = ({ key, scale: other }: Candidate): readonly number[] => [
    shareIn(other),
    parts[0]!.classes[0] === other.tonic ? 1 : 0,
    other.tonic === scale.tonic ? 1 : 0,
    key.mode === 'major' || key.mode === 'minor' ? 1 : 0,
    weigh(parts.filter(({ classes }) => classes[0] === other.tonic)),
  ];
  const [best] = candidates(scale.tonic)
    .map((candidate) => ({ candidate, rank: rank(candidate) }))
    .sort((left, right) => descending(left.rank, right.rank));
  if (best && best.rank[0]! >= betterShare) return { by, share, better: best.candidate.key };
  // Notes that fit no key are many findings, not one; chords that fit none are music without a key.
  return by === 'chords' ? { by, share } : undefined;
};

const weigh = (parts: readonly Part[]): number => parts.reduce((sum, { weight }) => sum + weight, 0);

const descending = (left: readonly number[], right: readonly number[]): number => {
  const differs = left.findIndex((value, at) => value !== right[at]);
  return differs < 0 ? 0 : right[differs]! - left[differs]!;
};

interface Candidate {
  readonly key: KeyName;
  readonly scale: KeyScale;
}

const tonics = {
  major: ['C', 'Db', 'D', 'Eb', 'E', 'F', 'F#', 'G', 'Ab', 'A', 'Bb', 'B'],
  minor: ['C', 'C#', 'D', 'Eb', 'E', 'F', 'F#', 'G', 'G#', 'A', 'Bb', 'B'],
} as const;

/** Every major and minor key, and the modes on the tonic that is written. */
const candidates = (tonic: number): readonly Candidate[] =>
  [
    ...tonics.major.map((name) => ({ tonic: name, mode: 'major' })),
    ...tonics.minor.map((name) => ({ tonic: name, mode: 'minor' })),
    ...['mixolydian', 'lydian'].map((mode) => ({ tonic: tonics.major[tonic]!, mode })),
    ...['dorian', 'phrygian'].map((mode) => ({ tonic: tonics.minor[tonic]!, mode })),
  ].flatMap((key) => {
    const scale = scaleOf(key);
    return scale ? [{ key, scale }] : [];
  });

const noteFits = ({ classes: [first] }: Part, { degrees }: KeyScale): boolean => degrees.includes(first!);

/** The triad is in the key, or the dominant of a minor key with its raised seventh. */
const chordFits = ({ classes }: Part, scale: KeyScale): boolean => {
  const above = (pitch: number): number => (pitch - scale.tonic + 12) % 12;
  const isMinor = [2, 3, 7].every((interval) => scale.degrees.some((degree) => above(degree) === interval));
  const leads = isMinor && [7, 11].includes(above(classes[0]!));
  return classes.every((pitch) => scale.degrees.includes(pitch) || (leads && above(pitch) === 11));
};

/** Thirds and fifths; sevenths and beyond colour a chord in any key. */
const triadTop = 8;

const chordsOf = (context: CheckContext): Evidence => {
  const ids = new Set<SourceId>();
  const readings = new Map<string, ReturnType<typeof readChord>>();
  const parts: Part[] = [];
  for (const notes of heardIn(context).chords) {
    const lastStart = new Map<number, number>();
    for (const note of notes) {
      // The notes of one chord start together, the lowest first.
      if (lastStart.get(note.id) === note.startSeconds) continue;
      lastStart.set(note.id, note.startSeconds);
      const atom = context.index.atoms.get(note.id);
      if (atom?.kind !== 'chord') continue;
      const reading = readings.get(atom.symbol) ?? readChord(atom.symbol);
      readings.set(atom.symbol, reading);
      if (!reading.ok) continue;
      const { root, intervals, midi } = reading.chord;
      const shift = note.midi - midi[0]!;
      const classes = intervals
        .filter((interval) => interval <= triadTop)
        .map((interval) => pitchClass(root + shift + interval));
      ids.add(note.id);
      parts.push({ classes, weight: toNumber(note.length) });
    }
  }
  return { parts, isEnough: ids.size >= contradictedKey.fewestChords, fits: chordFits };
};

/** By pitch: which token wrote them matters only for how many there are. */
const notesOf = (context: CheckContext): Evidence => {
  const { notes, tokens } = heardIn(context);
  const parts = [...notes].map(([pitch, weight]) => ({ classes: [pitch], weight }));
  return { parts, isEnough: tokens >= contradictedKey.fewestNotes, fits: noteFits };
};
