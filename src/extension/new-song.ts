// A new song from a template: not an empty page, unless that is asked for, but music that plays, to be changed.

import * as vscode from 'vscode';
import { stepTaken } from './first-steps.ts';
import { type Template, templateNamed, templates } from './templates.ts';

/**
 * Opens it unsaved, so that nothing is written before its writer says where.
 * @param name  of the template; asked for where it is absent or unknown
 */
export async function newSong(name?: unknown): Promise<void> {
  const template = templateNamed(name) ?? (await ask());
  if (!template) return;
  const { text } = template;
  const document = await vscode.workspace.openTextDocument({ language: 'song', content: text });
  const editor = await vscode.window.showTextDocument(document);
  stepTaken('hasBegun');
  // The title is what a writer changes first.
  const title = /song "(.*?)"/.exec(text);
  if (!title) return;
  const at = (offset: number): vscode.Position => document.positionAt(offset);
  const start = title.index + 'song "'.length;
  editor.selection = new vscode.Selection(at(start), at(start + title[1]!.length));
}

const ask = async (): Promise<Template | undefined> => {
  const items = templates.map((template) => ({
    label: template.label,
    description: template.description,
    template,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: 'New Song',
    placeHolder: 'What shall it begin with?',
    matchOnDescription: true,
  });
  return chosen?.template;
};
