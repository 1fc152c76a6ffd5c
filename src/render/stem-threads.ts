// Threads that render the tracks of a song apart, and what mixes them. The sound is the same, to the last
// bit, as that of one thread.

import os from 'node:os';
import { Worker } from 'node:worker_threads';
import type { StemSource } from '../engine/core/core.ts';
import { added, type CoreReport, noTrouble } from '../engine/core/report.ts';
import type { Stretch } from '../engine/offline/render.ts';
import { sharedOut, stemTracks } from '../engine/offline/stems.ts';
import type { Program } from '../engine/program.ts';
import type { StemJob } from './job.ts';
import { emptyRing, newRing, reportOf, stopRing } from './stem-ring.ts';

export interface StemThreads {
  /** Absent where one thread does as well. */
  readonly source?: StemSource;
  /** What their cores counted so far. */
  report(): CoreReport;
  /** Ends all of them; they may be waiting. */
  end(): Promise<void>;
}

/**
 * Starts threads that render tracks of the song beside the one that mixes.
 * @param most    threads with that one, at most; as many as the machine has cores where absent
 * @param script  of the threads: that of the bounce's worker
 */
export function startStems(
  core: Uint8Array,
  program: Program,
  stretch: Stretch,
  script: string,
  most = os.availableParallelism(),
): StemThreads {
  const groups = most > 1 ? sharedOut(program, stemTracks(program), most) : [];
  if (groups.length === 0) return { report: () => noTrouble, end: async () => {} };
  const threads = groups.map((tracks) => {
    const ring = newRing(tracks.length);
    const job: StemJob = { stems: { core, program, stretch, tracks, ring } };
    const worker = new Worker(script, { workerData: job, resourceLimits: { maxYoungGenerationSizeMb: 4 } });
    return { ring, worker, next: emptyRing(ring, tracks.length) };
  });
  const tracks = groups.flat();
  const firsts = groups.map((_, group) => groups.slice(0, group).flat().length);
  return {
    source: {
      tracks,
      next: (give) => {
        for (const [group, { next }] of threads.entries())
          next((track, sides, left, right) => give(firsts[group]! + track, sides, left, right));
      },
    },
    report: () => threads.map(({ ring }) => reportOf(ring)).reduce(added, noTrouble),
    end: async () => {
      for (const { ring } of threads) stopRing(ring);
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}
