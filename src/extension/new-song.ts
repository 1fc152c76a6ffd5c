// A new song: not an empty page but eight bars that play, to be changed.

import * as vscode from 'vscode';
import firstSong from './first.song';

/** Opens it unsaved, so that nothing is written before its writer says where. */
export async function newSong(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'song', content: firstSong });
  const editor = await vscode.window.showTextDocument(document);
  // The title is what a writer changes first.
  const title = /"(.*?)"/.exec(firstSong);
  if (!title) return;
  const at = (offset: number): vscode.Position => document.positionAt(offset);
  editor.selection = new vscode.Selection(at(title.index + 1), at(title.index + title[0].length - 1));
}
