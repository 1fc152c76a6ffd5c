// The panel's window in VS Code: the page with its policy, and the messages both ways.
// Messages wait until the page is ready; what a song is, it does not know.

import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { ToPanel } from '../protocol/panel.ts';
import { panelPage } from '../protocol/panel-page.ts';
import { place } from './place.ts';

export interface SongPanelEvents {
  /** Anything the page sends, unchecked. */
  received(message: unknown): void;
  disposed(): void;
}

/** What the page may load, and that it goes on playing while another tab hides it. */
export const panelOptions = (extension: vscode.Uri): vscode.WebviewOptions & vscode.WebviewPanelOptions => ({
  enableScripts: true,
  enableForms: false,
  retainContextWhenHidden: true,
  localResourceRoots: [vscode.Uri.joinPath(extension, 'dist')],
});

export class SongPanel implements vscode.Disposable {
  readonly #window: vscode.WebviewPanel;
  readonly #disposables: vscode.Disposable[] = [];
  #waiting: ToPanel[] | undefined = [];

  /** Takes a window that VS Code made or restored, and fills it. */
  constructor(window: vscode.WebviewPanel, extension: vscode.Uri, events: SongPanelEvents) {
    this.#window = window;
    const icon = vscode.Uri.joinPath(extension, 'src/extension/media');
    window.iconPath = {
      light: vscode.Uri.joinPath(icon, 'song-light.svg'),
      dark: vscode.Uri.joinPath(icon, 'song-dark.svg'),
    };
    window.webview.options = panelOptions(extension);
    this.#disposables.push(
      window.webview.onDidReceiveMessage((message: unknown) => {
        if (isReady(message)) this.#ready();
        events.received(message);
      }),
      window.onDidDispose(() => {
        this.dispose();
        events.disposed();
      }),
    );
    void this.#fill(extension);
  }

  show(): void {
    this.#window.reveal(undefined, true);
  }

  set title(title: string) {
    this.#window.title = title;
  }

  send(message: ToPanel): void {
    // The page asks for the song when it is ready; only commands must not be lost before.
    if (!this.#waiting) void this.#window.webview.postMessage(message);
    else if (
      message.type === 'transport' ||
      message.type === 'playFrom' ||
      message.type === 'loopAt' ||
      message.type === 'queueAt' ||
      message.type === 'stage'
    )
      this.#waiting.push(message);
  }

  /**
   * Lets go of the window, and leaves it open: VS Code closes it when it means to, and what it keeps of it
   * over a reload must not be lost because the extension ends first.
   */
  dispose(): void {
    for (const disposable of this.#disposables.splice(0)) disposable.dispose();
  }

  // What came before the song's own messages is said after them, so that there is something to play.
  #ready(): void {
    const waited = this.#waiting ?? [];
    this.#waiting = undefined;
    setTimeout(() => {
      for (const message of waited) this.send(message);
    }, 0);
  }

  async #fill(extension: vscode.Uri): Promise<void> {
    const { webview } = this.#window;
    const at = (file: string): string =>
      webview.asWebviewUri(vscode.Uri.joinPath(extension, file)).toString();
    const template = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, place.panelTemplate));
    webview.html = panelPage(new TextDecoder().decode(template), {
      nonce: randomBytes(18).toString('base64url'),
      source: webview.cspSource,
      base: `${at(place.panelFolder).replace(/\/$/, '')}/`,
      core: at(place.core),
    });
  }
}

export const isReady = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';
