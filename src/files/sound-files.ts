// What the disk says of the files of sound that a song names: whether they are there, where else one of their name is,
// and what their content is where the song says what it should be.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { AskedFile, SoundFile, SoundFiles } from '../check/sound-files.ts';
import { findInside } from './other-files.ts';
import { sentenceOf } from './world-error.ts';

/**
 * @param from    path of the song
 * @param folder  nothing outside of it is looked at
 */
export const soundFilesOf = (asked: readonly AskedFile[], from: string, folder: string): SoundFiles =>
  Object.fromEntries(asked.map((file) => [file.path, lookAt(file, from, folder)]));

const lookAt = ({ path: written, isHashed }: AskedFile, from: string, folder: string): SoundFile => {
  const found = findInside(folder, written, from);
  if (!found.ok) {
    const elsewhere = nameElsewhere(written, from, folder);
    return { ok: false, reason: found.reason, ...(elsewhere === undefined ? {} : { elsewhere }) };
  }
  try {
    const stat = fs.statSync(found.file);
    if (!stat.isFile()) return { ok: false, reason: 'it is no file.' };
    return isHashed ? { ok: true, hash: hashOf(found.file, `${stat.mtimeMs} ${stat.size}`) } : { ok: true };
  } catch (error) {
    return { ok: false, reason: sentenceOf(error) };
  }
};

const hashes = new Map<string, { readonly stamp: string; readonly hash: string }>();

/** Known until the file changes: it is asked for at every keystroke. */
const hashOf = (file: string, stamp: string): string => {
  const known = hashes.get(file);
  if (known?.stamp === stamp) return known.hash;
  const hash = createHash('sha256').update(fs.readFileSync(file)).digest('hex');
  hashes.set(file, { stamp, hash });
  return hash;
};

/** A project has some thousand files; a home folder opened by mistake must not be walked to its end. */
const mostFolders = 500;
/** A missing file is asked for at every keystroke, and found there no more often than somebody moves one. */
const rememberedMs = 5000;

const searched = new Map<string, { readonly at: number; readonly elsewhere: string | undefined }>();

const nameElsewhere = (written: string, from: string, folder: string): string | undefined => {
  const name = path.posix.basename(written);
  if (name === '' || name === '.' || name === '..') return undefined;
  const key = `${folder} ${from} ${name}`;
  const known = searched.get(key);
  if (known && Date.now() - known.at < rememberedMs) return known.elsewhere;
  const file = search(folder, name);
  const elsewhere = file && path.relative(path.dirname(from), file).split(path.sep).join('/');
  searched.set(key, { at: Date.now(), elsewhere });
  return elsewhere;
};

/** Folder by folder, the nearest to the top first; hidden ones and installed packages left out. */
const search = (folder: string, name: string): string | undefined => {
  const folders = [folder];
  for (let visited = 0; visited < folders.length && visited < mostFolders; visited++) {
    let entries: readonly fs.Dirent[] = [];
    try {
      entries = fs.readdirSync(folders[visited]!, { withFileTypes: true });
    } catch {
      // What may not be looked into has nothing for this song.
    }
    for (const entry of entries) {
      if (entry.isFile() && entry.name.toLowerCase() === name.toLowerCase())
        return path.join(folders[visited]!, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
        folders.push(path.join(folders[visited]!, entry.name));
    }
  }
  return undefined;
};
