// While it plays, the panel says frame by frame which tokens of the text sound.

import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import type { FromPanel } from '../../src/protocol/panel.ts';
import { eventually } from '../tools/eventually.ts';
import { raiseStage, type Shown, type Stage } from './stage.ts';

const text = `song "Lights" { tempo 120bpm }
instrument tone = Synth { envelope.release: 20ms }
track lead { instrument: tone, level: -20dB }
section a 8 bars { lead: "c4 e4 g4 ~" }
arrange a
`;

type Light = Extract<FromPanel, { type: 'sounding' }>;

/** What is lit in the end: what is told for a moment takes the place of what was told for it and later. */
const asLit = (told: readonly Light[]): readonly Light[] =>
  told.reduce<readonly Light[]>(
    (kept, light) => [...kept.filter(({ dueMs }) => dueMs < light.dueMs), light],
    [],
  );

suite('the panel lights up', () => {
  let stage: Stage;
  let shown: Shown;
  suiteSetup(async () => {
    stage = await raiseStage();
    shown = await stage.open(text);
  });
  suiteTeardown(() => stage?.close());

  test('what sounds, note after note, and nothing when it stops', async () => {
    const lit = async () => asLit(await shown.received('sounding')).map(({ ids }) => ids);
    const said = async () => (await lit()).map(({ length }) => length);
    await shown.play();
    await eventually('three notes', async () => new Set((await lit()).flat()).size === 3, said);
    await eventually('a rest', async () => (await said()).includes(0), said);
    const counts = await said();
    assert.ok(
      counts.every((count) => count <= 1),
      `${counts}`,
    );
    await shown.panel.getByRole('button', { name: 'Stop', exact: true }).click();
    await eventually('darkness', async () => (await said()).at(-1) === 0, said);
    assert.deepEqual(shown.errors, []);
  });

  test('the old notes of a changed song, as long as they sound', async () => {
    const waiting = await stage.open();
    const type = (text: string) => waiting.page.evaluate((text) => globalThis.host.type(text), text);
    await type(text);
    await waiting.panel.locator('.transport').waitFor();
    await waiting.play();
    await waiting.listen(0.3);
    const from = (await waiting.received('sounding')).length;
    await type(text.replace('c4 e4 g4 ~', 'd4 f4 a4 b4'));
    const versions = async () =>
      asLit((await waiting.received('sounding')).slice(from)).map(({ version, ids }) =>
        ids.length > 0 ? version : 0,
      );
    await eventually('lights of the changed song', async () => (await versions()).includes(2), versions);
    const told = await versions();
    // What is left of the first bar, then the second.
    assert.ok(told.indexOf(1) >= 0 && told.lastIndexOf(1) < told.indexOf(2), `${told}`);
    await waiting.page.close();
  });
});
