// When no sound comes: a browser that wants a click first, a sound card that never answers, a device that
// goes away. Headless Chromium has none of these, so the page is given a context that behaves as they do.

import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { eventually } from '../tools/eventually.ts';
import { testSong } from './songs.ts';
import { loudest, raiseStage, type Stage } from './stage.ts';

/** As browsers do without a click: `resume` waits for one, for ever. */
function lockUntilClick(): void {
  let clicked = false;
  window.addEventListener('click', () => (clicked = true), true);
  Object.defineProperty(navigator, 'userActivation', {
    value: {
      get hasBeenActive() {
        return clicked;
      },
    },
  });
  const Native = window.AudioContext;
  window.AudioContext = class extends Native {
    override get state() {
      return clicked ? super.state : 'suspended';
    }
    override resume() {
      return clicked ? super.resume() : new Promise<void>(() => {});
    }
  };
}

/** As Firefox does without a sound card. */
function neverAnswer(): void {
  const Native = window.AudioContext;
  window.AudioContext = class extends Native {
    override get state() {
      return 'suspended' as const;
    }
    override resume() {
      return new Promise<void>(() => {});
    }
  };
}

suite('the panel without sound', () => {
  let stage: Stage;
  suiteSetup(async () => {
    stage = await raiseStage();
  });
  suiteTeardown(() => stage?.close());

  test('asks for a click where the browser wants one, and then plays from where it was asked to', async () => {
    const shown = await stage.open(testSong(), undefined, lockUntilClick);
    await shown.send({ type: 'playFrom', bar: 2 });
    await shown.panel.getByRole('button', { name: 'Click to let this page make sound' }).click();
    await shown.panel.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    const now = await shown.listen(0.7);
    assert.ok(loudest(await shown.heard(), now - 0.4, now) > 0.05);
    await eventually('word of bar 3', async () =>
      (await shown.received('transportChanged')).some(({ playing, bar }) => playing && bar === 3),
    );
    assert.equal(await shown.panel.getByText('Click to let this page make sound').count(), 0);
    await shown.page.close();
  });

  test('says that no sound device answers, and stays usable', async () => {
    const shown = await stage.open(testSong(), undefined, neverAnswer);
    await shown.panel.getByRole('button', { name: 'Play', exact: true }).click();
    await shown.panel.getByText(/No sound device answers/).waitFor();
    await shown.panel.getByRole('button', { name: /^two, bar 3/ }).click();
    await shown.panel.locator('.clock-bar').getByText('3', { exact: true }).waitFor();
    await shown.panel.getByRole('button', { name: 'Mute tone' }).click();
    await eventually('the text', async () => (await shown.received('set')).length === 1);
    assert.deepEqual(shown.errors, []);
    await shown.page.close();
  });

  test('pauses and says so when the device goes away, and plays on when asked again', async () => {
    const shown = await stage.open(testSong());
    await shown.play();
    await shown.listen(0.4);
    await shown.page.frames()[1]!.evaluate(() => globalThis.recorder.contexts.at(-1)!.suspend());
    await shown.panel.getByText(/The sound device went away/).waitFor();
    await shown.play();
    const now = await shown.listen(0.5);
    assert.ok(loudest(await shown.heard(), now - 0.3, now) > 0.05);
    await shown.page.close();
  });
});
