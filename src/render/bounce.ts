// Bounces a song to a WAV or a FLAC file, and its stems beside it, in a worker thread. A file is written beside its place, synced, and
// renamed: under its name there is a whole file, the one from before, or none.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compile } from '../engine/compile.ts';
import type { CoreReport } from '../engine/core/report.ts';
import type { Stretch } from '../engine/offline/render.ts';
import { hostedNames, isHosted, withoutPlugs } from '../engine/plugs.ts';
import type { Program } from '../engine/program.ts';
import type { Sounds } from '../engine/sounds/sounds.ts';
import type { Song } from '../song/song.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { BounceError, writeError } from './bounce-error.ts';
import type { BounceFigures } from './bounce-meter.ts';
import { type BounceThreads, startThreads } from './bounce-threads.ts';
import { containerOf } from './container.ts';
import { readCore, workerFile } from './core-file.ts';
import type { Job, Rendered } from './job.ts';
import type { Cache } from './kept/part-store.ts';
import type { Levelling } from './level-to.ts';
import { notesOn } from './notes-on.ts';
import type { Bits } from './sample-format.ts';
import { stemFiles } from './stem-files.ts';
import { type BarRange, stretchOf } from './stretch.ts';

export interface BounceRequest {
  readonly song: Song;
  /** `layOut(song)`. */
  readonly timeline: Timeline;
  /** Recorded sound that the song plays; see `songSounds`. */
  readonly sounds?: Sounds;
  /** Where the file goes, FLAC where it is called so; one that is there is replaced. */
  readonly file: string;
  /** In Hz; 48000 where absent. */
  readonly rate?: number;
  readonly bits?: Bits;
  /** Names of the first and the last section, both in. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Instead of sections: bars from 0, `to` not among them. */
  readonly bars?: BarRange | undefined;
  /** Leaves out what Tone.js plays, which takes a browser. */
  readonly withoutPlugs?: true | undefined;
  /** A delivery target: the file is turned up or down to how loud that plays it. */
  readonly target?: string | undefined;
  /** Tells loudness, true peak and a waveform, too, which takes its time. */
  readonly metered?: true;
  /** Writes each strip apart as well, beside the file: see `stemFiles`. */
  readonly stems?: true | undefined;
  /** At most ten times a second; `share` is 0..1. */
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal | undefined;
  /** The bytes of core.wasm, and the worker's file, where they do not stand beside the bundle. */
  readonly core?: Uint8Array;
  readonly worker?: string;
  /** Threads that render tracks; as many as the machine has cores where absent. The file is the same. */
  readonly threads?: number;
  /** Takes stems of earlier bounces, and leaves its own for the next. */
  readonly cache?: Cache | undefined;
}

export interface Progress {
  readonly share: number;
  /** Absent until it can be told. */
  readonly secondsLeft?: number;
}

export interface Bounced {
  readonly file: string;
  /** Length of the file. */
  readonly seconds: number;
  /** Where in the song it begins. */
  readonly startSeconds: number;
  /** Highest sample; -Infinity for silence. */
  readonly peakDb: number;
  /** Where they were asked for. */
  readonly figures?: BounceFigures;
  readonly levelling?: Levelling;
  readonly stems: readonly BouncedStem[];
  readonly report: CoreReport;
  /** What Tone.js played in it, by the names in the song: then it was made with a browser. */
  readonly hosted: readonly string[];
  /** What a person should know of it, in sentences. */
  readonly notes: readonly string[];
}

/** A track or a bus as it goes into the mix: behind its fader and pan, before the master. */
export interface BouncedStem {
  readonly name: string;
  readonly file: string;
  readonly peakDb: number;
}

/**
 * @throws BounceError  when cancelled, when a section is not there, when the disk is full or refuses; then
 *                      nothing is left of the file, and one that was there before is untouched
 */
export async function bounce(request: BounceRequest): Promise<Bounced> {
  const { timeline, file, rate = 48_000, bits = '24' } = request;
  const container = containerOf(file, bits);
  const stretch = stretchOf(timeline, request, rate);
  const core = request.core ?? readCore();
  const worker = request.worker ?? workerFile();
  throwIfCancelled(request);
  const threads = startThreads(worker, waitingThreads(request));
  try {
    return await bounceWith(threads, request, { core, worker, bits, container, rate, stretch });
  } finally {
    await threads.end();
  }
}

/** What of a request is filled in and looked up before its song is compiled. */
interface Settled extends Pick<Job, 'core' | 'worker' | 'bits' | 'container'> {
  readonly rate: number;
  readonly stretch: Required<Stretch>;
}

async function bounceWith(
  threads: BounceThreads,
  request: BounceRequest,
  { rate, stretch, ...settled }: Settled,
): Promise<Bounced> {
  const { song, timeline, file } = request;
  const ending = `.${process.pid}-${++bounces}.part`;
  const compiled = compile(song, timeline, rate, request.sounds);
  const program = request.withoutPlugs ? withoutPlugs(compiled) : compiled;
  if (request.stems && isHosted(program)) throw new BounceError('failed', noStems(program));
  const stems = request.stems ? stemFiles(program, file) : [];
  const files = [...stems.map((stem) => stem.file), file];
  const job = {
    ...settled,
    ...(request.threads !== undefined && { threads: request.threads }),
    program,
    ...stretch,
    ...(request.target !== undefined && { target: request.target }),
    ...(request.metered && { metered: true as const }),
    file: file + ending,
    stems: stems.map((stem) => ({
      ...stem,
      file: stem.file + ending,
      title: `${song.title} - ${stem.name}`,
    })),
    tags: { title: song.title, ...(song.author ? { artist: song.author } : {}) },
    ...(request.cache && { cache: request.cache }),
    cancelled: new SharedArrayBuffer(4),
  };
  try {
    for (const one of files) removeLeftovers(one);
    const { stemPeaksDb, ...rendered } = await mix(threads, job, request);
    throwIfCancelled(request);
    // The song comes last: where it is, its stems are.
    for (const one of files) fs.renameSync(one + ending, one);
    syncFolder(path.dirname(file));
    const bounced = {
      file,
      startSeconds: stretch.from / rate,
      ...rendered,
      stems: stems.map((stem, index) => ({ name: stem.name, file: stem.file, peakDb: stemPeaksDb[index]! })),
    };
    const hosted = hostedNames(program);
    return { ...bounced, hosted, notes: notesOn({ ...bounced, hosted }, settled.bits) };
  } catch (error) {
    for (const one of files) fs.rmSync(one + ending, { force: true });
    // The person knows the file by its own name.
    if (error instanceof BounceError)
      throw new BounceError(error.failure, error.message.replaceAll(ending, ''));
    throw writeError(file, error);
  }
}

/** Threads beside the one that mixes. What was kept may leave them nothing to do: then they are started when that is known. */
function waitingThreads({ timeline, cache, threads = os.availableParallelism() }: BounceRequest): number {
  return cache ? 0 : Math.max(0, Math.min(threads, timeline.tracks.length) - 1);
}

const noStems = (program: Program): string =>
  `Stems come from Codetta’s own core, and ${hostedNames(program).join(', ')} from Tone.js: bounce the mix alone, or leave out what Tone.js plays (codetta render --without-plug-ins).`;

let bounces = 0;

function throwIfCancelled({ signal }: BounceRequest): void {
  if (signal?.aborted) throw new BounceError('cancelled', 'The bounce was cancelled.');
}

async function mix(
  threads: BounceThreads,
  job: Parameters<BounceThreads['mix']>[0],
  { signal, onProgress }: BounceRequest,
): Promise<Rendered> {
  const cancel = (): void => {
    Atomics.store(new Int32Array(job.cancelled), 0, 1);
  };
  signal?.addEventListener('abort', cancel, { once: true });
  const started = performance.now();
  try {
    return await threads.mix(job, (share) => onProgress?.(progressOf(share, started)));
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

function progressOf(share: number, startedMs: number): Progress {
  const seconds = (performance.now() - startedMs) / 1000;
  return share > 0.02 ? { share, secondsLeft: (seconds * (1 - share)) / share } : { share };
}

/** What a bounce that was killed left beside the file; one that still runs is left alone. */
function removeLeftovers(file: string): void {
  const folder = path.dirname(file);
  const start = `${path.basename(file)}.`;
  for (const name of fs.readdirSync(folder)) {
    const pid = name.startsWith(start) ? /^(\d+)-\d+\.part$/.exec(name.slice(start.length))?.[1] : undefined;
    if (pid && !isRunning(Number(pid))) fs.rmSync(path.join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The new name, too, must outlive a power cut. Some systems have no way to say so. */
function syncFolder(folder: string): void {
  try {
    const descriptor = fs.openSync(folder, 'r');
    fs.fsyncSync(descriptor);
    fs.closeSync(descriptor);
  } catch {
    // The file itself is synced and whole.
  }
}
