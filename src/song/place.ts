// Places in the song as a musician names them, and what changes there: tempo, meter, key, automation.
// A place is as written; the timeline turns it into bars.

import type { SourceId } from './origin.ts';
import type { Measure, Name, Value } from './value.ts';

/**
 * `bridge`, `bar 33`, `chorus bar 8 beat 3`, `50%` of a section. Bars and beats count from 1: in the
 * section where one is named (in each of its places in the arrangement), in the song where none is.
 */
export interface Place {
  readonly section?: Name;
  readonly bar?: Measure;
  readonly beat?: Measure;
  /** Of the section's length, 0 to 1; stands without bar and beat. */
  readonly share?: Measure;
  readonly id: SourceId;
}

/** `96bpm at bridge`, `ramp to 112bpm over 2 bars`. */
export interface TempoChange {
  /** Quarter notes per minute, reached at once, or at the end of the ramp. */
  readonly tempo: Measure;
  /** Where it happens, or its ramp begins; absent: where the change before it has come to its end. */
  readonly at?: Place;
  /** Length of the ramp, in bars or beats. */
  readonly over?: Measure;
  readonly id: SourceId;
}

/** `beats` notes of 1/`unit` a bar: 6/8 has beats 6, unit 8. */
export interface Meter {
  readonly beats: number;
  readonly unit: number;
  readonly id: SourceId;
}

export interface MeterChange {
  readonly meter: Meter;
  /** A section or a bar. */
  readonly at: Place;
}

/** Tonic as a note name without octave (`F#`), mode as the vocabulary names scales (`minor`, `dorian`). */
export interface Key {
  readonly tonic: string;
  readonly mode: string;
  readonly id: SourceId;
}

export interface KeyChange {
  readonly key: Key;
  readonly at: Place;
}

/** `swing 56% of 1/16`: the second of each two such notes comes when `amount` of both has passed. */
export interface Swing {
  /** 0.5 is straight, 2/3 a triplet feel. */
  readonly amount: Measure;
  /** The note value that swings. */
  readonly of: Measure;
  readonly id: SourceId;
}

/** How the value comes to a point from the one before it: `100%: 4kHz exponential` rises there exponentially. */
export type LaneShape = 'linear' | 'exponential' | 'step' | 'curve';

export interface LanePoint {
  readonly at: Place;
  readonly value: Value;
  readonly shape: LaneShape;
  readonly id: SourceId;
}

/** How a parameter goes from one value to another and back. */
export type WaveShape = 'sine' | 'triangle' | 'sawtooth' | 'square';

/** `lfo: sine 1/2 20% left to 20% right`: a wave that begins at `from` and is at `to` half a cycle later. */
export interface Wave {
  readonly shape: WaveShape;
  /** How long a cycle lasts (`notes`, `bars`, `beats`, `seconds`), or how many a second (`hertz`). */
  readonly rate: Measure;
  readonly from: Measure;
  readonly to: Measure;
  /** By the same factor in the same time, as pitch is heard. */
  readonly byFactor?: true;
  readonly id: SourceId;
}

/** `automate bass.filter.frequency in build { 0%: 300Hz, 100%: 4kHz exponential }`. */
export interface Automation {
  /** A path of the mixer or of a track's instrument: `vox.send.space`, `bass.filter.frequency`. */
  readonly path: Name;
  /** The section that places without one of their own stand in; absent: the song. */
  readonly section?: Name;
  /** In the order written. */
  readonly points: readonly LanePoint[];
  /** Instead of points. */
  readonly wave?: Wave;
  readonly declaration: SourceId;
}

/** `marker drop at chorus bar 1`: a name for a place, shown in the arrangement. */
export interface Marker {
  readonly name: Name;
  readonly at: Place;
  readonly declaration: SourceId;
}
