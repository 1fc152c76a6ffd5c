// The language inside a real VS Code: what a writer sees while writing.

import assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { eventually } from '../tools/eventually.ts';
import { closeAll, openText } from './documents.ts';

const broken = `song "Night" { tempo 120bpm, meter 4/4, key A minor }
instrument sub = MonoSynth { oscillator: sawtooth }
track bass { instrument: sob, level: -9dB }
section verse 4 bars { bass: "a1 c2" }
arrange verse
`;

suite('The language in the editor', () => {
  suiteTeardown(closeAll);

  test('underlines an instrument that is not there, on its characters, and mends it', async () => {
    const document = await openText(broken);
    const problem = await eventually('a problem', () =>
      vscode.languages.getDiagnostics(document.uri).find(({ message }) => message.includes('sob')),
    );
    assert.equal(document.getText(problem.range), 'sob');
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
    const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
    );
    const fix = fixes.find(({ edit }) => edit?.get(document.uri).some(({ newText }) => newText === 'sub'));
    assert.ok(fix?.edit, `no fix to "sub" in: ${fixes.map(({ title }) => title).join(', ')}`);
    await vscode.workspace.applyEdit(fix.edit);
    assert.equal(document.getText(), broken.replace('sob', 'sub'));
    await eventually(
      'no error',
      () =>
        vscode.languages
          .getDiagnostics(document.uri)
          .every(({ severity }) => severity !== vscode.DiagnosticSeverity.Error) || undefined,
    );
  });

  test('completes the instruments where a track needs one', async () => {
    const document = await openText(broken);
    const at = document.positionAt(broken.indexOf('sob'));
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('sub'), `offered: ${labels.slice(0, 20).join(', ')}`);
  });

  test('plays, loops and bounces sections by lenses, and hears a track alone', async () => {
    const document = await openText(broken.replace('sob', 'sub'));
    const lenses = await eventually('the lenses', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
      );
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(lenses.map(({ command }) => command!.title).sort(), [
      '$(play) Play',
      'Bounce',
      'Loop',
      'Mute',
      'Queue',
      'Solo',
    ]);
    const registered = new Set(await vscode.commands.getCommands(true));
    for (const { command } of lenses) assert.ok(registered.has(command!.command), command!.command);
    const { command } = lenses.find((lens) => lens.command!.title === 'Solo')!;
    await vscode.commands.executeCommand(command!.command, ...command!.arguments!);
    assert.match(document.getText(), /track bass \{ .*solo.* \}/);
    // Anything may be given to a command: what is not understood does nothing.
    await vscode.commands.executeCommand(command!.command, { uri: 7 });
  });

  test('hints at bars and times beside the text', async () => {
    const document = await openText(broken.replace('sob', 'sub'));
    const hints = await eventually('the hints', async () => {
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        new vscode.Range(0, 0, 99, 0),
      );
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['bar 1, 0:00', '1'],
    );
  });

  test('tells on hover what a parameter is', async () => {
    const document = await openText(broken);
    const at = document.positionAt(broken.indexOf('oscillator') + 2);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    const words = hovers
      .flatMap(({ contents }) =>
        contents.map((content) => (typeof content === 'string' ? content : content.value)),
      )
      .join('\n');
    assert.match(words, /waveform/i);
  });

  test('outlines the song', async () => {
    const document = await openText(broken);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const names = symbols.flatMap(({ name, children }) => [name, ...children.map((child) => child.name)]);
    for (const name of ['sub', 'bass', 'verse'])
      assert.ok(names.includes(name), `${name} is not in: ${names.join(', ')}`);
  });

  test('lays the text out, and a second time changes nothing', async () => {
    const document = await openText('song "Night" {\ntempo   120bpm\n}\n');
    const format = (): Thenable<vscode.TextEdit[] | undefined> =>
      vscode.commands.executeCommand('vscode.executeFormatDocumentProvider', document.uri, {
        tabSize: 2,
        insertSpaces: true,
      });
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, (await format()) ?? []);
    await vscode.workspace.applyEdit(edit);
    assert.equal(document.getText(), 'song "Night" {\n  tempo 120bpm\n}\n');
    assert.deepEqual((await format()) ?? [], []);
  });
});
