// From nothing to a file in VS Code: the walkthrough, a new song from each template, the bounce, the stage.

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

  test('shows the code on the stage while it plays, with the lights of what sounds', async () => {
    await (await button('Play')).click();
    await vs.runCommand('Codetta: Stage View');
    const stage = await song.stage();
    const code = stage.getByRole('document', { name: 'Code' });
    await eventually('the text', async () => (await code.innerText()).includes('low: "a2*2"'));
    await code.locator('#lights b:not([hidden])').first().waitFor();
    const scope = stage.getByRole('img', { name: 'Scope' });
    await eventually('the shape of the sound', () =>
      scope.evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        return data.some((value, at) => at % 4 === 3 && value > 0);
      }),
    );
    assert.ok(!(await stage.locator('body').innerText()).includes(vs.folder), 'no paths');
    await stage.getByRole('button', { name: 'Close the stage' }).press('Enter');
    await eventually('its end', () => stage.isDetached());
    await song.focus();
    await song.press('Control+.');
    await (await button('Play')).waitFor();
  });

  // What was done in the tests before is ticked when it is opened; the rest, as it is done.
  test('the steps of the walkthrough complete themselves', async () => {
    await vs.runCommand('Welcome: Open Walkthrough...');
    await pick('Get Started with Codetta').click();
    const step = (name: string) => vs.page.getByRole('checkbox', { name, exact: true });
    const done = (name: string): Promise<void> => step(`${name}: Completed`).waitFor();
    const toDo = (name: string): Promise<void> => step(`${name}: Not completed`).waitFor();
    await done('Begin a song');
    await done('Play it');
    await done('Bounce it');
    await toDo('Mix it');
    await toDo('Change it while it plays');
    const level = (await song.panel()).getByRole('textbox', { name: 'Level of low in dB' });
    await level.fill('-9');
    await level.press('Enter');
    await done('Mix it');
    await (await button('Play')).click();
    await (await button('Pause')).waitFor();
    await level.fill('-12');
    await level.press('Enter');
    await done('Change it while it plays');
    await (await button('Stop')).click();
  });

  test('leaves no error in the log', () => {
    assert.deepEqual(errorsIn(vs), []);
  });
});
