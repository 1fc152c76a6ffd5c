// Songs in the editor under test.

import * as vscode from 'vscode';

/** A song that is on no disk, shown in an editor. */
export async function openText(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'song', content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** Closes every editor and throws its changes away: nobody is there to be asked. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
