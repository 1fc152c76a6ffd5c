// The evaluating worker as a program for a page: dist/studio/sandbox.worker.js.

import type { ToSandbox } from './messages.ts';
import { serveSandbox } from './serve.ts';

/** What is used of a worker's own scope, which the types of a process do not have. */
declare const self: {
  postMessage(message: unknown): void;
  onmessage: ((event: { readonly data: ToSandbox }) => void) | null;
};

const receive = serveSandbox(
  (message) => self.postMessage(message),
  () => performance.now(),
);
self.onmessage = ({ data }) => receive(data);
