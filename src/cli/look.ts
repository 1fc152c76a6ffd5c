// A song file looked at: read, laid out, checked. What most verbs begin with.

import { resolve } from 'node:path';
import { check } from '../check/check.ts';
import type { Choices } from '../check/choices.ts';
import { askedFiles } from '../check/sound-files.ts';
import { projectOf } from '../files/other-files.ts';
import { soundFilesOf } from '../files/sound-files.ts';
import type { Reading } from '../languages/language.ts';
import type { Problem } from '../song/problem.ts';
import { layOut } from '../timeline/lay-out.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { readSong, type SongFile } from './files.ts';
import { type Lines, linesOf } from './lines.ts';
import { readLinked } from './read-linked.ts';
import type { Terminal } from './terminal.ts';

export interface Look {
  readonly file: SongFile;
  readonly reading: Reading;
  readonly timeline: Timeline;
  /** Of the reading and the checks, in the order of the text. */
  readonly problems: readonly Problem[];
  readonly lines: Lines;
}

export interface LookOptions {
  /** What the run chooses of the checks. */
  readonly choices?: Choices;
  /** Another text in the place of the file's. */
  readonly text?: string;
}

/** @throws WorldError where the file cannot be read */
export const lookAt = async (
  path: string,
  terminal: Terminal,
  { choices = {}, text }: LookOptions = {},
): Promise<Look> => {
  const onDisk = await readSong(path);
  const file = text === undefined ? onDisk : { ...onDisk, text };
  const reading = await readLinked(file, file.text, terminal);
  const timeline = layOut(reading.song);
  const checked = check(
    reading.song,
    timeline,
    reading.origins,
    ({ rule, error }) => terminal.fault(`The check ${rule} failed on ${path}; the others ran.`, error),
    { choices, soundFiles: soundFilesOf(askedFiles(reading.song), resolve(path), projectOf(path)) },
  );
  const placeOf = (problem: Problem): number => reading.origins[problem.id]?.from ?? 0;
  const problems = [...reading.problems, ...checked].sort((left, right) => placeOf(left) - placeOf(right));
  return { file, reading, timeline, problems, lines: linesOf(file.text) };
};
