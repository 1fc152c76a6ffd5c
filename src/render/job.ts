// What a bounce sends to its worker, and what comes back.

import type { Program } from '../engine/program.ts';
import type { BounceFailure } from './bounce-error.ts';
import type { Bits } from './sample-format.ts';
import type { Tags } from './wav-file.ts';

export interface Job {
  /** The bytes of core.wasm. */
  readonly core: Uint8Array;
  readonly program: Program;
  /** Samples of the song. */
  readonly from: number;
  readonly to: number;
  readonly bits: Bits;
  /** Where to write: not the final place. */
  readonly file: string;
  readonly tags: Tags;
  /** One i32 of shared memory: 1 means stop. A worker at work hears no messages. */
  readonly cancelled: SharedArrayBuffer;
}

export type FromWorker =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'done'; readonly seconds: number; readonly peakDb: number }
  | { readonly type: 'failed'; readonly failure: BounceFailure; readonly message: string };
