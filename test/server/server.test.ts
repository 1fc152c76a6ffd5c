// The language server as an editor sees it.

import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, teardown, test } from 'mocha';
import type {
  CodeAction,
  CompletionItem,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Language } from '../../src/languages/language.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { type Editor, editor, uri } from './editor.ts';

const song = `song "Test" { tempo 112bpm, key A minor }

// The sounds,
// one a line.
instrument sub = MonoSynth { range: B0..G3 }
track bass { instrument: sub, level: -9dB }
pattern bassline = "a1 c2 e2 c2"
section verse 4 bars {
  bass: bassline
}
arrange verse*2
`;

suite('language server', () => {
  let vs: Editor;
  setup(async () => {
    vs = await editor();
  });
  teardown(async () => {
    await vs.end();
  });

  test('says what it can do, and who it is', () => {
    const { capabilities, serverInfo } = vs.initialized;
    assert.equal(serverInfo?.name, 'Codetta');
    assert.equal(capabilities.textDocumentSync, 2);
    assert.ok(capabilities.completionProvider?.triggerCharacters?.includes('.'));
  });

  test('a clean song has no diagnostics, and they come with its version', async () => {
    vs.open(song);
    assert.deepEqual(await vs.diagnostics(), { uri, version: 1, diagnostics: [] });
  });

  test('tells of a problem on its characters, with its rule and its page', async () => {
    vs.open(`${song.replace('bass: bassline', 'bass: baseline')}pattern leftover = "e2"\n`);
    const { diagnostics } = await vs.diagnostics();
    const found = diagnostics.find(({ code }) => code === 'ARR1')!;
    assert.equal(vs.textOf(found.range), 'baseline');
    assert.equal(found.severity, 1);
    assert.equal(found.source, 'codetta');
    assert.deepEqual(found.codeDescription, { href: 'file:///pages/ARR1.md' });
    const faded = diagnostics.find(({ code }) => code === 'HYG1')!;
    assert.deepEqual(faded.tags, [1]);
  });

  test('points at the range that a note is out of', async () => {
    vs.open(song.replace('a1 c2', 'a0 c2'));
    const { diagnostics } = await vs.diagnostics();
    const [also] = diagnostics[0]!.relatedInformation!;
    assert.equal(vs.textOf(also!.location.range), 'B0..G3');
  });

  test('follows edits, one character at a time, and says when the mistake is gone', async () => {
    vs.open(song);
    await vs.diagnostics();
    const at = song.indexOf('a1 c2');
    const wrong = await vs.change(at + 1, at + 2, '0');
    assert.deepEqual(
      wrong.diagnostics.map(({ code }) => code),
      ['INS1'],
    );
    const right = await vs.change(at + 1, at + 2, '1');
    assert.deepEqual(right, { uri, version: 3, diagnostics: [] });
  });

  test('tells of a burst of keys once, for the last version', async () => {
    vs.open(song);
    await vs.diagnostics();
    const at = song.indexOf('a1 c2');
    void vs.change(at, at + 2, 'b1');
    void vs.change(at, at + 2, 'c1');
    const { version } = await vs.change(at, at + 2, 'e1');
    assert.equal(version, 4);
    assert.deepEqual(
      vs.published.map((found) => found.version),
      [1, 4],
    );
  });

  test('takes its diagnostics back when the song closes', async () => {
    vs.open(song.replace('a1', 'a0'));
    await vs.diagnostics();
    vs.close();
    // Messages come in order: when this answer is here, so is what the closing sent.
    assert.equal(await vs.request('textDocument/hover', { position: { line: 0, character: 0 } }), null);
    assert.deepEqual(vs.published.at(-1), { uri, diagnostics: [] });
  });

  test('offers the fix first, then the mark, and both make it silent', async () => {
    vs.open(song.replace('a1 c2', 'a0 c2'));
    const { diagnostics } = await vs.diagnostics();
    const actions = await vs.request<CodeAction[]>('textDocument/codeAction', {
      range: diagnostics[0]!.range,
      context: { diagnostics, only: ['quickfix'] },
    });
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Play it an octave higher: a1', 'It is meant: mark it for INS1'],
    );
    assert.equal(actions[0]!.isPreferred, true);
    assert.equal(actions[0]!.diagnostics?.[0]?.code, 'INS1');
    assert.equal(vs.appliedWorkspace(actions[0]!.edit!), song);
    const marked = vs.appliedWorkspace(actions[1]!.edit!);
    assert.match(marked, /\n\/\/ codetta-ignore INS1: meant\npattern bassline = "a0/);
    vs.open(marked, 'file:///songs/marked.song');
    assert.deepEqual((await vs.diagnostics()).diagnostics, []);
  });

  test('keeps the indent and the line ends of the song in a mark', async () => {
    const windows = song
      .replace('bass: bassline', 'bass: "a0 c2"')
      .replace('pattern bassline = "a1 c2 e2 c2"\n', '')
      .replaceAll('\n', '\r\n');
    vs.open(windows);
    const { diagnostics } = await vs.diagnostics();
    const actions = await vs.request<CodeAction[]>('textDocument/codeAction', {
      range: diagnostics[0]!.range,
      context: { diagnostics, only: ['quickfix'] },
    });
    const marked = vs.appliedWorkspace(actions.at(-1)!.edit!);
    assert.ok(marked.includes('\r\n  // codetta-ignore INS1: meant\r\n  bass: "a0 c2"'), marked);
  });

  test('offers the fixes of the text itself, and no mark for them', async () => {
    vs.open(song.replace('track bass', 'trck bass'));
    const { diagnostics } = await vs.diagnostics();
    const found = diagnostics.find(({ code }) => code === 'SYN')!;
    assert.equal(vs.textOf(found.range), 'trck');
    const actions = await vs.request<CodeAction[]>('textDocument/codeAction', {
      range: found.range,
      context: { diagnostics: [found] },
    });
    assert.ok(actions.length > 0);
    assert.ok(actions.every(({ title }) => !title.includes('mark it for SYN')));
    assert.equal(vs.appliedWorkspace(actions[0]!.edit!), song);
  });

  test('keeps fixes and refactorings apart, as the editor asks for them', async () => {
    vs.open(song.replace('a1 c2', 'a0 c2'));
    const { diagnostics } = await vs.diagnostics();
    const kindsFor = async (...only: string[]): Promise<readonly (string | undefined)[]> => {
      const actions = await vs.request<CodeAction[]>('textDocument/codeAction', {
        range: diagnostics[0]!.range,
        context: { diagnostics, only },
      });
      return [...new Set(actions.map(({ kind }) => kind))];
    };
    assert.deepEqual(await kindsFor('quickfix'), ['quickfix']);
    assert.deepEqual(await kindsFor('refactor'), ['refactor.rewrite']);
    assert.deepEqual(await kindsFor('refactor.inline', 'source'), []);
  });

  test('completes the parameters of an instrument', async () => {
    vs.open(song.replace('range: B0..G3', 'filter.'));
    const items = await vs.request<CompletionItem[]>('textDocument/completion', {
      position: vs.positionOf('filter.', 7),
    });
    const item = items.find(({ label }) => label.includes('filter.Q') || label === 'Q')!;
    assert.ok(item, items.map(({ label }) => label).join(' '));
    assert.ok(item.detail);
    assert.ok(item.textEdit);
  });

  test('completes the names of patterns where a track plays', async () => {
    vs.open(song.replace('bass: bassline', 'bass: '));
    const items = await vs.request<CompletionItem[]>('textDocument/completion', {
      position: vs.positionOf('  bass: ', 8),
    });
    assert.ok(
      items.some(({ label }) => label === 'bassline'),
      items.map(({ label }) => label).join(' '),
    );
  });

  test('explains what stands under the pointer', async () => {
    vs.open(song);
    const hover = await vs.request<Hover>('textDocument/hover', { position: vs.positionOf('MonoSynth', 2) });
    assert.match(JSON.stringify(hover.contents), /filter/);
    assert.equal(vs.textOf(hover.range!), 'MonoSynth');
    assert.equal(await vs.request('textDocument/hover', { position: { line: 1, character: 0 } }), null);
  });

  test('outlines the song, each name within its construct', async () => {
    vs.open(song);
    const symbols = await vs.request<DocumentSymbol[]>('textDocument/documentSymbol');
    const names = all(symbols).map(({ name }) => name);
    for (const name of ['sub', 'bass', 'bassline', 'verse']) assert.ok(names.includes(name), names.join(' '));
    const verse = all(symbols).find(({ name }) => name === 'verse')!;
    assert.equal(vs.textOf(verse.selectionRange), 'verse');
    assert.match(vs.textOf(verse.range), /^section verse 4 bars \{\n {2}bass: bassline\n\}/);
  });

  test('formats as the language lays out, and touches no line that stays', async () => {
    const messy = song.replace('  bass: bassline', '      bass:    bassline');
    vs.open(messy);
    const edits = await vs.request<TextEdit[]>('textDocument/formatting', {
      options: { tabSize: 2, insertSpaces: true },
    });
    assert.equal(vs.applied(edits), songLanguage.format(songLanguage.read(messy)));
    assert.notEqual(vs.applied(edits), messy);
    const first = vs.positionOf('      bass:').line;
    assert.ok(
      edits.every(({ range }) => range.start.line >= first),
      'a line above was touched',
    );
  });

  test('formats a text whose lines change in number', async () => {
    const messy = `\n\n\n\n${song}\n\n\n\n`;
    vs.open(messy);
    const edits = await vs.request<TextEdit[]>('textDocument/formatting', {
      options: { tabSize: 2, insertSpaces: true },
    });
    assert.equal(vs.applied(edits), songLanguage.format(songLanguage.read(messy)));
  });

  test('folds constructs of several lines and runs of comments', async () => {
    vs.open(song);
    const folds = await vs.request<FoldingRange[]>('textDocument/foldingRange');
    const { line } = vs.positionOf('section verse');
    assert.ok(folds.some(({ startLine, endLine }) => startLine === line && endLine >= line + 1));
    const comment = vs.positionOf('// The sounds').line;
    assert.ok(
      folds.some(
        ({ startLine, endLine, kind }) =>
          startLine === comment && endLine === comment + 1 && kind === 'comment',
      ),
    );
  });

  test('finds where a name is declared and used', async () => {
    vs.open(song);
    const position = vs.positionOf('bass: bassline', 8);
    const [declared, ...more] = await vs.request<Location[]>('textDocument/definition', { position });
    assert.deepEqual(more, []);
    assert.deepEqual(declared!.range.start, vs.positionOf('bassline = '));
    const used = await vs.request<Location[]>('textDocument/references', {
      position,
      context: { includeDeclaration: false },
    });
    assert.equal(used.length, 1);
    const shown = await vs.request<DocumentHighlight[]>('textDocument/documentHighlight', { position });
    assert.deepEqual(
      shown.map(({ kind }) => kind),
      [3, 2],
    );
  });

  test('renames a track and not the words that look like it', async () => {
    vs.open(song);
    const position = vs.positionOf('track bass', 7);
    assert.deepEqual(await vs.request('textDocument/prepareRename', { position }), {
      range: { start: vs.positionOf('bass {'), end: vs.positionOf('bass {', 4) },
      placeholder: 'bass',
    });
    const edit = await vs.request<WorkspaceEdit>('textDocument/rename', { position, newName: 'low' });
    assert.equal(
      vs.appliedWorkspace(edit),
      song.replace('track bass', 'track low').replace('bass: bassline', 'low: bassline'),
    );
  });

  test('renames a track in all that speaks of it: sections like others, lyrics, automation', async () => {
    const whole = `song "Test" {}
instrument sub = MonoSynth {}
track bass { instrument: sub, send room: -6dB }
bus room { reverb: 2s }
section verse 4 bars { bass: "a1" }
section bridge 4 bars like verse without { bass }
automate bass.level in verse { 0%: -6dB, 100%: 0dB }
automate bass.send.room in verse { 0%: -6dB }
lyrics bass in verse "la"
arrange verse bridge
`;
    vs.open(whole);
    const rename = async (needle: string, after: number, newName: string): Promise<string> =>
      vs.appliedWorkspace(
        await vs.request<WorkspaceEdit>('textDocument/rename', {
          position: vs.positionOf(needle, after),
          newName,
        }),
      );
    assert.equal(await rename('track bass', 7, 'low'), whole.replace(/\bbass\b/g, 'low'));
    assert.equal(await rename('bus room', 5, 'hall'), whole.replace(/\broom\b/g, 'hall'));
    assert.equal(await rename('like verse', 6, 'stanza'), whole.replace(/\bverse\b/g, 'stanza'));
  });

  test('refuses a new name that is none, and says why', async () => {
    vs.open(song);
    const position = vs.positionOf('track bass', 7);
    await assert.rejects(
      vs.request('textDocument/rename', { position, newName: '8 ball' }),
      /"8 ball" is no name/,
    );
    assert.deepEqual(vs.errors, []);
  });

  test('answers nothing for a document that is no song, or not open', async () => {
    vs.open('hello', 'file:///songs/notes.txt');
    assert.equal(await vs.request('textDocument/hover', { position: { line: 0, character: 0 } }), null);
    const textDocument = { uri: 'file:///songs/unknown.song' };
    assert.deepEqual(await vs.request('textDocument/documentSymbol', { textDocument }), []);
  });

  test('takes any text, half of one and none', async () => {
    for (const [version, text] of [
      '',
      '\u0000',
      'song "',
      '{'.repeat(500),
      song.slice(0, 200),
      '\r\r\n"',
    ].entries()) {
      vs.open(text, `file:///songs/broken${version}.song`);
      const { diagnostics } = await vs.diagnostics();
      for (const { range } of diagnostics) assert.ok(range.end.line >= range.start.line);
      await vs.request('textDocument/documentSymbol');
      await vs.request('textDocument/completion', { position: { line: 0, character: 0 } });
    }
    assert.deepEqual(vs.errors, []);
  });
});

suite('language server: pages', () => {
  test('are where the client says', async () => {
    const vs = await editor({}, { pages: 'http://127.0.0.1:1234/docs/checks/' });
    vs.open(song.replace('a1 c2', 'a0 c2'));
    const { diagnostics } = await vs.diagnostics();
    assert.equal(diagnostics[0]!.codeDescription?.href, 'http://127.0.0.1:1234/docs/checks/INS1.md');
    await vs.end();
  });
});

suite('language server: a fault of ours', () => {
  let vs: Editor;
  suiteSetup(async () => {
    const broken: Language = {
      ...songLanguage,
      hover: () => {
        throw new Error('a slip in the hover');
      },
      complete: (reading, offset) => {
        if (reading.text.includes('explode')) throw new Error('a slip in completion');
        return songLanguage.complete(reading, offset);
      },
    };
    vs = await editor({ languageOf: () => broken });
  });
  suiteTeardown(async () => {
    await vs.end();
  });

  test('is logged with its place and its stack, answered with nothing, and the server goes on', async () => {
    vs.open(`${song}// explode\n`);
    assert.equal(await vs.request('textDocument/hover', { position: { line: 3, character: 1 } }), null);
    assert.deepEqual(
      await vs.request('textDocument/completion', { position: { line: 3, character: 1 } }),
      [],
    );
    assert.equal(vs.errors.length, 2);
    assert.match(
      vs.errors[0]!,
      /hover failed on file:\/\/\/songs\/test\.song: Error: a slip in the hover\n\s+at /,
    );
    assert.match(vs.errors[0]!, /"line":3/);
    const symbols = await vs.request<DocumentSymbol[]>('textDocument/documentSymbol');
    assert.ok(symbols.length > 0);
    assert.deepEqual((await vs.diagnostics()).diagnostics, []);
  });
});

const all = (symbols: readonly DocumentSymbol[]): readonly DocumentSymbol[] =>
  symbols.flatMap((symbol) => [symbol, ...all(symbol.children ?? [])]);
