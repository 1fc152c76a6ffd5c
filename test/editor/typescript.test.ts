// Songs in TypeScript inside a real VS Code: TypeScript's own features with our types, and ours beside them.

import assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { eventually } from '../tools/eventually.ts';
import { closeAll } from './documents.ts';

const text = `import { MonoSynth, mini, section, song, track } from 'codetta';

const sub = MonoSynth({ oscillator: 'sawtooth', filter: { Q: 2 } });
const line = mini\`a1 c2 e2 c2\`;
const bass = track('bass', { instrument: sub, level: '-9dB' });
const verse = section('verse', '4 bars', { bass: line });
export default song('A', { tempo: '112bpm', key: 'A minor' }).tracks(bass).arrange(verse);
`;

/** A song in the workspace, which has nothing installed. */
const opened = async (name: string, content: string): Promise<vscode.TextDocument> => {
  const folder = vscode.workspace.workspaceFolders![0]!.uri;
  const uri = vscode.Uri.joinPath(folder, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
};

const found = (document: vscode.TextDocument): readonly string[] =>
  vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'ts')
    .map(({ message }) => message);

suite('A song in TypeScript', () => {
  suiteTeardown(closeAll);

  test('is TypeScript, and wakes Codetta', async () => {
    const document = await opened('types.song.ts', text);
    assert.equal(document.languageId, 'typescript');
    await eventually(
      'the extension',
      () => vscode.extensions.getExtension('codetta.codetta')!.isActive || undefined,
    );
  });

  test('has its types with nothing installed: a wrong unit is an error, and nothing else is', async () => {
    const wrong = await opened('wrong.song.ts', text.replace("'-9dB'", "'-9Hz'"));
    await eventually(
      'the error',
      () => found(wrong).length > 0,
      () => found(wrong).join('; '),
    );
    assert.equal(found(wrong).length, 1, found(wrong).join('; '));
    assert.match(found(wrong)[0]!, /'"-9Hz"' is not assignable to type '`\$\{number\}dB`'/);
    const right = vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('types.song.ts'))!;
    assert.deepEqual(found(right), []);
  });

  test('completes the transforms of a pattern, once each', async () => {
    const document = await opened('complete.song.ts', text.replace('bass: line }', 'bass: line. }'));
    const at = document.positionAt(document.getText().indexOf('line.') + 5);
    const labels = await eventually('the completions', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
      );
      const all = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return all.includes('humanize') && all;
    });
    assert.equal(labels.filter((label) => label === 'humanize').length, 1);
  });

  test('has one formatter and one outline', async () => {
    const document = await opened('types.song.ts', text);
    const symbols = await eventually('the outline', async () =>
      vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      ),
    );
    const names = symbols.map(({ name }) => name);
    assert.deepEqual(
      names.filter((name) => name === 'verse'),
      ['verse'],
      names.join(),
    );
  });
});
