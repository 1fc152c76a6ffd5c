// What the panel draws of a strip beside its fader: effects and instruments with their settings, and the lanes that
// move any of them. Plain data; what a parameter is, is known by the vocabulary.

import type { LaneShape } from '../song/place.ts';

/** A value that code makes: the words for it, and what makes it, to reveal that. */
export interface PanelLock {
  readonly reason: string;
  readonly from: number;
  readonly to: number;
}

/** A value that the song sets. */
export interface PanelValue {
  /** As the vocabulary names it: `envelope.attack`. */
  readonly path: string;
  /** In base units; a note value in seconds at the song's tempo; a word as itself. */
  readonly value: number | string;
  /** As it is written. */
  readonly text: string;
}

export interface PanelInsert {
  /** The vocabulary's name of the effect. */
  readonly effect: string;
  /** Its settings in a few words. */
  readonly summary: string;
  readonly values: readonly PanelValue[];
  readonly bypassed?: true;
  /** The track that it listens to. */
  readonly key?: string;
  readonly from: number;
  readonly to: number;
}

/** The instrument that a track plays, where the song declares it. */
export interface PanelInstrument {
  readonly name: string;
  /** The vocabulary's name of its type. */
  readonly type: string;
  readonly values: readonly PanelValue[];
  /** Values that can't be set from here, by their paths. */
  readonly locked?: Readonly<Record<string, PanelLock>>;
  readonly from: number;
  readonly to: number;
}

/** What is written of one setting over time: an `automate` of the song. */
export interface PanelLane {
  /** `bass.level`, as automation names it. */
  readonly path: string;
  /** The section that it stands in; absent: the song. */
  readonly section?: string;
  /** Where it plays, in bars of the song. */
  readonly places: readonly { readonly bar: number; readonly bars: number }[];
  readonly points: readonly PanelPoint[];
  /** The wave that moves it instead of points, in words. */
  readonly wave?: string;
  /** Why its points can't be moved from here. */
  readonly locked?: PanelLock;
  readonly from: number;
  readonly to: number;
}

export interface PanelPoint {
  /** As it is written: `50%`, `bar 3 beat 2`. */
  readonly at: string;
  /** Bars from the start of its section, or of the song. */
  readonly bars: number;
  readonly value: number;
  /** The value as it is written. */
  readonly text: string;
  readonly shape: LaneShape;
}

/** A point of a lane as it is to be; `point` is its place in the lane where it is one that is there. */
export interface GesturePoint {
  readonly at: string;
  readonly value: string;
  readonly shape: LaneShape;
  readonly point?: number;
}

/** A band of an equaliser as it is to be. */
export interface GestureBand {
  readonly type: string;
  readonly frequency: string;
  readonly gain?: string;
  readonly Q?: string;
}
