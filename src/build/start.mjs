// npm start [-- SONG]: installs, builds and opens the browser studio on a song.
// Runs on Node 20 with nothing installed, so it imports nothing that npm brings.

import fs from 'node:fs';
import path from 'node:path';
import { isBuilt } from './freshness.mjs';
import { ensureInstalled } from './install.mjs';
import { findNode24 } from './node24.mjs';
import { inRoot, root } from './root.mjs';
import { Missing, runMain, say } from './say.mjs';
import { runThrough } from './through.mjs';

// Where the person stood: npm itself moves to the project's folder.
const stood = process.env.INIT_CWD ?? process.cwd();

await runMain(async () => {
  const [song, ...more] = process.argv.slice(2);
  const file = findSong(song);
  await ensureInstalled();
  if (!isBuilt()) await runThrough(process.execPath, [inRoot('src/build/build.mjs')], { cwd: root });
  if (process.exitCode)
    throw new Missing('The build failed (its message is above), so the studio was not started.');
  const node = findNode24() ?? process.execPath;
  say(`Opening ${path.relative(stood, file) || file} in the studio ... (Ctrl+C ends it)`);
  await runThrough(node, [inRoot('dist/cli.js'), 'studio', file, ...more], { cwd: stood });
});

function findSong(song) {
  const file = song === undefined ? inRoot('samples/night-drive.song') : path.resolve(stood, song);
  if (fs.existsSync(file)) return file;
  throw new Missing(
    song === undefined
      ? 'The sample samples/night-drive.song is missing: take it from git ("git checkout samples"), or name a song: npm start -- my.song'
      : `There is no song ${file}. Usage: npm start -- path/to/my.song`,
  );
}
