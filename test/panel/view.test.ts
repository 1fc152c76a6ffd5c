// What the panel shows and how it is used without a mouse: state, problems, bounce, arrangement, names.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { inRoot } from '../../src/build/root.mjs';
import { eventually } from '../tools/eventually.ts';
import { testSong } from './songs.ts';
import { raiseStage, type Shown, type Stage } from './stage.ts';

suite('the panel shows', () => {
  let stage: Stage;
  let shown: Shown;
  suiteSetup(async () => {
    stage = await raiseStage();
  });
  suiteTeardown(() => stage?.close());

  async function open(
    text: string | undefined = testSong(),
    size?: { width: number; height: number },
  ): Promise<void> {
    await shown?.page.close();
    shown = await stage.open(text, size);
  }

  const last = async () => (await shown.received('transportChanged')).at(-1);
  // What a key does crosses from the panel's frame to the host's in its own time.
  const toldOfBar = (bar: number) =>
    eventually(
      `word of bar ${bar}`,
      async () => (await last())?.bar === bar,
      async () => JSON.stringify(await last()),
    );

  test('what to do before there is a song', async () => {
    await shown?.page.close();
    shown = await stage.open();
    await shown.panel.getByRole('heading', { name: 'No song yet' }).waitFor();
    assert.deepEqual(shown.errors, []);
  });

  test('what to do when a song has nothing to play', async () => {
    await open('song "Empty" { tempo 100bpm }\n');
    await shown.panel.getByText('This song has nothing to play yet.').waitFor();
    await eventually('a Play that is not to be pressed', () =>
      shown.panel.getByRole('button', { name: 'Play', exact: true }).isDisabled(),
    );
  });

  test('the last good song plays on, and the problem is a way to its place', async () => {
    await open();
    await shown.send({
      type: 'problems',
      version: 2,
      playing: 'last good',
      problems: [
        {
          rule: 'ARR1',
          severity: 'error',
          message: 'There is no section named brige.',
          from: 30,
          to: 35,
          line: 4,
        },
        {
          rule: 'HAR1',
          severity: 'warning',
          message: 'f#4 is not in A minor.',
          from: 60,
          to: 63,
          line: 9,
          track: 'tone',
        },
      ],
    });
    await shown.panel.getByText('Playing the last good song: 1 problem').waitFor();
    await shown.panel.getByRole('button', { name: /There is no section named brige/ }).click();
    await shown.page.waitForFunction(() => globalThis.host.of('reveal').length > 0);
    assert.deepEqual(
      (await shown.received('reveal')).map(({ from, to }) => [from, to]),
      [[30, 35]],
    );
  });

  test('the keyboard moves the playhead by bar and by section, and plays', async () => {
    await open();
    const playhead = shown.panel.getByRole('slider', { name: 'Playhead' });
    await playhead.focus();
    await playhead.press('ArrowRight');
    await toldOfBar(2);
    await playhead.press('ArrowDown');
    await toldOfBar(3);
    const spoken = () => playhead.getAttribute('aria-valuetext');
    await eventually('the words for it', async () => (await spoken()) === 'bar 3 beat 1, two', spoken);
    await playhead.press('ArrowLeft');
    await toldOfBar(2);
    await playhead.press('Enter');
    await shown.panel.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  });

  test('a click in the arrangement goes there', async () => {
    await open();
    const box = (await shown.panel.locator('.lanes').boundingBox())!;
    await shown.page.mouse.click(box.x + box.width * 0.75, box.y + 10);
    await shown.panel.locator('.clock-bar').getByText('5', { exact: true }).waitFor();
    await toldOfBar(5);
  });

  test('play from a bar, as the editor asks', async () => {
    await open();
    await shown.send({ type: 'playFrom', bar: 2 });
    await shown.panel.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await shown.page.waitForFunction(() =>
      globalThis.host.of('transportChanged').some(({ playing, bar }) => playing && bar === 3),
    );
  });

  test('loop a section, as the editor asks', async () => {
    await open();
    await shown.send({ type: 'loopAt', bar: 3 });
    await shown.panel.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await shown.panel.getByRole('button', { name: 'End the loop' }).waitFor();
    assert.equal(await shown.panel.getByLabel('Section to loop').inputValue(), '1');
  });

  test('a bounce from its choices to its file', async () => {
    await open();
    await shown.panel.getByRole('button', { name: 'Bounce to a file' }).click();
    await shown.panel.getByRole('combobox', { name: 'Range' }).selectOption('sections');
    await shown.panel.getByLabel('From').selectOption('two');
    await shown.panel.getByLabel('Depth').selectOption('32f');
    await shown.panel.getByLabel('Format').selectOption('flac');
    // Which has no float.
    assert.equal(await shown.panel.getByLabel('Depth').inputValue(), '24');
    await shown.panel.locator('dialog vscode-button').click();
    await shown.page.waitForFunction(() => globalThis.host.of('startBounce').length > 0);
    assert.deepEqual((await shown.received('startBounce'))[0]!.options, {
      rate: 48000,
      bits: '24',
      format: 'flac',
      from: 'two',
    });
    await shown.send({ type: 'bounce', state: { state: 'running', share: 0.4, secondsLeft: 2.2 } });
    await shown.panel.getByText('40 %, 3 seconds left').waitFor();
    await shown.panel.locator('vscode-button', { hasText: 'Cancel' }).click();
    await shown.page.waitForFunction(() => globalThis.host.of('cancelBounce').length > 0);
    await shown.send({
      type: 'bounce',
      state: {
        state: 'done',
        file: '/songs/Test Song.wav',
        seconds: 12,
        startSeconds: 0,
        peakDb: -1.4,
        truePeakDb: -1.2,
        loudness: -14.26,
        waveform: [0.5, 1],
        levelling: { gainDb: 2.5, aimed: -14, heldBack: true },
        stems: [{ name: 'kick', file: '/songs/Test Song - kick.wav', peakDb: -3 }],
        notes: ['Two notes were cut off.'],
      },
    });
    await shown.panel
      .getByText(
        'Wrote Test Song.wav: 0:12 of music, −14.3 LUFS, peak −1.2 dBTP. Turned up by 2.5 dB, as far as its peaks allow: for −14 LUFS, limit or compress the master. 1 stem beside it.',
        { exact: true },
      )
      .waitFor();
    assert.equal(await shown.panel.getByText('Two notes were cut off.').count(), 1);
  });

  test('every control has a name, and every slider says its unit', async () => {
    await open(fs.readFileSync(inRoot('samples/night-drive.song'), 'utf8'));
    await eventually(
      'a strip for every track',
      async () => (await shown.panel.getByRole('group', { name: /track$/ }).count()) === 8,
    );
    const nameless = await shown.page.frames()[1]!.evaluate(() => {
      const bad: string[] = [];
      for (const button of document.querySelectorAll('button'))
        if (!(button.getAttribute('aria-label') ?? button.textContent)?.trim()) bad.push(button.outerHTML);
      for (const slider of document.querySelectorAll('[role=slider]')) {
        if (
          !slider.getAttribute('aria-label') ||
          !/dB|silent|left|right|centre|bar/.test(slider.getAttribute('aria-valuetext') ?? '')
        )
          bad.push(slider.outerHTML.slice(0, 200));
      }
      for (const field of document.querySelectorAll('input, select'))
        if (!field.getAttribute('aria-label') && !field.closest('label')) bad.push(field.outerHTML);
      return bad;
    });
    assert.deepEqual(nameless, []);
  });

  test('everything at 300 pixels, without scrolling sideways', async () => {
    await open(fs.readFileSync(inRoot('samples/night-drive.song'), 'utf8'), { width: 300, height: 900 });
    await shown.panel.getByRole('group', { name: 'Master' }).waitFor();
    const wide = await shown.page.frames()[1]!.evaluate(() => document.scrollingElement!.scrollWidth);
    assert.ok(wide <= 300, `the page is ${wide} pixels wide`);
    assert.deepEqual(shown.errors, []);
  });

  test('meters that stand still in the colours of a new theme', async () => {
    await open();
    await shown.page.emulateMedia({ colorScheme: 'dark' });
    const bed = () =>
      shown.panel
        .locator('.meter canvas')
        .first()
        .evaluate((canvas: HTMLCanvasElement) => {
          const [red] = canvas.getContext('2d')!.getImageData(2, 4, 1, 1).data;
          return red!;
        });
    await eventually('a dark bed', async () => (await bed()) < 80, bed);
    await shown.page.emulateMedia({ colorScheme: 'light' });
    await eventually('a light one', async () => (await bed()) > 150, bed);
  });

  test('nothing of a message that it does not understand, and says so', async () => {
    await open();
    await shown.send({ type: 'song', version: 'two' });
    await shown.page.waitForFunction(() => globalThis.host.of('report').length > 0);
    assert.match((await shown.received('report'))[0]!.message, /does not understand/);
    assert.ok(await shown.panel.getByRole('heading', { name: 'Test Song' }).isVisible());
  });
});
