// The songs that a brief is held against, measured: files beside the song, inside its project.

import fs from 'node:fs/promises';
import { AudioFileError } from '../audio/decoded.ts';
import { newMeter } from '../audio/meters/meter.ts';
import type { Reference } from '../check/measured.ts';
import { findInside, projectOf } from '../files/other-files.ts';
import { sentenceOf } from '../files/world-error.ts';
import type { Song } from '../song/song.ts';
import { decodeFile } from '../sounds/open-map.ts';

/** @param file  path of the song; what was measured once is known until the file changes */
export const measureReferences = async (
  song: Song,
  file: string,
): Promise<Readonly<Record<string, Reference>>> => {
  const found: Record<string, Reference> = {};
  for (const { value } of song.brief?.references ?? []) found[value] ??= await reference(value, file);
  return found;
};

const known = new Map<string, Reference>();

const reference = async (written: string, from: string): Promise<Reference> => {
  try {
    const found = findInside(projectOf(from), written, from);
    if (!found.ok) return found;
    const { mtimeMs, size } = await fs.stat(found.file);
    const key = `${found.file} ${mtimeMs} ${size}`;
    const before = known.get(key);
    if (before) return before;
    const measured = await measureFile(found.file);
    known.set(key, measured);
    return measured;
  } catch (error) {
    const reason = error instanceof AudioFileError ? error.message : sentenceOf(error);
    return { ok: false, reason };
  }
};

const measureFile = async (file: string): Promise<Reference> => {
  const { sampleRate, channels } = await decodeFile(file);
  const meter = newMeter(sampleRate, channels.length);
  meter.add(channels);
  const { integrated, range, truePeak, plr, bands } = meter.end();
  return {
    ok: true,
    integrated,
    range,
    truePeak,
    plr,
    bands: Float64Array.from(bands, ({ db }) => 10 ** (db / 10)),
  };
};
