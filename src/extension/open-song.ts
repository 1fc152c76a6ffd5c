// One song document with its session: follows the document's versions, and applies the session's edits.
// Knows nothing of the panel's window.

import * as vscode from 'vscode';
import { SoundStore } from '../engine/sounds/store.ts';
import { languageOf } from '../languages/languages.ts';
import type { Clock, DeskHost } from '../session/host.ts';
import { movedRanges } from '../session/moved-ranges.ts';
import { SongSession, type Swap } from '../session/session.ts';
import { linkedSongParts } from '../session/song-parts.ts';
import type { Range, TextEdit } from '../song/origin.ts';
import { diskSounds, type SoundPlace } from '../sounds/disk-sounds.ts';
import { folderOf, SongImports } from './imports.ts';

/** What the desk does for the song. */
export interface OpenSongEvents extends DeskHost {
  /** The session has read a new version. */
  changed(): void;
  /** The text has changed, and is not read yet. */
  typed(): void;
  /** What of the newest text sounds. */
  lit(places: readonly Range[]): void;
  /** Offset of the cursor. */
  cursor(offset: number): void;
}

// A pause in typing: long enough to skip most half-written words, too short to notice.
const typingPauseMs = 120;

// Versions grow over all songs and reopenings, so that the panel can tell newer from older.
let lastVersion = 0;

export class OpenSong implements vscode.Disposable {
  readonly uri: vscode.Uri;
  readonly session: SongSession;
  readonly #events: OpenSongEvents;
  readonly #disposables: vscode.Disposable[] = [];
  /** Of the characters that sound: a colour behind them, so that no letter moves. */
  readonly #lit = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('codetta.sounding'),
    borderRadius: '2px',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  #document: vscode.TextDocument;
  /** The document's own version that the session has read. */
  #readVersion = -1;
  #readText = '';
  #pending: NodeJS.Timeout | undefined;
  readonly #imports: SongImports;
  /** A text that is being run, and how much of it may sound. */
  #running: { readonly version: number; swap: Swap; readonly done: Promise<void> } | undefined;

  constructor(document: vscode.TextDocument, events: OpenSongEvents) {
    this.#document = document;
    this.#events = events;
    this.uri = document.uri;
    const imports = new SongImports(document.uri, () => this.#importsChanged());
    this.#imports = imports;
    const sounds = new SoundStore(diskSounds(soundPlace(document.uri)));
    const language = languageOf(document.uri.path, document.languageId);
    this.session = new SongSession(
      linkedSongParts((reading) => imports.link(reading), { sounds, ...(language && { language }) }),
      {
        ...events,
        clock,
        edit: (edits) => this.#edit(edits),
        reveal: (range) => void this.reveal(range),
        sounding: (places) => this.#light(places),
      },
    );
    this.#disposables.push(
      this.#lit,
      imports,
      vscode.workspace.onDidChangeTextDocument((event) => this.#changed(event)),
      vscode.workspace.onDidSaveTextDocument((saved) => {
        if (saved !== this.#document) return;
        // A file that was missing may be there now.
        sounds.lookAgain();
        this.#read('all');
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const cursor = selections[0]?.active;
        if (!cursor || textEditor.document !== this.#document) return;
        events.cursor(this.#document.offsetAt(cursor));
        this.#cursorAt(cursor);
      }),
      // A closed song plays on; opened again, its versions count from the start.
      vscode.workspace.onDidOpenTextDocument((opened) => this.#opened(opened)),
    );
    this.#read('all');
  }

  /** What the panel says; the newest text is read before, save where many times a second it says what sounds. */
  receive(message: unknown): void {
    if (!isOfTheMoment(message)) this.#flush();
    this.session.receive(message);
  }

  /** Sets a value of the mixer in the newest text. Resolves with why not, where it could not. */
  set(path: string, value: string): Promise<string | undefined> {
    this.#flush();
    return this.session.set(path, value);
  }

  /** As `set`, of the track at `offset`. */
  toggleAt(flag: 'solo' | 'mute', offset: number): Promise<string | undefined> {
    this.#flush();
    return this.session.toggleAt(flag, offset);
  }

  /** Puts the text back to what sounds. Resolves with why not, where it could not. */
  revert(): Promise<string | undefined> {
    this.#flush();
    return this.session.revert();
  }

  /** Takes the text as it stands, saved or not; resolves when it has been read. */
  async takeAll(): Promise<void> {
    this.#read('all');
    await this.#running?.done;
  }

  get text(): string {
    return this.#document.getText();
  }

  get stageLanguage(): 'song' | 'typescript' {
    return this.#document.languageId === 'typescript' ? 'typescript' : 'song';
  }

  /** Lights up what sounds, in every editor that shows the song. */
  #light(read: readonly Range[]): void {
    const places = this.#inNewest(read);
    this.#events.lit(places);
    const ranges = lights(this.uri)
      ? places.map(
          ({ from, to }) => new vscode.Range(this.#document.positionAt(from), this.#document.positionAt(to)),
        )
      : [];
    for (const editor of vscode.window.visibleTextEditors)
      if (editor.document === this.#document) editor.setDecorations(this.#lit, ranges);
  }

  /** Places of the text that was read, where they stand in what has been typed since. */
  #inNewest(places: readonly Range[]): readonly Range[] {
    if (this.#document.version === this.#readVersion || places.length === 0) return places;
    const moved = movedRanges(this.#readText, this.#document.getText());
    return places.flatMap((place) => moved(place) ?? []);
  }

  /** The panel is gone. */
  panelClosed(): void {
    this.session.panelClosed();
  }

  /** Shows the characters in an editor, in the column where the song stands. */
  async reveal({ from, to }: Range): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.uri);
    const selection = new vscode.Range(document.positionAt(from), document.positionAt(to));
    const viewColumn = columnOf(this.uri) ?? vscode.ViewColumn.One;
    await vscode.window.showTextDocument(document, { selection, viewColumn });
  }

  dispose(): void {
    clearTimeout(this.#pending);
    this.session.panelClosed();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #changed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (document !== this.#document || contentChanges.length === 0) return;
    this.#events.typed();
    this.#events.tapped(undefined);
    clearTimeout(this.#pending);
    this.#pending = setTimeout(() => this.#flush(), typingPauseMs);
  }

  /** While a word is being typed, the text that is read next says where the cursor stands. */
  #cursorAt(cursor: vscode.Position): void {
    if (this.#pending === undefined) this.session.cursorAt(this.#document.offsetAt(cursor));
  }

  #opened(document: vscode.TextDocument): void {
    if (document.uri.toString() !== this.uri.toString() || document === this.#document) return;
    this.#document = document;
    this.#read('all');
  }

  #flush(): void {
    if (this.#pending !== undefined) this.#read(this.#swap);
  }

  #importsChanged(): void {
    this.#read(this.#swap);
  }

  /** Half-written words wait for their save; what stands on the disk, put there by git or another window, does not. */
  get #swap(): Swap {
    return this.#document.isDirty && reloads(this.uri) !== 'onType' ? 'mixer' : 'all';
  }

  #read(swap: Swap): void {
    clearTimeout(this.#pending);
    this.#pending = undefined;
    const running = this.#imports.ready(this.#document.getText());
    if (running) this.#wait(running, swap);
    else this.#take(swap);
  }

  /** What sounds goes on while the new text is run; the newest text is taken, with all that it may. */
  #wait(running: Promise<unknown>, swap: Swap): void {
    const { version } = this.#document;
    if (this.#running?.version === version) {
      if (swap === 'all') this.#running.swap = swap;
      return;
    }
    const done = running.then(() => {
      const wanted = this.#running;
      if (wanted?.version !== version) return;
      this.#running = undefined;
      // What it imports may have changed meanwhile, and then it is run once more.
      if (this.#document.version === version) this.#read(wanted.swap);
    });
    this.#running = { version, swap: this.#running?.swap === 'all' ? 'all' : swap, done };
  }

  #take(swap: Swap): void {
    this.#readVersion = this.#document.version;
    this.#readText = this.#document.getText();
    this.session.update(this.#readText, ++lastVersion, swap);
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document === this.#document);
    if (editor) this.#cursorAt(editor.selection.active);
    this.#events.changed();
  }

  async #edit(edits: readonly TextEdit[]): Promise<boolean> {
    const document = await vscode.workspace.openTextDocument(this.uri);
    if (document !== this.#document || document.version !== this.#readVersion) return false;
    const edit = new vscode.WorkspaceEdit();
    for (const { range, text } of edits) {
      edit.replace(
        this.uri,
        new vscode.Range(document.positionAt(range.from), document.positionAt(range.to)),
        text,
      );
    }
    // VS Code compares the version once more, and applies all of it as one undo step.
    if (!(await vscode.workspace.applyEdit(edit))) return false;
    this.#flush();
    // The next move is one of what this one left.
    await this.#running?.done;
    return true;
  }
}

const isOfTheMoment = (message: unknown): boolean => {
  const type = typeof message === 'object' && message !== null && 'type' in message ? message.type : '';
  return type === 'sounding' || type === 'picture' || type === 'transportChanged';
};

const clock: Clock = {
  now: () => performance.now(),
  after: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};

const soundPlace = (uri: vscode.Uri): SoundPlace =>
  uri.scheme === 'file' ? { song: uri.fsPath, folder: folderOf(uri) } : {};

const reloads = (uri: vscode.Uri): string =>
  vscode.workspace.getConfiguration('codetta', uri).get('reload', 'onSave');

const lights = (uri: vscode.Uri): boolean =>
  vscode.workspace.getConfiguration('codetta', uri).get('highlights', true);

const columnOf = (uri: vscode.Uri): vscode.ViewColumn | undefined =>
  vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString())
    ?.viewColumn;
