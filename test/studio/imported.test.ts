// Songs that import, in the studio: heard, checked and followed, and held inside the song's folder.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { setup, suite, suiteTeardown, teardown, test } from 'mocha';
import { eventually } from '../tools/eventually.ts';
import { endBrowser, type OpenStudio, openStudio, twoBars } from './studio-page.ts';

const song = twoBars
  .replace('\ninstrument', '\nimport { hook } from "./hooks.song"\n\ninstrument')
  .replace('lead: "~"', 'lead: hook');

const hooks = (notes: string): string => `song "Hooks" { tempo 100bpm }\npattern hook = "${notes}"\n`;

suite('The studio with a song that imports', () => {
  let open: OpenStudio;
  setup(async () => {
    open = await openStudio(song);
  });
  teardown(() => open.close());
  suiteTeardown(endBrowser);

  const reads = (place: string, words: RegExp): Promise<unknown> =>
    eventually(
      `${words} at ${place}`,
      async () => words.test(await open.page.locator(place).innerText()),
      async () => `"${await open.page.locator('#status').innerText()}", errors: ${open.errors.join(' | ')}`,
    );

  test('tells what is missing once, in the panel and in the editor, and hears it come', async () => {
    await reads('#problems', /1 error/);
    await open.panel
      .getByText(/hooks\.song cannot be read: there is no such file/)
      .first()
      .waitFor();
    await open.page.locator('#editor .squiggly-error').waitFor();
    fs.writeFileSync(path.join(open.folder, 'hooks.song'), hooks('a4 c5'));
    await open.replace('240bpm', '230bpm');
    await open.page.keyboard.press('Control+s');
    await reads('#problems', /no problems/i);
  });

  test('follows what it imports', async () => {
    fs.writeFileSync(path.join(open.folder, 'hooks.song'), hooks('a4 c5'));
    await open.page.keyboard.press('Control+s');
    await reads('#problems', /no problems/i);
    fs.writeFileSync(path.join(open.folder, 'hooks.song'), hooks('a4 c9x'));
    // Its own mistakes are its own file's; a name that goes is this song's.
    fs.writeFileSync(path.join(open.folder, 'hooks.song'), hooks('a4').replace('hook =', 'other ='));
    await reads('#problems', /1 error/);
    await open.panel
      .getByText(/no pattern, progression, instrument, sample or kit called hook/)
      .first()
      .waitFor();
  });

  test('opens nothing outside of its folder', async () => {
    const asked = await open.page.evaluate(async () => {
      const get = async (path: string, from = 'two-bars.song'): Promise<string> =>
        (await fetch(`/imported?${new URLSearchParams({ path, from })}`)).text();
      return [
        await get('../../etc/hostname'),
        await get('/etc/hostname'),
        await get('./x', '../../../etc/passwd'),
      ];
    });
    for (const answer of asked) assert.match(answer, /"ok":false/);
  });
});
