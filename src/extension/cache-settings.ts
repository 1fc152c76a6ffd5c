// Where bounces and checks keep what they have rendered, as the settings say it. All that render, here and in the
// server's process, read it from the environment; the server has it from its next start on.
// The settings are of the machine: no folder that is opened can point them elsewhere.

import * as vscode from 'vscode';

/** Before the server starts. */
export function followCacheSettings(): vscode.Disposable {
  const before = { folder: process.env['CODETTA_CACHE'], limit: process.env['CODETTA_CACHE_LIMIT'] };
  const follow = (): void => {
    const settings = vscode.workspace.getConfiguration('codetta.cache');
    const limit = settings.inspect<number>('limit')?.globalValue;
    say('CODETTA_CACHE', settings.get<string>('folder') || before.folder);
    say('CODETTA_CACHE_LIMIT', limit === undefined ? before.limit : String(limit));
  };
  follow();
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration('codetta.cache')) follow();
  });
}

function say(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
