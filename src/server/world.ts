// What the server needs of the world, passed in by whoever starts it.

import type { Choices } from '../check/choices.ts';
import type { Measured } from '../check/measured.ts';
import type { Recordings } from '../check/recordings.ts';
import type { SoundFiles } from '../check/sound-files.ts';
import type { Language } from '../languages/language.ts';
import type { Opened, OtherFiles } from '../languages/link.ts';
import type { Evaluated } from '../languages/typescript/evaluated.ts';
import type { Song } from '../song/song.ts';
import type { Timeline } from '../timeline/timeline.ts';

export interface World {
  /** The language of a document by its URI, or as its editor calls it; undefined for what is no song. */
  languageOf(uri: string, languageId: string): Language | undefined;
  /** Address of the page that explains a rule, where there is one. */
  pageOf(rule: string): string | undefined;
  readonly version: string;
  /**
   * Opens a file that a song names, for linking.
   * @param path     as the song writes it
   * @param from     the song's URI; so is the id of what is opened
   * @param folders  of the workspace, by their URIs; where there are none, the song's project counts
   */
  open?(path: string, from: string, folders: readonly string[]): Opened;
  /** The text of a document that no editor has open; undefined where there is none, or it can't be read. */
  textOf?(uri: string): string | undefined;
  /** URIs of the songs in a folder and below it, given by its URI; as many as can be looked through. */
  songsIn?(folder: string): readonly string[];
  /** What the workspace chooses of the checks; songs come first. */
  choices?(): Choices;
  /**
   * Renders and measures a linked song in the background; undefined where `signal` said stop. Absent where
   * there is nothing to play it with: then no rule of sound runs.
   */
  measure?(song: Song, timeline: Timeline, options: MeasureRequest): Promise<Measured | undefined>;
  /** Listens to the recordings of a linked song in the background; undefined where `signal` said stop. */
  hear?(
    song: Song,
    request: Pick<MeasureRequest, 'uri' | 'text' | 'signal'>,
  ): Promise<Recordings | undefined>;
  /** What the disk says of the files of sound that a linked song names; quick, for it is asked at every keystroke. */
  soundFiles?(song: Song, uri: string): SoundFiles | undefined;
  /** The recordings beside a song, as it would name them; folders that hold some end in a slash. */
  soundsNear?(uri: string): readonly string[];
  /**
   * Runs songs in TypeScript, off this thread; absent where they are not run.
   * @param files  opens what they import
   */
  newEvaluator?(files: OtherFiles): {
    evaluate(file: string, text: string): Promise<Evaluated>;
  };
  /** What the editor can do beyond the protocol, where it cannot say so itself. */
  readonly client?: Client;
}

export interface MeasureRequest {
  /** The song's. */
  readonly uri: string;
  /** Its own text. */
  readonly text: string;
  readonly signal: AbortSignal;
  /** What was measured of it before. */
  readonly before: Measured | undefined;
  /** The mix alone: nothing is asked of its tracks. */
  readonly only?: 'mix';
}

/** What an editor can do beyond the protocol, and what its user wants; given by `initializationOptions`. */
export interface Client {
  /** Ids of its commands: code lenses are offered for those it has, and none without. */
  readonly commands?: readonly string[];
  /** It shows pictures in hovers (SVG, by data: URIs); else notes are drawn in letters. */
  readonly pictures?: boolean;
  /** An address below which `RULE.md` explains each rule. */
  readonly pages?: string;
  readonly hints?: Hints;
  /** What the user chooses of the checks. */
  readonly checks?: Choices;
  /** It sends songs in TypeScript once it is asked to, so that what TypeScript's own server does is not offered twice. */
  readonly registersTypeScript?: boolean;
  /** Songs in TypeScript are run; else they are only looked at, until the editor says that it trusts them. */
  readonly runsSongs?: boolean;
}

/** Which hints stand in the text; all where nothing is said. */
export interface Hints {
  /** The bars that a section plays in. */
  readonly bars?: boolean;
  /** When it plays, in minutes and seconds. */
  readonly seconds?: boolean;
  /** How long a note value lasts. */
  readonly times?: boolean;
}
