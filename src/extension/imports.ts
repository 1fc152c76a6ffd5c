// What a song in VS Code brings along from other files: read from the disk, inside the workspace folder,
// and followed there. A song that has no file imports nothing. A song in TypeScript is run here, in a worker, where
// the folder is trusted.

import path from 'node:path';
import * as vscode from 'vscode';
import { otherFilesIn } from '../files/other-files.ts';
import type { Reading } from '../languages/language.ts';
import { languageOf } from '../languages/languages.ts';
import { type Linker, newLinker } from '../languages/link.ts';
import { type Evaluations, newEvaluations, withEvaluated } from '../languages/typescript/evaluations.ts';
import { newNodeEvaluator } from '../sandbox/node-evaluator.ts';
import { openModule } from '../sandbox/open-module.ts';

export class SongImports implements vscode.Disposable {
  readonly #song: string;
  readonly #link: Linker | undefined;
  readonly #disposables: vscode.Disposable[] = [];
  readonly #evaluations: Evaluations | undefined;
  #files: ReadonlySet<string> = new Set();

  /** @param changed  told when a file that the last reading was linked with is another one now */
  constructor(uri: vscode.Uri, changed: () => void) {
    this.#song = uri.fsPath;
    if (uri.scheme !== 'file') return;
    const folder = folderOf(uri);
    const files = otherFilesIn(folder);
    this.#link = newLinker(files, languageOf);
    const isProgram = languageOf(uri.path)?.id === 'song-typescript';
    if (isProgram) {
      const open = (path: string, from: string) =>
        openModule(files, { packages: vscode.workspace.isTrusted })(path, from);
      const evaluator = newNodeEvaluator({ open });
      this.#evaluations = newEvaluations((file, text) =>
        vscode.workspace.isTrusted ? evaluator.evaluate(file, text) : Promise.reject(new Error(untrusted)),
      );
      this.#disposables.push(
        { dispose: () => evaluator.end() },
        vscode.workspace.onDidGrantWorkspaceTrust(() => this.#changed([], changed)),
      );
    }
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, isProgram ? '**/*.{ts,js,mjs,scl,kbm}' : '**/*.{song,scl,kbm}'),
    );
    const look = (file: vscode.Uri): void => {
      if (this.#files.has(file.fsPath)) this.#changed([file.fsPath], changed);
    };
    // A file that was missing is not known by its name: any new one may be it.
    watcher.onDidCreate(({ fsPath }) => {
      if (!fsPath.includes('node_modules')) this.#changed([fsPath], changed);
    });
    watcher.onDidChange(look);
    watcher.onDidDelete(look);
    this.#disposables.push(watcher);
  }

  /** Resolves when a text can be read; undefined where it can be read at once. */
  ready(text: string): Promise<unknown> | undefined {
    const evaluations = this.#evaluations;
    return evaluations && !evaluations.of(this.#song, text) ? evaluations.ready(this.#song, text) : undefined;
  }

  link(reading: Reading): Reading {
    if (!this.#link) return reading;
    const run = this.#evaluations?.of(this.#song, reading.text);
    const linked = this.#link(run ?? reading, this.#song);
    const whole = run ? withEvaluated(linked, run) : linked;
    this.#files = new Set(whole.files);
    return whole;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #changed(files: readonly string[], changed: () => void): void {
    this.#evaluations?.changed(files);
    changed();
  }
}

const untrusted =
  'a song in TypeScript is code, and runs once you trust this folder (Workspaces: Manage Workspace Trust)';

/** The folder that a song may import from. */
export const folderOf = (uri: vscode.Uri): string =>
  vscode.workspace.getWorkspaceFolder(uri)?.uri.fsPath ?? path.dirname(uri.fsPath);
