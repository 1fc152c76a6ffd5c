// What a person sees while something takes its time, and Ctrl+C on the way.

import { SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.ts';

export interface ProgressBar {
  show(progress: { readonly share: number; readonly secondsLeft?: number }): void;
  end(): void;
}

/** On a terminal alone: in a pipe and in a log nothing is said. */
export const progressBar = (terminal: Terminal): ProgressBar => {
  if (!terminal.watched) return { show: () => {}, end: () => {} };
  const bar = new SingleBar({
    format: '{bar} {percentage}% {left}',
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    // Ctrl+C is ours: what is at work cleans up before the process ends.
    gracefulExit: false,
  });
  bar.start(100, 0, { left: '' });
  return {
    show: ({ share, secondsLeft }) =>
      bar.update(Math.floor(share * 100), {
        left: secondsLeft === undefined ? '' : `${Math.ceil(secondsLeft)} s left`,
      }),
    end: () => bar.stop(),
  };
};

/** What shells expect of a program that Ctrl+C ended. */
export const interrupted = 130;

/** Calls `stop` when the person wants an end; returns how to stop listening. */
export const onInterrupt = (stop: () => void): (() => void) => {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
  };
};
