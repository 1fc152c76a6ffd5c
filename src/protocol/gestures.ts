// Gestures of the panel that change more than one value: sections moved in the arrangement, notes moved on
// the piano roll. Each is one edit of the text, made by the session against the version that was seen.

import type { GestureBand, GesturePoint } from './strip-view.ts';

export type Gesture =
  /** The arrangement as it should be; `from` is where an entry that stays is written. */
  | { readonly do: 'rearrange'; readonly placements: readonly GesturePlacement[] }
  /** A section's length, in whole bars. */
  | { readonly do: 'resize'; readonly section: string; readonly bars: number }
  /** Notes of the pattern that is written at `from`. */
  | { readonly do: 'roll'; readonly from: number; readonly edits: readonly GestureNote[] }
  /** How hard the notes are played that begin at these times of the pattern written at `from`: 0 to 1. */
  | {
      readonly do: 'velocity';
      readonly from: number;
      readonly begins: readonly BarTime[];
      readonly velocity: number;
    }
  | DeskGesture;

/** Gestures of the mixer and of the lanes over the arrangement; values as a song writes them. */
export type DeskGesture =
  /** Several values at once: the members of a group. */
  | { readonly do: 'sets'; readonly values: readonly { readonly path: string; readonly value: string }[] }
  /** The effects of a strip, by the vocabulary's names. */
  | { readonly do: 'chain'; readonly strip: string; readonly effects: readonly string[] }
  /** `effect` says which equaliser of several, `ParametricEQ2`; absent: the first. */
  | {
      readonly do: 'bands';
      readonly strip: string;
      readonly effect?: string;
      readonly bands: readonly GestureBand[];
    }
  /** A lane as it is to be; without points it is taken out. */
  | {
      readonly do: 'automate';
      readonly path: string;
      readonly section?: string;
      readonly points: readonly GesturePoint[];
    };

export interface GesturePlacement {
  readonly section: string;
  readonly repeats: number;
  readonly from?: number;
}

/** A time in bars from the pattern's start, as numerator and denominator. */
export type BarTime = readonly [n: number, d: number];

/** A note put in (`to` alone), taken out (`note` alone), or changed (both). */
export interface GestureNote {
  readonly note?: { readonly begin: BarTime; readonly word: string };
  readonly to?: { readonly begin: BarTime; readonly end: BarTime; readonly word: string };
}

/** The pattern under the cursor, to be drawn and edited. */
export interface PanelRoll {
  /** Of the pattern, or of the track that plays it. */
  readonly name: string;
  /** Offsets of the mini-notation, without its quotes. */
  readonly from: number;
  readonly to: number;
  readonly bars: number;
  /** Beats of a bar. */
  readonly beats: number;
  readonly notes: readonly RollNoteView[];
  /** How the song's key spells each MIDI note, 0 to 127. */
  readonly names: readonly string[];
  /** Pitch classes of the key, the tonic first; empty for a song without one. */
  readonly scale: readonly number[];
  /** Why it can't be edited here, where it can't. */
  readonly locked?: string;
  /** Why its velocities can't be changed here, where they can't. */
  readonly velocityLocked?: string;
}

export interface RollNoteView {
  readonly begin: BarTime;
  readonly end: BarTime;
  /** As mini-notation writes it. */
  readonly word: string;
  /** Pitches: one of a note, several of a chord, none of a hit. */
  readonly midi: readonly number[];
  /** How hard it is played, 0 to 1, as far as the text right behind the pattern says. */
  readonly velocity: number;
  /** Name of the hit, where it is one. */
  readonly hit?: string;
  /** Offsets of its token in the text. */
  readonly from: number;
  readonly to: number;
}
