// What the studio serves: a table of its own built files, and the files of the song's folder. The table
// is fixed, so no address leads out of it; a path below the song's folder is followed through its links,
// and must still lie inside.

import fs from 'node:fs/promises';
import path from 'node:path';
import { isInside } from '../files/inside.ts';

export interface Served {
  readonly file: string;
  readonly type: string;
  readonly size: number;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.flac': 'audio/flac',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.song': 'text/plain; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.wav': 'audio/wav',
};

/** Folders of dist whose files the studio serves, by the first part of the address. */
const folders = ['studio', 'webview', 'syntaxes'] as const;

/** Address (`/studio/studio.js`) -> file, of all that is built now. Pages are not in it: they are filled in first. */
export async function builtFiles(dist: string): Promise<ReadonlyMap<string, Served>> {
  const found = new Map<string, Served>();
  const add = async (file: string): Promise<void> => {
    const type = types[path.extname(file)];
    if (!type) return;
    const { size } = await fs.stat(path.join(dist, file));
    found.set(`/${file.split(path.sep).join('/')}`, { file: path.join(dist, file), type, size });
  };
  await add('core.wasm');
  for (const folder of folders) {
    const entries = await fs.readdir(path.join(dist, folder), { withFileTypes: true });
    for (const entry of entries) if (entry.isFile()) await add(path.join(folder, entry.name));
  }
  return found;
}

/**
 * A file inside `folder`, or undefined: also where a link leads out, or something is no file.
 * @param folder    the song's folder, its own links followed
 * @param relative  decoded, with `/` between its parts
 */
export async function fileInFolder(folder: string, relative: string): Promise<Served | undefined> {
  if (relative.includes('\0') || relative.includes('\\') || path.isAbsolute(relative)) return undefined;
  // What begins with a dot (`.git`, `.env`) is nobody's song.
  if (relative.split('/').some((part) => part === '' || part.startsWith('.'))) return undefined;
  try {
    const file = await fs.realpath(path.join(folder, relative));
    if (!isInside(folder, file)) return undefined;
    const stat = await fs.stat(file);
    return stat.isFile()
      ? { file, type: types[path.extname(file)] ?? 'application/octet-stream', size: stat.size }
      : undefined;
  } catch {
    return undefined;
  }
}
