// The worker thread of a bounce: renders the program and writes the file. One job, then it ends.

import { parentPort, workerData } from 'node:worker_threads';
import { compileCore } from '../engine/core/exports.ts';
import { renderOffline } from '../engine/offline/render.ts';
import { BounceError, writeError } from './bounce-error.ts';
import type { FromWorker, Job } from './job.ts';
import { sampleFormat } from './sample-format.ts';
import { createWav } from './wav-file.ts';

const secondsPerReport = 0.1;

const tell = (message: FromWorker): void => parentPort?.postMessage(message);

try {
  tell(await run(workerData as Job));
} catch (error) {
  const { failure, message } =
    error instanceof BounceError ? error : writeError((workerData as Job).file, error);
  tell({ type: 'failed', failure, message });
}

async function run(job: Job): Promise<FromWorker> {
  const { program } = job;
  const cancelled = new Int32Array(job.cancelled);
  const wav = await createWav(
    job.file,
    sampleFormat(job.bits),
    program.sampleRate,
    job.to - job.from,
    job.tags,
  );
  try {
    let peak = 0;
    let frames = 0;
    let reported = performance.now();
    for (const { left, right, share } of renderOffline(compileCore(job.core), program, job)) {
      if (Atomics.load(cancelled, 0) !== 0) throw new BounceError('cancelled', 'The bounce was cancelled.');
      peak = Math.max(peak, peakOf(left), peakOf(right));
      await wav.add(left, right);
      frames += left.length;
      if (performance.now() - reported < secondsPerReport * 1000) continue;
      reported = performance.now();
      tell({ type: 'progress', share });
    }
    await wav.finish();
    return { type: 'done', seconds: frames / program.sampleRate, peakDb: 20 * Math.log10(peak) };
  } finally {
    wav.close();
  }
}

function peakOf(samples: Float32Array): number {
  let peak = 0;
  for (const sample of samples) {
    const level = Math.abs(sample);
    if (level > peak) peak = level;
  }
  return peak;
}
