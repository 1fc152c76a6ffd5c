// The sounds that a song names, read from the disk: those that come along from their folder, a person's own
// from the song's project and nowhere else. Recordings are decoded when they are first asked for.

import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { readEditedId } from '../engine/sounds/edits.ts';
import type { SoundRequest } from '../engine/sounds/requests.ts';
import type { Recording } from '../engine/sounds/sound-map.ts';
import type { SoundReader } from '../engine/sounds/store.ts';
import { findInside } from '../files/other-files.ts';
import { isKnown, sentenceOf } from '../files/world-error.ts';
import { isFilePath } from '../vocabulary/parameter.ts';
import { bundledKitMap, bundledResponseMap, bundledSamplerMap, bundledWavetableMap } from './bundled.ts';
import { fileMap, kitFolderMap, notesMap, samplerFolderMap } from './folders.ts';
import type { OpenMap } from './open-map.ts';
import { ownWavetableMap } from './own-wavetable.ts';
import { isSoundFont, openSoundFont, type SoundFontFile } from './soundfont-file.ts';

export interface SoundPlace {
  /** Path of the song, from which its paths are written; absent for one that has no file yet. */
  readonly song?: string | undefined;
  /** Nothing outside of it is opened. */
  readonly folder?: string | undefined;
}

/** Reads sounds for the songs of one place. */
export function diskSounds(place: SoundPlace): SoundReader {
  const maps = new Map<string, { readonly opened: OpenMap; readonly recordings: ReadonlySet<string> }>();
  const fonts = new Map<string, { readonly stamp: string; readonly font: Promise<SoundFontFile> }>();

  /** Opened once for all that plays it, until the file is another one. */
  const fontAt = async (file: string): Promise<SoundFontFile> => {
    const { mtimeMs, size } = await fs.stat(file);
    const stamp = `${mtimeMs} ${size}`;
    const known = fonts.get(file);
    if (known?.stamp === stamp) return known.font;
    const font = openSoundFont(file);
    fonts.set(file, { stamp, font });
    return font;
  };

  const open = async (request: SoundRequest): Promise<OpenMap> => {
    if (request.kind === 'kit') {
      const bundled = await bundledKitMap(request.source, fontAt);
      if (bundled) return bundled;
      return kitFolderMap(await located(place, request.source, 'folder'));
    }
    if (request.kind === 'response') return bundledResponseMap(request.source);
    if (request.kind === 'wavetable') {
      if (!isFilePath(request.source)) return bundledWavetableMap(request.source);
      return ownWavetableMap(await located(place, request.source, 'file'));
    }
    if (request.kind === 'file') return fileMap(await located(place, request.source, 'file'));
    const own = await Promise.all(
      request.files.map(async ([note, file]) => [note, await located(place, file, 'file')] as const),
    );
    if (request.source === undefined) return notesMap(own);
    const bundled = await bundledSamplerMap(request.source, fontAt);
    if (bundled) return bundled;
    const file = await located(place, request.source, 'either');
    if (isSoundFont(file)) return (await fontAt(file)).preset(request.preset);
    return (await fs.stat(file)).isDirectory() ? samplerFolderMap(file) : fileMap(file);
  };

  return {
    map: (request) =>
      inWords(nameOf(request), async () => {
        const opened = await open(request);
        const recordings = new Set(opened.map.zones.map((zone) => zone.recording));
        maps.set(opened.map.id, { opened, recordings });
        return opened.map;
      }),
    recording: (edited) => {
      const { id, edit } = readEditedId(edited);
      const [, map, recording] = /^([^#]*)#(.*)$/s.exec(id) ?? [];
      return inWords(path.basename(recording ?? id), async () => {
        const known = maps.get(map ?? '');
        // Whoever asks may be a page: only what a zone plays is read, and no other path.
        if (recording === undefined || !known?.recordings.has(recording))
          throw new Error('nothing has that name.');
        const sound = await known.opened.read(recording, edit);
        return { ...sound, hash: hashOf(sound) };
      });
    },
  };
}

const hashOf = ({ sampleRate, channels }: Omit<Recording, 'hash'>): string => {
  const hash = createHash('sha256').update(`${sampleRate} ${channels.length} `);
  for (const { buffer, byteOffset, byteLength } of channels)
    hash.update(new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength));
  return hash.digest('hex').slice(0, 32);
};

const nameOf = (request: SoundRequest): string =>
  request.kind === 'sampler' ? (request.source ?? request.files[0]?.[1] ?? 'Sampler') : request.source;

/** What went wrong as a sentence that begins with what could not be read. */
async function inWords<Result>(name: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    const reason = isKnown(error)
      ? sentenceOf(error)
      : error instanceof Error
        ? error.message
        : String(error);
    throw new Error(`${name} can't be played: ${reason}`, { cause: error });
  }
}

async function located(
  { song, folder }: SoundPlace,
  written: string,
  wanted: 'file' | 'folder' | 'either',
): Promise<string> {
  if (song === undefined || folder === undefined)
    throw new Error('the song has no folder yet. Save it beside its sounds.');
  const found = findInside(folder, written, song);
  if (!found.ok) throw new Error(found.reason);
  const stat = await fs.stat(found.file);
  if (wanted === 'folder' && !stat.isDirectory())
    throw new Error(
      'it is no folder. A kit is a folder of sounds named after their hits: bd.wav, sd.wav, hh.wav.',
    );
  if (wanted === 'file' && !stat.isFile()) throw new Error('it is no file. Name a file.');
  return found.file;
}
