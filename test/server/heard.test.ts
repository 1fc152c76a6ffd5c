// Findings of sound in an editor: after a save, on their lines, stale while the text is another one.

import assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { newMeasurer } from '../../src/render/measurer.ts';
import { coreBytes } from '../sound/listen.ts';
import { eventually } from '../tools/eventually.ts';
import { type Editor, editor } from './editor.ts';

const song = `song "Too Soft" { tempo 120bpm }
instrument soft = PolySynth(Synth) { }
track lead { instrument: soft, level: -9dB }
section verse 4 bars { lead: "a4 c5 e5 c5" }
arrange verse
deliver broadcast
master { level: -12dB }
`;

suite('findings of sound', () => {
  const measurer = newMeasurer({ core: coreBytes() });
  const measure: NonNullable<Parameters<typeof editor>[0]>['measure'] = (one, timeline, { signal, before }) =>
    measurer.measure(one, timeline, { signal, before });
  suiteTeardown(() => measurer.close());

  const opened = async (text = song): Promise<Editor> => {
    const one = await editor({ measure });
    one.open(text);
    await one.diagnostics();
    return one;
  };
  const heard = (found: PublishDiagnosticsParams | undefined) =>
    (found?.diagnostics ?? []).filter(({ code }) => code === 'MST1');
  const afterSave = async (one: Editor, count = one.published.length) => {
    one.save();
    await eventually('findings of sound', () => one.published.length > count);
    return heard(one.published.at(-1));
  };

  test('come after a save, never as you type', async () => {
    const one = await opened();
    assert.deepEqual(heard(one.published.at(-1)), []);
    const [found, ...more] = await afterSave(one);
    assert.deepEqual(more, []);
    assert.equal(one.textOf(found!.range), 'broadcast');
    assert.match(String(found!.message), /LU below the -23 of broadcast/);
    assert.deepEqual(found!.tags ?? [], []);
    await one.end();
  });

  test('go grey where the text has changed elsewhere, and move along with their line', async () => {
    const one = await opened();
    await afterSave(one);
    const found = heard(await one.change(0, 0, '// a line above\n'));
    assert.deepEqual(
      found.map(({ range, tags }) => [one.textOf(range), tags]),
      [['broadcast', [1]]],
    );
    assert.match(String(found[0]!.message), /^As last saved: /);
    await one.end();
  });

  test('go away with their own line', async () => {
    const one = await opened();
    await afterSave(one);
    const at = song.indexOf('broadcast');
    assert.deepEqual(heard(await one.change(at, at + 'broadcast'.length, 'club')), []);
    await one.end();
  });

  test('are measured anew by the next save, and their fix is offered where they are fresh', async () => {
    const one = await opened();
    const [found] = await afterSave(one);
    const ask = () =>
      one.request<{ title: string; edit: object }[]>('textDocument/codeAction', {
        range: found!.range,
        context: { diagnostics: [found] },
      });
    const titles = (await ask()).map(({ title }) => title);
    assert.ok(
      titles.some((title) => /^Set the master to [-\d.]+dB$/.test(title)),
      titles.join(', '),
    );
    const at = song.indexOf('-12dB');
    await one.change(at, at + 5, '-3dB');
    assert.ok(!(await ask()).some(({ title }) => title.startsWith('Set the master')));
    const [after] = await afterSave(one);
    assert.notEqual(after?.message, found!.message);
    assert.deepEqual(after?.tags ?? [], []);
    await one.end();
  });
});
