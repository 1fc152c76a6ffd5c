// Whether something built is newer than what it was built from.

import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from './root.mjs';

const stamp = 'dist/.built';
const sources = ['src', 'webview', 'syntaxes', 'package.json', 'node_modules/.package-lock.json'];

/** The latest modification time, in milliseconds, of files and of everything inside folders. */
export function newest(places) {
  let latest = 0;
  for (const place of places) {
    const absolute = inRoot(place);
    const stat = fs.statSync(absolute, { throwIfNoEntry: false });
    if (!stat) continue;
    // A folder's own time tells of files that were removed.
    latest = Math.max(latest, stat.mtimeMs);
    if (!stat.isDirectory()) continue;
    for (const name of fs.readdirSync(absolute)) latest = Math.max(latest, newest([path.join(place, name)]));
  }
  return latest;
}

/** Whether the last whole build is newer than all its sources. */
export function isBuilt() {
  const built = fs.statSync(inRoot(stamp), { throwIfNoEntry: false });
  return built !== undefined && built.mtimeMs > newest(sources);
}

/** Marks that a whole build began at `startedMs` and succeeded: what changed since then is not in it. */
export function markBuilt(startedMs) {
  fs.writeFileSync(inRoot(stamp), '');
  fs.utimesSync(inRoot(stamp), startedMs / 1000, startedMs / 1000);
}

/** Forgets the last whole build, while another one is under way or after a partial one. */
export function markUnbuilt() {
  fs.rmSync(inRoot(stamp), { force: true });
}
