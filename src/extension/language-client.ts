// Starts the language server in a process of its own, and speaks with it over ipc.

import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { songCommands } from '../protocol/song-commands.ts';
import { place } from './place.ts';

/** Resolves when the server answers, with how to end it. */
export async function startLanguageClient(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
): Promise<() => Promise<void>> {
  const module = vscode.Uri.joinPath(context.extensionUri, place.server).fsPath;
  const run = { module, transport: TransportKind.ipc };
  const client = new LanguageClient(
    'codetta',
    'Codetta',
    { run, debug: { ...run, options: { execArgv: ['--enable-source-maps'] } } },
    {
      documentSelector: [{ language: 'song' }],
      outputChannel: log,
      initializationOptions: { commands: Object.values(songCommands), pictures: true },
    },
  );
  try {
    await client.start();
  } catch (error) {
    // Songs play without it: only what it underlines and offers is missing.
    log.error(`The language server did not start: ${error instanceof Error ? error.message : String(error)}`);
  }
  return () => client.dispose().catch(() => {});
}
