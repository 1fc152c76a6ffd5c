// The panel makes sound: in a real browser, measured at the page's destination.

import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { testSong } from './songs.ts';
import { lastSound, longestHole, loudest, raiseStage, type Shown, type Stage } from './stage.ts';

suite('the panel sounds', () => {
  let stage: Stage;
  suiteSetup(async () => {
    stage = await raiseStage();
  });
  suiteTeardown(() => stage?.close());

  async function playing(text = testSong()): Promise<Shown> {
    const shown = await stage.open(text);
    await shown.play();
    return shown;
  }

  test('play is heard, the position moves on, and the host is told', async () => {
    const shown = await playing();
    await wait(1300);
    const now = await shown.clock();
    assert.ok(loudest(await shown.heard(), now - 0.8, now) > 0.05, 'sound comes out');
    const told = await shown.received('transportChanged');
    assert.ok(
      told.some(({ playing, bar, beat }) => playing && bar === 1 && beat >= 2),
      JSON.stringify(told),
    );
    assert.deepEqual(shown.errors, []);
    await shown.page.close();
  });

  test('what is shown is where the sound is, within 60 ms', async () => {
    const shown = await playing(testSong({ tone: '~' }));
    await wait(1600);
    // A kick stands on every beat, half a second apart: the last one heard says where the song is.
    const [heard, clock, shownSeconds] = await Promise.all([
      shown.heard(),
      shown.clock(),
      shown.panel.locator('.clock-time span').first().textContent(),
    ]);
    const onsets = heard.peaks.flatMap((peak, index) =>
      peak > 0.1 && Math.max(...heard.peaks.slice(Math.max(0, index - 40), index), 0) < 0.02
        ? [heard.startSeconds + index * heard.secondsPerBlock]
        : [],
    );
    const first = onsets[0]!;
    assert.ok(onsets.length >= 3, `kicks heard at ${onsets.join(', ')}`);
    const [minutes, seconds] = shownSeconds!.split(':').map(Number);
    const off = Math.abs(minutes! * 60 + seconds! - (clock - first));
    assert.ok(
      off < 0.16,
      `shown ${shownSeconds}, heard ${(clock - first).toFixed(3)} s: off by ${off.toFixed(3)} s, a tenth of it rounding`,
    );
    await shown.page.close();
  });

  test('silence is quiet within 50 ms, by the button and by the host', async () => {
    for (const by of ['button', 'host'] as const) {
      const shown = await playing();
      await wait(900);
      const asked = await shown.page.frames()[1]!.evaluate((by) => {
        const context = globalThis.recorder.contexts.at(-1)!;
        if (by === 'button') document.querySelector<HTMLElement>('.silence')!.click();
        else
          (window.parent as unknown as typeof globalThis).host.send({ type: 'transport', action: 'silence' });
        return context.currentTime;
      }, by);
      await wait(400);
      const heard = await shown.heard();
      assert.ok(loudest(heard, asked - 0.3, asked) > 0.05, 'it was loud before');
      const took = lastSound(heard) - asked;
      assert.ok(took < 0.05, `${by}: quiet after ${(took * 1000).toFixed(0)} ms`);
      await shown.play();
      await wait(500);
      const now = await shown.clock();
      assert.ok(loudest(await shown.heard(), now - 0.3, now) > 0.05, 'and it plays again');
      await shown.page.close();
    }
  });

  test('a page that is blocked for a second has no hole in its sound', async () => {
    const shown = await playing();
    await wait(700);
    const from = await shown.clock();
    await shown.host(() => {
      const end = Date.now() + 1000;
      while (Date.now() < end);
    });
    await wait(300);
    const to = await shown.clock();
    assert.ok(to - from > 1.1, 'the audio clock went on');
    assert.ok(longestHole(await shown.heard(), from, to) < 0.02);
    assert.deepEqual(
      [await shown.count('gaps'), await shown.count('lateEvents'), await shown.count('notANumber')],
      [0, 0, 0],
    );
    await shown.page.close();
  });

  test('a loop stays in its section, and sounds at its seam', async () => {
    const shown = await playing();
    await shown.panel.getByRole('button', { name: /^two, bar 3/ }).dblclick();
    await wait(500);
    const from = await shown.clock();
    await wait(5200);
    const to = await shown.clock();
    const bars = (await shown.received('transportChanged')).slice(-12).map(({ bar }) => bar);
    assert.ok(bars.includes(3) && bars.includes(4), `bars ${bars}`);
    assert.ok(
      bars.every((bar) => bar === 3 || bar === 4),
      `bars ${bars}`,
    );
    assert.ok(longestHole(await shown.heard(), from, to) < 0.06);
    await shown.page.close();
  });

  test('a saved change is heard at the next bar, and not before', async () => {
    const shown = await playing(testSong({ kick: '~' }));
    await wait(700);
    const heardBefore = await shown.heard();
    const start =
      heardBefore.startSeconds +
      heardBefore.peaks.findIndex((peak) => peak > 0.01) * heardBefore.secondsPerBlock;
    await shown.openText(testSong({ kick: '~', tone: '~' }), 2);
    await wait(2200);
    const end = lastSound(await shown.heard(), 0.02) - start;
    assert.ok(Math.abs(end - 2) < 0.12, `the tone ended ${end.toFixed(3)} s after it began, a bar is 2 s`);
    await shown.page.close();
  });

  test('a fader is heard while it is held', async () => {
    const shown = await playing(testSong({ kick: '~', toneLevel: '0dB' }));
    await wait(800);
    const before = await shown.clock();
    const fader = shown.panel.getByRole('slider', { name: 'Level of tone' });
    const box = (await fader.boundingBox())!;
    await shown.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await shown.page.mouse.down();
    await shown.page.mouse.move(box.x + box.width / 2, box.y + box.height + 120, { steps: 8 });
    await wait(300);
    const held = await shown.clock();
    const heard = await shown.heard();
    assert.ok(
      loudest(heard, held - 0.1, held) < loudest(heard, before - 0.3, before) * 0.05,
      'the tone is down while the hand holds the fader',
    );
    assert.deepEqual(await shown.received('set'), [], 'and the text is not touched yet');
    await shown.page.mouse.up();
    await wait(200);
    assert.equal((await shown.received('set')).length, 1);
    await shown.page.close();
  });

  test('a mute is heard at once', async () => {
    const shown = await playing(testSong({ kick: '~' }));
    await wait(600);
    const before = await shown.clock();
    await shown.panel.getByRole('button', { name: 'Mute tone' }).click();
    await wait(500);
    const after = await shown.clock();
    const heard = await shown.heard();
    assert.ok(loudest(heard, before - 0.3, before) > 0.05);
    assert.ok(loudest(heard, after - 0.1, after) < 0.003);
    assert.deepEqual(
      (await shown.received('set')).map(({ path, value }) => [path, value]),
      [['tone.mute', 'true']],
    );
    await shown.page.close();
  });

  test('a mute pressed before the first play is heard in it', async () => {
    const shown = await stage.open(testSong({ kick: '~' }));
    await shown.panel.getByRole('button', { name: 'Mute tone' }).click();
    await shown.play();
    await wait(800);
    const now = await shown.clock();
    assert.ok(loudest(await shown.heard(), now - 0.3, now) < 0.003);
    await shown.page.close();
  });

  test('stop goes back to the start, and its tails ring out', async () => {
    const shown = await playing();
    await wait(1500);
    await shown.panel.getByRole('button', { name: 'Stop' }).click();
    await wait(1200);
    const now = await shown.clock();
    assert.ok(loudest(await shown.heard(), now - 0.2, now) < 1e-3);
    assert.equal(await shown.panel.locator('.clock-bar').textContent(), '1');
    assert.deepEqual(shown.errors, []);
    await shown.page.close();
  });

  test('the frame leaves nothing behind when it goes', async () => {
    const shown = await playing();
    await wait(400);
    const state = await shown.page.evaluate(async () => {
      const frame = document.querySelector('iframe')!;
      const context = (frame.contentWindow as unknown as typeof globalThis).recorder.contexts.at(-1)!;
      frame.contentWindow!.dispatchEvent(new Event('pagehide'));
      await new Promise((resolve) => setTimeout(resolve, 300));
      return context.state;
    });
    assert.equal(state, 'closed');
    await shown.page.close();
  });
});

suite('the panel without its core', () => {
  test('says in plain words that the sound could not start, and stays usable', async () => {
    const stage = await raiseStage({ missing: ['/core.wasm'] });
    try {
      const shown = await stage.open(testSong());
      await shown.panel.getByRole('button', { name: 'Play', exact: true }).click();
      await shown.panel
        .getByText(/The sound could not start/)
        .first()
        .waitFor();
      await shown.panel.getByRole('button', { name: /^three, bar 5/ }).click();
      assert.equal(await shown.panel.locator('.clock-bar').textContent(), '5');
      assert.ok((await shown.received('report')).length > 0);
    } finally {
      await stage.close();
    }
  });
});
