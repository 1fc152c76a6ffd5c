// Bounces half an hour of music, and says in its last line how many MB of memory the process took at most.
// Run by bounce.ts, as a process of its own, with the file of the worker.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bounce } from '../src/render/bounce.ts';
import { longer } from './reference-song.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-bench-'));
try {
  await bounce({ ...longer(10), file: path.join(folder, 'long.wav'), worker: process.argv[2]! });
  console.log(Math.round(process.resourceUsage().maxRSS / 1024));
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
