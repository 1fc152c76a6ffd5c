// What the scripts tell the person who runs them: one line a step, with its seconds.
// Knows no package, so that it works before anything is installed.

import { performance } from 'node:perf_hooks';

/** A line on stdout. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Runs `work`, says its name and its seconds, and returns what it returns. */
export async function step(name, work) {
  const started = performance.now();
  const result = await work();
  const note = typeof result === 'string' ? `  ${result}` : '';
  say(`  ${name.padEnd(34)} ${seconds(performance.now() - started)}${note}`);
  return result;
}

/** `1234.5` milliseconds as `1.2 s`. */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1).padStart(5)} s`;
}

/**
 * The world failed (nothing installed, no network, a wrong Node). The message is written for the
 * person at the shell: what is missing, and how to get it. No stack is shown for it.
 */
export class Missing extends Error {}

/** Runs `main`; a Missing is one plain line, anything else a stack; both exit 1. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof Missing) process.stderr.write(`\n${error.message}\n`);
    else process.stderr.write(`\n${error?.stack ?? error}\n`);
  }
}
