// The extension's front door: wires the language client, the desk (song, panel, status bar) and the
// commands to VS Code. Everything it makes is disposed with the extension.

import * as vscode from 'vscode';
import { followCacheSettings } from './cache-settings.ts';
import { registerCommands } from './commands.ts';
import { Desk } from './desk.ts';
import { followWalkthrough } from './first-steps.ts';
import { firstSong } from './is-song.ts';
import { startLanguageClient } from './language-client.ts';
import { keepOthersEdits } from './other-windows.ts';
import { missingParts } from './place.ts';
import { SongTests } from './testing/song-tests.ts';

let endLanguageClient = async (): Promise<void> => {};

/** What the extension hands to those that ask for it: its tests, for tests. */
export interface Codetta {
  readonly tests: vscode.TestController;
}

export async function activate(context: vscode.ExtensionContext): Promise<Codetta | undefined> {
  const log = vscode.window.createOutputChannel('Codetta', { log: true });
  context.subscriptions.push(log);
  const missing = await missingParts(context.extensionUri);
  if (missing.length > 0) {
    const message = `Codetta is not whole: ${missing.join(', ')} is missing. Install the extension again, or run "npm run build" in its folder.`;
    log.error(message);
    void vscode.window.showErrorMessage(message);
    return undefined;
  }
  context.subscriptions.push(followCacheSettings(), keepOthersEdits(log), followWalkthrough());
  const desk = new Desk(context, log);
  const tests = new SongTests();
  context.subscriptions.push(
    desk,
    tests,
    ...registerCommands(desk),
    vscode.window.registerWebviewPanelSerializer(Desk.panelType, desk),
  );
  // In a folder of other TypeScript there is no song to serve, and no process for it.
  void firstSong(context.subscriptions).then(async () => {
    endLanguageClient = await startLanguageClient(context, log);
  });
  return { tests: tests.controller };
}

/** VS Code waits for this before it disposes of the rest: what the server leaves open still finds its log. */
export const deactivate = (): Promise<void> => endLanguageClient();
