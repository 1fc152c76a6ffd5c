// The threads of a bounce, started before it is known what they have to do: a Node starts while the song is compiled, and
// the thread that mixes need not wait for the others. Each waits for one job, and ends.

import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { BounceError } from './bounce-error.ts';
import type { Awaiting, FromWorker, Job, Rendered } from './job.ts';

export interface BounceThreads {
  /**
   * Gives the thread that mixes its job, once.
   * @throws BounceError  where it failed; else what ended the thread
   */
  mix(job: Omit<Job, 'waiting'>, onShare: (share: number) => void): Promise<Rendered>;
  /** Ends those that are not over. */
  end(): Promise<void>;
}

/**
 * @param script  the worker's own file
 * @param others  threads that render tracks for the one that mixes
 */
export function startThreads(script: string, others: number): BounceThreads {
  const mixer = startThread(script);
  const waiting = Array.from({ length: others }, () => startThread(script));
  return {
    async mix(job, onShare) {
      let outcome: FromWorker | undefined;
      mixer.worker.on('message', (message: FromWorker) => {
        if (message.type === 'progress') onShare(message.share);
        else outcome = message;
      });
      const ports = waiting.map(({ port }) => port);
      mixer.port.postMessage({ ...job, waiting: ports } satisfies Job, ports);
      // Only when it has ended is the file closed, and can be renamed or removed.
      const { failure, code } = await mixer.ended;
      if (outcome?.type === 'done') return outcome.rendered;
      if (outcome?.type === 'failed') throw new BounceError(outcome.failure, outcome.message);
      throw failure ?? new BounceError('failed', `The bounce ended early (code ${code}).`);
    },
    async end() {
      await Promise.all([mixer, ...waiting].map(({ worker }) => worker.terminate()));
    },
  };
}

interface Thread {
  readonly worker: Worker;
  /** Where it waits for its job. */
  readonly port: MessagePort;
  readonly ended: Promise<{ readonly code: number; readonly failure?: unknown }>;
}

/** A bounce keeps little for long: a larger heap for what is new would only be more memory. */
const resourceLimits = { maxYoungGenerationSizeMb: 4 };

function startThread(script: string): Thread {
  const { port1: port, port2: awaited } = new MessageChannel();
  const workerData: Awaiting = { awaited };
  const worker = new Worker(script, { workerData, transferList: [awaited], resourceLimits });
  let failure: unknown;
  worker.on('error', (error) => {
    failure = error;
  });
  const ended = new Promise<{ code: number; failure?: unknown }>((resolve) =>
    worker.on('exit', (code) => resolve({ code, failure })),
  );
  return { worker, port, ended };
}
