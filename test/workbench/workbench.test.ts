// The extension as a producer sees it: VS Code with a song and its panel, driven from outside.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { inRoot } from '../../src/build/root.mjs';
import { eventually } from '../tools/eventually.ts';
import { openWorkbench, type Workbench } from '../tools/vscode/workbench.ts';
import { errorsIn, openPanel } from './panel.ts';

const song = 'night-drive.song';

suite('VS Code with a song', () => {
  let vs: Workbench;
  suiteSetup(async () => {
    // A window whose address names a file opens that file alone after a reload: the song is opened inside.
    vs = await openWorkbench({ folder: inRoot('samples') });
    await vs.openFile(song);
  });
  suiteTeardown(() => vs?.close());

  const onDisk = (): string => fs.readFileSync(path.join(vs.folder, song), 'utf8');
  const status = () => vs.page.locator('#codetta\\.codetta\\.codetta\\.song, [id$="codetta.song"]').first();
  const press = async (key: string): Promise<void> => {
    await vs.page
      .locator('.editor-group-container .monaco-editor .editor-scrollable')
      .first()
      .click({ position: { x: 300, y: 200 } });
    await vs.page.keyboard.press(key);
  };
  const level = () => vs.panelFrame().getByRole('textbox', { name: 'Level of bass in dB' });

  test('opens the panel beside the song, with its strips', async () => {
    await openPanel(vs);
    await vs.panelFrame().getByRole('heading', { name: 'Night Drive' }).waitFor();
    const faders = vs.panelFrame().getByRole('slider', { name: /^Level of / });
    await eventually('nine faders', async () => (await faders.count()) >= 9);
    await eventually('the status', async () => /Night Drive/.test(await status().innerText()));
  });

  test('plays by its button, and the status bar follows', async () => {
    await vs.panelFrame().getByRole('button', { name: 'Play', exact: true }).click();
    await vs.panelFrame().getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await eventually('bar two', async () => /[2-9]:\d/.test(await status().innerText()));
  });

  test('is silent with Ctrl+. in the song', async () => {
    await press('Control+.');
    await vs.panelFrame().getByRole('button', { name: 'Play', exact: true }).waitFor();
  });

  test('plays from the cursor with Ctrl+Enter in the song', async () => {
    await press('Control+End');
    await vs.page.keyboard.press('Control+Enter');
    await vs.panelFrame().getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await press('Control+.');
    await vs.panelFrame().getByRole('button', { name: 'Play', exact: true }).waitFor();
  });

  test('a fader moved by key changes its number in the text, in one undo step', async () => {
    const before = await level().inputValue();
    await level().fill('-3.5');
    await level().press('Enter');
    await vs.page.locator('.tab.dirty').waitFor();
    await press('Control+s');
    await eventually('the number on the disk', async () => onDisk().includes('-3.5dB'));
    const original = fs.readFileSync(inRoot('samples', song), 'utf8').split('\n');
    const changed = onDisk()
      .split('\n')
      .filter((line, index) => line !== original[index]);
    assert.equal(changed.length, 1, changed.join('\n'));
    assert.match(changed[0]!, /-3\.5dB/);
    await press('Control+z');
    await eventually('the fader where it was', async () => (await level().inputValue()) === before);
    await press('Control+s');
    await eventually('the text as it was', async () => onDisk() === original.join('\n'));
  });

  test('underlines a mistake, says that the last good song plays, and in the panel where it is', async () => {
    await press('Control+End');
    await vs.page.keyboard.insertText('\narrange nowhere_at_all\n');
    await vs.page.locator('.squiggly-error').first().waitFor();
    await eventually('the status', async () => /last good song/.test(await status().innerText()));
    await vs
      .panelFrame()
      .getByText(/nowhere_at_all/)
      .first()
      .waitFor();
    await vs.runCommand('File: Revert File');
    await eventually('the good song', async () => !/last good song/.test(await status().innerText()));
    await vs.page.locator('.tab.dirty').waitFor({ state: 'detached' });
  });

  test('brings the panel back after a reload of the window', async () => {
    // The window keeps its state a moment after it changed.
    await wait(2000);
    await vs.reload();
    await vs.panelFrame().getByRole('heading', { name: 'Night Drive' }).waitFor({ timeout: 60_000 });
    await eventually('the status', async () => /Night Drive/.test(await status().innerText()));
  });

  test('leaves no error in the log', () => {
    assert.deepEqual(errorsIn(vs), []);
  });
});

suite('VS Code in Restricted Mode', () => {
  let vs: Workbench;
  suiteSetup(async () => {
    vs = await openWorkbench({ folder: inRoot('samples'), file: song, trust: false });
  });
  suiteTeardown(() => vs?.close());

  test('plays a song, and does not bounce it', async () => {
    await openPanel(vs);
    await vs.panelFrame().getByRole('heading', { name: 'Night Drive' }).waitFor();
    await vs.panelFrame().getByRole('button', { name: 'Play', exact: true }).click();
    await vs.panelFrame().getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await vs.panelFrame().getByRole('button', { name: 'Bounce to a file' }).click();
    await vs.panelFrame().locator('dialog vscode-button').filter({ hasText: 'Bounce' }).click();
    await vs.panelFrame().locator('dialog').getByText('trust this folder').first().waitFor();
    assert.deepEqual(
      fs.readdirSync(vs.folder).filter((name) => name.endsWith('.wav')),
      [],
    );
  });
});
