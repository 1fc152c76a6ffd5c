// A song with what it imports, from the shell. What a song in TypeScript says by the way goes to the terminal's
// notes, so that it never mixes with what a verb prints.

import { resolve } from 'node:path';
import { otherFilesIn, projectOf } from '../files/other-files.ts';
import type { Reading } from '../languages/language.ts';
import { readSong } from '../sandbox/read-song.ts';
import type { SongFile } from './files.ts';
import type { Terminal } from './terminal.ts';

/** The reading of a text of a song's file. */
export const readLinked = (
  { path, language }: Pick<SongFile, 'path' | 'language'>,
  text: string,
  terminal: Terminal,
): Promise<Reading> =>
  readSong({
    language,
    file: resolve(path),
    text,
    files: otherFilesIn(projectOf(path)),
    say: (line) => terminal.note(line),
  });
