// Sections and notes moved in the panel: each gesture is one intent, by hand and by keyboard.

import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import type { Gesture } from '../../src/protocol/gestures.ts';
import { gestures } from './hand.ts';
import { raiseStage, type Shown, type Stage } from './stage.ts';

const text = `song "Gestures" { tempo 120bpm, key A minor }
instrument tone = Synth
track lead { instrument: tone }
pattern hook = "a4 ~ c5 e5"
section intro 4 bars { lead: hook }
section verse 8 bars { lead: hook }
section outro 4 bars { lead: "a4" }
arrange intro verse*2 outro
`;

suite('the panel moves', () => {
  let stage: Stage;
  let shown: Shown;
  suiteSetup(async () => {
    stage = await raiseStage();
  });
  suiteTeardown(() => stage?.close());

  const open = async (): Promise<void> => {
    await shown?.page.close();
    shown = await stage.open(text);
    await shown.panel.getByRole('toolbar', { name: 'Section intro' }).waitFor();
  };
  const asWords = (gesture: Gesture | undefined): string =>
    gesture?.do === 'rearrange'
      ? gesture.placements.map(({ section, repeats }) => `${section}*${repeats}`).join(' ')
      : JSON.stringify(gesture);
  const button = (name: string) => shown.panel.getByRole('button', { name, exact: true });

  test('a section by its buttons: later, once more, longer, out', async () => {
    await open();
    await button('Move intro later').click();
    await button('One bar more in intro').click();
    await button('Take intro out here').click();
    await shown.panel.getByLabel('Insert a section after intro').selectOption('outro');
    const [later, longer, out, more] = await gestures(shown, 4);
    assert.equal(asWords(later), 'verse*2 intro*1 outro*1');
    assert.deepEqual(longer, { do: 'resize', section: 'intro', bars: 5 });
    assert.equal(asWords(out), 'verse*2 outro*1');
    assert.equal(asWords(more), 'intro*1 outro*1 verse*2 outro*1');
  });

  test('a section dragged to the end, and an edge by two bars', async () => {
    await open();
    const name = await shown.panel.getByRole('button', { name: /^intro, bar 1/ }).boundingBox();
    const last = await shown.panel.getByRole('button', { name: /^outro, bar 21/ }).boundingBox();
    const y = name!.y + name!.height / 2;
    const { mouse } = shown.page;
    await mouse.move(name!.x + 10, y);
    await mouse.down();
    await mouse.move(name!.x + 60, y);
    await mouse.move(last!.x + last!.width - 4, y, { steps: 4 });
    await mouse.up();
    const edge = shown.panel.locator('.section-edge').first();
    const box = (await edge.boundingBox())!;
    const bar = name!.width / 4;
    await mouse.move(box.x + 3, y);
    await mouse.down();
    await mouse.move(box.x + 3 + bar * 2, y, { steps: 5 });
    await mouse.up();
    const [moved, longer] = await gestures(shown, 2);
    assert.equal(asWords(moved), 'verse*2 outro*1 intro*1');
    assert.deepEqual(longer, { do: 'resize', section: 'intro', bars: 6 });
  });

  test('notes of the pattern at the cursor: put in, moved, taken out', async () => {
    await open();
    const offset = text.indexOf('a4 ~');
    await shown.page.evaluate((at) => globalThis.host.cursor(at), offset + 1);
    await button('Piano roll').click();
    const grid = shown.panel.getByRole('application', { name: /Notes of hook/ });
    await grid.waitFor();
    await grid.focus();
    // The caret stands on the first note; up to the c, and on to the empty second beat.
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter'])
      await grid.press(key);
    await grid.press('Home');
    await grid.press('Alt+ArrowUp');
    await grid.press('Delete');
    // The text has not said yes: above the note there is nothing to take out.
    const [add, move] = await gestures(shown, 2);
    assert.deepEqual(add, {
      do: 'roll',
      from: offset,
      edits: [{ to: { begin: [4, 16], end: [5, 16], word: 'a4' } }],
    });
    assert.deepEqual(move, {
      do: 'roll',
      from: offset,
      edits: [{ note: { begin: [0, 1], word: 'a4' }, to: { begin: [0, 1], end: [1, 4], word: 'a#4' } }],
    });
  });

  test('how hard notes are played: by the bars under the roll, and by the slider of the note at the caret', async () => {
    await open();
    const offset = text.indexOf('a4 ~');
    await shown.page.evaluate((at) => globalThis.host.cursor(at), offset + 1);
    await button('Piano roll').click();
    const lane = (await shown.panel.locator('.velocity-lane').boundingBox())!;
    const { mouse } = shown.page;
    // The e stands at three quarters of the bar.
    await mouse.move(lane.x + lane.width * 0.75 + 2, lane.y + 20);
    await mouse.down();
    await mouse.move(lane.x + lane.width * 0.75 + 2, lane.y + lane.height / 2 + 4, { steps: 4 });
    await mouse.up();
    const [dragged] = await gestures(shown, 1);
    assert.ok(dragged?.do === 'velocity');
    assert.deepEqual([dragged.from, dragged.begins], [offset, [[3, 4]]]);
    assert.ok(Math.abs(dragged.velocity - 0.5) < 0.06, `${dragged.velocity}`);
    const slider = shown.panel.getByRole('slider', { name: 'Velocity of a4, bar 1 beat 1' });
    await slider.press('ArrowUp');
    const [, stepped] = await gestures(shown, 2);
    assert.deepEqual(stepped, { do: 'velocity', from: offset, begins: [[0, 1]], velocity: 0.81 });
  });

  test('tell why not where the text refuses', async () => {
    await open();
    await button('Take intro out here').click();
    await gestures(shown, 1);
    const [sent] = await shown.received('gesture');
    const request = sent!.request;
    await shown.send({ type: 'refused', request, reason: 'The text has changed.', stale: true });
    await shown.panel.getByText('The text has changed.').waitFor();
    assert.deepEqual(shown.errors, []);
  });
});
