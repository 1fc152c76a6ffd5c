// The worker threads of a bounce: one mixes the program and writes the files, others render its tracks. One
// job, which it is started with or waits for, then it ends.

import { parentPort, workerData } from 'node:worker_threads';
import { compileCore } from '../engine/core/exports.ts';
import { stemRenderer } from '../engine/offline/render.ts';
import { BounceError, writeError } from './bounce-error.ts';
import type { Awaiting, FromWorker, Job, StemJob } from './job.ts';
import { type HelperJob, help } from './kept/helpers.ts';
import { renderJob } from './render-job.ts';
import { chunkBlocks, failRing, fillRing } from './stem-ring.ts';

const secondsPerReport = 0.1;

const tell = (message: FromWorker): void => parentPort?.postMessage(message);

if ('awaited' in workerData) {
  const { awaited } = workerData as Awaiting;
  awaited.once('message', (job) => {
    // Nothing else keeps the thread when its job is done.
    awaited.close();
    work(job);
  });
} else work(workerData);

async function work(job: HelperJob | StemJob | Job): Promise<void> {
  if ('helper' in job) help(job);
  else if ('program' in job) await bounce(job);
  else renderStems(job);
}

function renderStems({ stems }: StemJob): void {
  const { core, program, stretch, tracks, ring } = stems;
  try {
    fillRing(ring, tracks.length, stemRenderer(compileCore(core), program, stretch, tracks, chunkBlocks));
  } catch (error) {
    failRing(ring);
    throw error;
  }
}

async function bounce(job: Job): Promise<void> {
  const cancelled = new Int32Array(job.cancelled);
  let reported = performance.now();
  const onShare = (share: number): void => {
    if (Atomics.load(cancelled, 0) !== 0) throw new BounceError('cancelled', 'The bounce was cancelled.');
    if (performance.now() - reported < secondsPerReport * 1000) return;
    reported = performance.now();
    tell({ type: 'progress', share });
  };
  try {
    tell({ type: 'done', rendered: await renderJob(job, onShare) });
  } catch (error) {
    const { failure, message } = error instanceof BounceError ? error : writeError(job.file, error);
    tell({ type: 'failed', failure, message });
  }
}
