// A song in TypeScript as a producer sees it in VS Code: the panel plays it, and the mixer changes its literals.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { inRoot } from '../../src/build/root.mjs';
import { eventually } from '../tools/eventually.ts';
import { openWorkbench, type Workbench } from '../tools/vscode/workbench.ts';
import { errorsIn, openPanel } from './panel.ts';

const song = 'night-drive.song.ts';

suite('VS Code with a song in TypeScript', () => {
  let vs: Workbench;
  suiteSetup(async () => {
    vs = await openWorkbench({ folder: inRoot('samples') });
    await vs.openFile(song);
  });
  suiteTeardown(() => vs?.close());

  const onDisk = (): string => fs.readFileSync(path.join(vs.folder, song), 'utf8');
  const press = async (key: string): Promise<void> => {
    await vs.page
      .locator('.editor-group-container .monaco-editor .editor-scrollable')
      .first()
      .click({ position: { x: 300, y: 200 } });
    await vs.page.keyboard.press(key);
  };

  test('opens the panel beside it, with its strips', async () => {
    await openPanel(vs);
    await vs.panelFrame().getByRole('heading', { name: 'Night Drive' }).waitFor();
    const faders = vs.panelFrame().getByRole('slider', { name: /^Level of / });
    await eventually('nine faders', async () => (await faders.count()) >= 9);
  });

  test('plays', async () => {
    await vs.panelFrame().getByRole('button', { name: 'Play', exact: true }).click();
    await vs.panelFrame().getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await press('Control+.');
    await vs.panelFrame().getByRole('button', { name: 'Play', exact: true }).waitFor();
  });

  test('a fader moved by key changes its literal, and nothing else', async () => {
    const level = vs.panelFrame().getByRole('textbox', { name: 'Level of bass in dB' });
    await level.fill('-3.5');
    await level.press('Enter');
    await vs.page.locator('.tab.dirty').waitFor();
    await press('Control+s');
    await eventually('the number on the disk', () => onDisk().includes("'-3.5dB'"));
    const original = fs.readFileSync(inRoot('samples', song), 'utf8').split('\n');
    const changed = onDisk()
      .split('\n')
      .filter((line, index) => line !== original[index]);
    assert.deepEqual(changed, ["  level: '-3.5dB',"]);
  });

  test('without an error in the window', () => {
    assert.deepEqual(errorsIn(vs), []);
  });
});
