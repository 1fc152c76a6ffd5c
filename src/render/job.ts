// What a bounce sends to its worker, and what comes back.

import type { MessagePort } from 'node:worker_threads';
import type { CoreReport } from '../engine/core/report.ts';
import type { Stretch, Tap } from '../engine/offline/render.ts';
import type { Program } from '../engine/program.ts';
import type { BounceFailure } from './bounce-error.ts';
import type { BounceFigures } from './bounce-meter.ts';
import type { Container } from './container.ts';
import type { Cache } from './kept/part-store.ts';
import type { Levelling } from './level-to.ts';
import type { Bits } from './sample-format.ts';
import type { Tags } from './wav-file.ts';

/** What a thread is started with that is given its job later. */
export interface Awaiting {
  /** Where the job comes: one, and no more. */
  readonly awaited: MessagePort;
}

/** What a thread that renders stems is given. */
export interface StemJob {
  readonly stems: {
    readonly core: Uint8Array;
    readonly program: Program;
    readonly stretch: Stretch;
    /** Indices of the program's tracks. */
    readonly tracks: readonly number[];
    readonly ring: SharedArrayBuffer;
  };
}

export interface Job {
  /** The bytes of core.wasm. */
  readonly core: Uint8Array;
  readonly program: Program;
  /** Samples of the song. */
  readonly from: number;
  readonly to: number;
  readonly bits: Bits;
  readonly container: Container;
  /** Turned up or down to how loud this place plays it; see `levelTo`. */
  readonly target?: string;
  /** Whether what is written is metered: see `newBounceMeter`. */
  readonly metered?: true;
  /** Threads that render tracks, at most; as many as the machine has cores where absent. */
  readonly threads?: number;
  /** The worker's own file, for further threads. */
  readonly worker: string;
  /** Threads that wait for a job already. */
  readonly waiting: readonly MessagePort[];
  /** Where to write: not the final place. */
  readonly file: string;
  readonly tags: Tags;
  /** Strips to be written apart, each to its own file. */
  readonly stems: readonly (Tap & { readonly file: string; readonly title: string })[];
  /** Stems of earlier bounces. */
  readonly cache?: Cache;
  /** One i32 of shared memory: 1 means stop. A worker at work hears no messages. */
  readonly cancelled: SharedArrayBuffer;
}

/** What was written, in figures. */
export interface Rendered {
  readonly seconds: number;
  readonly peakDb: number;
  /** Highest sample of each stem, in the job's order. */
  readonly stemPeaksDb: readonly number[];
  readonly figures?: BounceFigures;
  readonly levelling?: Levelling;
  readonly report: CoreReport;
}

export type FromWorker =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'done'; readonly rendered: Rendered }
  | { readonly type: 'failed'; readonly failure: BounceFailure; readonly message: string };
