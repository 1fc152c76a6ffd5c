// A song that is not the studio's alone: git under it while it plays, and a second window on it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { setup, suite, suiteTeardown, teardown, test } from 'mocha';
import type { Page } from 'playwright-core';
import { eventually } from '../tools/eventually.ts';
import { endBrowser, type OpenStudio, openStudio, twoBars } from './studio-page.ts';

suite('The studio beside others', () => {
  let open: OpenStudio;
  setup(async () => {
    open = await openStudio();
  });
  teardown(() => open.close());
  suiteTeardown(endBrowser);

  const git = (...words: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...words], {
      cwd: open.folder,
      encoding: 'utf8',
    });
  /** Counts the songs that the panel is given from now on. */
  const countSongs = (page: Page): Promise<void> => {
    const panel = page.frames().find((frame) => frame.url().endsWith('/panel'))!;
    return panel.evaluate(() => {
      const counted = globalThis as unknown as { songs: number };
      counted.songs = 0;
      window.addEventListener('message', ({ data }) => {
        if (data?.type === 'song') counted.songs++;
      });
    });
  };
  const songs = (page: Page): Promise<number> =>
    page
      .frames()
      .find((frame) => frame.url().endsWith('/panel'))!
      .evaluate(() => (globalThis as unknown as { songs: number }).songs);

  test('a git checkout under a playing song reloads it once, and writes nothing', async function () {
    this.timeout(60_000);
    git('init', '-q', '-b', 'loud');
    git('add', '.');
    git('commit', '-qm', 'loud');
    git('checkout', '-qb', 'quiet');
    const quiet = twoBars.replace('Two Bars', 'Quiet Bars').replace('level: -6dB', 'level: -12dB');
    execFileSync('tee', [open.file], { input: quiet, stdio: ['pipe', 'ignore', 'inherit'] });
    git('commit', '-qam', 'quiet');
    await open.panel.getByRole('heading', { name: 'Quiet Bars' }).waitFor();
    await open.panel.getByRole('button', { name: 'Play', exact: true }).click();
    await open.panel.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await countSongs(open.page);
    git('checkout', '-q', 'loud');
    await open.panel.getByRole('heading', { name: 'Two Bars' }).waitFor();
    const from = await open.clock();
    await eventually('two bars more', async () => (await open.clock()) > from + 2);
    assert.equal(await songs(open.page), 1, 'it is reloaded once');
    assert.equal(git('status', '--porcelain'), '', 'nothing is written');
    assert.equal(open.onDisk(), twoBars);
    assert.equal(
      await open.panel.getByRole('button', { name: 'Pause', exact: true }).count(),
      1,
      'it plays on',
    );
    assert.deepEqual(open.errors, []);
  });

  test('two windows on one song lose no edit: what is not saved is asked about', async function () {
    this.timeout(60_000);
    const second = await open.page.context().newPage();
    await second.goto(open.studio.url);
    await second.frameLocator('#panel').locator('.transport').waitFor();
    await open.page.bringToFront();
    await open.replace('Two Bars', 'Hers');
    await second.bringToFront();
    await second.locator('#editor .view-lines').click({ position: { x: 5, y: 5 } });
    await second.keyboard.press('Control+Home');
    await second.keyboard.insertText('// His\n');
    await second.keyboard.press('Control+s');
    await eventually('his edit on the disk', () => open.onDisk().startsWith('// His\n'));
    await open.page.bringToFront();
    await open.page.locator('#notice').waitFor();
    assert.ok((await open.text()).includes('Hers'), 'her text is still there');
    await open.page.keyboard.press('Control+s');
    await eventually('word of it', async () => /choose which text/.test(await open.message()));
    assert.ok(open.onDisk().startsWith('// His\n'), 'and his is not written over');
    await open.page.getByRole('button', { name: 'Take the other' }).click();
    await eventually('his text', async () => (await open.text()).startsWith('// His'));
    // What she had typed is one undo away.
    await open.page.locator('#editor .view-lines').click({ position: { x: 5, y: 5 } });
    await open.page.keyboard.press('Control+z');
    await eventually('her text again', async () => (await open.text()).includes('Hers'));
  });
});
