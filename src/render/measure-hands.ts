// The worker threads that measure: as many as are of use, started when they are first needed. Each has one task at a
// time; what nobody waits for any more is stopped.

import os from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { Answer, FromMeasureWorker, Task, ToMeasureWorker } from './measure-task.ts';

export interface Hands {
  /** Undefined where `signal` says stop. */
  do<One extends Task>(task: One, signal?: AbortSignal): Promise<Answer<One> | undefined>;
  end(): Promise<void>;
}

/** One thread renders the mix while another renders what has changed; more would take from who listens. */
const threads = Math.max(1, Math.min(2, os.availableParallelism()));

/** @param start  makes a worker of measure-worker.ts */
export const newHands = (start: () => Worker): Hands => {
  const waiting: Waiting[] = [];
  const hands: Hand[] = [];

  const handOut = (): void => {
    while (waiting.length > 0) {
      let hand = hands.find(({ busy }) => !busy);
      if (!hand && hands.length < threads) {
        hand = newHand(start(), handOut);
        hands.push(hand);
      }
      if (!hand) return;
      hand.take(waiting.shift()!);
    }
  };

  return {
    do: (task, signal) =>
      new Promise((resolve, reject) => {
        waiting.push({ task, signal, resolve: resolve as Waiting['resolve'], reject });
        handOut();
      }),
    async end() {
      for (const { resolve } of waiting.splice(0)) resolve(undefined);
      await Promise.all(hands.splice(0).map((hand) => hand.end()));
    },
  };
};

interface Waiting {
  readonly task: Task;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (answer: Answer<Task> | undefined) => void;
  readonly reject: (error: unknown) => void;
}

interface Hand {
  readonly busy: boolean;
  take(waiting: Waiting): void;
  end(): Promise<void>;
}

const newHand = (worker: Worker, onFree: () => void): Hand => {
  // A song that nobody waits for any more must not keep a process alive.
  worker.unref();
  let now: Waiting | undefined;
  let failure: unknown;
  const free = (): void => {
    now = undefined;
    worker.unref();
    onFree();
  };
  worker.on('message', (message: FromMeasureWorker) => {
    const asked = now;
    free();
    if (message.type === 'done') asked?.resolve(message.answer);
    else asked?.reject(new Error(message.message));
  });
  worker.on('error', (error) => {
    failure = error;
  });
  worker.on('exit', () => {
    now?.reject(failure ?? new Error('measuring ended early'));
    now = undefined;
  });
  return {
    get busy() {
      return now !== undefined || failure !== undefined;
    },
    take(waiting) {
      if (waiting.signal?.aborted) {
        waiting.resolve(undefined);
        return;
      }
      now = waiting;
      worker.ref();
      const stopped = new SharedArrayBuffer(4);
      waiting.signal?.addEventListener('abort', () => Atomics.store(new Int32Array(stopped), 0, 1), {
        once: true,
      });
      worker.postMessage({ task: waiting.task, stopped } satisfies ToMeasureWorker);
    },
    async end() {
      now?.resolve(undefined);
      now = undefined;
      await worker.terminate();
    },
  };
};
