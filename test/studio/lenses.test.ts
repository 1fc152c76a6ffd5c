// What stands over and between the lines of a song in the studio: lenses that play and set, hints, and
// pictures of patterns.

import assert from 'node:assert/strict';
import { setup, suite, suiteTeardown, teardown, test } from 'mocha';
import { eventually } from '../tools/eventually.ts';
import { endBrowser, type OpenStudio, openStudio, twoBars } from './studio-page.ts';

const song = twoBars
  .replace('section loop', 'pattern low = "a1 c2"\nsection loop')
  .replace('lead: "~"', 'lead: low');

suite('The studio over its text', () => {
  let open: OpenStudio;
  setup(async () => {
    open = await openStudio(song);
  });
  teardown(async () => {
    assert.deepEqual(open.errors, []);
    await open.close();
  });
  suiteTeardown(endBrowser);

  const lens = (words: string) => open.page.locator('#editor .codelens-decoration a', { hasText: words });

  test('loops a section', async () => {
    await lens('Loop').click();
    await open.panel.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await open.panel.getByRole('button', { name: 'End the loop' }).waitFor();
  });

  test('plays a section', async () => {
    await lens('Play').click();
    await open.panel.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  });

  test('hears a track alone, by its text, and the others again', async () => {
    await lens('Solo').first().click();
    await eventually('the solo in the text', async () => /track lead .*solo/.test(await open.text()));
    await lens('Solo off').click();
    await eventually('the text without it', async () => !/solo/.test(await open.text()));
  });

  test('hints at bars, and shows the notes of a pattern', async () => {
    await open.page.locator('#editor .view-line', { hasText: 'bar 1, 0:00' }).waitFor();
    await open.putBehind('lead: lo');
    await open.page.keyboard.press('Control+k');
    await open.page.keyboard.press('Control+i');
    const picture = open.page.locator('.monaco-hover img[src^="data:image/svg+xml"]');
    await picture.waitFor();
    // A picture that could not be shown has no size of its own.
    await eventually('the picture', async () =>
      picture.evaluate((image) => (image as HTMLImageElement).naturalWidth > 100),
    );
  });
});
