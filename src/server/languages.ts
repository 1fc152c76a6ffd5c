// The languages that songs are written in, by the endings of their files.

import type { Language } from '../languages/language.ts';
import { songLanguage } from '../languages/song/song-language.ts';

export const languages: readonly Language[] = [songLanguage];

/** The language of a file name, a path or a URI: the longest ending that fits wins. */
export const languageOf = (name: string): Language | undefined => {
  const path = name.replace(/[?#].*$/, '').toLowerCase();
  return languages
    .flatMap((language) => language.endings.map((ending) => ({ language, ending })))
    .filter(({ ending }) => path.endsWith(ending))
    .sort((left, right) => right.ending.length - left.ending.length)[0]?.language;
};
