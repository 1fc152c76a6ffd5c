// The languages that songs are written in, by the endings of their files.

import type { Language } from './language.ts';
import { songLanguage } from './song/song-language.ts';
import { typescriptLanguage } from './typescript/typescript-language.ts';

export const languages: readonly Language[] = [songLanguage, typescriptLanguage];

/**
 * The language of a file name, a path or a URI: the longest ending that fits wins. A document that has no
 * file yet has no ending: it is what its editor calls it.
 */
export const languageOf = (name: string, languageId?: string): Language | undefined =>
  byEnding(name) ?? languages.find(({ id }) => id === languageId);

const byEnding = (name: string): Language | undefined => {
  const path = name.replace(/[?#].*$/, '').toLowerCase();
  return languages
    .flatMap((language) => language.endings.map((ending) => ({ language, ending })))
    .filter(({ ending }) => path.endsWith(ending))
    .sort((left, right) => right.ending.length - left.ending.length)[0]?.language;
};
