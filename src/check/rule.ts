// What a check is: a rule in one file, with its reason and its two examples.
// A rule is a pure function of the song and its timeline; it knows no text, only the ids of tokens.

import type { SourceId } from '../song/origin.ts';
import type { Fix, Severity } from '../song/problem.ts';
import type { Ignore, Song } from '../song/song.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { Figure } from './figures.ts';
import type { AlbumSong, Measured } from './measured.ts';
import type { Recordings } from './recordings.ts';
import type { SongIndex } from './song-index.ts';
import type { SoundFiles } from './sound-files.ts';

export interface Rule {
  /** As in `// codetta-ignore INS1: reason`, and the name of its page. */
  readonly id: string;
  /** What it needs: the score alone, the song laid out in time, its sound measured, or its recordings listened to. */
  readonly tier: 'score' | 'timeline' | 'audio' | 'recording';
  /** Of a finding that does not say its own. */
  readonly severity: Severity;
  /** Runs only where a profile, the song or the workspace turns it on. */
  readonly isOptional?: true;
  /** One line: what it finds. */
  readonly title: string;
  /** Markdown, in a producer's words: why it matters, and where it keeps quiet on purpose. */
  readonly why: string;
  /** Whole `.song` texts: the rule's documentation and its test. */
  readonly examples: Examples;
  /** Its first fix keeps what was meant, so that "fix all" may take it unasked. */
  readonly isSafeToFix?: true;
  /** No text edit can mend it. */
  readonly hasNoFix?: true;
  check(context: CheckContext): readonly Finding[];
  /** Judges the marks of a song by what the other rules found; runs after them. */
  judge?(context: CheckContext, verdicts: Verdicts): readonly Finding[];
}

export interface Examples {
  readonly fires: string;
  readonly silent: string;
  /** The version of the first example before the edit, for rules that judge edits. */
  readonly before?: string;
  /** Other songs that the examples import, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** The other songs of the examples' album. */
  readonly album?: readonly AlbumSong[];
  /** What is heard in the recordings of the examples, by path. */
  readonly recordings?: Recordings;
  /** Sounds that are on their way, while the song plays. */
  readonly coming?: readonly string[];
  /** What the disk says of the files of sound. */
  readonly soundFiles?: SoundFiles;
}

export interface CheckContext {
  readonly song: Song;
  readonly timeline: Timeline;
  /** The song's parts by name and its atoms by id, made once for all rules. */
  readonly index: SongIndex;
  /** The sound of the song; absent where it was not measured, and rules of tier `audio` do not run. */
  readonly measured?: Measured;
  /** What is heard in its recordings; absent where nobody listened, and rules of tier `recording` do not run. */
  readonly recordings?: Recordings;
  /** What the disk says of its files of sound; absent where there is none. */
  readonly soundFiles?: SoundFiles;
  /** Paths and names of sounds that are on their way while the song plays; absent where nothing plays. */
  readonly coming?: ReadonlySet<string>;
  /** What tells places of the text apart: two ids of one place are one literal, which code may have used twice. */
  readonly placeOf: (id: SourceId) => number;
  /** A figure as the song, the workspace or the profile tunes it, in base units. */
  readonly figure: (figure: Figure) => number;
}

export interface Verdicts {
  /** Whether a mark has something to excuse. */
  readonly excuses: (ignore: Ignore) => boolean;
  /** What a rule is to this run: undefined for one that does not exist. */
  readonly standing: (rule: string) => 'ran' | 'did not run' | undefined;
  readonly ruleIds: readonly string[];
}

/** A problem before the runner adds the rule's id and severity. */
export interface Finding {
  /** The fact, the limit, the remedy: one or two sentences. */
  readonly message: string;
  readonly id: SourceId;
  readonly also?: readonly SourceId[];
  readonly fixes?: readonly Fix[];
  readonly severity?: Severity;
  /** Findings of equal causes are one problem, in several places. */
  readonly cause?: string;
}
