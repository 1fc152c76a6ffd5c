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
});
