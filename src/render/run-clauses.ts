// Runs the clauses of a song one after the other, as a test runner does: measured is once, when the first
// clause asks for it.

import path from 'node:path';
import type { Clause, Verdict } from '../check/clause.ts';
import { clausesOf } from '../check/clauses.ts';
import type { Measured } from '../check/measured.ts';
import { projectOf } from '../files/other-files.ts';
import type { Song } from '../song/song.ts';
import { songSounds } from '../sounds/song-sounds.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { Measurer } from './measurer.ts';
import { measureReferences } from './references.ts';

export interface ClauseResult extends Verdict {
  readonly clause: Clause;
  /** How long it took; the first that needs the sound waits for it. */
  readonly seconds: number;
}

export interface RunClauses {
  readonly song: Song;
  readonly timeline: Timeline;
  /** The song's path: what it is held against lies beside it. */
  readonly file: string;
  readonly measurer: Measurer;
  readonly signal?: AbortSignal;
  /** Of those to run; all where absent. */
  readonly wanted?: (clause: Clause) => boolean;
  readonly onProgress?: (progress: { readonly share: number }) => void;
}

/** Each as it is judged; ends early where `signal` says stop. @throws BounceError where the core is not built */
export async function* runClauses(run: RunClauses): AsyncGenerator<ClauseResult, void> {
  const { song, timeline, file, measurer, signal, wanted = () => true, onProgress } = run;
  let measured: Measured | undefined;
  for (const clause of clausesOf(song).filter(wanted)) {
    const started = performance.now();
    if (clause.needs === 'sound' && !measured) {
      const references = await measureReferences(song, file);
      const { sounds } = await songSounds(song, timeline, {
        song: path.resolve(file),
        folder: projectOf(file),
      });
      measured = await measurer.measure(song, timeline, {
        sounds,
        signal,
        references,
        ...(onProgress ? { onProgress } : {}),
      });
    }
    if (signal?.aborted) return;
    const verdict = clause.judge({ song, timeline, ...(measured ? { measured } : {}) });
    yield { clause, ...verdict, seconds: (performance.now() - started) / 1000 };
  }
}
