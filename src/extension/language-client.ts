// Starts the language server in a process of its own, and speaks with it over ipc.

import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { songCommands, trusted } from '../protocol/song-commands.ts';
import { place } from './place.ts';

/** Resolves when the server answers, with how to end it. */
export async function startLanguageClient(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
): Promise<() => Promise<void>> {
  const module = vscode.Uri.joinPath(context.extensionUri, place.server).fsPath;
  const run = { module, transport: TransportKind.ipc };
  const client = new EndingClient(
    'codetta',
    'Codetta',
    { run, debug: { ...run, options: { execArgv: ['--enable-source-maps'] } } },
    {
      documentSelector: [{ language: 'song' }],
      outputChannel: log,
      initializationOptions: {
        commands: Object.values(songCommands),
        pictures: true,
        registersTypeScript: true,
        runsSongs: vscode.workspace.isTrusted,
      },
    },
  );
  try {
    await client.start();
  } catch (error) {
    // Songs play without it: only what it underlines and offers is missing.
    log.error(`The language server did not start: ${error instanceof Error ? error.message : String(error)}`);
  }
  const trust = vscode.workspace.onDidGrantWorkspaceTrust(() => void client.sendNotification(trusted));
  return () => {
    trust.dispose();
    client.isEnding = true;
    return client.dispose().catch(() => {});
  };
}

/** What the editor has asked when it goes is answered with nothing: by then there is no log to tell of it in. */
class EndingClient extends LanguageClient {
  isEnding = false;

  override handleFailedRequest<T>(...failed: Parameters<LanguageClient['handleFailedRequest']>): T {
    const [type, token, error, defaultValue, ...manner] = failed;
    if (this.isEnding) return defaultValue as T;
    return super.handleFailedRequest<T>(type, token, error, defaultValue as T, ...manner);
  }
}
