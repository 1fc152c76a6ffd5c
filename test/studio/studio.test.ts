// The studio as a producer meets it: a real browser, a real file, real sound.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { setup, suite, suiteTeardown, teardown, test } from 'mocha';
import { loudest } from '../panel/stage.ts';
import { eventually } from '../tools/eventually.ts';
import { endBrowser, type OpenStudio, openStudio, twoBars } from './studio-page.ts';

suite('The studio', () => {
  let open: OpenStudio;
  setup(async () => {
    open = await openStudio();
  });
  teardown(() => open.close());
  suiteTeardown(endBrowser);

  const until = <T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> =>
    eventually(
      what,
      ask,
      async () =>
        `"${await read('#status')}", errors: ${open.errors.join(' | ')}, text:\n${await open.text()}`,
    ) as Promise<T>;
  const read = (place: string): Promise<string> => open.page.locator(place).innerText();
  const reads = (place: string, words: RegExp) =>
    until(`${words} at ${place}`, async () => words.test(await read(place)));
  const play = async (): Promise<void> => {
    await open.panel.getByRole('button', { name: 'Play', exact: true }).click();
    await open.panel.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  };
  const loud = async (seconds: number): Promise<number> => {
    const now = await open.clock();
    return loudest(await open.heard(), now - seconds, now);
  };

  test('opens the song in editor and panel, coloured, without an error', async () => {
    await until('the text', async () => (await open.text()) === twoBars);
    await open.panel.getByRole('heading', { name: 'Two Bars' }).waitFor();
    assert.equal(await open.page.title(), 'two-bars.song - Codetta');
    await until(
      'colours',
      async () =>
        (await open.page
          .locator('#editor .view-line span span')
          .evaluateAll((spans) => new Set(spans.map((span) => getComputedStyle(span).color)).size)) >= 4,
    );
    assert.equal(await open.message(), '');
    assert.deepEqual(open.errors, []);
  });

  test('underlines what is not there, and shows it in the panel; the last good song stays', async () => {
    await open.replace('instrument: tone', 'instrument: tune');
    await open.page.locator('#editor .squiggly-error').waitFor();
    await reads('#problems', /1 error/);
    await open.panel.getByText('tune').first().waitFor();
    await reads('#sound', /playing the last good song/);
    await until('the text as it was', async () => {
      if ((await open.text()) === twoBars) return true;
      await open.page.keyboard.press('Control+z');
      return false;
    });
    await reads('#sound', /^(?!.*last good)/);
  });

  test('offers the instruments where one is due', async () => {
    await open.replace('instrument: tone', 'instrument: ');
    await open.page.keyboard.press('Control+Space');
    const offered = open.page.locator('.suggest-widget .monaco-list-row');
    await offered.filter({ hasText: 'kick' }).first().waitFor();
    await offered.filter({ hasText: 'tone' }).first().waitFor();
  });

  test('tells on hover what a parameter is', async () => {
    await open.putBehind('envelope.rel');
    await open.page.keyboard.press('Control+k');
    await open.page.keyboard.press('Control+i');
    await open.page.locator('.monaco-hover', { hasText: /end of the note/i }).waitFor();
  });

  test('plays, and a save is heard while it plays, not before', async () => {
    await play();
    await open.replace('lead: "~"', 'lead: "a3*8"');
    // A bar lasts a second: what the next one brings would be heard by then.
    const from = await open.clock();
    await until('a bar more', async () => (await open.clock()) > from + 1.5);
    assert.ok((await loud(1.3)) < 1e-3, 'an unsaved note is not heard');
    await open.page.keyboard.press('Control+s');
    await until('the note', async () => (await loud(0.3)) > 0.02);
    await until('the saved file', async () => open.onDisk().includes('a3*8'));
    assert.equal(
      await open.panel.getByRole('button', { name: 'Pause', exact: true }).count(),
      1,
      'it plays on',
    );
    assert.deepEqual(open.errors, []);
  });

  test('plays from the cursor with Ctrl+Enter, and is silent with Ctrl+.', async () => {
    await open.replace('lead: "~"', 'lead: "a3*8"');
    await open.page.keyboard.press('Control+s');
    await until('the saved file', async () => open.onDisk().includes('a3*8'));
    await open.putBehind('arrange loop');
    await open.page.keyboard.press('Control+Enter');
    await until('sound', async () =>
      open.panel.getByRole('button', { name: 'Pause', exact: true }).isVisible(),
    );
    await until('sound', async () => (await loud(0.3)) > 0.02);
    await open.page.keyboard.press('Control+.');
    await until('silence', async () => (await loud(0.2)) < 1e-4);
    await reads('#sound', /■/);
  });

  test('a fader released changes one number, in one undo step, and is not saved by itself', async () => {
    const box = (await open.panel.getByRole('slider', { name: 'Level of lead' }).boundingBox())!;
    await open.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await open.page.mouse.down();
    await open.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 + 40, { steps: 5 });
    await open.page.mouse.up();
    const moved = await until(
      'the number',
      async () =>
        /track lead {2}\{ instrument: tone, level: (-[\d.]+)dB \}/.exec(await open.text())?.[1] !== '-6' &&
        open.text(),
    );
    assert.equal(moved.replace(/(track lead .*level: )-[\d.]+dB/, '$1-6dB'), twoBars);
    assert.equal(open.onDisk(), twoBars);
    await reads('#file', /●/);
    await open.page.locator('#editor .view-lines').click({ position: { x: 200, y: 5 } });
    await open.page.keyboard.press('Control+z');
    await until('the number as it was', async () => (await open.text()) === twoBars);
    await until('no dot', async () => !(await open.page.locator('#file').innerText()).includes('●'));
    await until(
      'the fader where it was',
      async () =>
        (await open.panel.getByRole('textbox', { name: 'Level of lead in dB' }).inputValue()) === '−6.0',
    );
  });

  test('follows what another program writes', async () => {
    fs.writeFileSync(open.file, twoBars.replace('Two Bars', 'Three Bars'));
    await until('the new title', async () => (await open.text()).includes('Three Bars'));
    await open.panel.getByRole('heading', { name: 'Three Bars' }).waitFor();
    await reads('#message', /changed by another program/);
    await reads('#file', /^[^●]*$/);
  });

  for (const [choice, kept] of [
    ['Keep mine and save it', 'Mine'],
    ['Take the other', 'Theirs'],
  ] as const) {
    test(`asks when both have changed it: ${choice.toLowerCase()}`, async () => {
      await open.replace('Two Bars', 'Mine');
      fs.writeFileSync(open.file, twoBars.replace('Two Bars', 'Theirs'));
      await open.page.locator('#notice').waitFor();
      await open.page.keyboard.press('Control+s');
      await wait(400);
      assert.ok(open.onDisk().includes('Theirs'), 'nothing is written before the choice');
      await open.page.getByRole('button', { name: choice }).click();
      await until(
        'the choice',
        async () => (await open.text()).includes(kept) && open.onDisk().includes(kept),
      );
      await open.page.locator('#notice').waitFor({ state: 'hidden' });
      await reads('#file', /^[^●]*$/);
    });
  }

  test('bounces beside the song', async () => {
    await open.replace('lead: "~"', 'lead: "a3*8"');
    await open.page.keyboard.press('Control+s');
    await until('the saved file', async () => open.onDisk().includes('a3*8'));
    await open.panel.getByRole('button', { name: 'Bounce to a file' }).click();
    await open.panel.locator('dialog vscode-button').filter({ hasText: 'Bounce' }).click();
    const wav = path.join(open.folder, 'two-bars.wav');
    await until('the file', async () => fs.existsSync(wav));
    const bytes = fs.readFileSync(wav);
    assert.equal(bytes.toString('latin1', 0, 4), 'RIFF');
    assert.ok(bytes.length > 32 * 48_000 * 6 * 0.9, `${bytes.length} bytes for 32 s`);
    await open.panel.locator('dialog').getByText('two-bars.wav').first().waitFor();
    assert.deepEqual(open.errors, []);
  });

  test("two pages on one song see each other's saves", async () => {
    const second = await open.page.context().newPage();
    await second.goto(open.studio.url);
    await second.frameLocator('#panel').locator('.transport').waitFor();
    await open.page.bringToFront();
    await open.replace('Two Bars', 'Shared');
    await open.page.keyboard.press('Control+s');
    await until('the saved file', async () => open.onDisk().includes('Shared'));
    await second.bringToFront();
    await second.frameLocator('#panel').getByRole('heading', { name: 'Shared' }).waitFor();
  });

  test('says when its server has ended, and keeps the text', async () => {
    await open.replace('Two Bars', 'Alone');
    await open.studio.close();
    await until('the message', async () => /server has ended/.test(await open.message()));
    await open.page.keyboard.press('Control+s');
    await reads('#message', /Not saved/);
    assert.ok((await open.text()).includes('Alone'));
  });

  test('stacks where the window is narrow, and the splitter moves by key', async () => {
    await open.page.setViewportSize({ width: 700, height: 900 });
    const box = async (place: string) => (await open.page.locator(place).boundingBox())!;
    await until('the panel below', async () => {
      const editor = await box('#editor');
      return (await box('#panel')).y >= editor.y + editor.height;
    });
    const before = (await box('#editor')).height;
    await open.page.locator('#splitter').focus();
    await open.page.keyboard.press('ArrowDown');
    await until('a taller editor', async () => (await box('#editor')).height > before);
  });
});
