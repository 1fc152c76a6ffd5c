// The `.song` language: the one object that hosts take, put together from one file a feature.

import type { Language } from '../language.ts';
import { complete } from './complete.ts';
import { edit } from './edit.ts';
import { format } from './format.ts';
import { hover } from './hover.ts';
import { outline } from './outline.ts';
import { print } from './print.ts';
import { read } from './read.ts';
import { refactor } from './refactor.ts';
import { signature } from './signature.ts';

export const songLanguage: Language = {
  id: 'song',
  endings: ['.song'],
  read,
  edit,
  complete,
  hover,
  signature,
  refactor,
  outline,
  format,
  print,
};
