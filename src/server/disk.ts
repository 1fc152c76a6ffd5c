// Songs on disk that no editor has open: read for imports, for names and for the symbols of a workspace.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isInside } from '../files/inside.ts';
import { otherFilesIn, projectOf } from '../files/other-files.ts';
import { languages } from '../languages/languages.ts';
import type { Opened, OtherFiles } from '../languages/link.ts';

/** A song is text; what is larger than that is none. */
const mostBytes = 4_000_000;
/** A workspace has a few hundred songs; a home folder opened by mistake must not be walked to its end. */
const [mostSongs, mostFolders] = [1000, 5000];

/** The text of a file; undefined where there is none, it can't be read, or it is too large for a song. */
export const textOf = (uri: string): string | undefined => {
  const file = pathOf(uri);
  if (file === undefined) return undefined;
  try {
    const { size } = fs.statSync(file);
    return size > mostBytes ? undefined : fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/** Opens a file that a song names, inside of its workspace folder, or its project. */
export const open = (written: string, from: string, folders: readonly string[]): Opened => {
  const song = pathOf(from);
  if (song === undefined) return undefined;
  const folder = folders.map(pathOf).find((one) => one !== undefined && isInside(one, song));
  const project = folder ?? projectOf(song);
  const known = projects.get(project) ?? otherFilesIn(project);
  projects.set(project, known);
  const opened = known.open(written, song);
  return opened?.ok ? { ...opened, id: pathToFileURL(opened.id).href } : opened;
};

const projects = new Map<string, OtherFiles>();

/** URIs of the songs in a folder and below it, hidden folders and installed packages left out. */
export const songsIn = (folder: string): readonly string[] => {
  const songs: string[] = [];
  const folders = [pathOf(folder)].filter((root) => root !== undefined);
  for (let visited = 0; visited < folders.length && visited < mostFolders; visited++) {
    for (const entry of entriesOf(folders[visited]!)) {
      const name = path.join(folders[visited]!, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
        folders.push(name);
      if (entry.isFile() && isSong(entry.name)) songs.push(pathToFileURL(name).href);
      if (songs.length >= mostSongs) return songs;
    }
  }
  return songs;
};

const isSong = (name: string): boolean =>
  languages.some(({ endings }) => endings.some((ending) => name.toLowerCase().endsWith(ending)));

const pathOf = (uri: string): string | undefined => {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
};

const entriesOf = (folder: string): readonly fs.Dirent[] => {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
};
