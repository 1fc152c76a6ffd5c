// A song with what it imports; one in TypeScript is evaluated first, in the sandbox. What it says by the way
// goes to the terminal's notes, so that it never mixes with what a verb prints.

import { resolve } from 'node:path';
import { otherFilesIn, projectOf } from '../files/other-files.ts';
import type { Reading } from '../languages/language.ts';
import { languageOf } from '../languages/languages.ts';
import { newLinker } from '../languages/link.ts';
import { newEvaluations, withEvaluated } from '../languages/typescript/evaluations.ts';
import { newNodeEvaluator } from '../sandbox/node-evaluator.ts';
import { openModule } from '../sandbox/open-module.ts';
import type { SongFile } from './files.ts';
import type { Terminal } from './terminal.ts';

/** The reading of a text of a song's file. */
export const readLinked = async (
  { path, language }: Pick<SongFile, 'path' | 'language'>,
  text: string,
  terminal: Terminal,
): Promise<Reading> => {
  const file = resolve(path);
  const files = otherFilesIn(projectOf(path));
  const link = newLinker(files, languageOf);
  if (language.id !== 'song-typescript') return link(language.read(text), file);
  // Whoever runs a song from the shell has chosen to: its packages are theirs.
  const evaluator = newNodeEvaluator({ open: openModule(files, { packages: true }) });
  try {
    const evaluations = newEvaluations(evaluator.evaluate, (_, { said }) => {
      for (const { text: line } of said) terminal.note(line);
    });
    const reading = await evaluations.ready(file, text);
    return withEvaluated(link(reading, file), reading);
  } finally {
    evaluator.end();
  }
};
