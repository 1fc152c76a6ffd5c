// Files in and out for the verbs: songs read as UTF-8, and writes that leave the old file or the new
// one, never half of one.

import fs from 'node:fs/promises';
import { replaceFile } from '../files/replace-file.ts';
import { codeOf, fromSystem, WorldError } from '../files/world-error.ts';
import type { Language } from '../languages/language.ts';
import { languageOf, languages } from '../languages/languages.ts';

export interface SongFile {
  /** As the person wrote it. */
  readonly path: string;
  readonly language: Language;
  /** Without a byte order mark. */
  readonly text: string;
  /** What stood in the file before the text: a byte order mark, or nothing. */
  readonly prefix: string;
}

/** @throws WorldError where the file cannot be read, is not UTF-8, or is no song by its name */
export const readSong = async (file: string): Promise<SongFile> => {
  const bytes = await readBytes(file);
  const language = languageOfSong(file);
  const decoded = decode(bytes);
  if (decoded === undefined) {
    throw new WorldError(`${file}: this is not UTF-8 text. Save it as UTF-8, or check that it is a song.`);
  }
  const prefix = decoded.startsWith('\uFEFF') ? '\uFEFF' : '';
  return { path: file, language, text: decoded.slice(prefix.length), prefix };
};

/** @throws WorldError where the file is no song by its name */
export const languageOfSong = (file: string): Language => {
  const language = languageOf(file);
  if (language) return language;
  const endings = languages.flatMap((one) => one.endings).join(' or ');
  throw new WorldError(`${file}: this is no song by its name. A song's name ends in ${endings}.`);
};

/**
 * Writes a song to a new file, or over one that is there where `replace`. What it links to is written, not the link.
 * @throws WorldError where something has that name and may not be replaced, or it cannot be written
 */
export const writeSong = async (
  file: string,
  text: string,
  { replace }: { readonly replace: boolean },
): Promise<void> => {
  try {
    const there = await fs.realpath(file).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error;
      return undefined;
    });
    if (there !== undefined && !replace)
      throw new WorldError(`${file}: it is there already. Give another name, or --force to replace it.`);
    await replaceFile(there ?? file, Buffer.from(text, 'utf8'));
  } catch (error) {
    throw error instanceof WorldError ? error : fromSystem(error, 'write it', file);
  }
};

/**
 * Replaces the text of a song that was read as `song`. Follows a link to the file it names, keeps the
 * file's mode, and refuses where the file changed since it was read.
 * @throws WorldError; the file is then as it was
 */
export const rewriteSong = async (song: SongFile, text: string): Promise<void> => {
  try {
    const target = await fs.realpath(song.path);
    await fs.access(target, fs.constants.W_OK);
    const unchanged = async () => {
      const now = await readBytes(target);
      if (now.equals(Buffer.from(song.prefix + song.text, 'utf8'))) return;
      throw new WorldError(
        `${song.path}: it changed while this was being written, so nothing was changed. Try again.`,
      );
    };
    await replaceFile(target, Buffer.from(song.prefix + text, 'utf8'), { last: unchanged });
  } catch (error) {
    throw error instanceof WorldError ? error : fromSystem(error, 'write it', song.path);
  }
};

/** @throws WorldError where it cannot be read */
export const readBytes = async (file: string): Promise<Buffer> => {
  try {
    return await fs.readFile(file);
  } catch (error) {
    throw fromSystem(error, 'read it', file);
  }
};

const decode = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError || codeOf(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') return undefined;
    throw error;
  }
};
