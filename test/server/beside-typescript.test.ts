// A song in TypeScript has two servers: what TypeScript's own does, ours leaves to it.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { Hover, TextEdit } from 'vscode-languageserver';
import { languageOf } from '../../src/languages/languages.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { eventually } from '../tools/eventually.ts';
import { editor } from './editor.ts';

const text = `song "A" {}
instrument sub = MonoSynth
track bass { instrument: sub, level: -9dB }
section verse 4 bars { bass: "a1  c2" }
arrange verse
`;

/** Where a `.song.ts` is read like a `.song`: who answers what is the same, whatever the text. */
const world = {
  languageOf: (uri: string, id: string) =>
    uri.endsWith('.song.ts') ? { ...songLanguage, id: 'song-typescript' as const } : languageOf(uri, id),
};

suite('beside TypeScript', () => {
  test('asks for songs in TypeScript by name, and for the features alone that are its own', async () => {
    const vs = await editor({}, { registersTypeScript: true });
    await eventually('the registrations', () => vs.registered.size >= 10);
    const documentSelector = [{ pattern: '**/*.song.ts' }];
    for (const [method, options] of vs.registered)
      assert.deepEqual((options as { documentSelector: unknown }).documentSelector, documentSelector, method);
    assert.deepEqual([...vs.registered.keys()].map((method) => method.replace('textDocument/', '')).sort(), [
      'codeAction',
      'codeLens',
      'completion',
      'didChange',
      'didClose',
      'didOpen',
      'documentColor',
      'documentHighlight',
      'hover',
      'inlayHint',
    ]);
    await vs.end();
  });

  test('asks for nothing in an editor that sends every song by itself', async () => {
    const vs = await editor();
    vs.open(text);
    await vs.diagnostics();
    assert.equal(vs.registered.size, 0);
    await vs.end();
  });

  test('explains the music, and lays out, outlines and renames nothing', async () => {
    const vs = await editor(world);
    vs.open(text, 'file:///songs/a.song.ts');
    await vs.diagnostics();
    const position = vs.positionOf('MonoSynth');
    assert.match(
      JSON.stringify((await vs.request<Hover>('textDocument/hover', { position })).contents),
      /MonoSynth/,
    );
    const options = { tabSize: 2, insertSpaces: true };
    assert.deepEqual(await vs.request<TextEdit[]>('textDocument/formatting', { options }), []);
    assert.deepEqual(await vs.request('textDocument/documentSymbol'), []);
    assert.deepEqual(await vs.request('textDocument/foldingRange'), []);
    assert.deepEqual(await vs.request('textDocument/definition', { position }), []);
    assert.equal(await vs.request('textDocument/prepareRename', { position }), null);
    assert.deepEqual(await vs.request('textDocument/semanticTokens/full'), { data: [] });
    await vs.end();
  });
});
