// The timeline: the song laid out in time, note by note, each with the id of the token that made it.
// Musical time is exact (bars and quarter notes as rationals); seconds are derived from it, once.

import type { SourceId } from '../song/origin.ts';
import type { Rational } from '../song/time.ts';

export interface Timeline {
  readonly bars: number;
  readonly seconds: number;
  readonly sections: readonly PlacedSection[];
  /** In the order of `song.tracks`, every one of them, also where it never plays. */
  readonly tracks: readonly TrackTimeline[];
  /** Start of each bar in seconds, and the end of the last: `bars + 1` values. */
  readonly barSeconds: readonly number[];
  /** Present where the song is longer than can be laid out, and its end is missing: what there was too much of. */
  readonly truncated?: 'bars' | 'notes';
}

export interface PlacedSection {
  readonly name: string;
  /** The id of the placement in `arrange`. */
  readonly id: SourceId;
  /** The index of the section in `song.sections`. */
  readonly section: number;
  /** Which repeat of its placement, from 0. */
  readonly repeat: number;
  /** First bar, from 0. */
  readonly bar: number;
  readonly bars: number;
  readonly startSeconds: number;
  readonly endSeconds: number;
}

export interface TrackTimeline {
  readonly track: string;
  /** Ascending by start; at one start, ascending by pitch. */
  readonly notes: readonly Note[];
}

export interface Note {
  /** Bars from the song's start (bar 5 beat 1 of 4/4 is 4/1). */
  readonly start: Rational;
  /** Length in bars. */
  readonly length: Rational;
  readonly startSeconds: number;
  readonly lengthSeconds: number;
  /** MIDI note number; undefined for a hit, which plays at the instrument's own pitch. */
  readonly midi?: number;
  /** Name of the drum hit, where it is one. */
  readonly hit?: string;
  /** 0 to 1. */
  readonly velocity: number;
  readonly id: SourceId;
}
