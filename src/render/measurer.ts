// Measures songs in the background: the mix and each track in worker threads of low priority, and again only
// what has changed. What was measured is known by the program that made it.

import os from 'node:os';
import { Worker } from 'node:worker_threads';
import { bandHertz } from '../audio/meters/spectrum.ts';
import type { Drive, Measured, MeasuredSound } from '../check/measured.ts';
import { compile } from '../engine/compile.ts';
import type { Sounds } from '../engine/sounds/sounds.ts';
import type { Song } from '../song/song.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { alone, beforeInsert, isHeard, shaperOf, turnedDownDb } from './alone.ts';
import { measureWorkerFile, readCore } from './core-file.ts';
import type { MeasureTask } from './measure-sound.ts';
import { keyOf } from './program-key.ts';

export interface Measurer {
  /**
   * @param song      linked, laid out as `timeline`
   * @returns         undefined where `signal` says stop on the way
   * @throws BounceError where the core is not built
   */
  measure(song: Song, timeline: Timeline, options?: MeasureOptions): Promise<Measured | undefined>;
  /** Ends the workers. */
  close(): Promise<void>;
}

export interface MeasureOptions {
  /** Recorded sound that the song plays; see `songSounds`. */
  readonly sounds?: Sounds | undefined;
  readonly signal?: AbortSignal | undefined;
  /** What the brief's references are, by the path written. */
  readonly references?: Measured['references'];
  /** Of the version before: kept with the answer where it has the same bars. */
  readonly before?: Measured | undefined;
  readonly onProgress?: (progress: { readonly share: number }) => void;
}

export interface MeasurerOptions {
  /** The bytes of core.wasm, and the worker's file, where they do not stand beside the bundle. */
  readonly core?: Uint8Array;
  readonly worker?: string;
}

/** As a bounce is, where nothing else is said. */
const rate = 48_000;

/** Mixes and tracks that are remembered: some songs' worth. */
const mostKnown = 200;

/** One thread renders the mix while another renders what has changed; more would take from who listens. */
const threads = Math.max(1, Math.min(2, os.availableParallelism()));

export const newMeasurer = ({ core, worker: file }: MeasurerOptions = {}): Measurer => {
  const known = new Map<string, MeasuredSound>();
  const waiting: Waiting[] = [];
  const hands: Hand[] = [];

  const handOut = (): void => {
    while (waiting.length > 0) {
      let hand = hands.find(({ busy }) => !busy);
      if (!hand && hands.length < threads) {
        hand = newHand(file ?? measureWorkerFile(), core ?? readCore(), handOut);
        hands.push(hand);
      }
      if (!hand) return;
      hand.take(waiting.shift()!);
    }
  };

  const measured = (task: MeasureTask, signal?: AbortSignal): Promise<MeasuredSound | undefined> => {
    const key = keyOf(task);
    const before = known.get(key);
    if (before) {
      // The one asked for last is forgotten last.
      known.delete(key);
      known.set(key, before);
      return Promise.resolve(before);
    }
    return new Promise<MeasuredSound | undefined>((resolve, reject) => {
      waiting.push({ task, signal, resolve, reject });
      handOut();
    }).then((sound) => {
      if (!sound) return undefined;
      known.set(key, sound);
      for (const oldest of known.keys()) {
        if (known.size <= mostKnown) break;
        known.delete(oldest);
      }
      return sound;
    });
  };

  return {
    async measure(song, timeline, { sounds, signal, references = {}, before, onProgress } = {}) {
      const form = {
        barSeconds: timeline.barSeconds,
        sections: timeline.sections.map(({ startSeconds, endSeconds }) => ({ startSeconds, endSeconds })),
      };
      const heard = song.tracks.map((_, index) => isHeard(song, timeline, index));
      const driven = song.tracks.filter((track, index) => heard[index] && shaperOf(track) >= 0);
      const tasks = heard.filter(Boolean).length + driven.length + 1;
      let done = 0;
      const counted = async (task: MeasureTask): Promise<MeasuredSound | undefined> => {
        const sound = await measured(task, signal);
        done++;
        onProgress?.({ share: done / tasks });
        return sound;
      };
      // The mix takes longest: it goes first.
      const mix = counted({
        program: compile(song, timeline, rate, sounds),
        form,
        turnedDownDb: 0,
        of: 'mix',
      });
      const trackAlone = (version: Song, index: number): Promise<MeasuredSound | undefined> => {
        const one = alone(version, timeline, index);
        return counted({
          program: compile(one.song, one.timeline, rate, sounds),
          form,
          turnedDownDb,
          of: 'track',
        });
      };
      const tracks = song.tracks.map((_, index) =>
        heard[index] ? trackAlone(song, index) : Promise.resolve(undefined),
      );
      const drives = song.tracks.map(async (track, index): Promise<Drive | undefined> => {
        const insert = heard[index] ? shaperOf(track) : -1;
        if (insert < 0) return undefined;
        const into = await trackAlone(beforeInsert(song, index, insert), index);
        return into && { insert, peak: into.bars.peak };
      });
      const [whole, ...parts] = await Promise.all([mix, ...tracks]);
      if (!whole || signal?.aborted) return undefined;
      const isSameForm = before?.mix.bars.loudness.length === timeline.bars;
      return {
        mix: whole,
        tracks: parts.map((part) => (part && Number.isFinite(part.momentaryMax) ? part : undefined)),
        drives: await Promise.all(drives),
        bandHertz,
        references,
        ...(before && isSameForm ? { before: { mix: before.mix, tracks: before.tracks } } : {}),
      };
    },
    async close() {
      for (const { resolve } of waiting.splice(0)) resolve(undefined);
      await Promise.all(hands.splice(0).map((hand) => hand.end()));
    },
  };
};

interface Waiting {
  readonly task: MeasureTask;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (sound: MeasuredSound | undefined) => void;
  readonly reject: (error: unknown) => void;
}

interface Hand {
  readonly busy: boolean;
  take(waiting: Waiting): void;
  end(): Promise<void>;
}

/** What goes to a worker: one sound to measure. One i32 of shared memory says stop. */
export interface ToMeasureWorker {
  readonly task: MeasureTask;
  readonly stopped: SharedArrayBuffer;
}

export type FromMeasureWorker =
  | { readonly type: 'measured'; readonly sound: MeasuredSound | undefined }
  | { readonly type: 'failed'; readonly message: string };

const newHand = (file: string, core: Uint8Array, onFree: () => void): Hand => {
  const worker = new Worker(file, { workerData: { core } });
  // A song that nobody waits for any more must not keep a process alive.
  worker.unref();
  let now: Waiting | undefined;
  let failure: unknown;
  const free = (): void => {
    now = undefined;
    worker.unref();
    onFree();
  };
  worker.on('message', (message: FromMeasureWorker) => {
    const asked = now;
    free();
    if (message.type === 'measured') asked?.resolve(message.sound);
    else asked?.reject(new Error(message.message));
  });
  worker.on('error', (error) => {
    failure = error;
  });
  worker.on('exit', () => {
    now?.reject(failure ?? new Error('measuring ended early'));
    now = undefined;
  });
  return {
    get busy() {
      return now !== undefined || failure !== undefined;
    },
    take(waiting) {
      if (waiting.signal?.aborted) {
        waiting.resolve(undefined);
        return;
      }
      now = waiting;
      worker.ref();
      const stopped = new SharedArrayBuffer(4);
      waiting.signal?.addEventListener('abort', () => Atomics.store(new Int32Array(stopped), 0, 1), {
        once: true,
      });
      worker.postMessage({ task: waiting.task, stopped } satisfies ToMeasureWorker);
    },
    async end() {
      now?.resolve(undefined);
      now = undefined;
      await worker.terminate();
    },
  };
};
