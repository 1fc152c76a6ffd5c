// While it plays, the panel says frame by frame which tokens of the text sound.

import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { eventually } from '../tools/eventually.ts';
import { raiseStage, type Shown, type Stage } from './stage.ts';

const text = `song "Lights" { tempo 120bpm }
instrument tone = Synth { envelope.release: 20ms }
track lead { instrument: tone, level: -20dB }
section a 8 bars { lead: "c4 e4 g4 ~" }
arrange a
`;

suite('the panel lights up', () => {
  let stage: Stage;
  let shown: Shown;
  suiteSetup(async () => {
    stage = await raiseStage();
    shown = await stage.open(text);
  });
  suiteTeardown(() => stage?.close());

  test('what sounds, note after note, and nothing when it stops', async () => {
    const said = async () => (await shown.received('sounding')).map(({ ids }) => ids.length);
    await shown.play();
    // Three notes and a rest, at least once.
    await eventually('a bar of lights', async () => (await said()).length >= 5, said);
    const counts = await said();
    assert.ok(counts.includes(1) && counts.includes(0), `${counts}`);
    assert.ok(
      counts.every((count) => count <= 1),
      `${counts}`,
    );
    const ids = (await shown.received('sounding')).flatMap((one) => one.ids);
    assert.equal(new Set(ids).size, 3);
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
      (await waiting.received('sounding'))
        .slice(from)
        .map(({ version, ids }) => (ids.length > 0 ? version : 0));
    await eventually('lights of the changed song', async () => (await versions()).includes(2), versions);
    const told = await versions();
    // What is left of the first bar, then the second.
    assert.ok(told.indexOf(1) >= 0 && told.lastIndexOf(1) < told.indexOf(2), `${told}`);
    await waiting.page.close();
  });
});
