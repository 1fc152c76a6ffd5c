// Runs a program of a stage: with a time limit, and with everything it started ended when it ends.

import { spawn } from 'node:child_process';

const groups = process.platform !== 'win32';
const running = new Set();

/**
 * Resolves with the exit code, or `{ timedOut: true }`.
 * `capture` collects the output instead of showing it.
 */
export function runToEnd(command, args, { cwd, env, limitSeconds, capture = false }) {
  return new Promise((resolve, reject) => {
    const stdio = capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio, detached: groups });
    running.add(child);
    let output = '';
    let timedOut = false;
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    const timer = setTimeout(() => {
      timedOut = true;
      endGroup(child, 'SIGKILL');
    }, limitSeconds * 1000);
    child.on('error', (error) => {
      clearTimeout(timer);
      running.delete(child);
      reject(error);
    });
    child.on('exit', () => {
      clearTimeout(timer);
      // A browser or a server that a killed test left behind would hold the streams open.
      endGroup(child, 'SIGKILL');
    });
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output, timedOut });
    });
  });
}

/** Ends all that still runs, as on Ctrl+C. */
export function endAll() {
  for (const child of running) endGroup(child, 'SIGKILL');
}

function endGroup(child, signal) {
  try {
    if (groups) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It has ended by itself.
  }
}
