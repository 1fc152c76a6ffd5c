// Where the tracks of a bounce come from, before the thread that mixes takes them: from stems that were kept,
// and from threads that render the others apart. The sound is the same, to the last bit, as that of one thread.

import os from 'node:os';
import { Worker } from 'node:worker_threads';
import type { GiveStem, StemSource } from '../engine/core/core.ts';
import { compileCore } from '../engine/core/exports.ts';
import { added, type CoreReport, noTrouble } from '../engine/core/report.ts';
import { type Stretch, stemRenderer } from '../engine/offline/render.ts';
import { sharedOut, stemTracks } from '../engine/offline/stems.ts';
import type { Program } from '../engine/program.ts';
import type { StemJob } from './job.ts';
import { tryRecord } from './stem-file.ts';
import { stemKeys } from './stem-key.ts';
import { recorded, recordedLength } from './stem-recording.ts';
import { emptyRing, newRing, reportOf, stopRing } from './stem-ring.ts';
import { openStemStore, type StemCache, type StemStore } from './stem-store.ts';

export interface StemThreads {
  /** Absent where one thread does as well. */
  readonly source?: StemSource;
  /** What their cores counted so far. */
  report(): CoreReport;
  /** All was mixed: keeps what was rendered for the next bounce. */
  keep(): Promise<void>;
  /** Ends all of them; they may be waiting. */
  end(): Promise<void>;
}

export interface StemsOptions {
  readonly core: Uint8Array;
  readonly program: Program;
  readonly stretch: Required<Stretch>;
  /** Of the threads: that of the bounce's worker; without one all is rendered in the thread that mixes. */
  readonly script?: string;
  /** Threads with the one that mixes, at most; as many as the machine has cores where absent. */
  readonly most?: number | undefined;
  readonly cache?: StemCache | undefined;
}

/** Stems on their way to the mix. */
interface Part {
  readonly tracks: readonly number[];
  readonly next: (give: GiveStem) => void;
  report?(): CoreReport;
  /** Which of its tracks are recorded whole. */
  finish?(): Promise<readonly boolean[]>;
  end(): Promise<void>;
}

export function startStems(options: StemsOptions): StemThreads {
  const { program, script, most = os.availableParallelism() } = options;
  const { tracks, store, keys, kept } = keptOf(options);
  const missing = tracks.filter((track) => !kept.some((part) => part.tracks.includes(track)));
  const groups = script !== undefined && most > 1 ? sharedOut(program, missing, most) : [];
  const parts = [
    ...kept,
    ...groups.map((group) => threadPart({ ...options, script: script! }, group, keys, store)),
  ];
  // What is to be kept is rendered apart, in whatever thread.
  const own = store ? missing.filter((track) => !groups.flat().includes(track)) : [];
  if (store && own.length > 0) parts.push(ownPart(options, own, keys, store));
  return {
    ...(parts.length > 0 && { source: together(parts) }),
    report: () => parts.map((part) => part.report?.() ?? noTrouble).reduce(added, noTrouble),
    async keep() {
      if (!store) return;
      for (const { tracks: of, finish } of parts)
        for (const [at, isWhole] of ((await finish?.()) ?? []).entries())
          if (isWhole) store.keep(keys.get(of[at]!)!);
      store.trim();
    },
    async end() {
      await Promise.all(parts.map((part) => part.end()));
      if (store) for (const track of missing) store.forget(keys.get(track)!);
    },
  };
}

/** Those alone that are kept already; the other tracks are rendered with the mix, and nothing is kept of them. */
export function playStems(options: StemsOptions): StemThreads {
  const { kept } = keptOf(options);
  return {
    ...(kept.length > 0 && { source: together(kept) }),
    report: () => noTrouble,
    keep: async () => {},
    end: async () => void (await Promise.all(kept.map((part) => part.end()))),
  };
}

function keptOf(options: StemsOptions) {
  const { core, program, stretch } = options;
  const tracks = stemTracks(program);
  const store = isWorthKeeping(options, tracks.length) ? openStemStore(options.cache!) : undefined;
  const keyOf = store ? stemKeys(core, program, stretch) : undefined;
  const keys = new Map(tracks.map((track) => [track, keyOf?.(track) ?? '']));
  const kept = store ? tracks.flatMap((track) => keptPart(store, track, keys.get(track)!) ?? []) : [];
  return { tracks, store, keys, kept };
}

/** Stems that would push all others out, and themselves, are not kept. */
function isWorthKeeping({ cache, program, stretch }: StemsOptions, tracks: number): boolean {
  const bytes = tracks * Math.max(0, stretch.to - stretch.from) * 4;
  return cache !== undefined && bytes > 0 && bytes <= cache.limitBytes / 2 && program.tracks.length > 0;
}

function together(parts: readonly Part[]): StemSource {
  const firsts = parts.map((_, part) => parts.slice(0, part).flatMap(({ tracks }) => tracks).length);
  return {
    tracks: parts.flatMap(({ tracks }) => tracks),
    next: (give) => {
      for (const [part, { next }] of parts.entries())
        next((track, sides, left, right) => give(firsts[part]! + track, sides, left, right));
    },
  };
}

function keptPart(store: StemStore, track: number, key: string): Part | undefined {
  const player = store.play(key);
  return (
    player && {
      tracks: [track],
      next: (give) => player.next((sides, left, right) => give(0, sides, left, right)),
      end: async () => player.close(),
    }
  );
}

function threadPart(
  { core, program, stretch, script }: StemsOptions & { readonly script: string },
  tracks: readonly number[],
  keys: ReadonlyMap<number, string>,
  store: StemStore | undefined,
): Part {
  const ring = newRing(tracks.length);
  const record = store && {
    stems: tracks.map((track) => ({ key: keys.get(track)!, file: store.part(keys.get(track)!) })),
    length: recordedLength(program, stretch),
  };
  const job: StemJob = { stems: { core, program, stretch, tracks, ring, ...(record && { record }) } };
  const worker = new Worker(script, { workerData: job, resourceLimits: { maxYoungGenerationSizeMb: 4 } });
  let whole: readonly boolean[] = [];
  worker.on('message', (message: readonly boolean[]) => {
    whole = message;
  });
  const exit = new Promise<void>((resolve) => worker.on('exit', () => resolve()));
  return {
    tracks,
    next: emptyRing(ring, tracks.length),
    report: () => reportOf(ring),
    async finish() {
      stopRing(ring);
      await exit;
      return whole;
    },
    async end() {
      stopRing(ring);
      await worker.terminate();
    },
  };
}

function ownPart(
  { core, program, stretch }: StemsOptions,
  tracks: readonly number[],
  keys: ReadonlyMap<number, string>,
  store: StemStore,
): Part {
  const recording = recorded(
    stemRenderer(compileCore(core), program, stretch, tracks),
    tracks.map((track) => tryRecord(store.part(keys.get(track)!), keys.get(track)!)),
    recordedLength(program, stretch),
  );
  return {
    tracks,
    next: recording.next,
    report: recording.report,
    finish: async () => recording.finish(),
    end: async () => recording.close(),
  };
}
