// Finds the Node that runs our TypeScript: the Node 24 that npm brings as a devDependency, or the
// running one where it is new enough. Node strips types by itself from 22.18 on.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { inRoot } from './root.mjs';
import { Missing } from './say.mjs';

/** Path of a Node that runs `.ts` files, or undefined. */
export function findNode24() {
  const brought = inRoot('node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (fs.existsSync(brought) && spawnSync(brought, ['--version']).status === 0) return brought;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major >= 24 || (major === 22 && minor >= 18)) return process.execPath;
  return undefined;
}

/** Path of a Node that runs `.ts` files. Throws Missing with the remedy. */
export function node24() {
  const found = findNode24();
  if (found) return found;
  throw new Missing(
    `Node 24 is missing: npm did not put its binary into node_modules/node (this is Node ${process.versions.node}).\n` +
      'Run "npm ci" with install scripts allowed, or install Node 24 from https://nodejs.org and try again.',
  );
}
