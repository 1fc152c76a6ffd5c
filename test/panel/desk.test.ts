// Moves of the mixer become intents: once on release, again when stale, not at all when the text agrees.

import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { eventually } from '../tools/eventually.ts';
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

  async function sets(count: number) {
    const sent = () => shown.received('set');
    await eventually(
      `${count} values`,
      async () => (await sent()).length >= count,
      async () => (await sent()).length,
    );
    // One more than there should be would have come by then.
    await shown.settled();
    const all = await sent();
    assert.equal(all.length, count, JSON.stringify(all));
    return all;
  }

  /** Waits until the field beside the fader says `value`, such as `-3dB`. */
  const reads = (value: string) =>
    eventually(
      `the level ${value}`,
      async () => `${Number.parseFloat((await level().inputValue()).replace('−', '-'))}dB` === value,
      () => level().inputValue(),
    );

  async function drag(pixels: number): Promise<void> {
    const box = (await fader().boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await shown.page.mouse.move(x, y);
    await shown.page.mouse.down();
    for (let step = 1; step <= 10; step++) await shown.page.mouse.move(x, y + (pixels * step) / 10);
    await shown.page.mouse.up();
  }

  test('a fader dragged and released sends exactly one value, with its unit', async () => {
    await open();
    await drag(30);
    const [set] = await sets(1);
    assert.equal(set!.path, 'tone.level');
    assert.equal(set!.version, 1);
    assert.match(set!.value, /^-\d+(\.\d)?dB$/);
    await reads(set!.value);
  });

  test('a fader brought back to where it was sends nothing', async () => {
    await open();
    const box = (await fader().boundingBox())!;
    await shown.page.mouse.move(box.x + 10, box.y + 60);
    await shown.page.mouse.down();
    await shown.page.mouse.move(box.x + 10, box.y + 90, { steps: 4 });
    await shown.page.mouse.move(box.x + 10, box.y + 60, { steps: 4 });
    await shown.page.mouse.up();
    await sets(0);
  });

  test('a stale value is sent again with the next version of the song, once', async () => {
    await open();
    await drag(30);
    const [first] = await sets(1);
    await shown.send({
      type: 'refused',
      request: first!.request,
      reason: 'The text has changed.',
      stale: true,
    });
    await sets(1);
    await shown.openText(testSong({ kick: 'bd*2' }), 2);
    const [, second] = await sets(2);
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
    await drag(30);
    const [first] = await sets(1);
    await shown.send({
      type: 'refused',
      request: first!.request,
      reason: 'The text has changed.',
      stale: true,
    });
    await shown.openText(testSong({ toneLevel: first!.value }), 2);
    await sets(1);
  });

  test("a value refused for good goes back to the text's, and says why", async () => {
    await open();
    await drag(30);
    const [first] = await sets(1);
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
    await drag(30);
    const [first] = await sets(1);
    await shown.send({ type: 'accepted', request: first!.request });
    await shown.openText(testSong({ toneLevel: '-3dB' }), 2);
    await reads('-3dB');
    await sets(1);
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
    assert.equal((await sets(1))[0]!.value, '-10dB');
    await level().fill('-7,5');
    await level().press('Enter');
    assert.equal((await sets(2))[1]!.value, '-7.5dB');
    await fader().dblclick();
    assert.equal((await sets(3))[2]!.value, '0dB');
  });

  test('pan, send, mute and solo are written as the song writes them', async () => {
    await open();
    const pan = shown.panel.getByRole('slider', { name: 'Pan of tone' });
    await pan.focus();
    await shown.page.keyboard.press('PageDown');
    assert.deepEqual(
      (await sets(1)).map(({ path, value }) => [path, value]),
      [['tone.pan', '20% left']],
    );
    await shown.panel.getByRole('slider', { name: 'Send of tone to room' }).press('PageUp');
    await shown.panel.getByRole('button', { name: 'Solo kick' }).click();
    await shown.panel.getByRole('button', { name: 'Mute kick' }).click();
    const written = (await sets(4))
      .slice(1)
      .map(({ path, value }) => `${path} ${value}`)
      .sort();
    assert.deepEqual(written, ['kick.mute true', 'kick.solo true', 'tone.send.room -24dB']);
    await pan.dblclick();
    assert.equal((await sets(5))[4]!.value, 'centre');
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
    assert.equal((await sets(1))[0]!.version, 2);
  });
});
