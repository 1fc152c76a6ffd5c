// The contract of a song language: what every way to write a song must be able to do.
// Reading never fails; editing gives the smallest text edit or says why not. Pure: the hosts bring files.

import type { Origins, Range, SourceId, TextEdit } from '../song/origin.ts';
import type { Change, Problem } from '../song/problem.ts';
import type { Song } from '../song/song.ts';

/** What reading a text gives, whatever the text. */
export interface Reading {
  readonly text: string;
  readonly song: Song;
  readonly origins: Origins;
  /** What the reading itself found wrong (rule `SYN`); the checks add theirs. */
  readonly problems: readonly Problem[];
  /** What the text alone says, where this reading has been linked with other files. */
  readonly base?: Reading;
  /** The text has to be run before anything can be said of it. */
  readonly pending?: true;
  /** Values that can't be set where they are written, by their ids. */
  readonly locked?: ReadonlyMap<SourceId, Locked>;
}

/** Why a value can't be set, and where to change it instead. */
export interface Locked {
  /** Computed by code; written in another file; or written once for several values. */
  readonly why: 'computed' | 'elsewhere' | 'shared';
  readonly range: Range;
  /** The file of `range`, where it is not the song's own. */
  readonly file?: string;
}

export type EditResult =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: string };

export interface Completion {
  readonly label: string;
  readonly kind:
    | 'keyword'
    | 'instrument'
    | 'effect'
    | 'parameter'
    | 'value'
    | 'unit'
    | 'track'
    | 'bus'
    | 'section'
    | 'pattern'
    | 'note'
    | 'chord'
    | 'hit'
    | 'transform'
    | 'snippet';
  /** One line beside the label: unit, range and default of a parameter, the notes of a chord. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What replaces `range`; with `$1` tab stops where `snippet`. */
  readonly insert: string;
  readonly snippet?: boolean;
  readonly range: Range;
  /** Sorts before others with a smaller value. */
  readonly rank?: number;
}

export interface Hover {
  readonly range: Range;
  /** Markdown. */
  readonly text: string;
  /** What the text speaks of, so that a host adds when it sounds, and shows its notes. */
  readonly about?: HoverSubject;
}

/** A name of the song, or an expression or an atom of a pattern by its id. */
export type HoverSubject =
  | { readonly kind: 'section'; readonly name: string }
  | { readonly kind: 'track'; readonly name: string }
  | { readonly kind: 'music'; readonly name: string }
  | { readonly kind: 'expression'; readonly id: SourceId }
  | { readonly kind: 'atom'; readonly id: SourceId };

/** How what is being written is called, with the parameter that the caret is at. */
export interface Signature {
  /** `every(bars, transform)`. */
  readonly label: string;
  /** Markdown. */
  readonly documentation: string;
  /** `place`: the characters of `label` that are the parameter. */
  readonly parameters: readonly { readonly place: Range; readonly documentation: string }[];
  /** Index of the parameter at the caret; undefined where there is none any more. */
  readonly active?: number;
}

/** A change of the text that keeps or varies the music, offered at a place. */
export interface Refactoring {
  readonly title: string;
  readonly kind: 'extract' | 'inline' | 'rewrite';
  readonly edits: readonly TextEdit[];
}

export interface OutlineItem {
  readonly name: string;
  readonly detail?: string;
  readonly kind:
    | 'song'
    | 'instrument'
    | 'pattern'
    | 'progression'
    | 'track'
    | 'bus'
    | 'master'
    | 'section'
    | 'arrangement'
    | 'marker'
    | 'automation'
    | 'lyrics'
    | 'import'
    | 'take'
    | 'sample'
    | 'kit'
    | 'tuning'
    | 'brief'
    | 'expectation'
    | 'delivery';
  /** The whole construct. */
  readonly range: Range;
  /** Its name. */
  readonly selection: Range;
  readonly children: readonly OutlineItem[];
}

export interface Language {
  readonly id: 'song' | 'song-typescript';
  /** File endings, the longest first (`.song.ts`). */
  readonly endings: readonly string[];
  /** Never throws, whatever the text. */
  read(text: string): Reading;
  /** The text edits that make `changes`, against the text of `reading`. */
  edit(reading: Reading, changes: readonly Change[]): EditResult;
  complete(reading: Reading, offset: number): readonly Completion[];
  hover(reading: Reading, offset: number): Hover | undefined;
  /** The call under way at `offset`. */
  signature(reading: Reading, offset: number): Signature | undefined;
  /** What can be done with the music at `range`; an empty one is the caret. */
  refactor(reading: Reading, range: Range): readonly Refactoring[];
  outline(reading: Reading): readonly OutlineItem[];
  /** The whole text laid out; comments never move. Equal text where nothing is to do. */
  format(reading: Reading): string;
  /**
   * A song as a text of this language, laid out: read again it is the same song, whatever language it came from.
   * Comments are in no song, so they do not come along.
   * @param origins where the parts of the song stand in the text it was read from: for marks that silence checks
   */
  print(song: Song, origins: Origins): string;
}
