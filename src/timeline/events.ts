// The timeline as plain rows, for `codetta events`: one a note, each with its place in the text.

import { barAndBeat } from '../music/meter.ts';
import { displayNote } from '../music/pitch.ts';
import { format } from '../music/rational.ts';
import type { Origins } from '../song/origin.ts';
import type { Meter } from '../song/song.ts';
import type { Note, Timeline } from './timeline.ts';

export interface EventRow {
  readonly track: string;
  /** Bars from the song's start and bars long, as exact fractions: `33/4`. */
  readonly start: string;
  readonly length: string;
  /** 1-based. */
  readonly bar: number;
  /** 1-based, as an exact fraction: `5/2` is half a beat after beat 2. */
  readonly beat: string;
  readonly startSeconds: number;
  readonly lengthSeconds: number;
  /** Absent for a drum hit. */
  readonly midi?: number;
  /** `Eb3`. */
  readonly note?: string;
  readonly hit?: string;
  /** 0 to 1. */
  readonly velocity: number;
  readonly source: SourcePlace;
}

/** Offsets `from` (inclusive) and `to` (exclusive) in UTF-16 units; `line` and `column` are 1-based. */
export interface SourcePlace {
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly column: number;
}

/** One row a note, ascending by start; at one start in the order of the tracks, then by pitch. */
export const eventRows = (
  timeline: Timeline,
  meter: Meter,
  origins: Origins,
  text: string,
): readonly EventRow[] => {
  const placeOf = placesIn(text, origins);
  return timeline.tracks
    .flatMap(({ track, notes }) => notes.map((note) => ({ track, note })))
    .sort((a, b) => a.note.start.n / a.note.start.d - b.note.start.n / b.note.start.d)
    .map(({ track, note }) => row(track, note, meter, placeOf(note.id)));
};

const row = (track: string, note: Note, meter: Meter, source: SourcePlace): EventRow => {
  const { bar, beat } = barAndBeat(note.start, meter);
  return {
    track,
    start: format(note.start),
    length: format(note.length),
    bar,
    beat: format(beat),
    startSeconds: note.startSeconds,
    lengthSeconds: note.lengthSeconds,
    ...(note.midi === undefined ? {} : { midi: note.midi, note: displayNote(note.midi) }),
    ...(note.hit === undefined ? {} : { hit: note.hit }),
    velocity: note.velocity,
    source,
  };
};

const placesIn = (text: string, origins: Origins): ((id: number) => SourcePlace) => {
  const lines = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.push(at + 1);
  return (id) => {
    const { from, to } = origins[id] ?? { from: 0, to: 0 };
    let [low, high] = [0, lines.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (lines[middle]! <= from) low = middle;
      else high = middle;
    }
    return { from, to, line: low + 1, column: from - lines[low]! + 1 };
  };
};
