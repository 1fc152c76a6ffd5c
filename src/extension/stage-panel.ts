// The stage's window in VS Code: a webview of its own, so that it can stand on a projector while the text is written
// elsewhere. By the setting it moves into a window of its own, or fills this one in Zen mode.

import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { panelPage } from '../protocol/panel-page.ts';
import { type StageTheme, stageThemes } from '../protocol/stage.ts';
import { StageFeed } from '../session/stage-feed.ts';
import { place } from './place.ts';
import { isReady } from './song-panel.ts';

export interface StagePanelEvents {
  /** Its page is there, or has had its time to come. */
  opened(): void;
  disposed(): void;
}

/** After it the panel draws again, whether the stage has come or not. */
const mostOpeningMs = 30_000;

export class StagePanel implements vscode.Disposable {
  static readonly panelType = 'codetta.stage';
  readonly feed: StageFeed;
  readonly #window: vscode.WebviewPanel;
  readonly #disposables: vscode.Disposable[] = [];

  constructor(extension: vscode.Uri, events: StagePanelEvents) {
    // Its title is seen on a projector: it says nothing but what it is.
    this.#window = vscode.window.createWebviewPanel(StagePanel.panelType, 'Stage', vscode.ViewColumn.Active, {
      enableScripts: true,
      retainContextWhenHidden: true,
      localResourceRoots: [vscode.Uri.joinPath(extension, 'dist')],
    });
    const { webview } = this.#window;
    const stored = settings().get<string>('theme');
    this.feed = new StageFeed(
      {
        send: (message) => void webview.postMessage(message),
        theme: (theme) => void settings().update('theme', theme, vscode.ConfigurationTarget.Global),
        close: () => this.#window.dispose(),
        fullScreen: () => void run('workbench.action.toggleFullScreen'),
      },
      stageThemes.find((theme): theme is StageTheme => theme === stored) ?? 'night',
    );
    const opening = setTimeout(() => events.opened(), mostOpeningMs);
    this.#disposables.push(
      webview.onDidReceiveMessage((message: unknown) => {
        this.feed.receive(message);
        if (!isReady(message)) return;
        clearTimeout(opening);
        events.opened();
      }),
      { dispose: () => clearTimeout(opening) },
      this.#window.onDidDispose(() => {
        this.dispose();
        events.disposed();
      }),
    );
    void this.#open(extension);
  }

  show(): void {
    this.#window.reveal();
  }

  dispose(): void {
    for (const disposable of this.#disposables.splice(0)) disposable.dispose();
  }

  async #open(extension: vscode.Uri): Promise<void> {
    const { webview } = this.#window;
    const at = (file: string): string =>
      webview.asWebviewUri(vscode.Uri.joinPath(extension, file)).toString();
    const template = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, place.stageTemplate));
    webview.html = panelPage(new TextDecoder().decode(template), {
      nonce: randomBytes(18).toString('base64url'),
      source: webview.cspSource,
      base: `${at(place.panelFolder).replace(/\/$/, '')}/`,
      core: at(place.core),
    });
    if (settings().get('where') === 'zen') await run('workbench.action.toggleZenMode');
    else if (vscode.env.uiKind === vscode.UIKind.Desktop) await run('workbench.action.moveEditorToNewWindow');
  }
}

const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('codetta.stage');

/** An older VS Code has no such command: the stage then stands where it was opened. */
const run = async (command: string): Promise<void> => {
  if ((await vscode.commands.getCommands(true)).includes(command))
    await vscode.commands.executeCommand(command);
};
