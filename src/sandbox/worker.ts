// The evaluating worker as a program for Node: dist/sandbox-worker.js.

import { parentPort } from 'node:worker_threads';
import type { ToSandbox } from './messages.ts';
import { serveSandbox } from './serve.ts';

const receive = serveSandbox((message) => parentPort?.postMessage(message));
parentPort?.on('message', (message: ToSandbox) => receive(message));
