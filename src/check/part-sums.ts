// What rules ask of every note, summed up part by part. A part that has not changed is the same array in the
// next version of the timeline, and its sum is known.

import { pitchClass } from '../music/pitch.ts';
import { floor } from '../music/rational.ts';
import type { SourceId } from '../song/origin.ts';
import type { Note } from '../timeline/timeline.ts';
import type { Atoms } from './song-index.ts';

export type PitchedNote = Note & { readonly midi: number };

export const isPitched = (note: Note): note is PitchedNote => note.midi !== undefined;

export interface PartSum {
  /** Lowest and highest MIDI note; the lowest is above the highest where nothing has a pitch. */
  readonly low: number;
  readonly high: number;
  /** First and last bar in which a note begins. */
  readonly firstBar: number;
  readonly lastBar: number;
  /** Pitch classes, a bit each. */
  readonly classes: number;
  /** The notes of chord symbols. */
  readonly chords: readonly PitchedNote[];
  /** Bars that each pitch class sounds by notes that are written as notes, in the order of first sounding. */
  readonly weights: ReadonlyMap<number, number>;
  /** The tokens that wrote these. */
  readonly tokens: ReadonlySet<SourceId>;
}

/** @param notes  a part of the timeline: equal ids of one array are equal tokens, in whatever version */
export const sumOf = (notes: readonly Note[], atoms: Atoms): PartSum => {
  const known = sums.get(notes);
  if (known) return known;
  const found = summed(notes, atoms);
  sums.set(notes, found);
  return found;
};

const sums = new WeakMap<readonly Note[], PartSum>();

const summed = (notes: readonly Note[], { kindOf }: Atoms): PartSum => {
  let [low, high, classes] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  const chords: PitchedNote[] = [];
  const weights = new Map<number, number>();
  const tokens = new Set<SourceId>();
  for (const note of notes) {
    if (!isPitched(note)) continue;
    low = Math.min(low, note.midi);
    high = Math.max(high, note.midi);
    const pitch = pitchClass(note.midi);
    classes |= 1 << pitch;
    const kind = kindOf(note.id);
    if (kind === 'chord') chords.push(note);
    if (kind !== 'note') continue;
    tokens.add(note.id);
    weights.set(pitch, (weights.get(pitch) ?? 0) + note.length.n / note.length.d);
  }
  const firstBar = notes.length > 0 ? floor(notes[0]!.start) : 0;
  const lastBar = notes.length > 0 ? floor(notes.at(-1)!.start) : 0;
  return { low, high, firstBar, lastBar, classes, chords, weights, tokens };
};
