// What the song is meant to be, where it goes, and what must hold of it: brief, deliver, expect.
// Data for the checks; nothing here sounds.

import type { SourceId } from './origin.ts';
import type { Measure, Name, Value, Word } from './value.ts';

/** The artistic vision. */
export interface Brief {
  readonly mood?: Word;
  readonly genre?: Word;
  /** In seconds. */
  readonly length?: { readonly shortest: Measure; readonly longest: Measure; readonly id: SourceId };
  /** Files of songs that this one is held against, as written. */
  readonly references: readonly Word[];
  /** `lift chorus over verse 2LU`. */
  readonly lifts: readonly Lift[];
  readonly declaration: SourceId;
}

export interface Lift {
  readonly section: Name;
  readonly over: Name;
  /** In LU. */
  readonly by: Measure;
  readonly id: SourceId;
}

/** `deliver spotify, apple { stems, midi }`. */
export interface Delivery {
  /** Names of targets, as the vocabulary knows them. */
  readonly targets: readonly Name[];
  /** What goes along with the song: stems, midi, and settings of formats. */
  readonly extras: readonly DeliveryExtra[];
  readonly declaration: SourceId;
}

export interface DeliveryExtra {
  readonly name: Name;
  readonly value?: Value;
}

/** One `expect`. */
export type Expectation =
  /** `expect chorus louder than verse by 1.5LU`. */
  | {
      readonly kind: 'louder';
      readonly section: Name;
      readonly than: Name;
      readonly by?: Measure;
      readonly id: SourceId;
    }
  /** `expect bass within E1..G3`: MIDI numbers. */
  | {
      readonly kind: 'within';
      readonly track: Name;
      readonly low: number;
      readonly high: number;
      readonly id: SourceId;
    }
  /** `expect length 2:45..3:30`, in seconds. */
  | { readonly kind: 'length'; readonly shortest: Measure; readonly longest: Measure; readonly id: SourceId }
  /** `expect loudness -14LUFS..-10LUFS`. */
  | { readonly kind: 'loudness'; readonly least: Measure; readonly most: Measure; readonly id: SourceId }
  /** `expect no clip`. */
  | { readonly kind: 'noClip'; readonly id: SourceId }
  /** `expect mono loss under 3dB`. */
  | { readonly kind: 'monoLoss'; readonly under: Measure; readonly id: SourceId }
  /** `expect ends in key`. */
  | { readonly kind: 'endsInKey'; readonly id: SourceId };

/** `lyrics vox in verse "Ci- ty lights | go by ~"`: syllables, one for each note of the track. */
export interface Lyrics {
  readonly track: Name;
  readonly section: Name;
  readonly syllables: readonly Syllable[];
  readonly declaration: SourceId;
}

export interface Syllable {
  readonly text: string;
  /** The word goes on with the next syllable. */
  readonly continues: boolean;
  /** Further notes that it is held over. */
  readonly held: number;
  readonly id: SourceId;
}
