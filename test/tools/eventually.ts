// Waiting for what comes in its own time: asks until it is there. No test sleeps and hopes; a machine
// under load is waited for, and what never comes is told by name.

import { setTimeout as wait } from 'node:timers/promises';

const limitSeconds = 20;

/**
 * The first answer of `ask` that is neither undefined nor false; an answer that throws is none yet.
 * @throws Error that names `what`, with what `ask` threw last, or the last words of `otherwise`
 */
export async function eventually<Answer>(
  what: string,
  ask: () => Answer | Promise<Answer>,
  otherwise?: () => unknown | Promise<unknown>,
): Promise<Exclude<Answer, undefined | false>> {
  let thrown: unknown;
  for (const end = Date.now() + limitSeconds * 1000; ; await wait(25)) {
    try {
      const answer = await ask();
      thrown = undefined;
      if (answer !== undefined && answer !== false) return answer as Exclude<Answer, undefined | false>;
    } catch (error) {
      thrown = error;
    }
    if (Date.now() > end) break;
  }
  const found = thrown instanceof Error ? thrown.message : await otherwise?.();
  throw new Error(
    `${what} did not come within ${limitSeconds} s${found === undefined ? '' : `; there is ${String(found)}`}`,
  );
}
