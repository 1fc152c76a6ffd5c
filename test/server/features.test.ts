// What the server shows of a song beside its problems: hints, lenses, colours, links, selections, symbols,
// pictures in hovers, and the formatting of a part.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, teardown, test } from 'mocha';
import type {
  CodeLens,
  ColorInformation,
  ColorPresentation,
  Hover,
  InlayHint,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  SignatureHelp,
  SymbolInformation,
  TextEdit,
} from 'vscode-languageserver';
import { songCommands } from '../../src/protocol/song-commands.ts';
import { legend } from '../../src/server/semantic-tokens.ts';
import { type Editor, editor } from './editor.ts';

const song = `song "Test" { tempo 120bpm, key A minor }
instrument sub = MonoSynth { range: B0..G3 }
track bass { instrument: sub, level: -9dB, send echo: -12dB }
bus echo { delay: 3/16 38% }
pattern low = "a1 c2 [e2 g2]*2 c2"
section intro 4 bars { bass: low }
section verse 8 bars { bass: low.rev }
arrange intro verse intro
`;

const wholeText = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

suite('language server: what it shows', () => {
  let vs: Editor;
  const opened = async (text: string, options?: object): Promise<void> => {
    vs = await editor({}, options);
    vs.open(text);
  };
  teardown(async () => {
    assert.deepEqual(vs.errors, []);
    await vs.end();
  });

  const hints = async (options?: object): Promise<readonly string[]> => {
    await opened(song, options);
    const found = await vs.request<InlayHint[]>('textDocument/inlayHint', { range: wholeText });
    return found.map(({ position, label }) => `${vs.lineUpTo(position)}‹${String(label)}›`);
  };

  test('hints at the bars and the seconds of sections, at bars of the arrangement and at times', async () => {
    assert.deepEqual(await hints(), [
      'section intro 4 bars‹bar 1, 0:00, 2 times›',
      'section verse 8 bars‹bar 5, 0:08›',
      'arrange intro‹1›',
      'arrange intro verse‹5›',
      'arrange intro verse intro‹13›',
      'bus echo { delay: 3/16‹375ms›',
    ]);
  });

  test('hints at nothing that its user does not want', async () => {
    assert.deepEqual(await hints({ hints: { bars: false, times: false } }), [
      'section intro 4 bars‹0:00, 2 times›',
      'section verse 8 bars‹0:08›',
    ]);
    await vs.end();
    assert.deepEqual(await hints({ hints: false }), []);
  });

  test('hints only at the lines in sight', async () => {
    await opened(song);
    const { line } = vs.positionOf('arrange');
    const range = { start: { line, character: 0 }, end: { line, character: 99 } };
    assert.equal((await vs.request<InlayHint[]>('textDocument/inlayHint', { range })).length, 3);
  });

  test('plays, loops and bounces sections and hears tracks alone, in an editor that has the commands', async () => {
    await opened(`${song}section spare 2 bars {}\n`, { commands: Object.values(songCommands) });
    const lenses = await vs.request<CodeLens[]>('textDocument/codeLens');
    const shown = lenses.map(({ range, command }) => `${vs.textOf(range)}: ${command!.title}`);
    assert.deepEqual(shown, [
      'intro: $(play) Play',
      'intro: Loop',
      'intro: Queue',
      'intro: Bounce',
      'verse: $(play) Play',
      'verse: Loop',
      'verse: Queue',
      'verse: Bounce',
      'bass: Solo',
      'bass: Mute',
    ]);
    const { command } = lenses.find(({ command: one }) => one!.title === 'Solo')!;
    assert.deepEqual(command!.arguments, [{ uri: vs.uri, path: 'bass.solo', value: 'true' }]);
  });

  test('says in its documentation which commands there are, and what they are given', async () => {
    await opened(song);
    const page = fs.readFileSync(new URL('../../docs/editors.md', import.meta.url), 'utf8');
    for (const id of Object.values(songCommands)) assert.ok(page.includes(`\`${id}\``), id);
  });

  test('has no lenses for an editor without the commands, and ends a solo that is on', async () => {
    await opened(song);
    assert.deepEqual(await vs.request('textDocument/codeLens'), []);
    await vs.end();
    await opened(song.replace('level', 'solo, level'), { commands: [songCommands.set] });
    const lenses = await vs.request<CodeLens[]>('textDocument/codeLens');
    assert.deepEqual(
      lenses.map(({ command }) => [command!.title, command!.arguments![0].value]),
      [
        ['Solo off', 'false'],
        ['Mute', 'true'],
      ],
    );
  });

  test('tells names apart by what they are', async () => {
    await opened(song);
    const { data } = await vs.request<SemanticTokens>('textDocument/semanticTokens/full');
    const shown = tokensOf(data, vs);
    for (const expected of [
      'sub: class declaration',
      'MonoSynth: type defaultLibrary',
      'sub: class',
      'bass: variable declaration',
      'echo: namespace declaration',
      'low: function declaration',
      'low: function',
      'rev: method defaultLibrary',
      'intro: struct declaration',
      'intro: struct',
    ])
      assert.ok(shown.includes(expected), `${expected} in ${shown.join(', ')}`);
  });

  test('sends of the colours only what an edit has changed, and those of a part alone', async () => {
    await opened(song);
    const full = await vs.request<SemanticTokens>('textDocument/semanticTokens/full');
    await vs.change(song.length, song.length, 'pattern high = "a4"\n');
    const delta = await vs.request<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
      previousResultId: full.resultId,
    });
    const patched = [...full.data];
    for (const { start, deleteCount, data } of delta.edits)
      patched.splice(start, deleteCount, ...(data ?? []));
    const fresh = await vs.request<SemanticTokens>('textDocument/semanticTokens/full');
    assert.deepEqual(patched, fresh.data);
    assert.ok(delta.edits.flatMap(({ data }) => data ?? []).length < full.data.length / 2);
    const { line } = vs.positionOf('pattern low');
    const range = { start: { line, character: 0 }, end: { line, character: 99 } };
    const part = await vs.request<SemanticTokens>('textDocument/semanticTokens/range', { range });
    assert.deepEqual(tokensOf(part.data, vs), ['low: function declaration']);
  });

  test('shows the colours of tracks and buses, and writes the one that is chosen', async () => {
    await opened(
      song.replace('level: -9dB', 'color: #3a9fff').replace('bus echo {', 'bus echo { color: #F00,'),
    );
    const colors = await vs.request<ColorInformation[]>('textDocument/documentColor');
    assert.deepEqual(
      colors.map(({ range, color }) => [vs.textOf(range), Math.round(color.red * 255), color.blue]),
      [
        ['#3a9fff', 58, 1],
        ['#F00', 255, 0],
      ],
    );
    const [written] = await vs.request<ColorPresentation[]>('textDocument/colorPresentation', {
      color: { red: 0, green: 0.5, blue: 1, alpha: 1 },
      range: colors[0]!.range,
    });
    assert.deepEqual(written!.textEdit, { range: colors[0]!.range, newText: '#0080ff' });
  });

  test('grows a selection from a note over its group and its pattern to its line', async () => {
    await opened(song);
    const [found] = await vs.request<SelectionRange[]>('textDocument/selectionRange', {
      positions: [vs.positionOf('g2]', 1)],
    });
    const shown: string[] = [];
    for (let one: SelectionRange | undefined = found; one; one = one.parent) shown.push(vs.textOf(one.range));
    assert.deepEqual(shown.slice(0, 2), ['', 'g2']);
    for (const expected of ['[e2 g2]', '[e2 g2]*2', 'pattern low = "a1 c2 [e2 g2]*2 c2"', song])
      assert.ok(shown.includes(expected), `${expected} in ${JSON.stringify(shown)}`);
    assert.deepEqual(
      shown,
      shown.toSorted((one, other) => one.length - other.length),
    );
  });

  test('finds what the workspace declares by a few letters', async () => {
    await opened(song);
    const found = await vs.request<SymbolInformation[]>('workspace/symbol', { query: 'vrs' });
    assert.deepEqual(
      found.map(({ name, containerName, location }) => [name, containerName, vs.textOf(location.range)]),
      [['verse', 'Test', 'verse']],
    );
    assert.ok((await vs.request<SymbolInformation[]>('workspace/symbol', { query: '' })).length > 5);
  });

  test('draws a pattern as a piano roll: a picture where the editor shows one, else letters', async () => {
    await opened(song, { pictures: true });
    const position = vs.positionOf('bass: low', 6);
    const { contents } = await vs.request<Hover>('textDocument/hover', { position });
    const { value } = contents as { value: string };
    const [, alt, address] = /!\[(.*?)\]\(data:image\/svg\+xml,([^()\s]*)\)/.exec(value) ?? [];
    assert.equal(alt, '7 notes in 1 bar');
    const picture = decodeURIComponent(address!);
    assert.equal(picture.match(/<rect /g)?.length, 7);
    assert.match(picture, />A1<.*|>G2</);
    await vs.end();
    await opened(song);
    const plain = await vs.request<Hover>('textDocument/hover', { position });
    const letters = (plain.contents as { value: string }).value;
    assert.match(letters, /G2 ·········█·█····\n/);
    assert.ok(!letters.includes('data:'));
  });

  test('tells when a section plays, what a track plays, and where a note stands in its bar', async () => {
    await opened(song);
    const at = async (needle: string, after = 0): Promise<string> => {
      const { contents } = await vs.request<Hover>('textDocument/hover', {
        position: vs.positionOf(needle, after),
      });
      return (contents as { value: string }).value;
    };
    assert.match(await at('section intro', 9), /bars 1 to 4, 0:00 to 0:08 {2}\nbars 13 to 16, 0:24 to 0:32/);
    assert.match(await at('track bass', 7), /112 notes, A1 to G2/);
    assert.match(await at('g2]'), /bar 1, beat 3\.25, 1\/16 of a bar, 125ms/);
    assert.match(await at('low.rev', 5), /```text/);
  });

  test('follows tempo and meter through the song in what it tells', async () => {
    await opened(song.replace('tempo 120bpm', 'tempo 120bpm, 60bpm at verse'));
    const { contents } = await vs.request<Hover>('textDocument/hover', {
      position: vs.positionOf('section verse', 9),
    });
    assert.match((contents as { value: string }).value, /bars 5 to 12, 0:08 to 0:40/);
  });

  test('says what a transform and an effect take, and which of it is due', async () => {
    await opened(song.replace('low.rev', 'low.every(4, '));
    const help = await vs.request<SignatureHelp>('textDocument/signatureHelp', {
      position: vs.positionOf('every(4, ', 9),
    });
    assert.match(help.signatures[0]!.label, /^every\(/);
    assert.equal(help.activeParameter, 1);
    const [from, to] = help.signatures[0]!.parameters![1]!.label as [number, number];
    assert.equal(help.signatures[0]!.label.slice(from, to), 'transform');
    await vs.change(0, song.length + 6, 'track a { compressor: -18dB  }\n');
    const effect = await vs.request<SignatureHelp>('textDocument/signatureHelp', {
      position: vs.positionOf('-18dB ', 6),
    });
    assert.match(effect.signatures[0]!.label, /^compressor: threshold ratio/);
    assert.equal(effect.activeParameter, 1);
  });

  test('lays out the lines of a selection alone, and a line when its brace is closed', async () => {
    const messy = song
      .replaceAll('section intro 4', 'section   intro   4')
      .replace('section verse', 'section    verse');
    await opened(messy);
    const { line } = vs.positionOf('section   intro');
    const options = { tabSize: 2, insertSpaces: true };
    const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
    const edits = await vs.request<TextEdit[]>('textDocument/rangeFormatting', { range, options });
    assert.equal(vs.applied(edits), messy.replace('section   intro   4', 'section intro 4'));
    const position = vs.positionOf('low.rev }', 9);
    const typed = await vs.request<TextEdit[]>('textDocument/onTypeFormatting', {
      position,
      ch: '}',
      options,
    });
    assert.equal(vs.applied(typed), messy.replace('section    verse', 'section verse'));
  });
});

/** `word: type modifiers` of each token. */
const tokensOf = (data: readonly number[], vs: Editor): readonly string[] => {
  const shown: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down, right, length, type, modifiers] = data.slice(at, at + 5) as [
      number,
      number,
      number,
      number,
      number,
    ];
    [line, character] = [line + down, down > 0 ? right : character + right];
    const range = { start: { line, character }, end: { line, character: character + length } };
    const words = legend.tokenModifiers.filter((_, bit) => modifiers & (1 << bit));
    shown.push([`${vs.textOf(range)}: ${legend.tokenTypes[type]}`, ...words].join(' '));
  }
  return shown;
};
