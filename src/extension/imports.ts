// What a song in VS Code brings along from other files: read from the disk, inside the workspace folder,
// and followed there. A song that has no file imports nothing.

import path from 'node:path';
import * as vscode from 'vscode';
import { otherFilesIn } from '../files/other-files.ts';
import type { Reading } from '../languages/language.ts';
import { languageOf } from '../languages/languages.ts';
import { type Linker, newLinker } from '../languages/link.ts';

export class SongImports implements vscode.Disposable {
  readonly #song: string;
  readonly #link: Linker | undefined;
  readonly #watcher: vscode.Disposable | undefined;
  #files: ReadonlySet<string> = new Set();

  /** @param changed  told when a file that the last reading was linked with is another one now */
  constructor(uri: vscode.Uri, changed: () => void) {
    this.#song = uri.fsPath;
    if (uri.scheme !== 'file') return;
    const folder = folderOf(uri);
    this.#link = newLinker(otherFilesIn(folder), languageOf);
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, '**/*.{song,scl,kbm}'),
    );
    const look = (file: vscode.Uri): void => {
      if (this.#files.has(file.fsPath)) changed();
    };
    // A file that was missing is not known by its name: any new one may be it.
    watcher.onDidCreate(changed);
    watcher.onDidChange(look);
    watcher.onDidDelete(look);
    this.#watcher = watcher;
  }

  link(reading: Reading): Reading {
    if (!this.#link) return reading;
    const linked = this.#link(reading, this.#song);
    this.#files = new Set(linked.files);
    return linked;
  }

  dispose(): void {
    this.#watcher?.dispose();
  }
}

/** The folder that a song may import from. */
export const folderOf = (uri: vscode.Uri): string =>
  vscode.workspace.getWorkspaceFolder(uri)?.uri.fsPath ?? path.dirname(uri.fsPath);
