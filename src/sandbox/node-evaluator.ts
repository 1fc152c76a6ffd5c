// The evaluator of hosts with Node: a worker thread, and modules from the disk.

import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Evaluator, Host } from './evaluator.ts';
import { newEvaluator } from './evaluator.ts';
import type { FromSandbox } from './messages.ts';

export const newNodeEvaluator = (
  host: Pick<Host, 'open' | 'milliseconds' | 'megabytes'>,
  worker = workerFile(),
): Evaluator =>
  newEvaluator({
    ...host,
    start: (receive, failed) => {
      // What the engine takes lies outside of the heap; what the song's tree takes lies in it.
      const thread = new Worker(worker, { env: {}, resourceLimits: { maxOldGenerationSizeMb: 512 } });
      thread.on('message', (message: FromSandbox) => receive(message));
      thread.on('error', (error) => failed(`The song could not be run: ${error.message}.`));
      // An idle worker keeps no program alive; one at work is waited for by whoever asked.
      thread.unref();
      return {
        send: (message) => {
          thread.ref();
          thread.postMessage(message);
        },
        end: () => void thread.terminate(),
      };
    },
  });

/** Beside the bundle, or the source itself where that runs. */
const workerFile = (): string => {
  const built = fileURLToPath(new URL('./sandbox-worker.js', import.meta.url));
  return fs.existsSync(built) ? built : fileURLToPath(new URL('./worker.ts', import.meta.url));
};
