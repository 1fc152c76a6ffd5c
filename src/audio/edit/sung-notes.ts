// The notes in a pitch track, short ones too, and how far each is to be moved.

import { midiOf, type PitchTrack } from '../analysis/pitch-track.ts';

export interface Tuning {
  /** Pitch classes that notes are pulled to, 0 for C, with their fractions. */
  readonly classes: readonly number[];
  /** 0 leaves them, 1 is all the way. */
  readonly strength: number;
  /** Where notes begin that are pulled to others: in seconds, ascending. */
  readonly later?: readonly { readonly from: number; readonly classes: readonly number[] }[];
}

/** Semitones by which each frame of the track is moved: one note by one amount, so that its vibrato stays. */
export function corrections(
  { hertz, hopSeconds }: PitchTrack,
  { classes, strength, later = [] }: Tuning,
): Float64Array {
  const moves = new Float64Array(hertz.length);
  for (const [from, to] of notes(hertz)) {
    const middle = middleOf([...hertz.subarray(from, to)].map(midiOf));
    // A note that is sung a little early is one of the bar that it leads to.
    const begin = from * hopSeconds + early;
    const own = later.findLast((span) => span.from <= begin)?.classes ?? classes;
    const move = strength * (nearest(middle, own) - middle);
    if (Math.abs(move) > unheard) moves.fill(move, from, to);
  }
  return eased(moves, hertz);
}

/** Further than this from the middle of what went before, in semitones, another note has begun. */
const anotherNote = 0.8;
/** In frames: what the middle is of, and the shortest note. */
const [remembered, shortest] = [12, 6];

/** In seconds: singers breathe behind the bar line, and begin before it. */
const early = 0.1;

/** In semitones: a note that is as near as this is in tune, and stays as it was recorded. */
const unheard = 0.03;

/** Runs of frames that stay near one pitch. */
function notes(hertz: Float64Array): readonly (readonly [from: number, to: number])[] {
  const found: (readonly [number, number])[] = [];
  let from = -1;
  let recent: number[] = [];
  for (let frame = 0; frame <= hertz.length; frame++) {
    const midi = hertz[frame] ? midiOf(hertz[frame]!) : undefined;
    const goesOn =
      from >= 0 && midi !== undefined && Math.abs(midi - median(recent.slice(-remembered))) < anotherNote;
    if (from >= 0 && !goesOn) {
      if (frame - from >= shortest) found.push([from, frame]);
      from = -1;
    }
    if (midi === undefined) continue;
    if (from < 0) {
      from = frame;
      recent = [];
    }
    recent.push(midi);
  }
  return found;
}

/** Midway between the tops and the bottoms of a vibrato, without the ways to the note and from it. */
function middleOf(pitches: readonly number[]): number {
  const edge = Math.floor(pitches.length * 0.15);
  const sorted = pitches.slice(edge, pitches.length - edge).sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))]!;
  return (at(0.1) + at(0.9)) / 2;
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1]!;

/** The nearest pitch of any octave; the lower of two. */
function nearest(midi: number, classes: readonly number[]): number {
  let best = midi;
  let away = Number.POSITIVE_INFINITY;
  for (const one of classes) {
    const there = one + 12 * Math.round((midi - one) / 12);
    if (Math.abs(there - midi) < away - 1e-9) [best, away] = [there, Math.abs(there - midi)];
  }
  return best;
}

/** From note to note within 50 ms, where both are sung in one breath. */
function eased(moves: Float64Array, hertz: Float64Array): Float64Array {
  return moves.map((_, frame) => {
    let [sum, count] = [0, 0];
    for (let near = frame - 2; near <= frame + 2; near++) {
      if (!hertz[near]) continue;
      sum += moves[near]!;
      count++;
    }
    return count > 0 && hertz[frame] ? sum / count : 0;
  });
}
