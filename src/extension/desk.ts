// The desk: which song is on it, its panel, its status bar and its bounce.
// The song in the active editor is put on the desk, unless another one is playing: music is not cut
// because someone looks at a second file.

import * as vscode from 'vscode';
import { commands, type HostAction, type PanelAction } from '../protocol/commands.ts';
import type { StageState, ToPanel } from '../protocol/panel.ts';
import type { SectionGiven, ValueGiven } from '../protocol/song-commands.ts';
import { Bounces } from './bounces.ts';
import { stepTaken } from './first-steps.ts';
import { isSong } from './is-song.ts';
import { keepLiveSettings, readLiveSettings } from './live-settings.ts';
import { OpenSong } from './open-song.ts';
import { isReady, panelOptions, SongPanel } from './song-panel.ts';
import { StagePanel } from './stage-panel.ts';
import { StatusBar } from './status-bar.ts';

const lastSong = 'codetta.lastSong';
/** How long a warning of the panel stands in the status bar. */
const toldMs = 8000;

const idOf = (action: HostAction): string => commands.find(({ host }) => host === action)!.id;

export class Desk implements vscode.Disposable, vscode.WebviewPanelSerializer {
  static readonly panelType = 'codetta.panel';

  readonly #context: vscode.ExtensionContext;
  readonly #log: vscode.LogOutputChannel;
  readonly #status = new StatusBar();
  readonly #bounces: Bounces;
  readonly #disposables: vscode.Disposable[];
  #song: OpenSong | undefined;
  #panel: SongPanel | undefined;
  #stage: StagePanel | undefined;
  #stageState: StageState = 'closed';
  #playing = false;

  constructor(context: vscode.ExtensionContext, log: vscode.LogOutputChannel) {
    this.#context = context;
    this.#log = log;
    this.#bounces = new Bounces(log, (state) => {
      if (state.state === 'done') stepTaken('hasBounced');
      this.#send({ type: 'bounce', state });
    });
    this.#disposables = [
      this.#status,
      this.#bounces,
      vscode.window.onDidChangeActiveTextEditor(
        (editor) => editor && !this.#playing && this.#put(editor.document),
      ),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('codetta'))
          this.#send({ type: 'settings', settings: readLiveSettings() });
      }),
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

  async transport(action: PanelAction): Promise<void> {
    // Silence and stop of what is not open are done already.
    if (!this.#panel && (action === 'silence' || action === 'stop' || action === 'unqueue')) return;
    if (action === 'toggle' && !this.#playing) this.#putActive();
    await this.openPanel();
    this.#send({ type: 'transport', action });
  }

  /** Plays, loops or queues from the first bar in which what stands at the cursor sounds. */
  async atCursor(type: 'playFrom' | 'loopAt' | 'queueAt'): Promise<void> {
    this.#putActive();
    await this.openPanel();
    const offset = this.#cursor();
    if (this.#song && offset !== undefined) this.#send({ type, bar: this.#song.session.barAt(offset) });
  }

  /** Takes the text as it stands, saved or not, and lets what waits come in at once. */
  async swapNow(): Promise<void> {
    this.#putActive();
    await this.openPanel();
    await this.#song?.takeAll();
    this.#send({ type: 'transport', action: 'swapNow' });
    if (this.#song?.session.playing === 'last good')
      void vscode.window.showWarningMessage(
        'The text has errors: the last good song plays on. "Codetta: Revert to Last Good" puts the text back to it.',
      );
  }

  /** Turns `solo` or `mute` of the track at the cursor over, in the text. */
  async toggleAtCursor(flag: 'solo' | 'mute'): Promise<void> {
    this.#putActive();
    const offset = this.#cursor();
    if (!this.#song || offset === undefined) return;
    this.#tell(await this.#song.toggleAt(flag, offset));
  }

  async revert(): Promise<void> {
    if (!(await this.#needSong())) return;
    this.#tell(await this.#song?.revert());
  }

  /** Opens the stage, or shows the one that is there. */
  async openStage(): Promise<void> {
    if (!(await this.#needSong())) return;
    if (this.#stage) return this.#stage.show();
    // The pictures come from where the sound is.
    await this.openPanel();
    this.#stage = new StagePanel(this.#context.extensionUri, {
      opened: () => this.#tellStage('open'),
      disposed: () => {
        this.#stage = undefined;
        this.#tellStage('closed');
      },
    });
    this.#tellStage('opening');
    this.#showOnStage();
  }

  async playSection({ uri, section }: SectionGiven): Promise<void> {
    const bar = await this.#barOf(uri, section);
    if (bar !== undefined) this.#send({ type: 'playFrom', bar });
  }

  async loopSection({ uri, section }: SectionGiven): Promise<void> {
    const bar = await this.#barOf(uri, section);
    if (bar !== undefined) this.#send({ type: 'loopAt', bar });
  }

  async queueSection({ uri, section }: SectionGiven): Promise<void> {
    const bar = await this.#barOf(uri, section);
    if (bar !== undefined) this.#send({ type: 'queueAt', bar });
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
    this.#tell(await this.#song?.set(path, value));
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
    this.#stage?.dispose();
    this.#song?.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #tell(refusal: string | undefined): void {
    if (refusal !== undefined) void vscode.window.showWarningMessage(refusal);
  }

  /** Offset of the cursor in the song's editor, also where the panel has the keyboard. */
  #cursor(): number | undefined {
    const uri = this.#song?.uri.toString();
    const editor = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors].find(
      (one) => one?.document.uri.toString() === uri,
    );
    return editor?.document.offsetAt(editor.selection.active);
  }

  #tellStage(state: StageState): void {
    this.#stageState = state;
    this.#send({ type: 'stage', state });
  }

  #showOnStage(): void {
    const song = this.#song;
    if (song) this.#stage?.feed.song(song.text, song.stageLanguage, song.session);
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
      typed: () => this.#showOnStage(),
      lit: (places) => this.#stage?.feed.lit(places),
      cursor: (offset) => this.#stage?.feed.cursor(offset),
      picture: (picture) => this.#stage?.feed.picture(picture),
      command: (command) => void vscode.commands.executeCommand(idOf(command)),
      settings: (settings) => void keepLiveSettings(settings),
      tapped: (bpm) => this.#status.tapped(bpm),
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
      received: (message) => {
        this.#song?.receive(message);
        if (isReady(message)) this.#ready();
      },
      disposed: () => {
        this.#panel = undefined;
        this.#playing = false;
        this.#song?.panelClosed();
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

  /** What the panel is told beside the song, whenever it begins anew. */
  #ready(): void {
    this.#send({ type: 'settings', settings: readLiveSettings() });
    this.#tellStage(this.#stageState);
  }

  #report(level: 'error' | 'warning', message: string): void {
    this.#log[level === 'warning' ? 'warn' : 'error'](message);
    if (level === 'error') this.#status.failed(message);
    else vscode.window.setStatusBarMessage(message, toldMs);
  }

  #show(): void {
    // Called first while the song is still being made.
    const session = this.#song?.session;
    if (!session) return;
    this.#status.song(session);
    this.#showOnStage();
    if (this.#panel) this.#panel.title = session.song?.title || 'Codetta';
  }
}
