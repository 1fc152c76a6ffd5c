// The worker threads of a bounce: one mixes the program and writes the file, others render its tracks. One
// job, then it ends.

import { parentPort, workerData } from 'node:worker_threads';
import { compileCore } from '../engine/core/exports.ts';
import { renderOffline, stemRenderer } from '../engine/offline/render.ts';
import { BounceError, writeError } from './bounce-error.ts';
import { newBounceMeter } from './bounce-meter.ts';
import type { FromWorker, Job, StemJob } from './job.ts';
import { type Levelling, levelTo } from './level-to.ts';
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
  try {
    const levelling = job.target === undefined ? undefined : await levellingOf(job, job.target);
    tell(await write(job, levelling));
  } catch (error) {
    const { failure, message } = error instanceof BounceError ? error : writeError(job.file, error);
    tell({ type: 'failed', failure, message });
  }
}

/** How loud it is is known only when all of it has been heard: it is rendered once for that alone. */
async function levellingOf(job: Job, target: string): Promise<Levelling | undefined> {
  const meter = newBounceMeter(job.program.sampleRate);
  await render(job, { from: 0, to: 0.5 }, (left, right) => meter.add(left, right));
  return levelTo(target, meter.end());
}

async function write(job: Job, levelling: Levelling | undefined): Promise<FromWorker> {
  const { program } = job;
  const gain = 10 ** ((levelling?.gainDb ?? 0) / 20);
  const frames = job.to - job.from;
  const format = sampleFormat(job.bits, compileCore(job.core), job.from);
  const wav = await createWav(job.file, format, program.sampleRate, frames, job.tags);
  const meter = job.metered ? newBounceMeter(program.sampleRate) : undefined;
  try {
    let [written, peak] = [0, 0];
    await render(job, { from: job.target === undefined ? 0 : 0.5, to: 1 }, async (left, right) => {
      if (gain !== 1) for (const side of [left, right]) turn(side, gain);
      meter?.add(left, right);
      peak = Math.max(peak, await wav.add(left, right));
      written += left.length;
    });
    await wav.finish();
    return {
      type: 'done',
      seconds: written / program.sampleRate,
      peakDb: 20 * Math.log10(peak),
      ...(meter && { figures: meter.end() }),
      ...(levelling && { levelling }),
    };
  } finally {
    wav.close();
  }
}

/** Renders all of it, tells how far it is between the shares of `span`, and hands on each block. */
async function render(
  job: Job,
  span: { readonly from: number; readonly to: number },
  take: (left: Float32Array, right: Float32Array) => void | Promise<void>,
): Promise<void> {
  const cancelled = new Int32Array(job.cancelled);
  const threads: StemThreads = startStems(job.core, job.program, job, job.worker, job.threads);
  try {
    let reported = performance.now();
    const blocks = renderOffline(compileCore(job.core), job.program, job, threads.source);
    for (const { left, right, share } of blocks) {
      if (Atomics.load(cancelled, 0) !== 0) throw new BounceError('cancelled', 'The bounce was cancelled.');
      await take(left, right);
      if (performance.now() - reported < secondsPerReport * 1000) continue;
      reported = performance.now();
      tell({ type: 'progress', share: span.from + (span.to - span.from) * share });
    }
  } finally {
    await threads.end();
  }
}

function turn(samples: Float32Array, gain: number): void {
  for (let i = 0; i < samples.length; i++) samples[i]! *= gain;
}
