// What the hosts and the worker thread that reads files of sound say to each other.

import type { DecodedAudio } from '../audio/decoded.ts';

export interface ToSoundWorker {
  readonly order: number;
  readonly file: string;
  /** What is to be made of it, as JSON. */
  readonly edit?: string | undefined;
}

export type FromSoundWorker =
  | { readonly order: number; readonly ok: true; readonly sound: DecodedAudio }
  /** A sentence for a person. */
  | { readonly order: number; readonly ok: false; readonly reason: string };
