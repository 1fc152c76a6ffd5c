// The core's own speed: the whole reference song on one thread, without a file.

import { compile } from '../src/engine/compile.ts';
import { compileCore } from '../src/engine/core/exports.ts';
import { renderOffline } from '../src/engine/offline/render.ts';
import { readCore } from '../src/render/core-file.ts';
import { referenceSong } from './reference-song.ts';

const rounds = 3;

/** Seconds that a second of music takes: the least of three renders, since others met something else at work. */
export function secondsPerSecond(sampleRate: number): number {
  const { song, timeline } = referenceSong();
  const program = compile(song, timeline, sampleRate);
  const module = compileCore(readCore());
  return Math.min(
    ...Array.from({ length: rounds }, () => {
      const started = performance.now();
      let frames = 0;
      for (const { left } of renderOffline(module, program)) frames += left.length;
      return (performance.now() - started) / 1000 / (frames / sampleRate);
    }),
  );
}
