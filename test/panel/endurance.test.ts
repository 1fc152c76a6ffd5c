// A long session, made short: edits while it plays leave nothing behind, broken ones are not heard at all, and
// a panel that is closed has no timer left. `npm run bench -- endurance` plays for an hour.

import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { eventually } from '../tools/eventually.ts';
import { broken, countsOf, edited, seeded } from './endurance.ts';
import { testSong } from './songs.ts';
import { raiseStage, type Shown, type Stage } from './stage.ts';

const song = testSong({ tone: 'a2 c3 e3 g3', kick: 'bd*4' });

suite('a long session', () => {
  let stage: Stage;
  suiteSetup(async () => {
    stage = await raiseStage();
  });
  suiteTeardown(() => stage?.close());

  /** The panel with a song that its session has read, and it plays. */
  async function playing(before?: () => void): Promise<Shown> {
    const shown = await stage.open(undefined, { width: 1100, height: 900 }, before);
    await type(shown, song);
    await shown.panel.locator('.transport').waitFor();
    await shown.panel.getByRole('button', { name: /^one, bar 1/ }).dblclick();
    await shown.play();
    return shown;
  }
  const type = (shown: Shown, text: string): Promise<'current' | 'last good'> =>
    shown.page.evaluate((text) => globalThis.host.type(text), text);
  /** What came out from the first sound on, block by block. */
  const recorded = async (shown: Shown): Promise<readonly number[]> => {
    const { peaks } = await shown.heard();
    return peaks.slice(peaks.findIndex((peak) => peak > 0));
  };

  test('edits while it plays leave no audio node, no element and no memory behind', async function () {
    this.timeout(120_000);
    const shown = await playing();
    const edits = async (from: number, to: number): Promise<void> => {
      for (let round = from; round < to; round++) {
        assert.equal(await type(shown, edited(song, round)), 'current');
        await shown.listen(0.25);
      }
      // The last of them has come in with its bar.
      await shown.listen(2.5);
    };
    await edits(0, 12);
    const before = await countsOf(shown);
    await edits(12, 48);
    const after = await countsOf(shown);
    const words = `before ${JSON.stringify(before)}, after ${JSON.stringify(after)}`;
    assert.equal(after.audioNodes, before.audioNodes, words);
    assert.equal(after.worklets, before.worklets, words);
    assert.ok(after.elements <= before.elements * 1.05, words);
    // What a host page keeps of the messages that it heard is the test's own.
    assert.ok(after.heap - before.heap < 4_000_000, words);
    assert.deepEqual([await shown.count('notANumber'), shown.errors], [0, []]);
    await shown.page.close();
  });

  test('of 500 broken edits nothing is heard: it is the last good song, block by block', async function () {
    this.timeout(180_000);
    const alone = await playing();
    await alone.listen(12);
    const reference = await recorded(alone);
    await alone.page.close();
    const shown = await playing();
    const chance = seeded(4);
    let held = 0;
    for (let tries = 0; held < 500; tries++) {
      assert.ok(tries < 5000, `${held} of ${tries} edits were broken`);
      const texts = Array.from({ length: 25 }, () => broken(song, chance));
      // Some cuts are music all the same, and are heard: they are not typed here.
      held += await shown.page.evaluate((texts) => globalThis.host.typeBroken(texts), texts);
      await shown.listen(0.4);
    }
    await shown.listen(1);
    const heard = await recorded(shown);
    const length = Math.min(reference.length, heard.length);
    assert.ok(length > 3000, `${length} blocks to compare`);
    const first = reference.slice(0, length).findIndex((peak, at) => peak !== heard[at]);
    assert.equal(first, -1, `another sound at block ${first} of ${length}`);
    await shown.page.close();
  });

  test('a panel that is closed has no timer, no frame and no sound device left', async function () {
    this.timeout(40_000);
    const shown = await playing(() => {
      const live = new Set<unknown>();
      (globalThis as unknown as { live: Set<unknown> }).live = live;
      const [set, clear] = [globalThis.setInterval, globalThis.clearInterval];
      globalThis.setInterval = ((...words: Parameters<typeof setInterval>) => {
        const timer = set(...words);
        live.add(timer);
        return timer;
      }) as typeof setInterval;
      globalThis.clearInterval = (timer) => {
        live.delete(timer);
        clear(timer);
      };
      const frame = globalThis.requestAnimationFrame;
      globalThis.requestAnimationFrame = (draw) => {
        const asked = frame((milliseconds) => {
          live.delete(draw);
          draw(milliseconds);
        });
        live.add(draw);
        return asked;
      };
    });
    await shown.listen(0.5);
    const inPanel = shown.page.frames()[1]!;
    await inPanel.evaluate(() => window.dispatchEvent(new Event('pagehide')));
    await eventually(
      'no timer and no device',
      () =>
        inPanel.evaluate(
          () =>
            (globalThis as unknown as { live: Set<unknown> }).live.size === 0 &&
            globalThis.recorder.contexts.every(({ state }) => state === 'closed'),
        ),
      () =>
        inPanel.evaluate(() =>
          JSON.stringify([
            (globalThis as unknown as { live: Set<unknown> }).live.size,
            globalThis.recorder.contexts.map(({ state }) => state),
          ]),
        ),
    );
    // And none comes again.
    const after = await inPanel.evaluate(
      () =>
        new Promise<number>((counted) =>
          setTimeout(() => counted((globalThis as unknown as { live: Set<unknown> }).live.size), 600),
        ),
    );
    assert.equal(after, 0);
    await shown.page.close();
  });
});
