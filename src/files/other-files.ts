// The files that a song names, for hosts with a disk: found beside the song, held inside its folder, read
// as text. A cloned song is hostile until trusted, so no path of it leads out, by dots or by links.

import fs from 'node:fs';
import path from 'node:path';
import type { Opened, OtherFiles } from '../languages/link.ts';
import { isInside } from './inside.ts';
import { sentenceOf } from './world-error.ts';

/**
 * The folder that a song may name files of: the repository that it is in, else its own folder.
 * @param song  path of the song's file
 */
export const projectOf = (song: string): string => {
  const own = path.dirname(path.resolve(song));
  for (let folder = own; ; folder = path.dirname(folder)) {
    if (fs.existsSync(path.join(folder, '.git'))) return folder;
    if (folder === path.dirname(folder)) return own;
  }
};

/** Opens files inside `folder`; their ids are their paths, links followed. */
export const otherFilesIn = (folder: string): OtherFiles => {
  const known = new Map<string, { readonly stamp: string; readonly text: string }>();

  const read = (file: string): Opened => {
    const stat = fs.statSync(file);
    if (!stat.isFile()) return { ok: false, reason: 'it is no file. Name a file.' };
    if (stat.size > mostBytes)
      return {
        ok: false,
        reason: `it is larger than ${mostBytes / 1e6} MB, too large for a song or a tuning.`,
      };
    const stamp = `${stat.mtimeMs} ${stat.size} ${stat.ino}`;
    const before = known.get(file);
    if (before?.stamp === stamp) return { ok: true, id: file, text: before.text };
    const text = decoded(fs.readFileSync(file));
    known.set(file, { stamp, text });
    return { ok: true, id: file, text };
  };

  return {
    open: (written, from) => {
      const found = findInside(folder, written, from);
      if (!found.ok) return found;
      try {
        return read(found.file);
      } catch (error) {
        return { ok: false, reason: sentenceOf(error) };
      }
    },
  };
};

/**
 * The file or folder of a path that a song writes, its links followed: inside `folder`, or a reason why not.
 * @param from  the file that writes it
 */
export const findInside = (
  folder: string,
  written: string,
  from: string,
): { readonly ok: true; readonly file: string } | { readonly ok: false; readonly reason: string } => {
  const unfit = unfitPath(written);
  if (unfit) return { ok: false, reason: unfit };
  try {
    const file = fs.realpathSync(path.resolve(path.dirname(from), written));
    if (isInside(fs.realpathSync(folder), file)) return { ok: true, file };
    return {
      ok: false,
      reason: `it lies outside of the song's folder ${path.basename(folder)}. Copy it into the folder.`,
    };
  } catch (error) {
    return { ok: false, reason: sentenceOf(error) };
  }
};

const mostBytes = 4_000_000;

/** Why a path is none that a song may name, on any system; undefined where it may. */
const unfitPath = (written: string): string | undefined => {
  if (written.trim() === '' || written.includes('\0'))
    return 'there is no path. Write one like "./drums.song".';
  if (/^[a-z][a-z0-9+.-]+:/i.test(written))
    return 'nothing is loaded from the network. Copy the file beside the song.';
  if (path.posix.isAbsolute(written) || path.win32.isAbsolute(written))
    return 'the path begins at the root of one machine. Write it from this file on: "./drums.song".';
  if (written.includes('\\')) return 'folders are divided by / on every system.';
  return undefined;
};

// Songs are UTF-8; old tunings are in Latin-1, in which every sequence of bytes is some text.
export const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
};
