// Measures songs in the background: the mix and each track in worker threads of low priority, and again only
// what has changed. What was measured is known by the program that made it; its sound is in the stems that bounces
// and measurements share.

import { Worker } from 'node:worker_threads';
import { bandHertz } from '../audio/meters/spectrum.ts';
import type { Aliasing, Drive, Measured, MeasuredSound } from '../check/measured.ts';
import type { HeardRecording } from '../check/recordings.ts';
import { compile } from '../engine/compile.ts';
import { alone, beforeFader, turnedDownDb } from '../engine/offline/alone.ts';
import { withoutPlugs } from '../engine/plugs.ts';
import { limits } from '../engine/program.ts';
import type { Sounds } from '../engine/sounds/sounds.ts';
import type { Song } from '../song/song.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { type AliasTask, finer, lastShaper, mayAlias } from './aliasing.ts';
import { measureWorkerFile, readCore } from './core-file.ts';
import type { HearTask } from './hear-recording.ts';
import type { Cache } from './kept/part-store.ts';
import { newHands } from './measure-hands.ts';
import type { MeasureTask } from './measure-sound.ts';
import type { Answer } from './measure-task.ts';
import { isHeard, shaperOf, upToInsert } from './measured-tracks.ts';
import { keyOf } from './program-key.ts';

export interface Measurer {
  /**
   * @param song      linked, laid out as `timeline`
   * @returns         undefined where `signal` says stop on the way
   * @throws BounceError where the core is not built
   */
  measure(song: Song, timeline: Timeline, options?: MeasureOptions): Promise<Measured | undefined>;
  /** Listens to a recording; undefined where `signal` says stop before it has begun. */
  hear(task: HearTask, signal?: AbortSignal): Promise<HeardRecording | undefined>;
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
  /** The mix alone: nothing is asked of its tracks. */
  readonly only?: 'mix' | undefined;
  readonly onProgress?: (progress: { readonly share: number }) => void;
}

export interface MeasurerOptions {
  /** The bytes of core.wasm, and the worker's file, where they do not stand beside the bundle. */
  readonly core?: Uint8Array;
  readonly worker?: string;
  /** Takes stems of bounces and of earlier measurements, and leaves its own for both. */
  readonly cache?: Cache;
}

/** As a bounce is, where nothing else is said. */
const rate = 48_000;

/** Mixes and tracks that are remembered: some songs' worth. */
const mostKnown = 200;

export const newMeasurer = ({ core, worker: file, cache }: MeasurerOptions = {}): Measurer => {
  const known = new Map<string, MeasuredSound | Aliasing>();
  const hands = newHands(
    () => new Worker(file ?? measureWorkerFile(), { workerData: { core: core ?? readCore() } }),
  );

  const measured = <One extends MeasureTask | AliasTask>(
    task: One,
    signal?: AbortSignal,
  ): Promise<Answer<One> | undefined> => {
    const key = keyOf(task);
    const before = known.get(key);
    if (before) {
      // The one asked for last is forgotten last.
      known.delete(key);
      known.set(key, before);
      return Promise.resolve(before as Answer<One>);
    }
    return hands.do(task, signal).then((sound) => {
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
    async measure(song, timeline, { sounds, signal, references = {}, before, only, onProgress } = {}) {
      const form = {
        barSeconds: timeline.barSeconds,
        sections: timeline.sections.map(({ startSeconds, endSeconds }) => ({ startSeconds, endSeconds })),
      };
      const heard = song.tracks.map(
        (_, index) => only !== 'mix' && index < limits.tracks && isHeard(song, timeline, index),
      );
      const driven = song.tracks.filter((track, index) => heard[index] && shaperOf(track) >= 0);
      const tasks = heard.filter(Boolean).length + driven.length + 1;
      let done = 0;
      const counted = async (task: MeasureTask): Promise<MeasuredSound | undefined> => {
        const sound = await measured(task, signal);
        done++;
        onProgress?.({ share: done / tasks });
        return sound;
      };
      const compiled = (version: Song, at: number = rate) =>
        withoutPlugs(compile(version, timeline, at, sounds));
      // The mix takes longest: it goes first.
      const program = compiled(song);
      const mix = counted({ program, form, turnedDownDb: 0, of: 'mix', cache });
      const tracks = song.tracks.map((_, index) =>
        heard[index]
          ? counted({ program: alone(program, index), form, turnedDownDb, of: 'track', cache })
          : Promise.resolve(undefined),
      );
      const drives = song.tracks.map(async (track, index): Promise<Drive | undefined> => {
        const insert = heard[index] ? shaperOf(track) : -1;
        if (insert < 0) return undefined;
        const before = beforeFader(alone(compiled(upToInsert(song, index, insert)), index));
        const into = await counted({ program: before, form, turnedDownDb, of: 'track', cache });
        return into && { insert, peak: into.bars.peak };
      });
      const aliasing = song.tracks.map((track, index) => {
        if (!heard[index] || !mayAlias(song, timeline, index)) return undefined;
        const shaped = upToInsert(song, index, lastShaper(track) + 1);
        const at = (rateOf: number) => alone(compiled(shaped, rateOf), index);
        const task = { of: 'aliasing', program: at(rate), reference: at(rate * finer), form } as const;
        return measured(task, signal);
      });
      const [whole, ...parts] = await Promise.all([mix, ...tracks]);
      if (!whole || signal?.aborted) return undefined;
      const isSameForm = before?.mix.bars.loudness.length === timeline.bars;
      return {
        mix: whole,
        tracks: parts.map((part) => (part && Number.isFinite(part.momentaryMax) ? part : undefined)),
        drives: await Promise.all(drives),
        aliasing: await Promise.all(aliasing),
        bandHertz,
        references,
        ...(before && isSameForm ? { before: { mix: before.mix, tracks: before.tracks } } : {}),
      };
    },
    hear: (task, signal) => hands.do(task, signal),
    close: () => hands.end(),
  };
};
