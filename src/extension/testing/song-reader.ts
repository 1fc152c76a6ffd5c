// A song document with what it imports, for the Testing view: read, and where it is in TypeScript run in the sandbox
// first, in a worker that is kept. Code is run in folders that are trusted, and nowhere else.

import * as vscode from 'vscode';
import { otherFilesIn } from '../../files/other-files.ts';
import type { Reading } from '../../languages/language.ts';
import { languageOf } from '../../languages/languages.ts';
import { type Linker, newLinker } from '../../languages/link.ts';
import { songLanguage } from '../../languages/song/song-language.ts';
import { type Evaluations, newEvaluations, withEvaluated } from '../../languages/typescript/evaluations.ts';
import { newNodeEvaluator } from '../../sandbox/node-evaluator.ts';
import { openModule } from '../../sandbox/open-module.ts';
import { folderOf } from '../imports.ts';

export class SongReader implements vscode.Disposable {
  readonly #folders = new Map<string, Folder>();

  /** Undefined for a song in TypeScript that may not be run. */
  async read(document: vscode.TextDocument): Promise<Reading | undefined> {
    const { uri } = document;
    const text = document.getText();
    const isProgram = languageOf(uri.path, document.languageId)?.id === 'song-typescript';
    // A song that is on no disk imports nothing.
    if (uri.scheme !== 'file') return isProgram ? undefined : songLanguage.read(text);
    const folder = this.#folder(folderOf(uri));
    if (!isProgram) return folder.link(songLanguage.read(text), uri.fsPath);
    if (!vscode.workspace.isTrusted) return undefined;
    const { evaluations } = folder.program();
    // What it imports may be another file now, whatever its own text.
    evaluations.changed([uri.fsPath]);
    const run = await evaluations.ready(uri.fsPath, text);
    return withEvaluated(folder.link(run, uri.fsPath), run);
  }

  dispose(): void {
    for (const { end } of this.#folders.values()) end();
    this.#folders.clear();
  }

  #folder(path: string): Folder {
    const known = this.#folders.get(path) ?? newFolder(path);
    this.#folders.set(path, known);
    return known;
  }
}

interface Folder {
  readonly link: Linker;
  program(): { readonly evaluations: Evaluations };
  end(): void;
}

const newFolder = (path: string): Folder => {
  const files = otherFilesIn(path);
  let running: { readonly evaluations: Evaluations; readonly end: () => void } | undefined;
  return {
    link: newLinker(files, languageOf),
    program() {
      if (!running) {
        const evaluator = newNodeEvaluator({ open: openModule(files, { packages: true }) });
        running = { evaluations: newEvaluations(evaluator.evaluate), end: () => evaluator.end() };
      }
      return running;
    },
    end: () => running?.end(),
  };
};
