// Which documents are songs: by their name, or as VS Code calls them. A `.song.ts` is TypeScript to VS Code.

import * as vscode from 'vscode';
import { languageOf } from '../languages/languages.ts';

export const isSong = (document: vscode.TextDocument): boolean =>
  languageOf(document.uri.path, document.languageId) !== undefined;

/** Resolves when a song is open; the extension wakes for any TypeScript, and most of it is no song. */
export const firstSong = (disposables: vscode.Disposable[]): Promise<void> => {
  if (vscode.workspace.textDocuments.some(isSong)) return Promise.resolve();
  return new Promise((resolve) => {
    const opened = vscode.workspace.onDidOpenTextDocument((document) => {
      if (!isSong(document)) return;
      opened.dispose();
      resolve();
    });
    disposables.push(opened);
  });
};
