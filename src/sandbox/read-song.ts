// A song of any language read once and for all, with what it imports: for verbs and bounces, which wait for it.

import type { Language, Reading } from '../languages/language.ts';
import { languageOf } from '../languages/languages.ts';
import { newLinker, type OtherFiles } from '../languages/link.ts';
import { newEvaluations, withEvaluated } from '../languages/typescript/evaluations.ts';
import { newNodeEvaluator } from './node-evaluator.ts';
import { openModule } from './open-module.ts';

export interface SongToRead {
  readonly language: Language;
  /** Path of its file, from the root of the disk. */
  readonly file: string;
  readonly text: string;
  /** Opens what it imports. */
  readonly files: OtherFiles;
  /** Told what the song says by the way. */
  readonly say?: (line: string) => void;
}

/** The reading; one in TypeScript is run in the sandbox first. */
export const readSong = async ({ language, file, text, files, say }: SongToRead): Promise<Reading> => {
  const link = newLinker(files, languageOf);
  if (language.id !== 'song-typescript') return link(language.read(text), file);
  // Whoever reads a song this way has asked for it: its packages are theirs.
  const evaluator = newNodeEvaluator({ open: openModule(files, { packages: true }) });
  try {
    const evaluations = newEvaluations(evaluator.evaluate, (_, { said }) => {
      for (const line of said) say?.(line.text);
    });
    const reading = await evaluations.ready(file, text);
    return withEvaluated(link(reading, file), reading);
  } finally {
    evaluator.end();
  }
};
