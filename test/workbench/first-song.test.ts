// From nothing to a file in VS Code: a new song from each template, and the bounce.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { installRecorder } from '../panel/recorder.ts';
import { eventually } from '../tools/eventually.ts';
import { openWorkbench, type Workbench } from '../tools/vscode/workbench.ts';
import { errorsIn, openPanel } from './panel.ts';
import { type SongWindow, songWindow } from './song-window.ts';

const text = `song "Short" { tempo 240bpm, meter 4/4 }
instrument organ = Synth { oscillator: sine, envelope.sustain: 100% }
track low { instrument: organ, level: -12dB }
section one 60 bars { low: "a2*2" }
arrange one
`;
/** As the list has them, with the titles that they begin with. */
const templates = {
  'First Song': 'New Song',
  House: 'Untitled House',
  'Hip-Hop': 'Untitled Hip-Hop',
  Ambient: 'Untitled Ambient',
  'Orchestral Sketch': 'Untitled Sketch',
} as const;

suite('VS Code for a first song', () => {
  let vs: Workbench;
  let song: SongWindow;
  const source = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-first-'));
  suiteSetup(async () => {
    fs.writeFileSync(path.join(source, 'short.song'), text);
    vs = await openWorkbench({ folder: source });
    await vs.context.addInitScript(installRecorder);
    song = songWindow(vs.page);
    // It stays where it is, so that its column does, and the panel beside it.
    await vs.openFile('short.song');
    await openPanel(vs);
  });
  suiteTeardown(async () => {
    await vs?.close();
    fs.rmSync(source, { recursive: true, force: true });
  });
  const button = async (name: string) => (await song.panel()).getByRole('button', { name, exact: true });
  const pick = (name: string) =>
    vs.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: name }).first();

  for (const [template, title] of Object.entries(templates))
    test(`a new song from "${template}" has nothing to mend and sounds`, async () => {
      await vs.runCommand('Codetta: New Song');
      await pick(template).click();
      await song.lens('Play').first().waitFor();
      const panel = await song.panel();
      await panel.getByRole('heading', { name: title }).waitFor();
      assert.equal(await vs.page.locator('.squiggly-error, .squiggly-warning').count(), 0);
      // That a song says what it is meant to be is asked of each: a hint, and the only one.
      assert.equal(await panel.locator('.problem-error, .problem-warning').count(), 0);
      await (await button('Play')).click();
      await song.sounds(true);
      await song.focus();
      await song.press('Control+.');
      await (await button('Play')).waitFor();
      await vs.runCommand('View: Revert and Close Editor');
    });

  test('a new song from "Empty" has nothing to mend, and waits for its first section', async () => {
    await vs.runCommand('Codetta: New Song');
    await pick('Empty').click();
    await eventually('its text', async () => (await song.text()).includes('song "Untitled"'));
    await eventually('it is on the desk', async () => /Untitled/.test(await song.status()));
    assert.equal(await vs.page.locator('.squiggly-error, .squiggly-warning').count(), 0);
    await vs.runCommand('View: Revert and Close Editor');
  });

  test('bounces to a file from its dialog, and the file is there to be heard', async () => {
    await vs.openFile('short.song');
    const panel = await song.panel();
    await panel.getByRole('heading', { name: 'Short' }).waitFor();
    await (await button('Bounce to a file')).click();
    await panel.locator('dialog vscode-button').filter({ hasText: 'Bounce' }).click();
    const place = vs.page.locator('.quick-input-widget .quick-input-filter input');
    await eventually('where it goes', async () => /short\.wav$/.test(await place.inputValue()));
    await place.press('Enter');
    await panel.getByText(/Wrote short\.wav/).waitFor();
    const player = panel.getByRole('region', { name: 'Player' });
    await player.getByRole('button', { name: 'Play the bounce' }).waitFor();
    assert.match(await player.innerText(), /LUFS/);
    assert.equal(fs.readFileSync(path.join(vs.folder, 'short.wav')).toString('latin1', 0, 4), 'RIFF');
    await panel.getByRole('button', { name: 'Close' }).click();
  });

  test('leaves no error in the log', () => {
    assert.deepEqual(errorsIn(vs), []);
  });
});
