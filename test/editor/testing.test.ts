// The Testing view inside a real VS Code: a song's clauses beside their lines, and what a run says of them.

import assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { eventually } from '../tools/eventually.ts';
import { closeAll, openText } from './documents.ts';

const song = `song "Promises" { tempo 120bpm, key A minor }
instrument soft = PolySynth(Synth) { }
track bass { instrument: soft, level: -6dB }
section verse 2 bars { bass: "a1 e2" }
arrange verse
expect bass within E1..G3
expect bass within E1..A1
expect no clip
`;

interface Ended {
  readonly passed: string[];
  readonly failed: { readonly label: string; readonly message: string; readonly line: number }[];
}

suite('The Testing view', () => {
  suiteTeardown(closeAll);

  const controller = async (): Promise<vscode.TestController> => {
    const extension = vscode.extensions.getExtension<{ tests: vscode.TestController }>('codetta.codetta')!;
    return (await extension.activate()).tests;
  };
  const itemOf = async (document: vscode.TextDocument): Promise<vscode.TestItem> => {
    const { items } = await controller();
    return eventually('the song', () => items.get(document.uri.toString()));
  };
  const clausesOf = (item: vscode.TestItem): vscode.TestItem[] => [...item.children].map(([, one]) => one);

  /** A run of the view's own, of the song in front, with its ears open. */
  const runInPlace = async (document: vscode.TextDocument): Promise<Ended> => {
    const tests = await controller();
    const ended: Ended = { passed: [], failed: [] };
    const create = tests.createTestRun.bind(tests);
    let began = false;
    const finished = new Promise<void>((resolve) => {
      tests.createTestRun = (...given) => {
        began = true;
        const run = create(...given);
        const [passed, failed, end] = [run.passed.bind(run), run.failed.bind(run), run.end.bind(run)];
        return Object.assign(Object.create(run) as vscode.TestRun, {
          passed: (one: vscode.TestItem, duration?: number) => {
            ended.passed.push(one.label);
            passed(one, duration);
          },
          failed: (one: vscode.TestItem, message: vscode.TestMessage, duration?: number) => {
            const line = message.location!.range.start.line;
            ended.failed.push({ label: one.label, message: String(message.message), line });
            failed(one, message, duration);
          },
          end: () => {
            end();
            resolve();
          },
        });
      };
    });
    try {
      await vscode.window.showTextDocument(document);
      // The window may not have heard of the clauses yet, and runs nothing then: it is asked until it does.
      await eventually('a run', async () => {
        if (!began) await vscode.commands.executeCommand('testing.runCurrentFile');
        return began;
      });
      await finished;
    } finally {
      tests.createTestRun = create;
    }
    return ended;
  };

  test('lists the clauses of a song beside their lines, as it is edited', async () => {
    const document = await openText(song);
    const item = await itemOf(document);
    assert.deepEqual(
      clausesOf(item).map(({ label, range }) => [label, range!.start.line]),
      [
        ['expect bass within E1..G3', 5],
        ['expect bass within E1..A1', 6],
        ['expect no clip', 7],
      ],
    );
    const edit = new vscode.WorkspaceEdit();
    edit.delete(document.uri, document.lineAt(6).rangeIncludingLineBreak);
    await vscode.workspace.applyEdit(edit);
    await eventually('the shorter list', () => clausesOf(item).length === 2);
  });

  test('runs them in place: what holds, what does not and why', async () => {
    const document = await openText(song);
    const item = await itemOf(document);
    const ended = await runInPlace(document);
    assert.deepEqual(ended.passed, ['expect bass within E1..G3', 'expect no clip']);
    assert.equal(ended.failed.length, 1);
    assert.match(ended.failed[0]!.message, /E2 in bar 1 \(verse\) is above A1/);
    assert.equal(ended.failed[0]!.line, 6);
    assert.ok(item.children.size === 3);
  });

  test('lists what a song in TypeScript promises, on the lines of its code, and runs it in place', async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const uri = vscode.Uri.joinPath(folder, 'promises.song.ts');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(program));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const item = await itemOf(document);
    await eventually('its clauses', () => item.children.size === 2);
    assert.deepEqual(
      clausesOf(item).map(({ label, range }) => [label, range!.start.line]),
      [
        ['expect bass within E1..A1', 5],
        ['expect no clip', 6],
      ],
    );
    const ended = await runInPlace(document);
    assert.deepEqual(ended.passed, ['expect no clip']);
    assert.deepEqual(
      ended.failed.map(({ label, line }) => [label, line]),
      [['expect bass within E1..A1', 5]],
    );
    assert.match(ended.failed[0]!.message, /E2 in bar 1 \(verse\) is above A1/);
  });
});

const program = `import { MonoSynth, mini, section, song, track } from 'codetta';
const bass = track('bass', { instrument: MonoSynth({ oscillator: 'sawtooth' }), level: '-9dB' });
export default song('Promises', { tempo: '120bpm', key: 'A minor' })
  .tracks(bass)
  .arrange(section('verse', '2 bars', { bass: mini\`a1 e2\` }))
  .expect('bass within E1..A1')
  .expect('no clip');
`;
