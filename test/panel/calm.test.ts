// What moves and what speaks by itself: a screen reader is told of what a person did and of what went wrong, not of
// every beat; and where people ask for less motion nothing is animated.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { inRoot } from '../../src/build/root.mjs';
import { testSong } from './songs.ts';
import { raiseStage, type Shown, type Stage } from './stage.ts';

const nightDrive = fs.readFileSync(inRoot('samples/night-drive.song'), 'utf8');

/** From now on keeps what live regions say: text that changes inside one, `aria-live` or by its role. */
const listenIn = (shown: Shown): Promise<void> =>
  shown.page.frames()[1]!.evaluate(() => {
    const spoken: string[] = [];
    (globalThis as unknown as { spoken: string[] }).spoken = spoken;
    const told = new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest('[aria-live], [role=status], [role=alert], [role=log], output');
        if (region && region.getAttribute('aria-live') !== 'off') spoken.push(region.textContent ?? '');
      }
    });
    told.observe(document.body, { subtree: true, childList: true, characterData: true });
  });

const spoken = (shown: Shown): Promise<readonly string[]> =>
  shown.page.frames()[1]!.evaluate(() => (globalThis as unknown as { spoken: string[] }).spoken);

suite('the panel is calm', function () {
  // Ten seconds of the audio clock take longer on a busy machine.
  this.timeout(90_000);
  let stage: Stage;
  suiteSetup(async () => {
    stage = await raiseStage();
  });
  suiteTeardown(() => stage?.close());

  test('ten seconds of playing, over sections of other lengths, say nothing', async () => {
    const uneven = testSong().replace('section two 2 bars', 'section two 1 bars');
    const shown = await stage.open(uneven.replace('arrange one two three', 'arrange one two*2 three'));
    await shown.play();
    await listenIn(shown);
    await shown.listen(10);
    assert.deepEqual(await spoken(shown), []);
    await shown.page.close();
  });

  test('a fader that is dragged tells its value by its role, and no live region does', async () => {
    const shown = await stage.open(testSong());
    await listenIn(shown);
    const fader = shown.panel.getByRole('slider', { name: 'Level of tone' });
    await fader.scrollIntoViewIfNeeded();
    const box = (await fader.boundingBox())!;
    const before = await fader.getAttribute('aria-valuetext');
    await shown.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await shown.page.mouse.down();
    await shown.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 + 80, { steps: 40 });
    await shown.settled();
    assert.notEqual(await fader.getAttribute('aria-valuetext'), before);
    assert.deepEqual(await spoken(shown), []);
    await shown.page.mouse.up();
    await shown.page.close();
  });

  test('what a hand changes of a section is told, once', async () => {
    const shown = await stage.open(testSong());
    await listenIn(shown);
    await shown.openText(testSong().replace('section one 2 bars', 'section one 3 bars'), 2);
    await shown.panel.locator('output', { hasText: '3 bars' }).waitFor();
    assert.deepEqual(await spoken(shown), ['3 bars']);
    await shown.page.close();
  });

  test('nothing is animated where people ask for less motion', async () => {
    const shown = await stage.open(nightDrive);
    await shown.page.emulateMedia({ reducedMotion: 'reduce' });
    await shown.panel.getByRole('button', { name: 'Edit the channel of master' }).click();
    await shown.panel.getByRole('button', { name: 'Bounce to a file' }).click();
    const moving = await shown.page.frames()[1]!.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        const isStill = transitionDuration.split(', ').every((one) => one === '0s');
        return isStill && animationName === 'none' && scrollBehavior === 'auto'
          ? []
          : [element.outerHTML.slice(0, 80)];
      }),
    );
    assert.deepEqual(moving, []);
    await shown.page.close();
  });
});
