// The desk: which song is on it, its panel, its status bar and its bounce.
// The song in the active editor is put on the desk, unless another one is playing: music is not cut
// because someone looks at a second file.

import * as vscode from 'vscode';
import type { ToPanel } from '../protocol/panel.ts';
import type { SectionGiven, ValueGiven } from '../protocol/song-commands.ts';
import { Bounces } from './bounces.ts';
import { stepTaken } from './first-steps.ts';
import { isSong } from './is-song.ts';
import { OpenSong } from './open-song.ts';
import { panelOptions, SongPanel } from './song-panel.ts';
import { StatusBar } from './status-bar.ts';

const lastSong = 'codetta.lastSong';

export class Desk implements vscode.Disposable, vscode.WebviewPanelSerializer {
  static readonly panelType = 'codetta.panel';

  readonly #context: vscode.ExtensionContext;
  readonly #log: vscode.LogOutputChannel;
  readonly #status = new StatusBar();
  readonly #bounces: Bounces;
  readonly #disposables: vscode.Disposable[];
  #song: OpenSong | undefined;
  #panel: SongPanel | undefined;
  #playing = false;

  constructor(context: vscode.ExtensionContext, log: vscode.LogOutputChannel) {
    this.#context = context;
    this.#log = log;
    this.#bounces = new Bounces(log, (state) => this.#send({ type: 'bounce', state }));
    this.#disposables = [
      this.#status,
      this.#bounces,
      vscode.window.onDidChangeActiveTextEditor(
        (editor) => editor && !this.#playing && this.#put(editor.document),
      ),
    ];
    const active =
      vscode.window.activeTextEditor ??
      vscode.window.visibleTextEditors.find((editor) => isSong(editor.document));
    if (active) this.#put(active.document);
  }

  /** Opens the panel beside the song, or shows the one that is there. */
  async openPanel(): Promise<void> {
    if (!(await this.#needSong())) return;
    if (this.#panel) return this.#panel.show();
    const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    this.#fill(
      vscode.window.createWebviewPanel(
        Desk.panelType,
        'Codetta',
        where,
        panelOptions(this.#context.extensionUri),
      ),
    );
  }

  async transport(action: (ToPanel & { type: 'transport' })['action']): Promise<void> {
    // Silence and stop of what is not open are done already.
    if (!this.#panel && (action === 'silence' || action === 'stop')) return;
    if (action === 'toggle' && !this.#playing) this.#putActive();
    await this.openPanel();
    this.#send({ type: 'transport', action });
  }

  /** Plays from the first bar in which what stands at the cursor sounds. */
  async playFromCursor(): Promise<void> {
    this.#putActive();
    await this.openPanel();
    const editor = vscode.window.activeTextEditor;
    if (!this.#song || !editor) return;
    const offset = editor.document.offsetAt(editor.selection.active);
    this.#send({ type: 'playFrom', bar: this.#song.session.barAt(offset) });
  }

  async playSection({ uri, section }: SectionGiven): Promise<void> {
    const bar = await this.#barOf(uri, section);
    if (bar !== undefined) this.#send({ type: 'playFrom', bar });
  }

  async loopSection({ uri, section }: SectionGiven): Promise<void> {
    const bar = await this.#barOf(uri, section);
    if (bar !== undefined) this.#send({ type: 'loopAt', bar });
  }

  async bounceSection({ uri, section }: SectionGiven): Promise<void> {
    await this.#putUri(uri);
    const text = this.#song?.session.soundingText;
    if (this.#song && text !== undefined)
      await this.#bounces.ask(this.#song.uri, text, { from: section, to: section });
  }

  /** Sets a value of the mixer in the text of a song. */
  async setValue({ uri, path, value }: ValueGiven): Promise<void> {
    await this.#putUri(uri);
    const refusal = await this.#song?.set(path, value);
    if (refusal !== undefined) void vscode.window.showWarningMessage(refusal);
  }

  async bounce(): Promise<void> {
    this.#putActive();
    if (!(await this.#needSong())) return;
    const text = this.#song?.session.soundingText;
    if (this.#song && text !== undefined) await this.#bounces.ask(this.#song.uri, text);
  }

  /** VS Code brings the panel's window back after a reload. */
  async deserializeWebviewPanel(window: vscode.WebviewPanel): Promise<void> {
    const uri = this.#context.workspaceState.get<string>(lastSong);
    if (!this.#song && uri) await this.#reopen(vscode.Uri.parse(uri));
    if (this.#panel) window.dispose();
    else this.#fill(window);
  }

  dispose(): void {
    this.#panel?.dispose();
    this.#song?.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #putActive(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (document) this.#put(document);
  }

  async #putUri(uri: string): Promise<void> {
    this.#put(await vscode.workspace.openTextDocument(vscode.Uri.parse(uri)));
  }

  /** Puts the song on the desk with its panel; undefined, and said, where the section does not play in it. */
  async #barOf(uri: string, section: string): Promise<number | undefined> {
    await this.#putUri(uri);
    await this.openPanel();
    const bar = this.#song?.session.barOf(section);
    if (bar === undefined)
      void vscode.window.showInformationMessage(`${section} does not play in this song.`);
    return bar;
  }

  #put(document: vscode.TextDocument): void {
    if (!isSong(document) || document.uri.toString() === this.#song?.uri.toString()) return;
    this.#song?.dispose();
    this.#playing = false;
    this.#song = new OpenSong(document, {
      send: (message) => this.#send(message),
      changed: () => this.#show(),
      startBounce: (text, options) => this.#song && void this.#bounces.start(this.#song.uri, text, options),
      cancelBounce: () => this.#bounces.cancel(),
      readBounce: (asked) => void this.#bounces.heard.read(asked).then((sound) => this.#send(sound)),
      transportChanged: (at) => {
        this.#playing = at.playing;
        if (at.playing) stepTaken('hasPlayed');
        this.#status.at(at);
      },
      report: (level, message) => this.#report(level, message),
    });
    void this.#context.workspaceState.update(lastSong, document.uri.toString());
    this.#show();
  }

  async #reopen(uri: vscode.Uri): Promise<void> {
    try {
      this.#put(await vscode.workspace.openTextDocument(uri));
    } catch (error) {
      this.#log.warn(
        `The last song could not be opened again: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }

  async #needSong(): Promise<boolean> {
    if (this.#song) return true;
    this.#putActive();
    if (this.#song) return true;
    const answer = await vscode.window.showInformationMessage(
      'Open a .song or .song.ts file first: the panel plays the song that you edit.',
      'New Song',
    );
    if (answer) await vscode.commands.executeCommand('codetta.newSong');
    return false;
  }

  #fill(window: vscode.WebviewPanel): void {
    this.#panel = new SongPanel(window, this.#context.extensionUri, {
      received: (message) => this.#song?.receive(message),
      disposed: () => {
        this.#panel = undefined;
        this.#playing = false;
        this.#status.at(undefined);
      },
    });
    this.#show();
  }

  #send(message: ToPanel): void {
    if (message.type === 'song' && this.#playing) stepTaken('hasChangedWhilePlaying');
    if (message.type === 'accepted') stepTaken('hasMixed');
    this.#panel?.send(message);
  }

  #report(level: 'error' | 'warning', message: string): void {
    this.#log[level === 'warning' ? 'warn' : 'error'](message);
    if (level === 'error') this.#status.failed(message);
  }

  #show(): void {
    // Called first while the song is still being made.
    const session = this.#song?.session;
    if (!session) return;
    this.#status.song(session);
    if (this.#panel) this.#panel.title = session.song?.title || 'Codetta';
  }
}
