// The songs that a brief is held against, measured: files beside the song, inside its project.

import fs from 'node:fs';
import path from 'node:path';
import { decodeAudio } from '../audio/decode.ts';
import { AudioFileError } from '../audio/decoded.ts';
import { newMeter } from '../audio/meters/meter.ts';
import type { Reference } from '../check/measured.ts';
import { isInside } from '../files/inside.ts';
import { projectOf } from '../files/other-files.ts';
import { sentenceOf } from '../files/world-error.ts';
import type { Song } from '../song/song.ts';

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
    if (written.trim() === '' || path.posix.isAbsolute(written) || path.win32.isAbsolute(written))
      return { ok: false, reason: 'write its path from the song on, like "refs/reference.wav".' };
    const file = fs.realpathSync(path.resolve(path.dirname(from), written));
    if (!isInside(fs.realpathSync(projectOf(from)), file))
      return { ok: false, reason: "it lies outside of the song's folder. Copy it into the folder." };
    const { mtimeMs, size } = fs.statSync(file);
    const key = `${file} ${mtimeMs} ${size}`;
    const before = known.get(key);
    if (before) return before;
    const measured = await measureFile(file);
    known.set(key, measured);
    return measured;
  } catch (error) {
    const reason = error instanceof AudioFileError ? error.message : sentenceOf(error);
    return { ok: false, reason };
  }
};

const measureFile = async (file: string): Promise<Reference> => {
  const { sampleRate, channels } = await decodeAudio(fs.readFileSync(file));
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
