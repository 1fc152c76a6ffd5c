// Bounces that are done are heard in the panel: where one goes to, how loud, and beside the one before.

import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import type { DoneBounce } from '../../src/protocol/panel.ts';
import { eventually } from '../tools/eventually.ts';
import { testSong } from './songs.ts';
import { longestHole, loudest, raiseStage, type Shown, type Stage } from './stage.ts';

const seconds = 20;

suite('the panel bounces', () => {
  let stage: Stage;
  let shown: Shown;
  suiteSetup(async () => {
    stage = await raiseStage();
    shown = await stage.open(testSong());
    await shown.panel.getByRole('button', { name: 'Bounce to a file' }).click();
  });
  suiteTeardown(() => stage?.close());

  const dialog = () => shown.panel.getByRole('dialog', { name: 'Bounce to a file' });
  const place = () => shown.panel.getByRole('slider', { name: 'Place in the bounce' });
  const placed = () => place().getAttribute('aria-valuetext');
  const level = async (last = 0.3): Promise<number> => {
    const now = await shown.clock();
    return loudest(await shown.heard(), now - last, now);
  };
  const startBounce = () => dialog().locator('vscode-button').click();
  const asked = async () => (await shown.received('startBounce')).at(-1)?.options;
  /** A bounce of a sine has been written. */
  const done = async (bounce: number, hertz: number, level: number, loudness: number): Promise<void> => {
    await shown.page.evaluate(
      ([bounce, hertz, level, seconds]) => globalThis.host.keep(bounce, { hertz, level, seconds }),
      [bounce, hertz, level, seconds] as const,
    );
    const state: DoneBounce = {
      state: 'done',
      file: `/songs/${bounce}.wav`,
      seconds,
      startSeconds: 0,
      peakDb: 20 * Math.log10(level),
      truePeakDb: 20 * Math.log10(level),
      loudness,
      waveform: Array.from({ length: 600 }, (_, index) => level * Math.abs(Math.sin(index / 30))),
      sound: { bounce, sampleRate: 48_000, frames: seconds * 48_000 },
    };
    await shown.send({ type: 'bounce', state });
  };

  test('bars and a loudness are asked for as they are chosen', async () => {
    await dialog().getByLabel('Range').selectOption('bars');
    await dialog().getByLabel('First bar').fill('2');
    await dialog().getByLabel('Last bar').fill('4');
    await dialog().getByLabel('Loudness').selectOption('spotify');
    await dialog()
      .getByRole('checkbox', { name: /^Stems/ })
      .check();
    await startBounce();
    await eventually('a bounce', async () => (await asked()) !== undefined);
    assert.deepEqual(await asked(), {
      rate: 48_000,
      bits: '24',
      bars: { from: 1, to: 4 },
      target: 'spotify',
      stems: true,
    });
    await shown.send({ type: 'bounce', state: { state: 'cancelled' } });
  });

  test('bars that are not in the song are refused with the reason', async () => {
    await dialog().getByLabel('Last bar').fill('40');
    await dialog().getByText('The song has bars 1 to 6.').waitFor();
    await dialog().getByLabel('Last bar').fill('1');
    await dialog().getByText('Bar 2 comes after bar 1: there is nothing between them.').waitFor();
    await dialog().getByLabel('Range').selectOption('song');
  });

  test('what was written is heard from where one goes to, without a hole', async () => {
    await done(1, 440, 0.5, -10);
    await shown.panel.getByText('−10.0 LUFS').first().waitFor();
    await shown.panel.getByRole('button', { name: 'Play the bounce' }).click();
    await eventually('sound', async () => (await level()) > 0.4);
    await place().press('PageUp');
    await eventually('the tenth second', async () => /^0:1\d of 0:20$/.test((await placed()) ?? ''), placed);
    // Over two seams of what is read piece by piece.
    await shown.listen(0.5);
    const from = await shown.clock();
    const to = await shown.listen(5);
    const heard = await shown.heard();
    assert.ok(longestHole(heard, from, to, 0.3) < 0.003, `a hole of ${longestHole(heard, from, to, 0.3)} s`);
    await place().press('Home');
    await shown.panel.getByRole('button', { name: 'Pause the bounce' }).click();
    await eventually('silence', async () => (await level(0.1)) < 1e-3);
    assert.match((await placed()) ?? '', /^0:0\d of 0:20$/);
  });

  test('the one before is beside it, as loud, and one switches without a gap at the same place', async () => {
    await done(2, 440, 0.125, -22);
    await shown.panel.getByText('The last one is turned down by 12 dB here').waitFor();
    await shown.panel.getByRole('button', { name: 'Play the bounce' }).click();
    await eventually('sound', async () => (await level()) > 0.1);
    const from = await shown.clock();
    for (const name of ['The last one', 'This bounce', 'The last one']) {
      await shown.panel.getByRole('radio', { name }).check();
      await shown.listen(0.5);
    }
    const to = await shown.clock();
    const heard = await shown.heard();
    assert.ok(longestHole(heard, from, to, 0.08) < 0.004, `${longestHole(heard, from, to, 0.08)} s`);
    assert.ok(loudest(heard, from, to) < 0.14, `as loud as ${loudest(heard, from, to)}`);
    await shown.panel.getByText('−10.0 LUFS').first().waitFor();
    await place().press('x');
    assert.ok(await shown.panel.getByRole('radio', { name: 'This bounce' }).isChecked());
  });

  test('closing the dialog ends the sound, and the song plays alone', async () => {
    await dialog().getByRole('button', { name: 'Close' }).click();
    await eventually('silence', async () => (await level(0.1)) < 1e-3);
    await shown.play();
    assert.deepEqual(shown.errors, []);
  });
});
