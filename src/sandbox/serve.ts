// The worker's side: evaluates one song after the other, and asks for the files that a song imports. Knows no
// files, no network and no page: what it is sent is all that it has.

import type { Opened } from '../languages/link.ts';
import { evaluate } from '../languages/typescript/evaluate.ts';
import { defaultLimits } from '../languages/typescript/sandbox.ts';
import type { FromSandbox, ToSandbox } from './messages.ts';

/** Answers messages; `send` is the way back, `now` the clock that songs are held to, in milliseconds. */
export const serveSandbox = (
  send: (message: FromSandbox) => void,
  now: () => number,
): ((message: ToSandbox) => void) => {
  const waiting = new Map<number, (opened: Exclude<Opened, undefined>) => void>();
  let opens = 0;

  const open = (path: string, from: string): Promise<Exclude<Opened, undefined>> =>
    new Promise((resolve) => {
      const id = ++opens;
      waiting.set(id, resolve);
      send({ type: 'open', id, path, from });
    });

  return (message) => {
    if (message.type === 'opened') {
      waiting.get(message.id)?.(message.opened);
      waiting.delete(message.id);
      return;
    }
    const { id, file, text, milliseconds, megabytes } = message;
    const limits = {
      milliseconds: milliseconds ?? defaultLimits.milliseconds,
      megabytes: megabytes ?? defaultLimits.megabytes,
    };
    const running = (): void => send({ type: 'running', id });
    void evaluate({ file, text, limits }, open, now, running)
      .catch((error: unknown) => ({
        ok: false as const,
        files: [file],
        ways: [],
        said: [],
        problems: [{ file: 0, from: 0, to: 1, message: `The song could not be run: ${String(error)}` }],
      }))
      .then((evaluated) => send({ type: 'evaluated', id, evaluated }));
  };
};
