// What a measuring worker is asked and what it answers: a sound to render and measure, or a recording to listen to.

import type { Aliasing, MeasuredSound } from '../check/measured.ts';
import type { HeardRecording } from '../check/recordings.ts';
import type { AliasTask } from './aliasing.ts';
import type { HearTask } from './hear-recording.ts';
import type { MeasureTask } from './measure-sound.ts';

export type Task = MeasureTask | AliasTask | HearTask;

export type Answer<One extends Task> = One extends HearTask
  ? HeardRecording
  : One extends AliasTask
    ? Aliasing
    : MeasuredSound;

/** One i32 of shared memory says stop. */
export interface ToMeasureWorker {
  readonly task: Task;
  readonly stopped: SharedArrayBuffer;
}

export type FromMeasureWorker =
  | { readonly type: 'done'; readonly answer: Answer<Task> | undefined }
  | { readonly type: 'failed'; readonly message: string };
