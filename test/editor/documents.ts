// Songs in the editor under test, and waiting for what comes in its own time.

import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';

/** A song that is on no disk, shown in an editor. */
export async function openText(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'song', content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** The first answer of `ask` that is not undefined. @throws after 10 s */
export async function eventually<T>(what: string, ask: () => T | undefined): Promise<T> {
  for (const until = Date.now() + 10_000; Date.now() < until; await wait(50)) {
    const answer = ask();
    if (answer !== undefined) return answer;
  }
  throw new Error(`${what} did not come within 10 s`);
}

/** Closes every editor and throws its changes away: nobody is there to be asked. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
