// Listens to the recordings of a song: files beside it, inside its project. What was heard once is known until the
// file changes, or the song cuts it elsewhere.

import fs from 'node:fs/promises';
import type { HeardRecording, Recordings } from '../check/recordings.ts';
import { findInside, projectOf } from '../files/other-files.ts';
import type { Song } from '../song/song.ts';
import { decodeFile } from '../sounds/open-map.ts';
import type { Measurer } from './measurer.ts';

/**
 * What is heard in the takes of a song. What cannot be read is left out: AST1 tells of it.
 * @param file  path of the song
 * @returns     undefined where `signal` says stop on the way
 */
export const hearRecordings = async (
  { takes }: Song,
  file: string,
  measurer: Pick<Measurer, 'hear'>,
  signal?: AbortSignal,
): Promise<Recordings | undefined> => {
  const cuts = new Map<string, number[]>();
  for (const { file: source, trim } of takes)
    cuts.set(source.path.value, [
      ...(cuts.get(source.path.value) ?? []),
      ...(trim ? [trim.from.value, trim.to.value] : []),
    ]);
  const found: Record<string, HeardRecording> = {};
  for (const [written, places] of cuts) {
    if (signal?.aborted) return undefined;
    const heard = await hearFile(written, file, places, measurer, signal);
    if (heard) found[written] = heard;
  }
  return signal?.aborted ? undefined : found;
};

/** By file, its state and where it is cut. */
const known = new Map<string, HeardRecording>();
const mostKnown = 500;

const hearFile = async (
  written: string,
  from: string,
  cuts: readonly number[],
  measurer: Pick<Measurer, 'hear'>,
  signal: AbortSignal | undefined,
): Promise<HeardRecording | undefined> => {
  const place = findInside(projectOf(from), written, from);
  if (!place.ok) return undefined;
  try {
    const { mtimeMs, size } = await fs.stat(place.file);
    const key = `${place.file} ${mtimeMs} ${size} ${cuts.join()}`;
    const before = known.get(key);
    if (before) return before;
    const { sampleRate, channels } = await decodeFile(place.file);
    const heard = await measurer.hear({ of: 'recording', sampleRate, channels, cuts }, signal);
    if (!heard) return undefined;
    known.set(key, heard);
    for (const oldest of known.keys()) {
      if (known.size <= mostKnown) break;
      known.delete(oldest);
    }
    return heard;
  } catch {
    // Whatever a file is that is no sound, it is told of by whoever plays it.
    return undefined;
  }
};
