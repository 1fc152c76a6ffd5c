// What a check is: a rule in one file, with its reason and its two examples.
// A rule is a pure function of the song and its timeline; it knows no text, only the ids of tokens.

import type { SourceId } from '../song/origin.ts';
import type { Fix, Severity } from '../song/problem.ts';
import type { Song } from '../song/song.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { SongIndex } from './song-index.ts';

export interface Rule {
  /** As in `// codetta-ignore INS1: reason`, and the name of its page. */
  readonly id: string;
  /** What it needs: the score alone, or the song laid out in time. */
  readonly tier: 'score' | 'timeline';
  /** Of a finding that does not say its own. */
  readonly severity: Severity;
  /** One line: what it finds. */
  readonly title: string;
  /** Markdown, in a producer's words: why it matters, and where it keeps quiet on purpose. */
  readonly why: string;
  /** Whole `.song` texts: the rule's documentation and its test. */
  readonly examples: { readonly fires: string; readonly silent: string };
  check(context: CheckContext): readonly Finding[];
}

export interface CheckContext {
  readonly song: Song;
  readonly timeline: Timeline;
  /** The song's parts by name and its atoms by id, made once for all rules. */
  readonly index: SongIndex;
}

/** A problem before the runner adds the rule's id and severity. */
export interface Finding {
  /** The fact, the limit, the remedy: one or two sentences. */
  readonly message: string;
  readonly id: SourceId;
  readonly also?: readonly SourceId[];
  readonly fixes?: readonly Fix[];
  readonly severity?: Severity;
}
