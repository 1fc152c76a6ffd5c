// The notes that are held in a pitch track: long enough to be heard as a pitch, and steady but for a vibrato.
// A slide is none, nor is a word that is spoken.

import { midiOf, type PitchTrack } from './pitch-track.ts';

export interface HeldNote {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** Where it is held: the middle of its vibrato, a MIDI number with its fraction. */
  readonly midi: number;
}

/** A shorter note is not long enough to be heard as off. */
const leastSeconds = 0.3;
/** Further from the middle of the last fifth of a second, another note has begun. */
const anotherNote = 0.9;
const middleSeconds = 0.2;
/** What rises or falls faster, in semitones a second, is a slide. */
const slide = 1.5;
/** Frames at both ends that are on the way there, or off. */
const edgeShare = 0.15;

export const heldNotes = (track: PitchTrack): readonly HeldNote[] =>
  stretches(track).flatMap(([from, to]) => {
    const edge = Math.floor((to - from) * edgeShare);
    const pitches = [...track.hertz.subarray(from + edge, to - edge)].map(midiOf);
    if ((to - from) * track.hopSeconds < leastSeconds - 1e-9) return [];
    const rise = trend(pitches) / track.hopSeconds;
    if (Math.abs(rise) > slide) return [];
    return [
      {
        fromSeconds: from * track.hopSeconds,
        toSeconds: to * track.hopSeconds,
        midi: centre(pitches),
      },
    ];
  });

/** Runs of frames with a pitch that stays near the middle of what went before. */
const stretches = ({ hertz, hopSeconds }: PitchTrack): readonly (readonly [number, number])[] => {
  const found: (readonly [number, number])[] = [];
  const back = Math.round(middleSeconds / hopSeconds);
  let from = -1;
  let recent: number[] = [];
  for (let i = 0; i <= hertz.length; i++) {
    const midi = hertz[i] ? midiOf(hertz[i]!) : undefined;
    const goesOn =
      midi !== undefined && from >= 0 && Math.abs(midi - median(recent.slice(-back))) < anotherNote;
    if (from >= 0 && !goesOn) {
      found.push([from, i]);
      from = -1;
    }
    if (midi === undefined) continue;
    if (from < 0) {
      from = i;
      recent = [];
    }
    recent.push(midi);
  }
  return found;
};

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[sorted.length >> 1]!;
};

/** Midway between the tops and the bottoms of a vibrato: a mean would lean to where it was cut in mid-cycle. */
const centre = (values: readonly number[]): number => {
  const sorted = values.toSorted((left, right) => left - right);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))]!;
  return (at(0.1) + at(0.9)) / 2;
};

/** Rise a step, of the straight line that lies nearest to all. */
const trend = (values: readonly number[]): number => {
  const middle = (values.length - 1) / 2;
  let [above, below] = [0, 0];
  for (const [i, value] of values.entries()) {
    above += (i - middle) * value;
    below += (i - middle) ** 2;
  }
  return below === 0 ? 0 : above / below;
};
