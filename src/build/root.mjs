// Where the project stands on this disk.

import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** An absolute path inside the project. */
export function inRoot(...parts) {
  return path.join(root, ...parts);
}
