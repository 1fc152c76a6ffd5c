// What ffmpeg, which nobody here wrote, says of a sound.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findFfmpeg } from '../tools/ffmpeg.mjs';
import type { Sound } from './listen.ts';

export interface Loudness {
  readonly lufs: number;
  readonly truePeakDb: number;
  /** LU. */
  readonly range: number;
}

/** Integrated loudness, its range and true peak of a file. */
export function loudnessOfFile(file: string, input: readonly string[] = []): Loudness {
  const { stderr } = spawnSync(
    findFfmpeg(),
    [
      '-hide_banner',
      '-nostats',
      ...input,
      '-i',
      file,
      '-filter_complex',
      'ebur128=peak=true',
      '-f',
      'null',
      '-',
    ],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  const summary = stderr.slice(stderr.lastIndexOf('Summary:'));
  const lufs = /I:\s+(-?[\d.]+|-inf) LUFS/.exec(summary)?.[1];
  const truePeak = /Peak:\s+(-?[\d.]+|-inf) dBFS/.exec(summary)?.[1];
  const range = /LRA:\s+([\d.]+) LU/.exec(summary)?.[1];
  if (lufs === undefined || truePeak === undefined || range === undefined)
    throw new Error(`ffmpeg measured nothing:\n${stderr.slice(-2000)}`);
  return { lufs: toNumber(lufs), truePeakDb: toNumber(truePeak), range: toNumber(range) };
}

export function loudnessOf({ left, right }: Sound, rate = 48_000): Loudness {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-loudness-'));
  try {
    const file = path.join(folder, 'sound.f32');
    const both = new Float32Array(left.length * 2);
    for (let i = 0; i < left.length; i++) {
      both[i * 2] = left[i]!;
      both[i * 2 + 1] = right[i]!;
    }
    fs.writeFileSync(file, new Uint8Array(both.buffer));
    return loudnessOfFile(file, ['-f', 'f32le', '-ar', String(rate), '-ac', '2']);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

const toNumber = (text: string): number => (text === '-inf' ? -Infinity : Number(text));
