// Songs that import from one another, in an editor: definitions, references, renames, completions, links, and what a
// change in one does to the other.

import assert from 'node:assert/strict';
import { suite, teardown, test } from 'mocha';
import type { CompletionItem, DocumentLink, Hover, Location, WorkspaceEdit } from 'vscode-languageserver';
import { type Editor, editor } from './editor.ts';

suite('language server: songs that import', () => {
  const files: Record<string, string> = {
    'file:///songs/drums.song':
      'song "Drums" {}\npattern fourFloor = "bd*4"\npattern hats = "hh*8"\nsection groove 4 bars { kit: fourFloor }\n',
    'file:///songs/other.song':
      'song "Other" {}\nimport { fourFloor } from "./drums.song"\nsection a 4 bars { kick: fourFloor }\n',
  };
  const main = `song "Main" {}
import { fourFloor, hats as tops } from "./drums.song"
instrument drum = MembraneSynth {}
track kick { instrument: drum }
section a 4 bars { kick: fourFloor }
section b 4 bars { kick: tops }
arrange a b
`;
  const world = {
    textOf: (uri: string) => files[uri],
    songsIn: () => Object.keys(files),
    open: (path: string, from: string) => {
      const id = new URL(path, from).href;
      const text = files[id];
      return text === undefined
        ? ({ ok: false, reason: 'there is no such file. Check its name.' } as const)
        : ({ ok: true, id, text } as const);
    },
  };
  const folders = { workspaceFolders: [{ uri: 'file:///songs', name: 'songs' }] };
  let vs: Editor;
  const opened = async (text: string): Promise<void> => {
    vs = await editor(world, {}, folders);
    vs.open(text);
  };
  teardown(async () => {
    assert.deepEqual(vs.errors, []);
    await vs.end();
  });
  const shown = (locations: readonly Location[]): readonly string[] =>
    locations
      .map(({ uri, range }) => `${uri.split('/').at(-1)} ${range.start.line}:${range.start.character}`)
      .sort();

  test('go to the declaration in the other song', async () => {
    await opened(main);
    for (const position of [vs.positionOf('kick: fourFloor', 7), vs.positionOf('fourFloor,', 1)]) {
      const found = await vs.request<Location[]>('textDocument/definition', { position });
      assert.deepEqual(shown(found), ['drums.song 1:8']);
    }
    const renamed = await vs.request<Location[]>('textDocument/definition', {
      position: vs.positionOf('kick: tops', 7),
    });
    assert.deepEqual(shown(renamed), ['drums.song 2:8']);
  });

  test('have their references in all songs of the workspace', async () => {
    await opened(main);
    const found = await vs.request<Location[]>('textDocument/references', {
      position: vs.positionOf('kick: fourFloor', 7),
      context: { includeDeclaration: true },
    });
    assert.deepEqual(shown(found), [
      'drums.song 1:8',
      'drums.song 3:29',
      'other.song 1:9',
      'other.song 2:25',
      'test.song 1:9',
      'test.song 4:25',
    ]);
  });

  test('are renamed together; a name of their own stays theirs', async () => {
    await opened(main);
    const all = await vs.request<WorkspaceEdit>('textDocument/rename', {
      position: vs.positionOf('kick: fourFloor', 7),
      newName: 'stomp',
    });
    const changed = all.documentChanges!.map((change) =>
      'edits' in change ? `${change.textDocument.uri.split('/').at(-1)} ${change.edits.length}` : '',
    );
    assert.deepEqual(changed.sort(), ['drums.song 2', 'other.song 2', 'test.song 2']);
    const own = await vs.request<WorkspaceEdit>('textDocument/rename', {
      position: vs.positionOf('kick: tops', 7),
      newName: 'ride',
    });
    assert.equal(own.documentChanges!.length, 1);
    assert.equal(
      vs.appliedWorkspace(own),
      main.replace('as tops', 'as ride').replace('kick: tops', 'kick: ride'),
    );
    const other = await vs.request<WorkspaceEdit>('textDocument/rename', {
      position: vs.positionOf('hats as', 1),
      newName: 'shaker',
    });
    const here = other.documentChanges!.find(
      (change) => 'edits' in change && change.textDocument.uri === vs.uri,
    );
    assert.equal(vs.appliedWorkspace({ documentChanges: [here!] }), main.replace('hats as', 'shaker as'));
  });

  test('can not get a name that is taken in one of them', async () => {
    await opened(main);
    await assert.rejects(
      vs.request('textDocument/rename', {
        position: vs.positionOf('kick: fourFloor', 7),
        newName: 'hats',
      }),
      /There is a "hats" already/,
    );
  });

  test('play what they import, in their problems and in their hovers', async () => {
    await opened(main);
    assert.deepEqual((await vs.diagnostics()).diagnostics, []);
    const { contents } = await vs.request<Hover>('textDocument/hover', {
      position: vs.positionOf('kick: tops', 7),
    });
    assert.match((contents as { value: string }).value, /hh █/);
  });

  test('are told of a file that is not there, on its path', async () => {
    await opened(main.replace('./drums', './drum'));
    const { diagnostics } = await vs.diagnostics();
    assert.deepEqual(
      diagnostics.map(({ range, message }) => [vs.textOf(range), message]),
      [['"./drum.song"', './drum.song cannot be read: there is no such file. Check its name.']],
    );
  });

  test('are completed: their paths, and what the other song has', async () => {
    await opened(
      main.replace('fourFloor, hats as tops', 'fourFloor, ').replace('kick: tops', 'kick: silence'),
    );
    const labelsAt = async (needle: string, after: number): Promise<readonly string[]> => {
      const items = await vs.request<CompletionItem[]>('textDocument/completion', {
        position: vs.positionOf(needle, after),
      });
      return items.map(({ label }) => label);
    };
    assert.deepEqual(await labelsAt('fourFloor, ', 11), ['hats']);
    assert.deepEqual(await labelsAt('./drums', 2), ['./drums.song', './other.song']);
  });

  test('link to their files, inside of the workspace alone', async () => {
    await opened(
      `${main}import { x } from "../../etc/secret.song"\nimport { y } from "https://example.com/y.song"\n`,
    );
    const links = await vs.request<DocumentLink[]>('textDocument/documentLink');
    assert.deepEqual(
      links.map(({ range, target }) => [vs.textOf(range), target]),
      [['./drums.song', 'file:///songs/drums.song']],
    );
  });

  test('hear of a change in the song that they import from, while it is being edited', async () => {
    await opened(main);
    await vs.diagnostics();
    const at = 'file:///songs/drums.song';
    vs.open(files[at]!.replace('pattern hats', 'pattern cymbals'), at);
    const next = await vs.nextDiagnostics('file:///songs/test.song');
    assert.match(
      String(next.diagnostics[0]!.message),
      /no pattern, progression, instrument, sample or kit called hats/,
    );
  });
});
