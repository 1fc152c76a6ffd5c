// What evaluating a song gives: plain data, handed from the worker to whoever shows the song.

import type { Range } from '../../song/origin.ts';
import type { Literal } from './written.ts';

/** A stretch of one of the song's files, by its index. */
export interface FileRange extends Range {
  readonly file: number;
}

/** Where a word of the song is written. */
export interface Place {
  readonly at: FileRange;
  /** The literal that it is; absent where it is computed, by what stands at `at`. */
  readonly literal?: { readonly value: Literal };
  /** The characters that are those of the word, one for one. */
  readonly content?: Range;
  /** What computes it, where that stands elsewhere. */
  readonly source?: FileRange;
}

export interface EvaluatedProblem extends FileRange {
  readonly message: string;
}

/** A line that the song wrote with `console`. */
export interface Said {
  readonly level: 'log' | 'warn' | 'error';
  readonly text: string;
}

export type Evaluated =
  | {
      readonly ok: true;
      /** Ids of the song's file and of all that it imports; ranges count by them. */
      readonly files: readonly string[];
      /** For each file the import of the song's own file that leads to it. */
      readonly ways: readonly Range[];
      readonly problems: readonly EvaluatedProblem[];
      readonly said: readonly Said[];
      /** The song as a `.song`. */
      readonly text: string;
      /** Words of it, ascending, with their places. */
      readonly leaves: readonly (Range & Place)[];
      /** Statements of it, each with its call and the word that is called. */
      readonly constructs: readonly (Range & { readonly at: FileRange; readonly callee: FileRange })[];
      readonly holders: readonly Holder[];
    }
  | {
      readonly ok: false;
      readonly files: readonly string[];
      /** For each file the import of the song's own file that leads to it. */
      readonly ways: readonly Range[];
      readonly problems: readonly EvaluatedProblem[];
      readonly said: readonly Said[];
    };

/** Something that has settings, and where a further one is written. */
export interface Holder {
  readonly kind:
    | 'song'
    | 'track'
    | 'bus'
    | 'master'
    | 'instrument'
    | 'take'
    | 'sample'
    | 'kit'
    | 'section'
    | 'automate';
  /** Of a lane, the path that it moves. */
  readonly name: string;
  /** Where its statement begins in the `.song`. */
  readonly from: number;
  readonly file: number;
  /** The inside of the call's brackets. */
  readonly inside: Range;
  /** How many arguments are written, and which one has the settings. */
  readonly count: number;
  readonly argument: number;
  /** The settings, where they are written as an object. */
  readonly settings?: SettingsObject;
}

export interface SettingsObject extends FileRange {
  readonly entries: readonly (Range & {
    readonly key: string;
    readonly value: FileRange;
    readonly literal?: Literal;
    readonly object?: SettingsObject;
  })[];
}
