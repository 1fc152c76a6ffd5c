// Every request at any place of any half of a song: an answer, never a fault. What an editor asks while
// somebody types, deletes and moves about.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { CodeAction, TextEdit } from 'vscode-languageserver';
import { songCommands } from '../../src/protocol/song-commands.ts';
import { chance, road } from '../languages/song-data.ts';
import { type Editor, editor } from './editor.ts';

const seed = 20261121;

const atPosition = [
  'textDocument/completion',
  'textDocument/hover',
  'textDocument/signatureHelp',
  'textDocument/definition',
  'textDocument/documentHighlight',
  'textDocument/prepareRename',
  'textDocument/onTypeFormatting',
];
const ofDocument = [
  'textDocument/documentSymbol',
  'textDocument/codeLens',
  'textDocument/documentLink',
  'textDocument/foldingRange',
  'textDocument/semanticTokens/full',
  'textDocument/formatting',
];

/** Asks for everything at an offset; what the server can't answer it logs. */
const askAll = async (vs: Editor, text: string, offset: number): Promise<void> => {
  const before = text.slice(0, offset).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)!.length };
  const range = { start: position, end: position };
  const options = { tabSize: 2, insertSpaces: true };
  const context = { includeDeclaration: true, diagnostics: [] };
  for (const method of atPosition) await vs.request(method, { position, options, ch: '}' });
  for (const method of ofDocument) await vs.request(method, { options });
  await vs.request('textDocument/references', { position, context });
  await vs.request('textDocument/selectionRange', { positions: [position] });
  await vs.request('textDocument/inlayHint', { range: { start: { line: 0, character: 0 }, end: position } });
  const actions = await vs.request<CodeAction[]>('textDocument/codeAction', { range, context });
  for (const { edit, title } of actions) {
    const [change] = edit?.documentChanges ?? [];
    assert.ok(change && 'edits' in change && areApart(change.edits as TextEdit[]), title);
  }
};

/** An editor refuses edits that touch the same characters. */
const areApart = (edits: readonly TextEdit[]): boolean => {
  const sorted = edits.toSorted(({ range: one }, { range: other }) =>
    one.start.line === other.start.line
      ? one.start.character - other.start.character
      : one.start.line - other.start.line,
  );
  return sorted.every((edit, index) => {
    const next = sorted[index + 1];
    if (!next) return true;
    const [end, start] = [edit.range.end, next.range.start];
    return end.line < start.line || (end.line === start.line && end.character <= start.character);
  });
};

suite('language server: any place of any text', () => {
  test('answers in every prefix of a song', async () => {
    const vs = await editor({}, { commands: Object.values(songCommands), pictures: true });
    const draw = chance(seed);
    for (let index = 0; index < 60; index++) {
      const text = road.slice(0, Math.floor(draw() * road.length));
      vs.open(text, `file:///songs/prefix${index}.song`);
      await askAll(vs, text, text.length);
      await askAll(vs, text, Math.floor(draw() * text.length));
      assert.deepEqual(vs.errors, [], `${text.slice(-80)} with the seed ${seed}`);
      vs.close();
    }
    await vs.end();
  }).timeout(60_000);

  test('answers in a song whose characters were lost, doubled and swapped', async () => {
    const vs = await editor({}, { pictures: false });
    const draw = chance(seed + 1);
    let text = road;
    for (let index = 0; index < 60; index++) {
      const at = Math.floor(draw() * text.length);
      const length = Math.floor(draw() * 12);
      const piece = text.slice(at, at + length);
      const by = [piece + piece, '', [...piece].reverse().join(''), '"', '{', '|', '.', '<'][
        Math.floor(draw() * 8)
      ]!;
      text = text.slice(0, at) + by + text.slice(at + length);
      vs.open(text, `file:///songs/broken${index}.song`);
      await askAll(vs, text, at);
      assert.deepEqual(vs.errors, [], `${text.slice(at - 40, at + 40)} with the seed ${seed + 1}`);
      vs.close();
    }
    await vs.end();
  }).timeout(60_000);
});
