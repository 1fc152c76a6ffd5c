// VS Code's Testing view: each clause of a song's brief, expect and deliver as a test beside its line, run in
// place. The clauses and their verdicts are those of `codetta test`.

import * as vscode from 'vscode';
import { clausesOf } from '../../check/clauses.ts';
import type { Reading } from '../../languages/language.ts';
import { languageOf } from '../../languages/languages.ts';
import { usualCache } from '../../render/kept/part-store.ts';
import { type Measurer, newMeasurer } from '../../render/measurer.ts';
import { runClauses } from '../../render/run-clauses.ts';
import { layOut } from '../../timeline/lay-out.ts';
import { isSong } from '../is-song.ts';
import { SongReader } from './song-reader.ts';

export class SongTests implements vscode.Disposable {
  /** What the view shows: a song, and below it its clauses. */
  readonly controller = vscode.tests.createTestController('codetta', 'Songs');
  readonly #disposables: vscode.Disposable[] = [this.controller];
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  readonly #reader = new SongReader();
  #measurer: Measurer | undefined;

  constructor() {
    this.controller.resolveHandler = async (item) => {
      if (!item) await this.#discover();
    };
    this.controller.refreshHandler = () => this.#discover();
    this.controller.createRunProfile(
      'Run',
      vscode.TestRunProfileKind.Run,
      (request, token) => this.#run(request, token),
      true,
    );
    this.#disposables.push(
      vscode.workspace.onDidOpenTextDocument((document) => void this.#show(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#showSoon(document)),
      vscode.workspace.onDidDeleteFiles(({ files }) => {
        for (const file of files) this.controller.items.delete(file.toString());
      }),
    );
    for (const document of vscode.workspace.textDocuments) void this.#show(document);
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    for (const disposable of this.#disposables) disposable.dispose();
    this.#reader.dispose();
    void this.#measurer?.close();
  }

  /** Songs that no editor has open are looked through when someone opens the view. */
  async #discover(): Promise<void> {
    for (const uri of await vscode.workspace.findFiles(
      '**/*.{song,song.ts}',
      '**/node_modules/**',
      mostSongs,
    ))
      await this.#show(await vscode.workspace.openTextDocument(uri));
  }

  #showSoon(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.#waiting.get(key));
    this.#waiting.set(
      key,
      setTimeout(() => {
        this.#waiting.delete(key);
        void this.#show(document);
      }, quietMs),
    );
  }

  async #show(document: vscode.TextDocument): Promise<void> {
    const language = isSong(document) ? languageOf(document.uri.path, document.languageId) : undefined;
    if (!language) return;
    // A song in TypeScript says what it promises when it has run.
    const { version } = document;
    const reading =
      language.id === 'song' ? language.read(document.getText()) : await this.#reader.read(document);
    if (!reading || document.version !== version) return;
    // What fails on the way, while it is being written, promises what it did before.
    if (language.id !== 'song' && reading.problems.some(({ severity }) => severity === 'error')) return;
    const { song, origins } = reading;
    const { items } = this.controller;
    const key = document.uri.toString();
    const clauses = clausesOf(song);
    if (clauses.length === 0) {
      items.delete(key);
      return;
    }
    const label = vscode.workspace.asRelativePath(document.uri);
    const item = items.get(key) ?? this.controller.createTestItem(key, label, document.uri);
    item.children.replace(
      clauses.map(({ name, id }, index) => {
        // Equal clauses may stand twice: their place in the song tells them apart.
        const child = this.controller.createTestItem(`${index} ${name}`, name, document.uri);
        const { from, to } = origins[id] ?? { from: 0, to: 0 };
        child.range = new vscode.Range(document.positionAt(from), document.positionAt(to));
        return child;
      }),
    );
    items.add(item);
  }

  async #run(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> {
    const run = this.controller.createTestRun(request);
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    try {
      for (const song of songsOf(request, this.controller.items)) {
        if (token.isCancellationRequested) break;
        await this.#runSong(song, run, stop.signal);
      }
    } finally {
      run.end();
    }
  }

  async #runSong({ item, wanted }: SongRun, run: vscode.TestRun, signal: AbortSignal): Promise<void> {
    const document = await vscode.workspace.openTextDocument(item.uri!);
    this.#waiting.delete(item.id);
    await this.#show(document);
    const tests = [...item.children].map(([, test]) => test);
    const asked = tests.filter((test) => wanted.has(test.id));
    for (const test of asked) run.started(test);
    try {
      const reading = await this.#reader.read(document);
      if (!reading) throw new Error('A song in TypeScript is code, and runs once you trust this folder.');
      const { song } = reading;
      this.#measurer ??= newMeasurer({ cache: usualCache() });
      const clauses = clausesOf(song);
      const results = runClauses({
        song,
        timeline: layOut(song),
        file: document.uri.fsPath,
        measurer: this.#measurer,
        signal,
        wanted: (clause) => asked.some(({ id }) => id === idOf(clauses, clause)),
      });
      for await (const { clause, holds, message, seconds } of results) {
        const test = asked.find(({ id }) => id === idOf(clauses, clause));
        if (!test) continue;
        run.appendOutput(
          `${holds ? 'holds' : 'does not hold'}: ${clause.name}: ${message}\r\n`,
          undefined,
          test,
        );
        if (holds) run.passed(test, seconds * 1000);
        else run.failed(test, messageAt(message, reading, clause.id, document), seconds * 1000);
      }
      if (signal.aborted) for (const test of asked) run.skipped(test);
    } catch (error) {
      const said = new vscode.TestMessage(error instanceof Error ? error.message : String(error));
      for (const test of asked) run.errored(test, said);
    }
  }
}

/** Enough for any folder of songs that one person keeps. */
const mostSongs = 200;

/** A pause in typing. */
const quietMs = 300;

interface SongRun {
  readonly item: vscode.TestItem;
  /** Ids of its clauses. */
  readonly wanted: ReadonlySet<string>;
}

/** The songs that a run asks for, each once, with the clauses asked for. */
const songsOf = (
  { include, exclude = [] }: vscode.TestRunRequest,
  items: vscode.TestItemCollection,
): readonly SongRun[] => {
  const all = [...items].map(([, item]) => item);
  const isOut = (item: vscode.TestItem): boolean => exclude.includes(item);
  return all.flatMap((item): readonly SongRun[] => {
    if (isOut(item)) return [];
    const children = [...item.children].map(([, child]) => child).filter((child) => !isOut(child));
    const asked =
      include === undefined || include.includes(item)
        ? children
        : children.filter((child) => include.includes(child));
    if (asked.length === 0) return [];
    return [{ item, wanted: new Set(asked.map(({ id }) => id)) }];
  });
};

const idOf = (clauses: ReturnType<typeof clausesOf>, clause: (typeof clauses)[number]): string => {
  const index = clauses.findIndex(({ id, name }) => id === clause.id && name === clause.name);
  return `${index} ${clause.name}`;
};

const messageAt = (
  message: string,
  { origins }: Reading,
  id: number,
  document: vscode.TextDocument,
): vscode.TestMessage => {
  const said = new vscode.TestMessage(message);
  const { from, to } = origins[id] ?? { from: 0, to: 0 };
  const range = new vscode.Range(document.positionAt(from), document.positionAt(to));
  said.location = new vscode.Location(document.uri, range);
  return said;
};
