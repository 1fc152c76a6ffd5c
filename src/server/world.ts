// What the server needs of the world, passed in by whoever starts it.

import type { Language } from '../languages/language.ts';

export interface World {
  /** The language of a document by its URI, or as its editor calls it; undefined for what is no song. */
  languageOf(uri: string, languageId: string): Language | undefined;
  /** Address of the page that explains a rule, where there is one. */
  pageOf(rule: string): string | undefined;
  readonly version: string;
}
