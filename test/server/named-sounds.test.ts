// Sounds that patterns play by name, in an editor: their declaration, their references, renames and completions.

import assert from 'node:assert/strict';
import { suite, teardown, test } from 'mocha';
import type { CompletionItem, Hover, Location, WorkspaceEdit } from 'vscode-languageserver';
import { type Editor, editor } from './editor.ts';

suite('language server: sounds that patterns play by name', () => {
  const claps = `song "Claps" { tempo 120bpm }
sample clap = "sounds/clap.wav" { licence: "CC0-1.0" }
kit drum = Kit("bundled/808") { thud: "sounds/thud.wav" }
pattern beat = "bd clap:2 [thud clap]"
`;
  const other = 'import { clap as snap } from "./test.song"\npattern more = "~ snap"\n';
  let vs: Editor;
  const files: Record<string, string> = {
    'file:///songs/other.song': other,
    'file:///songs/third.song': other.replaceAll('snap', 'clap').replace('clap as ', ''),
  };
  const world = {
    textOf: (at: string) => files[at],
    songsIn: () => Object.keys(files),
    open: (path: string, from: string) => {
      const id = new URL(path, from).href;
      const text = id.endsWith('/test.song') ? claps : files[id];
      return text === undefined
        ? ({ ok: false, reason: 'there is no such file.' } as const)
        : ({ ok: true, id, text } as const);
    },
  };
  const opened = async (): Promise<void> => {
    vs = await editor(world, {}, { workspaceFolders: [{ uri: 'file:///songs', name: 'songs' }] });
    vs.open(claps);
  };
  teardown(async () => {
    assert.deepEqual(vs.errors, []);
    await vs.end();
  });

  test('lead to their declaration, and are found in all songs', async () => {
    await opened();
    const found = await vs.request<Location[]>('textDocument/definition', {
      position: vs.positionOf('clap:2', 1),
    });
    assert.deepEqual(
      found.map(({ range }) => [vs.textOf(range), range.start.line]),
      [['clap', 1]],
    );
    const references = await vs.request<Location[]>('textDocument/references', {
      position: vs.positionOf('sample clap', 8),
      context: { includeDeclaration: true },
    });
    assert.equal(references.length, 8);
  });

  test('are renamed in the patterns that play them, but where a song calls them by a name of its own', async () => {
    await opened();
    const edit = await vs.request<WorkspaceEdit>('textDocument/rename', {
      position: vs.positionOf('[thud clap', 8),
      newName: 'crack',
    });
    const edited = Object.fromEntries(
      edit.documentChanges!.map((change) =>
        'edits' in change ? [change.textDocument.uri.split('/').at(-1)!, change.edits.length] : ['', 0],
      ),
    );
    assert.deepEqual(edited, { 'test.song': 3, 'third.song': 2, 'other.song': 1 });
    const here = edit.documentChanges!.find(
      (change) => 'edits' in change && change.textDocument.uri === vs.uri,
    )!;
    assert.equal(
      vs.appliedWorkspace({ documentChanges: [here] }),
      claps
        .replaceAll('clap:2', 'crack:2')
        .replace('thud clap', 'thud crack')
        .replace('sample clap', 'sample crack'),
    );
  });

  test('keep a name that can stand among notes', async () => {
    await opened();
    for (const newName of ['e4', 'Crack', 'big_clap'])
      await assert.rejects(
        vs.request('textDocument/rename', { position: vs.positionOf('clap:2', 1), newName }),
        /would not be read as one there/,
      );
    const kit = await vs.request<WorkspaceEdit>('textDocument/rename', {
      position: vs.positionOf('thud clap', 1),
      newName: 'boom',
    });
    assert.equal(vs.appliedWorkspace(kit), claps.replaceAll('thud:', 'boom:').replace('[thud', '[boom'));
  });

  test('are completed among notes, and tell their file', async () => {
    await opened();
    const items = await vs.request<CompletionItem[]>('textDocument/completion', {
      position: vs.positionOf('"bd clap', 4),
    });
    const own = items.filter(({ label }) => label === 'clap' || label === 'thud');
    assert.deepEqual(
      own.map(({ detail }) => detail),
      ['sample sounds/clap.wav', 'sounds/thud.wav of drum'],
    );
    const { contents } = await vs.request<Hover>('textDocument/hover', {
      position: vs.positionOf('clap:2', 1),
    });
    assert.match((contents as { value: string }).value, /\*\*clap\*\* · sample `sounds\/clap.wav`/);
  });
});
