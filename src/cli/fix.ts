// `codetta check --fix`: the sure fixes made in the files, and the songs looked at again.

import { fixedSafely } from '../check/fix-all.ts';
import type { TextEdit } from '../song/origin.ts';
import { rewriteSong } from './files.ts';
import { type Look, type LookOptions, lookAt } from './look.ts';
import type { Terminal } from './terminal.ts';

/**
 * A song with its sure fixes made, again and again until none is left: some of them make others possible.
 * The file is written once at most, whole.
 * @returns how it looks then, and how many problems are gone
 * @throws WorldError where the file cannot be read or written
 */
export const fixIn = async (
  path: string,
  terminal: Terminal,
  options: LookOptions,
): Promise<{ readonly look: Look; readonly fixed: number }> => {
  let look = await lookAt(path, terminal, options);
  const first = look;
  let fixed = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const { reading, file, problems } = look;
    const { edits, fixed: mended } = fixedSafely(reading.text, problems, (changes) =>
      file.language.edit(reading, changes),
    );
    if (edits.length === 0) break;
    fixed += mended.length;
    look = await lookAt(path, terminal, { ...options, text: applied(reading.text, edits) });
  }
  if (look.reading.text !== first.reading.text) await rewriteSong(first.file, look.reading.text);
  return { look, fixed };
};

/** More would be fixes that undo each other. */
const mostRounds = 10;

const applied = (text: string, edits: readonly TextEdit[]): string =>
  edits.reduceRight(
    (changed, { range, text: put }) => changed.slice(0, range.from) + put + changed.slice(range.to),
    text,
  );
