// The checks in the editor: what is chosen of them, why they are there, and fixing all that is sure.

import assert from 'node:assert/strict';
import { suite, teardown, test } from 'mocha';
import type { CodeAction, Hover, MarkupContent } from 'vscode-languageserver';
import { type Editor, editor, uri } from './editor.ts';

const song = `song "Checks" { key C major }
instrument soft = Synth
track lead { instrument: soft, send space: -12dB }
bus space { reverb: 2s }
section verse 1 bars { lead: "c4 f#4 g4 c5" }
arrange verse
// codetta-ignore INS1: nothing here
`;

suite('language server: living with the checks', () => {
  let vs: Editor;
  teardown(async () => {
    assert.deepEqual(vs.errors, []);
    await vs.end();
  });
  const codes = async (): Promise<readonly string[]> =>
    (await vs.diagnostics()).diagnostics.map(({ code, severity }) => `${code} ${severity}`);

  test('takes what the workspace chooses', async () => {
    vs = await editor({}, { checks: { HAR1: 'off', MIX8: 'error', nonsense: true } });
    vs.open(song);
    assert.deepEqual(await codes(), ['MIX8 1', 'HYG5 2']);
  });

  test('explains a problem where it stands, with its figures', async () => {
    vs = await editor({}, { checks: { 'MIX8.lowCut': -12 } });
    vs.open(song);
    await vs.diagnostics();
    const hover = await vs.request<Hover>('textDocument/hover', { position: vs.positionOf('reverb', 2) });
    const { value } = hover.contents as MarkupContent;
    assert.match(value, /\*\*MIX8\*\* · A reverb return without a high-pass/);
    assert.match(value, /A room answers to everything/);
    assert.match(value, /`MIX8\.lowCut` \*\*-12dB\*\*: .*\(tuned; else -9dB\)/);
    assert.match(value, /\[The page of this check\]\(file:\/\/\/pages\/MIX8\.md\)/);
  });

  test('fixes all that is sure', async () => {
    vs = await editor();
    vs.open(song);
    await vs.diagnostics();
    const actions = await vs.request<CodeAction[]>('textDocument/codeAction', {
      range: { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } },
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    assert.deepEqual(
      actions.map(({ kind }) => kind),
      ['source.fixAll.codetta'],
    );
    assert.equal(
      vs.appliedWorkspace(actions[0]!.edit!),
      song
        .replace('reverb: 2s', 'reverb: 2s, highpass: 250Hz')
        .replace('// codetta-ignore INS1: nothing here\n', ''),
    );
    const others = await vs.request<CodeAction[]>('textDocument/codeAction', {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
      context: { diagnostics: [] },
    });
    assert.deepEqual(
      others.filter(({ kind }) => kind?.startsWith('source')),
      [],
    );
  });

  test('offers the fixes of a cause at each of its places', async () => {
    vs = await editor();
    vs.open(`instrument sub = MonoSynth { range: E2..G4 }
track bass { instrument: sub }
section verse 1 bars { bass: "e1 g1 a1 b1" }
arrange verse
`);
    const { diagnostics } = await vs.diagnostics();
    const found = diagnostics.filter(({ code }) => code === 'INS1');
    assert.equal(found.length, 1);
    assert.ok(found[0]!.relatedInformation!.length >= 3);
    assert.ok(found[0]!.relatedInformation!.every(({ location }) => location.uri === uri));
    const at = vs.positionOf('b1');
    const actions = await vs.request<CodeAction[]>('textDocument/codeAction', {
      range: { start: at, end: at },
      context: { diagnostics: [], only: ['quickfix'] },
    });
    const all = actions.find(({ title }) => title.endsWith('and the others likewise'))!;
    assert.match(vs.appliedWorkspace(all.edit!), /"e2 g2 a2 b2"/);
  });
});

suite('language server: a check that throws', () => {
  test('is told of once as our mistake, and the others go on at every keystroke', async () => {
    const broken = new Proxy(
      {},
      {
        get: () => {
          throw new Error('a mistake of ours');
        },
      },
    );
    const vs = await editor({ soundFiles: () => broken });
    const text = `song "Once" { key C major }
instrument soft = Synth
take vox1 = "takes/vox1.wav"
track lead { instrument: soft, send space: -12dB }
track vox { level: -3dB }
bus space { reverb: 2s }
section verse 1 bars { lead: "c4 e4 g4 c5", vox: vox1 }
arrange verse
`;
    vs.open(text);
    const codes = ({ diagnostics }: Awaited<ReturnType<Editor['diagnostics']>>) =>
      diagnostics.map(({ code }) => code);
    assert.deepEqual(codes(await vs.diagnostics()), ['MIX8']);
    assert.deepEqual(codes(await vs.change(text.length, text.length, '// more\n')), ['MIX8']);
    assert.equal(vs.errors.length, 1, vs.errors.join('\n'));
    assert.match(vs.errors[0]!, /the check AST1 failed .* a mistake of ours/s);
    await vs.end();
  });
});
