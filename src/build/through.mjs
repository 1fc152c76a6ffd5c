// Runs a program in our place: its streams are ours, its end is ours, and so is Ctrl+C.

import { spawn } from 'node:child_process';

/** Resolves when the program has ended, with our exit code set to its own. */
export async function runThrough(command, args, { cwd = process.cwd() } = {}) {
  const child = spawn(command, args, { stdio: 'inherit', cwd });
  // A terminal sends Ctrl+C to both; we wait for the child, which knows what to put away.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  process.exitCode = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 130 : 1)),
    );
  });
}
