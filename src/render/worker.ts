// The worker threads of a bounce: one mixes the program and writes the file, others render its tracks. One
// job, then it ends.

import { parentPort, workerData } from 'node:worker_threads';
import { compileCore } from '../engine/core/exports.ts';
import { renderOffline, stemRenderer } from '../engine/offline/render.ts';
import { BounceError, writeError } from './bounce-error.ts';
import type { FromWorker, Job, StemJob } from './job.ts';
import { sampleFormat } from './sample-format.ts';
import { failRing, fillRing } from './stem-ring.ts';
import { type StemThreads, startStems } from './stem-threads.ts';
import { createWav } from './wav-file.ts';

const secondsPerReport = 0.1;

const tell = (message: FromWorker): void => parentPort?.postMessage(message);

if ('stems' in workerData) renderStems(workerData as StemJob);
else await bounce(workerData as Job);

function renderStems({ stems }: StemJob): void {
  const { core, program, stretch, tracks, ring } = stems;
  try {
    fillRing(ring, tracks.length, stemRenderer(compileCore(core), program, stretch, tracks));
  } catch (error) {
    failRing(ring);
    throw error;
  }
}

async function bounce(job: Job): Promise<void> {
  const threads = startStems(job.core, job.program, job, job.worker, job.threads);
  try {
    tell(await run(job, threads));
  } catch (error) {
    const { failure, message } = error instanceof BounceError ? error : writeError(job.file, error);
    tell({ type: 'failed', failure, message });
  } finally {
    await threads.end();
  }
}

async function run(job: Job, { source }: StemThreads): Promise<FromWorker> {
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
    for (const { left, right, share } of renderOffline(compileCore(job.core), program, job, source)) {
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
  for (let i = 0; i < samples.length; i++) {
    const level = Math.abs(samples[i]!);
    if (level > peak) peak = level;
  }
  return peak;
}
