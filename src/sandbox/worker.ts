// The evaluating worker as a program for Node: dist/sandbox-worker.js.

import { parentPort } from 'node:worker_threads';
import type { ToSandbox } from './messages.ts';
import { serveSandbox } from './serve.ts';

/**
 * The processor's time of this thread where Node tells it (from 23.9), so that a song does not fail because the machine
 * is busy; else the time of day.
 */
const { threadCpuUsage } = process;
const now = threadCpuUsage
  ? (): number => {
      const { user, system } = threadCpuUsage();
      return (user + system) / 1000;
    }
  : (): number => performance.now();

const receive = serveSandbox((message) => parentPort?.postMessage(message), now);
parentPort?.on('message', (message: ToSandbox) => receive(message));
