// Where the tracks of a bounce come from, before the thread that mixes takes them: from what was kept, and from
// threads that render the others apart. The sound is the same, to the last bit, as that of one thread.

import os from 'node:os';
import { type MessagePort, Worker } from 'node:worker_threads';
import { compileCore } from '../engine/core/exports.ts';
import { added, type CoreReport, noTrouble } from '../engine/core/report.ts';
import type { StemRoom, StemSource } from '../engine/core/stem-blocks.ts';
import { type Chunk, heldTo, type Stretch } from '../engine/offline/render.ts';
import { sharedOut, stemTracks, unheardByRest } from '../engine/offline/stems.ts';
import type { Program } from '../engine/program.ts';
import type { StemJob } from './job.ts';
import { newDigest } from './kept/digest.ts';
import { startHelper } from './kept/helpers.ts';
import { type FileChunk, type MixLine, mixLine, mixLineInFile } from './kept/mix-line.ts';
import { keyOfCore } from './kept/part-keys.ts';
import { type Cache, openPartStore } from './kept/part-store.ts';
import { isBegun, isKept, type StemLinesOptions, stemLines } from './kept/stem-lines.ts';
import type { WholeBits } from './sample-format.ts';
import { chunkBlocks, emptyRing, newRing, reportOf, stopRing } from './stem-ring.ts';

export interface StemThreads {
  /** Absent where one thread does as well. */
  readonly source?: StemSource;
  /** The mix of them, where mixes are kept: instead of rendering it from the source. */
  mix?(): Generator<Chunk, void>;
  /** The same for a file of so many bits: what was kept as it stands there comes like that. */
  mixInFile?(bits: WholeBits): Generator<Chunk | FileChunk, void>;
  /** What was counted so far, in what is not rendered where the source is taken. */
  report(): CoreReport;
  /** All was mixed: keeps no more than the cache's limit. */
  keep(): void;
  /** Ends all threads; they may be waiting. */
  end(): Promise<void>;
}

export interface StemsOptions {
  readonly core: Uint8Array;
  readonly program: Program;
  readonly stretch: Required<Stretch>;
  /** Of the threads: that of the bounce's worker; without one all is rendered in the thread that mixes. */
  readonly script?: string;
  /** Threads of that script that wait for a job already: these are taken before others are started. */
  readonly waiting?: readonly MessagePort[];
  /** Threads with the one that mixes, at most; as many as the machine has cores where absent. */
  readonly most?: number | undefined;
  readonly cache?: Cache | undefined;
}

export function startStems(options: StemsOptions): StemThreads {
  const lines = linesOf(options);
  return lines ? keptStems(options, lines) : passedStems(options);
}

/** Those alone that are kept already; the other tracks are rendered with the mix, and nothing is kept of them. */
export function playStems(options: StemsOptions): StemThreads {
  const lines = linesOf(options);
  const { program } = options;
  const kept = lines ? stemTracks(program).filter((track) => isKept(lines, track)) : [];
  const tracks = unheardByRest(program, kept);
  return {
    ...(lines && tracks.length > 0 && { source: stemLines(lines, tracks) }),
    report: () => noTrouble,
    keep: () => {},
    end: async () => {},
  };
}

function keptStems(options: StemsOptions, lines: StemLinesOptions): StemThreads {
  const { core, program, script, most = os.availableParallelism(), cache } = options;
  const tracks = stemTracks(program);
  // What has begun to be known was edited: little of it has to be rendered, and the thread that mixes does it sooner.
  const missing = tracks.filter((track) => !isBegun(lines, track));
  const groups = script !== undefined && most > 1 ? sharedOut(program, missing, most) : [];
  const helpers = groups.map((group) =>
    startHelper(script!, { core, program, stretch: lines.stretch, tracks: group, cache: cache! }),
  );
  const helperOf = new Map(
    helpers.flatMap((helper) => helper.tracks.map((track) => [track, helper] as const)),
  );
  const stems = stemLines(lines, tracks, (track, part) => helperOf.get(track)?.ready(part));
  let mixed: CoreReport | undefined;
  function* chunksOf<One>(mix: MixLine<One>): Generator<One, void> {
    for (const chunk of mix.chunks) {
      yield chunk;
      mixed = mix.report();
    }
  }
  return {
    source: stems,
    mix: () => chunksOf(mixLine(lines, stems)),
    mixInFile: (bits) => chunksOf(mixLineInFile(lines, stems, bits)),
    report: () => added(stems.report(), mixed ?? noTrouble),
    keep: () => lines.store.trim(),
    async end() {
      await Promise.all(helpers.map((helper) => helper.end()));
    },
  };
}

/** Undefined where nothing is kept: there is no folder, or it would push all others out, and itself. */
function linesOf({ core, program, stretch, cache }: StemsOptions): StemLinesOptions | undefined {
  const held = heldTo(program.lengthSamples, stretch);
  const frames = held.to - held.from;
  // Tracks as they are in the mean, and the mix with its moments.
  const bytes = frames * (stemTracks(program).length * 4 + 16);
  if (cache === undefined || frames === 0 || bytes > cache.limitBytes / 2) return undefined;
  const module = compileCore(core);
  const store = openPartStore(cache, newDigest(module));
  return store && { store, module, core: keyOfCore(core), program, stretch: held };
}

/** Stems on their way to the mix, which nobody keeps. */
function passedStems(options: StemsOptions): StemThreads {
  const { program, script, waiting = [], most = os.availableParallelism() } = options;
  const groups = script !== undefined && most > 1 ? sharedOut(program, stemTracks(program), most) : [];
  const parts = groups.map((group, at) => threadPart(options, script!, group, waiting[at]));
  for (const port of waiting.slice(groups.length)) port.close();
  return {
    ...(parts.length > 0 && { source: together(parts) }),
    report: () => parts.map((part) => part.report()).reduce(added, noTrouble),
    keep: () => {},
    async end() {
      await Promise.all(parts.map((part) => part.end()));
    },
  };
}

interface Part {
  readonly tracks: readonly number[];
  readonly fill: (rooms: readonly StemRoom[]) => void;
  report(): CoreReport;
  end(): Promise<void>;
}

function together(parts: readonly Part[]): StemSource {
  const firsts = parts.map((_, part) => parts.slice(0, part).flatMap(({ tracks }) => tracks).length);
  return {
    tracks: parts.flatMap(({ tracks }) => tracks),
    blocks: chunkBlocks,
    fill: (rooms) => {
      for (const [part, { tracks, fill }] of parts.entries())
        fill(rooms.slice(firsts[part], firsts[part]! + tracks.length));
    },
  };
}

function threadPart(
  { core, program, stretch }: StemsOptions,
  script: string,
  tracks: readonly number[],
  waiting: MessagePort | undefined,
): Part {
  const ring = newRing(tracks.length);
  const job: StemJob = { stems: { core, program, stretch, tracks, ring } };
  const end = waiting ? given(job, waiting) : started(job, script);
  return {
    tracks,
    fill: emptyRing(ring, tracks.length),
    report: () => reportOf(ring),
    async end() {
      stopRing(ring);
      await end();
    },
  };
}

/** Whoever has started the thread ends it. */
function given(job: StemJob, waiting: MessagePort): () => void {
  waiting.postMessage(job);
  return () => waiting.close();
}

function started(job: StemJob, script: string): () => Promise<unknown> {
  const worker = new Worker(script, { workerData: job, resourceLimits: { maxYoungGenerationSizeMb: 4 } });
  return () => worker.terminate();
}
