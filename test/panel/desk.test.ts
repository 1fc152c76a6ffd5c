// Moves of the mixer become intents: once on release, again when stale, not at all when the text agrees.

import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { eventually } from '../tools/eventually.ts';
import { drag, type, values } from './hand.ts';
import { testSong } from './songs.ts';
import { raiseStage, type Shown, type Stage } from './stage.ts';

suite('the panel sets', () => {
  let stage: Stage;
  let shown: Shown;
  suiteSetup(async () => {
    stage = await raiseStage();
  });
  suiteTeardown(() => stage?.close());

  async function open(text = testSong()): Promise<void> {
    await shown?.page.close();
    shown = await stage.open(text);
  }

  const level = () => shown.panel.getByRole('textbox', { name: 'Level of tone in dB' });
  const fader = () => shown.panel.getByRole('slider', { name: 'Level of tone' });

  /** Waits until the field beside the fader says `value`, such as `-3dB`. */
  const reads = (value: string) =>
    eventually(
      `the level ${value}`,
      async () => `${Number.parseFloat((await level().inputValue()).replace('−', '-'))}dB` === value,
      () => level().inputValue(),
    );

  test('a fader dragged and released sends exactly one value, with its unit', async () => {
    await open();
    await drag(shown, fader(), 0, 30);
    const [set] = await values(shown, 1);
    assert.equal(set!.path, 'tone.level');
    assert.equal(set!.version, 1);
    assert.match(set!.value, /^-\d+(\.\d)?dB$/);
    await reads(set!.value);
  });

  test('a strip solo-safe by its button, and the pan law of the master by a slider and by keyboard', async () => {
    await open();
    await shown.panel.getByRole('button', { name: /^Solo-safe tone/ }).click();
    await shown.panel.getByRole('button', { name: 'Edit the channel of master' }).click();
    const law = shown.panel.getByRole('slider', { name: 'in the middle of the song' });
    assert.equal(await law.getAttribute('aria-valuetext'), 'minus 3 dB');
    await type(shown.panel.getByRole('textbox', { name: 'in the middle of the song, exact' }), '-4.5');
    await law.press('Delete');
    assert.deepEqual(
      (await values(shown, 3)).map(({ path, value }) => `${path} ${value}`),
      ['tone.soloSafe true', 'master.panLaw -4.5dB', 'master.panLaw -3dB'],
    );
  });

  test('a fader brought back to where it was sends nothing', async () => {
    await open();
    const box = (await fader().boundingBox())!;
    await shown.page.mouse.move(box.x + 10, box.y + 60);
    await shown.page.mouse.down();
    await shown.page.mouse.move(box.x + 10, box.y + 90, { steps: 4 });
    await shown.page.mouse.move(box.x + 10, box.y + 60, { steps: 4 });
    await shown.page.mouse.up();
    await values(shown, 0);
  });

  test('a stale value is sent again with the next version of the song, once', async () => {
    await open();
    await drag(shown, fader(), 0, 30);
    const [first] = await values(shown, 1);
    await shown.send({
      type: 'refused',
      request: first!.request,
      reason: 'The text has changed.',
      stale: true,
    });
    await values(shown, 1);
    await shown.openText(testSong({ kick: 'bd*2' }), 2);
    const [, second] = await values(shown, 2);
    assert.deepEqual(
      { path: second!.path, value: second!.value, version: second!.version },
      { path: first!.path, value: first!.value, version: 2 },
    );
    assert.ok(second!.request > first!.request);
    // The fader stays where the hand left it.
    await reads(second!.value);
  });

  test('a stale value is not sent again when the text says the same by then', async () => {
    await open();
    await drag(shown, fader(), 0, 30);
    const [first] = await values(shown, 1);
    await shown.send({
      type: 'refused',
      request: first!.request,
      reason: 'The text has changed.',
      stale: true,
    });
    await shown.openText(testSong({ toneLevel: first!.value }), 2);
    await values(shown, 1);
  });

  test("a value refused for good goes back to the text's, and says why", async () => {
    await open();
    await drag(shown, fader(), 0, 30);
    const [first] = await values(shown, 1);
    await shown.send({
      type: 'refused',
      request: first!.request,
      reason: 'The level of tone is set by a pattern.',
      stale: false,
    });
    await shown.panel.getByText('The level of tone is set by a pattern.').waitFor();
    await reads('-12dB');
  });

  test("an accepted value gives way to the text's next version, whatever it says", async () => {
    await open();
    await drag(shown, fader(), 0, 30);
    const [first] = await values(shown, 1);
    await shown.send({ type: 'accepted', request: first!.request });
    await shown.openText(testSong({ toneLevel: '-3dB' }), 2);
    await reads('-3dB');
    await values(shown, 1);
  });

  test('keys, typing and a double click each send one value', async () => {
    await open();
    await fader().focus();
    // Pressed inside the page, so that a busy machine puts no rest between them: a rest ends the gesture.
    await fader().evaluate(async (element) => {
      for (let press = 0; press < 4; press++) {
        element.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true, cancelable: true }),
        );
        await new Promise((drawn) => setTimeout(drawn));
      }
    });
    assert.equal((await values(shown, 1))[0]!.value, '-10dB');
    await type(level(), '-7,5');
    assert.equal((await values(shown, 2))[1]!.value, '-7.5dB');
    await fader().dblclick();
    assert.equal((await values(shown, 3))[2]!.value, '0dB');
  });

  test('pan, send, mute and solo are written as the song writes them', async () => {
    await open();
    const pan = shown.panel.getByRole('slider', { name: 'Pan of tone' });
    await pan.focus();
    await shown.page.keyboard.press('PageDown');
    assert.deepEqual(
      (await values(shown, 1)).map(({ path, value }) => [path, value]),
      [['tone.pan', '20% left']],
    );
    await shown.panel.getByRole('slider', { name: 'Send of tone to room' }).press('PageUp');
    await shown.panel.getByRole('button', { name: 'Solo kick' }).click();
    await shown.panel.getByRole('button', { name: 'Mute kick' }).click();
    const written = (await values(shown, 4))
      .slice(1)
      .map(({ path, value }) => `${path} ${value}`)
      .sort();
    assert.deepEqual(written, ['kick.mute true', 'kick.solo true', 'tone.send.room -24dB']);
    await pan.dblclick();
    assert.equal((await values(shown, 5))[4]!.value, 'centre');
  });

  test('a pan and a send are typed where they stand', async () => {
    await open();
    const pan = shown.panel.getByRole('textbox', { name: /^Pan of tone/ });
    await type(pan, '30L');
    await type(pan, 'wide');
    await shown.settled();
    assert.equal(await pan.getAttribute('aria-invalid'), 'true');
    await type(shown.panel.getByRole('textbox', { name: 'Send of tone to room in dB' }), '-7,5');
    assert.deepEqual(
      (await values(shown, 2)).map(({ path, value }) => `${path} ${value}`),
      ['tone.pan 30% left', 'tone.send.room -7.5dB'],
    );
  });

  test('a new version does not move a fader that a hand holds', async () => {
    await open();
    const box = (await fader().boundingBox())!;
    await shown.page.mouse.move(box.x + 10, box.y + 60);
    await shown.page.mouse.down();
    await shown.page.mouse.move(box.x + 10, box.y + 100, { steps: 4 });
    await shown.settled();
    const held = await level().inputValue();
    assert.notEqual(held, '−12.0');
    await shown.openText(testSong({ toneLevel: '-1dB' }), 2);
    await shown.settled();
    assert.equal(await level().inputValue(), held);
    await shown.page.mouse.up();
    assert.equal((await values(shown, 1))[0]!.version, 2);
  });
});
