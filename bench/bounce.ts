// How fast a bounce is: the reference song through the core on one thread, and through a whole bounce to a
// 24-bit file. The reference beside it: the same number of samples through one sine a sample in JavaScript.
// Run: node src/build/run.mjs bench/bounce.ts

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile } from '../src/engine/compile.ts';
import { compileCore } from '../src/engine/core/exports.ts';
import { renderOffline } from '../src/engine/offline/render.ts';
import { bounce } from '../src/render/bounce.ts';
import { readCore } from '../src/render/core-file.ts';
import { referenceSong } from './reference-song.ts';

const rounds = 3;

/** Least seconds of `rounds` renders of the whole reference song, for each second of music. */
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

/** Seconds of a bare loop of sines for one second of stereo sound. */
function sines(sampleRate: number): number {
  let sum = 0;
  const started = performance.now();
  for (let i = 0; i < sampleRate * 20; i++) sum += Math.sin(i * 0.1);
  if (!Number.isFinite(sum)) throw new Error('sines are finite');
  return (performance.now() - started) / 1000 / 10;
}

async function main(): Promise<void> {
  const sampleRate = 48_000;
  const { song, timeline } = referenceSong();
  const notes = timeline.tracks.reduce((sum, track) => sum + track.notes.length, 0);
  const core = secondsPerSecond(sampleRate);
  const reference = sines(sampleRate);
  console.log(
    `core: ${notes} notes on ${timeline.tracks.length} tracks, ${timeline.seconds} s of music in ${(core * timeline.seconds).toFixed(2)} s: ` +
      `${(1 / core).toFixed(0)} times real time, ${(core / reference).toFixed(1)} times a bare stereo sine`,
  );
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-bench-'));
  try {
    const started = performance.now();
    await bounce({ song, timeline, rate: sampleRate, bits: '24', file: path.join(folder, 'song.wav') });
    const seconds = (performance.now() - started) / 1000;
    console.log(
      `bounce to a 24-bit file: ${seconds.toFixed(2)} s, ${(timeline.seconds / seconds).toFixed(0)} times real time`,
    );
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
