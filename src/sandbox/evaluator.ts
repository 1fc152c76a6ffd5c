// The host's side of the evaluating worker: one song after the other is sent, and a worker that does not come back
// in time is ended and replaced, whatever holds it. Knows no kind of worker: whoever has one starts it.

import type { Opened } from '../languages/link.ts';
import type { Evaluated } from '../languages/typescript/evaluated.ts';
import type { FromSandbox, ToSandbox } from './messages.ts';

/** A worker that has been started. */
export interface Started {
  send(message: ToSandbox): void;
  end(): void;
}

export interface Host {
  /** Starts a worker; `failed` is told where it ends by itself. */
  start(receive: (message: FromSandbox) => void, failed: (reason: string) => void): Started;
  /** Opens a module that a song or a module of it names. */
  open(path: string, from: string): Exclude<Opened, undefined> | Promise<Exclude<Opened, undefined>>;
  /** How long a song may run; 2 s where absent. */
  readonly milliseconds?: number;
  readonly megabytes?: number;
}

export interface Evaluator {
  /** Rejects where a newer text of the same file has come meanwhile. */
  evaluate(file: string, text: string): Promise<Evaluated>;
  /** Ends the worker, and starts none any more. */
  end(): void;
}

interface Job {
  readonly id: number;
  readonly file: string;
  readonly text: string;
  readonly resolve: (evaluated: Evaluated) => void;
  readonly reject: (error: Error) => void;
}

/**
 * What a song's time does not count: one long step of the engine that nothing interrupts, and waiting for a processor
 * that others have, since in Node a song is held to the processor's time.
 */
const graceMs = 4000;

export const newEvaluator = (host: Host): Evaluator => {
  const limitMs = host.milliseconds ?? 2000;
  const queue: Job[] = [];
  let worker: Started | undefined;
  let job: Job | undefined;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  let ids = 0;
  let isEnded = false;

  const next = (): void => {
    if (job || isEnded) return;
    job = queue.shift();
    if (!job) return;
    worker ??= start();
    const { id, file, text } = job;
    worker.send({
      type: 'evaluate',
      id,
      file,
      text,
      milliseconds: limitMs,
      ...(host.megabytes !== undefined && { megabytes: host.megabytes }),
    });
  };

  const start = (): Started => {
    const started: Started = host.start(
      (message) => {
        if (started === worker) receive(started, message);
      },
      (reason) => {
        if (started === worker) replace(reason);
      },
    );
    return started;
  };

  const receive = (started: Started, message: FromSandbox): void => {
    switch (message.type) {
      case 'open':
        void Promise.resolve(host.open(message.path, message.from))
          .catch((error: unknown) => ({ ok: false as const, reason: `${String(error)}.` }))
          .then((opened) => {
            if (started === worker) started.send({ type: 'opened', id: message.id, opened });
          });
        return;
      case 'running':
        clearTimeout(watchdog);
        watchdog = setTimeout(
          () =>
            replace(
              `The song runs for more than ${limitMs / 1000} s, which is what a song may take: one step of it takes too long. Make less at once.`,
            ),
          limitMs + graceMs,
        );
        return;
      case 'evaluated':
        if (message.id !== job?.id) return;
        finish((done) => done.resolve(message.evaluated));
    }
  };

  const finish = (settle: (done: Job) => void): void => {
    clearTimeout(watchdog);
    const done = job;
    job = undefined;
    if (done) settle(done);
    next();
  };

  /** Ends a worker that is of no use any more; its song gets the reason as its problem. */
  const replace = (message: string): void => {
    worker?.end();
    worker = undefined;
    finish(({ file, resolve }) =>
      resolve({
        ok: false,
        files: [file],
        ways: [],
        said: [],
        problems: [{ file: 0, from: 0, to: 1, message }],
      }),
    );
  };

  return {
    evaluate: (file, text) =>
      new Promise((resolve, reject) => {
        for (let index = queue.length - 1; index >= 0; index -= 1)
          if (queue[index]!.file === file)
            queue.splice(index, 1)[0]!.reject(new Error('A newer text has come.'));
        queue.push({ id: ++ids, file, text, resolve, reject });
        next();
      }),
    end: () => {
      isEnded = true;
      clearTimeout(watchdog);
      worker?.end();
      worker = undefined;
      for (const { reject } of [...(job ? [job] : []), ...queue.splice(0)])
        reject(new Error('Codetta ends.'));
      job = undefined;
    },
  };
};
