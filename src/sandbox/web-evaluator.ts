// The evaluator of hosts in a browser: a web worker.

import { type Evaluator, type Host, newEvaluator } from './evaluator.ts';
import type { FromSandbox, ToSandbox } from './messages.ts';

/** What is used of a web worker, which the types of a process do not have. */
declare const Worker: new (
  address: string,
  options: { readonly type: 'module'; readonly name: string },
) => {
  postMessage(message: ToSandbox): void;
  terminate(): void;
  onmessage: ((event: { readonly data: FromSandbox }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
};

/** @param worker  address of sandbox.worker.js */
export const newWebEvaluator = (worker: string, host: Pick<Host, 'open'>): Evaluator =>
  newEvaluator({
    ...host,
    start: (receive, failed) => {
      const started = new Worker(worker, { type: 'module', name: 'Songs in TypeScript' });
      started.onmessage = ({ data }) => receive(data);
      started.onerror = ({ message }) =>
        failed(`The song could not be run: ${message ?? 'its worker failed'}.`);
      return { send: (message) => started.postMessage(message), end: () => started.terminate() };
    },
  });
