// The extension inside a real VS Code: its commands, its new song, its panel's window.

import assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { eventually } from '../tools/eventually.ts';
import { closeAll } from './documents.ts';

const extension = (): vscode.Extension<unknown> => vscode.extensions.getExtension('codetta.codetta')!;

suite('The extension', () => {
  suiteTeardown(closeAll);

  test('wakes for a song', async () => {
    const [song] = await vscode.workspace.findFiles('*.song');
    assert.ok(song, 'the workspace has a song');
    await vscode.window.showTextDocument(song);
    await eventually('the extension', () => extension().isActive || undefined);
  });

  test('has every command that it declares, in one category', async () => {
    const declared: readonly { command: string; category: string }[] =
      extension().packageJSON.contributes.commands;
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.ok(declared.length >= 7);
    for (const { command, category } of declared) {
      assert.ok(registered.has(command), `${command} is not registered`);
      assert.equal(category, 'Codetta');
    }
  });

  test('takes keys in songs only', () => {
    const keys: readonly { key: string; when?: string }[] = extension().packageJSON.contributes.keybindings;
    for (const { key, when } of keys)
      assert.match(when ?? '', /editorLangId == song \|\| resourceFilename =~ /, key);
  });

  test('makes a new song without a problem, unsaved, with its title selected', async () => {
    await vscode.commands.executeCommand('codetta.newSong', 'first');
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.languageId, 'song');
    assert.equal(editor.document.isUntitled, true);
    assert.equal(editor.document.getText(editor.selection), 'New Song');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.deepEqual(
      vscode.languages.getDiagnostics(editor.document.uri).map(({ message }) => message),
      [],
    );
  });

  test('opens one panel, and keeps the song in front of the keys', async () => {
    const [song] = await vscode.workspace.findFiles('*.song');
    await vscode.window.showTextDocument(song!);
    await vscode.commands.executeCommand('codetta.openPanel');
    await vscode.commands.executeCommand('codetta.openPanel');
    const panels = (): vscode.Tab[] =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(
          ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('codetta.panel'),
        );
    await eventually('the panel', () => panels().length > 0 || undefined);
    assert.equal(panels().length, 1);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), song!.toString());
  });
});
