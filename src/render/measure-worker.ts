// The worker thread that measures: one sound at a time, for as long as it lives. Below everything else where
// the system can say so of a single thread.

import os from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { compileCore } from '../engine/core/exports.ts';
import { measureAliasing } from './aliasing.ts';
import { hearRecording } from './hear-recording.ts';
import { measureSound } from './measure-sound.ts';
import type { Answer, FromMeasureWorker, Task, ToMeasureWorker } from './measure-task.ts';

// On Linux a priority is a thread's own; elsewhere it would slow the whole process down.
if (process.platform === 'linux') os.setPriority(0, os.constants.priority.PRIORITY_BELOW_NORMAL);

const { core } = workerData as { readonly core: Uint8Array };

const tell = (message: FromMeasureWorker): void => parentPort?.postMessage(message);

parentPort?.on('message', async ({ task, stopped }: ToMeasureWorker) => {
  const stop = new Int32Array(stopped);
  try {
    tell({ type: 'done', answer: await done(task, () => Atomics.load(stop, 0) !== 0) });
  } catch (error) {
    tell({
      type: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
});

const done = async (task: Task, isStopped: () => boolean): Promise<Answer<Task> | undefined> => {
  switch (task.of) {
    case 'recording':
      return hearRecording(task);
    case 'aliasing':
      return measureAliasing(compileCore(core), task, isStopped);
    default:
      return measureSound(core, task, isStopped);
  }
};
