// Threads that render tracks ahead of the one that mixes, and leave their parts in the store. What they do not get
// done, or can't keep, the thread that mixes renders itself: they make nothing but time.

import { Worker } from 'node:worker_threads';
import { compileCore } from '../../engine/core/exports.ts';
import { partFrames } from '../../engine/offline/parts.ts';
import { type Stretch, tail } from '../../engine/offline/render.ts';
import type { Program } from '../../engine/program.ts';
import { newDigest } from './digest.ts';
import { keyOfCore } from './part-keys.ts';
import { type Cache, openPartStore } from './part-store.ts';
import { partsOf, stemLine } from './stem-lines.ts';

/** What such a thread is given. */
export interface HelperJob {
  readonly helper: {
    readonly core: Uint8Array;
    readonly program: Program;
    readonly stretch: Required<Stretch>;
    /** Indices of the program's tracks. */
    readonly tracks: readonly number[];
    readonly cache: Cache;
    /** i32: how many parts of all its tracks are done, whether to stop, and which part the other thread is at. */
    readonly progress: SharedArrayBuffer;
  };
}

const done = 0;
const stopped = 1;
const wanted = 2;
/** No more parts come: the other thread need not wait. */
const over = 0x7fffffff;

/** What the thread does. */
export function help({ helper }: HelperJob): void {
  const { core, program, stretch, tracks, cache } = helper;
  const progress = new Int32Array(helper.progress);
  const tell = (parts: number): void => {
    Atomics.store(progress, done, parts);
    Atomics.notify(progress, done);
  };
  try {
    const module = compileCore(core);
    const store = openPartStore(cache, newDigest(module));
    if (!store) return;
    const options = { store, module, core: keyOfCore(core), program, stretch };
    const lines = tracks.map((track) => stemLine(options, track));
    const most = partsOf(stretch) + Math.ceil((tail.longestSeconds * program.sampleRate) / partFrames);
    for (let part = 0; part < most; part++) {
      // How long the tail is, only the mix knows.
      if (part >= partsOf(stretch)) awaitWanted(progress, part);
      for (const line of lines) {
        if (Atomics.load(progress, stopped)) return;
        line.next();
      }
      tell(part + 1);
    }
  } finally {
    tell(over);
  }
}

function awaitWanted(progress: Int32Array, part: number): void {
  for (let at = Atomics.load(progress, wanted); at < part; at = Atomics.load(progress, wanted))
    Atomics.wait(progress, wanted, at, 1000);
}

export interface Helper {
  readonly tracks: readonly number[];
  /** Waits until that part of its tracks is done, or will not be. */
  ready(part: number): void;
  /** Lets it finish the part that it is at. */
  end(): Promise<void>;
}

/** @param script  the worker's own file */
export function startHelper(script: string, options: Omit<HelperJob['helper'], 'progress'>): Helper {
  const progress = new SharedArrayBuffer(12);
  const state = new Int32Array(progress);
  const job: HelperJob = { helper: { ...options, progress } };
  const worker = new Worker(script, { workerData: job, resourceLimits: { maxYoungGenerationSizeMb: 4 } });
  // What went wrong there shows again where the other thread does the work.
  worker.on('error', () => {});
  const ended = new Promise<void>((resolve) => worker.on('exit', () => resolve()));
  return {
    tracks: options.tracks,
    ready(part) {
      const until = performance.now() + patienceMs;
      Atomics.store(state, wanted, part);
      Atomics.notify(state, wanted);
      for (;;) {
        const parts = Atomics.load(state, done);
        if (parts > part || performance.now() > until) return;
        Atomics.wait(state, done, parts, 1000);
      }
    },
    async end() {
      Atomics.store(state, stopped, 1);
      Atomics.store(state, wanted, over);
      Atomics.notify(state, wanted);
      // It looks before each part: ended in the middle of one, it would leave that half written.
      await ended;
    },
  };
}

const patienceMs = 60_000;
