// A song that is open in two windows, or changed by another program while it is edited here. VS Code holds a save back where
// the file has become longer or shorter meanwhile; by its size alone it doesn't see that -9dB has become -8dB, and would
// write over it. Here what the other one saved is brought into the text before it is saved.

import * as vscode from 'vscode';
import { editOfOthers } from '../session/edit-of-others.ts';
import { isSong } from './is-song.ts';

export function keepOthersEdits(log: vscode.LogOutputChannel): vscode.Disposable {
  /** The texts as they were when they last were the files'. */
  const bases = new WeakMap<vscode.TextDocument, string>();
  // Just after a change a document may not know yet that it is unsaved: the file itself says what it has.
  const compare = async (document: vscode.TextDocument): Promise<void> => {
    if (!isSong(document) || document.isDirty) return;
    const text = await textOnDisk(document.uri);
    if (text !== undefined && text === document.getText()) bases.set(document, text);
  };
  for (const document of vscode.workspace.textDocuments) void compare(document);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(compare),
    vscode.workspace.onDidSaveTextDocument(compare),
    vscode.workspace.onDidChangeTextDocument(({ document }) => compare(document)),
    vscode.workspace.onWillSaveTextDocument((event) => {
      const base = bases.get(event.document);
      if (base !== undefined) event.waitUntil(editsOfOthers(event.document, base, log));
    }),
  );
}

async function editsOfOthers(
  document: vscode.TextDocument,
  base: string,
  log: vscode.LogOutputChannel,
): Promise<vscode.TextEdit[]> {
  const theirs = await textOnDisk(document.uri);
  // A file of another length is VS Code's to ask about.
  if (theirs === undefined || bytes(theirs) !== bytes(base)) return [];
  const edit = editOfOthers(base, document.getText(), theirs);
  if (!edit) return [];
  if (edit === 'clash') {
    log.warn(`${document.uri.path} was changed in the same place by another window or program.`);
    void showOther(document, theirs);
    return [];
  }
  const { from, to } = edit.range;
  const range = new vscode.Range(document.positionAt(from), document.positionAt(to));
  return [vscode.TextEdit.replace(range, edit.text)];
}

/** What this save writes over stands beside it, to be compared and kept. */
async function showOther({ uri, languageId }: vscode.TextDocument, theirs: string): Promise<void> {
  const name = uri.path.split('/').at(-1);
  const show = 'Show It';
  const answer = await vscode.window.showWarningMessage(
    `${name} was changed in the same place by another window or program, and your text is saved over it.`,
    show,
  );
  if (answer !== show) return;
  const other = await vscode.workspace.openTextDocument({ language: languageId, content: theirs });
  await vscode.window.showTextDocument(other, vscode.ViewColumn.Beside);
}

async function textOnDisk(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // A file that is not there any more has nothing to be written over.
    return undefined;
  }
}

const bytes = (text: string): number => new TextEncoder().encode(text).length;
