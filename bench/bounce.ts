// How fast a bounce is: the reference song through the core on one thread, and through a whole bounce to a
// 24-bit file. The reference beside it: the same number of samples through one sine a sample in JavaScript.
// Run: npm run bench -- bounce

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bounce } from '../src/render/bounce.ts';
import { secondsPerSecond } from './core-speed.ts';
import { tell } from './figures.ts';
import { referenceSong } from './reference-song.ts';

const sampleRate = 48_000;
const { song, timeline } = referenceSong();
const notes = timeline.tracks.reduce((sum, track) => sum + track.notes.length, 0);
const sine = sineSeconds();
const core = secondsPerSecond(sampleRate);
const file = (await bounceSeconds()) / timeline.seconds;
tell([
  figure(`core, one thread: ${notes} notes, ${timeline.seconds} s`, core),
  figure('bounce to a 24-bit file', file),
]);

function figure(what: string, seconds: number) {
  return {
    what,
    ours: `${(seconds * 1000).toFixed(1)} ms a second of music, ${(1 / seconds).toFixed(0)} x real time`,
    reference: `a stereo Math.sin: ${(sine * 1000).toFixed(1)} ms`,
    ratio: `${(seconds / sine).toFixed(1)} x its time`,
  };
}

async function bounceSeconds(): Promise<number> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-bench-'));
  try {
    const started = performance.now();
    await bounce({ song, timeline, rate: sampleRate, bits: '24', file: path.join(folder, 'song.wav') });
    return (performance.now() - started) / 1000;
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** Seconds of a bare loop of sines for one second of stereo sound. */
function sineSeconds(): number {
  let sum = 0;
  const started = performance.now();
  for (let i = 0; i < sampleRate * 20; i++) sum += Math.sin(i * 0.1);
  if (!Number.isFinite(sum)) throw new Error('sines are finite');
  return (performance.now() - started) / 1000 / 10;
}
