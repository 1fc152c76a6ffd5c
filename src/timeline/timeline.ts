// The timeline: the song laid out in time, note by note, each with the id of the token that made it.
// Musical time is exact (bars as rationals); seconds are derived from it, once.

import type { MeterMap } from '../music/meter.ts';
import type { TempoMap } from '../music/tempo.ts';
import type { SourceId } from '../song/origin.ts';
import type { Key, LaneShape, WaveShape } from '../song/place.ts';
import type { Problem } from '../song/problem.ts';
import type { Rational } from '../song/time.ts';
import type { Name } from '../song/value.ts';

export interface Timeline {
  readonly bars: number;
  readonly seconds: number;
  readonly sections: readonly PlacedSection[];
  /** In the order of `song.tracks`, every one of them, also where it never plays. */
  readonly tracks: readonly TrackTimeline[];
  /** Start of each bar in seconds, and the end of the last: `bars + 1` values. */
  readonly barSeconds: readonly number[];
  /** Over quarter notes from the song's start. */
  readonly tempo: TempoMap;
  /** The meter of each bar: see `meterAt` of music/meter.ts. */
  readonly meters: MeterMap;
  /** Ascending by bar; empty for a song without a key. See `keyAt` of keys.ts. */
  readonly keys: readonly KeyPoint[];
  /** Ascending; one for each place that the song's form gives it. */
  readonly markers: readonly PlacedMarker[];
  /** Ascending by start, each on its note. */
  readonly lyrics: readonly SungSyllable[];
  /** In the order of `song.automation`. */
  readonly lanes: readonly Lane[];
  /** What the song says and cannot be placed in time: rule `SYN`, each id told of once. */
  readonly problems: readonly Problem[];
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
  /** Its recordings, ascending by start. */
  readonly takes: readonly PlacedTake[];
  /** Ascending by start; at one start, ascending by pitch. */
  readonly notes: readonly Note[];
  /**
   * The same notes, part by part as they are placed. A part is the same array as in the version before where
   * nothing about it has changed, so that what is found in it need not be found again.
   */
  readonly parts: readonly (readonly Note[])[];
}

export interface Note {
  /** Bars from the song's start, as it sounds, with its swing: 17/4 is bar 5 beat 2 of 4/4. */
  readonly start: Rational;
  /** Length in bars. */
  readonly length: Rational;
  readonly startSeconds: number;
  readonly lengthSeconds: number;
  /** MIDI note number; undefined for a hit, which plays at the instrument's own pitch. */
  readonly midi?: number;
  /** Name of the drum hit, where it is one. */
  readonly hit?: string;
  /** Number of the hit's variant (`bd:3`); absent for the first. */
  readonly sample?: number;
  /** 0 to 1. */
  readonly velocity: number;
  readonly id: SourceId;
}

/** A recording where a section plays it. How long it is, only its file says. */
export interface PlacedTake {
  /** The index of the take in `song.takes`. */
  readonly take: number;
  /** Bars from the song's start. */
  readonly start: Rational;
  readonly startSeconds: number;
  /** The end of its section: where one that is looped stops. */
  readonly sectionEndSeconds: number;
  /** Its name, where the section plays it. */
  readonly id: SourceId;
}

/** A key from a bar on, to the next. */
export interface KeyPoint {
  /** From 0. */
  readonly bar: number;
  readonly key: Key;
}

export interface PlacedMarker {
  readonly name: string;
  readonly id: SourceId;
  /** Bars from the song's start. */
  readonly bars: Rational;
  readonly seconds: number;
}

/** A syllable as it is sung: from its note to the end of the last one that it is held over. */
export interface SungSyllable {
  readonly text: string;
  /** The word goes on with the next syllable. */
  readonly continues: boolean;
  readonly track: string;
  /** Bars from the song's start. */
  readonly start: Rational;
  readonly startSeconds: number;
  readonly lengthSeconds: number;
  readonly id: SourceId;
}

/**
 * What one parameter does over the song. Outside of its spans it stays as the mixer or the instrument sets
 * it; `valueAt` of lane.ts reads it.
 */
export interface Lane {
  /** `vox.send.space`, `bass.filter.frequency`. */
  readonly path: Name;
  readonly declaration: SourceId;
  /** Ascending, none over another: each placement of the lane's section, or the whole song. */
  readonly spans: readonly LaneSpan[];
}

export interface LaneSpan {
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Ascending, at least one, but where there is a wave. */
  readonly points: readonly LaneValue[];
  readonly wave?: LaneWave;
}

/** A value that goes to and fro between two, `from` first. */
export interface LaneWave {
  readonly shape: WaveShape;
  readonly from: number;
  readonly to: number;
  readonly byFactor?: true;
  /** Ascending, the first at the span's start: from there on it is at `phase` cycles and goes on at `hertz`. */
  readonly steps: readonly { readonly seconds: number; readonly phase: number; readonly hertz: number }[];
}

export interface LaneValue {
  /** Bars from the song's start. */
  readonly bars: Rational;
  readonly seconds: number;
  /** In the parameter's base unit; a word for a parameter of choices. */
  readonly value: number | string;
  /** How the lane comes to this value from the point before. */
  readonly shape: LaneShape;
  readonly id: SourceId;
}
