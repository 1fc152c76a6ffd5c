// A value that code makes is locked in the mixer, says so, and leads to the code.

import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { eventually } from '../tools/eventually.ts';
import { testSong } from './songs.ts';
import { raiseStage, type Shown, type Stage } from './stage.ts';

suite('a control that code sets', () => {
  let stage: Stage;
  let shown: Shown;
  suiteSetup(async () => {
    stage = await raiseStage();
    shown = await stage.open(testSong());
    await shown.host((host) =>
      host.lock('tone', {
        level: { reason: 'Computed by the program, not written', from: 40, to: 55 },
        mute: { reason: 'Written once for several values', from: 60, to: 65 },
      }),
    );
    await shown.panel.getByRole('button', { name: /^Level of tone is locked/ }).waitFor();
  });
  suiteTeardown(() => stage?.close());

  test('does not move, by hand or by key', async () => {
    const fader = shown.panel.getByRole('slider', { name: 'Level of tone', exact: true });
    assert.equal(await fader.getAttribute('aria-readonly'), 'true');
    assert.match((await fader.getAttribute('aria-valuetext'))!, /Computed by the program/);
    const before = await fader.getAttribute('aria-valuenow');
    const box = (await fader.boundingBox())!;
    await shown.page.mouse.move(box.x + box.width / 2, box.y + box.height / 3);
    await shown.page.mouse.down();
    await shown.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
    await shown.page.mouse.up();
    await fader.press('ArrowUp');
    await fader.dblclick({ position: { x: 4, y: 20 } });
    await shown.settled();
    assert.equal(await fader.getAttribute('aria-valuenow'), before);
    assert.deepEqual(await shown.received('set'), []);
    assert.equal(
      await shown.panel.getByRole('textbox', { name: 'Level of tone in dB' }).getAttribute('readonly'),
      '',
    );
  });

  test('shows the code that makes it', async () => {
    await shown.panel.getByRole('button', { name: /^Level of tone is locked/ }).click();
    await shown.panel.getByRole('button', { name: /^Mute tone: locked/ }).click();
    const revealed = () => shown.received('reveal');
    await eventually('both places', async () => (await revealed()).length >= 2, revealed);
    assert.deepEqual(
      (await revealed()).map(({ from, to }) => [from, to]),
      [
        [40, 55],
        [60, 65],
      ],
    );
    assert.deepEqual(await shown.received('set'), []);
  });

  test('leaves the other controls free', async () => {
    await shown.panel.getByRole('button', { name: 'Mute kick', exact: true }).click();
    await eventually(
      'a set',
      async () => (await shown.received('set')).length === 1,
      () => shown.received('set'),
    );
  });
});
