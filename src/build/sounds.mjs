// dist/sounds, the sounds that come along: synthesised or copied by src/build/sounds, which takes seconds, so
// it is skipped while nothing that they are made from has changed.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { newest } from './freshness.mjs';
import { node24 } from './node24.mjs';
import { inRoot, root } from './root.mjs';

const stamp = 'dist/sounds/.built';
const sources = [
  'src/build/sounds',
  'src/vocabulary/bundled-sounds.ts',
  'src/vocabulary/wavetables.ts',
  'src/engine/sounds/sound-map.ts',
  'src/audio/flac-sums.ts',
];

/** Makes the sounds; returns a note for the step's line. */
export async function makeSounds() {
  const made = fs.statSync(inRoot(stamp), { throwIfNoEntry: false });
  if (made && made.mtimeMs > newest(sources)) return 'up to date';
  await new Promise((resolve, reject) => {
    const child = spawn(node24(), [inRoot('src/build/sounds/main.ts')], { cwd: root, stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve(undefined) : reject(new Error('src/build/sounds failed')),
    );
  });
  return `${(size(inRoot('dist/sounds')) / 1e6).toFixed(1)} MB`;
}

const size = (folder) =>
  fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + fs.statSync(`${entry.parentPath}/${entry.name}`).size, 0);
