// The panel in a narrow column: what is small must still be reached.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { inRoot } from '../../src/build/root.mjs';
import { raiseStage, type Stage } from './stage.ts';

suite('the panel in a narrow column', () => {
  let stage: Stage;
  suiteSetup(async () => {
    stage = await raiseStage();
  });
  suiteTeardown(() => stage?.close());

  const nightDrive = fs.readFileSync(inRoot('samples/night-drive.song'), 'utf8');

  for (const width of [240, 360, 560, 900]) {
    test(`a click in the middle of a section goes to it, ${width} pixels wide`, async () => {
      const shown = await stage.open(nightDrive, { width, height: 800 });
      const sections = shown.panel.locator('.section-name');
      for (let index = 0; index < (await sections.count()); index++) {
        const section = sections.nth(index);
        await section.click({ timeout: 5000 });
        const bar = await section.locator('.section-bar').getAttribute('data-bar');
        assert.equal(await shown.panel.locator('.clock-bar').textContent(), bar);
      }
      await shown.page.close();
    });

    test(`nothing is wider than the column, ${width} pixels wide`, async () => {
      const shown = await stage.open(nightDrive, { width, height: 800 });
      await shown.send({
        type: 'problems',
        version: 2,
        playing: 'last good',
        problems: [
          { rule: 'SYN', severity: 'error', message: 'A bracket is missing.', from: 1, to: 2, line: 1 },
        ],
      });
      await shown.panel.locator('.state-error').waitFor();
      const wide = await shown.page
        .frames()[1]!
        .evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wide, 0);
      await shown.page.close();
    });
  }

  test('the dot at a track and at a section is as bad as the worst that stands there', async () => {
    const shown = await stage.open(nightDrive, { width: 1100, height: 900 });
    const at = { from: 1, to: 2, line: 1, track: 'bass', section: 'verse' };
    const dots = shown.panel.locator('.strip-trouble, .section-trouble');
    const tell = (...severities: readonly string[]) =>
      shown.send({
        type: 'problems',
        version: 2,
        playing: 'current',
        problems: severities.map((severity) => ({ ...at, rule: 'INS1', severity, message: severity })),
      });
    await tell('information', 'warning', 'error');
    await shown.panel.getByRole('img', { name: 'There is an error in this track' }).waitFor();
    assert.equal(await dots.count(), 2);
    await tell('warning');
    await shown.panel.getByRole('img', { name: 'There is a problem in this section' }).waitFor();
    await tell('information');
    await dots.first().waitFor({ state: 'detached' });
    assert.equal(await dots.count(), 0);
    await shown.page.close();
  });

  test('what a message quotes of the text is set as text', async () => {
    const shown = await stage.open(nightDrive);
    await shown.send({
      type: 'problems',
      version: 2,
      playing: 'current',
      problems: [
        { rule: 'SYN', severity: 'error', message: '`9bpm` is not `10`: ` alone', from: 1, to: 2, line: 1 },
      ],
    });
    const message = shown.panel.locator('.problem-message');
    await message.waitFor();
    assert.equal(await message.textContent(), '9bpm is not 10: ` alone');
    assert.deepEqual(await message.locator('code').allTextContents(), ['9bpm', '10']);
    await shown.page.close();
  });
});
