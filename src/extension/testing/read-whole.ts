// A song document with what it imports, read once: for a run of its tests.

import type * as vscode from 'vscode';
import { otherFilesIn } from '../../files/other-files.ts';
import type { Reading } from '../../languages/language.ts';
import { languageOf } from '../../languages/languages.ts';
import { newLinker } from '../../languages/link.ts';
import { songLanguage } from '../../languages/song/song-language.ts';
import { folderOf } from '../imports.ts';

export const readWhole = (document: vscode.TextDocument): Reading => {
  const { uri } = document;
  const reading = songLanguage.read(document.getText());
  // A song that is on no disk imports nothing.
  if (uri.scheme !== 'file') return reading;
  return newLinker(otherFilesIn(folderOf(uri)), languageOf)(reading, uri.fsPath);
};
