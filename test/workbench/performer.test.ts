// A performer in VS Code: the text, its keys and lenses, the panel beside it.

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

/** Bars of a second, and sections of four that are told apart by their names. */
const set = `song "Set" { tempo 240bpm, meter 4/4 }
instrument organ = Synth { oscillator: sine, envelope.sustain: 100% }
track low { instrument: organ, level: -12dB }
track high { instrument: organ, level: -18dB }
section one 4 bars { low: "a2*2", high: "e4*2" }
section two 4 bars { low: "a3*2", high: "c5*2" }
arrange one*20 two*20
`;
suite('A performer in VS Code', () => {
  let vs: Workbench;
  let song: SongWindow;
  const source = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-set-'));
  suiteSetup(async () => {
    fs.writeFileSync(path.join(source, 'set.song'), set);
    vs = await openWorkbench({ folder: source });
    await vs.context.addInitScript(installRecorder);
    await vs.openFile('set.song');
    await openPanel(vs);
    song = songWindow(vs.page);
    await song.lens('Loop').first().waitFor();
  });
  suiteTeardown(async () => {
    await vs?.close();
    fs.rmSync(source, { recursive: true, force: true });
  });

  const onDisk = (): string => fs.readFileSync(path.join(vs.folder, 'set.song'), 'utf8');
  const playing = async (isPlaying: boolean): Promise<void> =>
    (await song.panel()).getByRole('button', { name: isPlaying ? 'Pause' : 'Play', exact: true }).waitFor();
  /** The bar that plays, as the status bar has it. */
  const bar = async (): Promise<number> => Number(/ (\d+):\d/.exec(await song.status())?.[1] ?? 0);
  const barFrom = (from: number): Promise<number> =>
    eventually(`bar ${from}`, async () => {
      const now = await bar();
      return now >= from ? now : undefined;
    });
  const asItWas = (): Promise<void> => song.undoTo(set);

  test('plays from the lens over a section, and is silent with one key', async () => {
    await song.lens('Play').nth(1).click();
    await playing(true);
    await barFrom(81);
    await song.sounds(true);
    await song.putBehind('section one');
    await song.press('Control+.');
    await playing(false);
    await song.sounds(false);
  });

  test('loops the section under the cursor', async () => {
    await song.putBehind('section one');
    await song.press('Alt+m', 'l');
    await playing(true);
    const looped = (await song.panel()).getByRole('combobox', { name: 'Section to loop' });
    await eventually('its loop', async () => (await looped.inputValue()) === '0');
    const seen = new Set<number>();
    await eventually('it has come round', async () => {
      const now = await bar();
      if (now > 0) seen.add(now);
      return seen.has(4) && now === 1;
    });
    assert.ok(
      [...seen].every((one) => one <= 4),
      [...seen].join(' '),
    );
    await (await song.panel()).getByRole('button', { name: 'End the loop' }).click();
  });

  test('queues a section, which comes in while the first plays', async () => {
    await song.putBehind('section two');
    await song.press('Alt+m', 'q');
    await barFrom(81);
    await song.press('Control+.');
    await playing(false);
  });

  test('plays from the cursor', async () => {
    await song.putBehind('section two');
    await song.press('Control+Enter');
    await playing(true);
    await barFrom(81);
  });

  test('hears a track alone by its lens, and without it by key', async () => {
    await song.lens('Solo').first().click();
    await eventually('the solo in the text', async () => /track low .*solo/.test(await song.text()));
    await song.lens('Solo off').click();
    await eventually('the text without it', async () => !/solo/.test(await song.text()));
    await song.putBehind('track high');
    await song.press('Alt+m', 'm');
    await eventually('the mute in the text', async () => /track high .*mute/.test(await song.text()));
    const mute = (await song.panel()).getByRole('button', { name: 'Mute high' });
    await eventually('the button', async () => (await mute.getAttribute('aria-pressed')) === 'true');
    await song.press('Alt+m', 'm');
    await eventually('the text without it', async () => !/mute/.test(await song.text()));
    await asItWas();
  });

  test('takes what was typed at once, unsaved', async () => {
    const panel = await song.panel();
    await song.replace('section two', 'section twice');
    await song.replace('two*20', 'twice*20');
    await song.press('Control+Alt+Enter');
    await panel
      .getByRole('columnheader', { name: /^twice/ })
      .first()
      .waitFor();
    await playing(true);
    assert.equal(onDisk(), set);
  });

  test('goes back to what sounds by one key, and forward again with undo', async () => {
    await song.replace('arrange one*20', 'arrange nowhere');
    await eventually('the last good song', async () => /last good/.test(await song.status()));
    await song.press('Control+Shift+Backspace');
    await eventually('the text that sounds', async () => /arrange one\*20 twice/.test(await song.text()));
    await eventually('the good song', async () => !/last good/.test(await song.status()));
    await song.press('Control+z');
    await eventually('the text before', async () => /nowhere/.test(await song.text()));
    await song.press('Control+Shift+Backspace');
    await eventually('the text that sounds', async () => !/nowhere/.test(await song.text()));
    await asItWas();
  });

  test('nudges the tempo with the text left alone, and writes it on demand', async () => {
    const tempo = (await song.panel()).getByLabel('Nudged tempo');
    await song.putBehind('tempo');
    await song.press('Alt+m', 'ArrowUp');
    await eventually('the nudge', async () => (await tempo.innerText()) === '241 bpm');
    assert.match(await song.text(), /tempo 240bpm/);
    await song.press('Alt+m', 't');
    await tempo.waitFor({ state: 'detached' });
    await song.press('Alt+m', 'ArrowDown');
    await eventually('the nudge', async () => (await tempo.innerText()) === '239 bpm');
    await song.press('Alt+m', 'w');
    await eventually('the text', async () => /tempo 239bpm/.test(await song.text()));
    await song.press('Control+z');
    await eventually('the text before', async () => /tempo 240bpm/.test(await song.text()));
  });

  test('taps a tempo in the text, and Enter writes it there', async () => {
    for (let tap = 0; tap < 4; tap++) {
      await song.press('Alt+b');
      // The hand's own time.
      await song.page.waitForTimeout(300);
    }
    const told = await eventually(
      'the tempo',
      async () => / ([\d.]+) bpm: Enter writes it/.exec(await song.status()) ?? undefined,
    );
    await song.press('Enter');
    await eventually('the text', async () => (await song.text()).includes(`tempo ${told[1]}bpm`));
    assert.equal(
      (await song.text()).trim().split('\n').length,
      set.trim().split('\n').length,
      'no line was put in',
    );
    await asItWas();
  });

  test('follows the cursor by one key, and no more by the same', async () => {
    const follow = (await song.panel()).getByRole('button', { name: 'Follow the cursor' });
    await song.putBehind('section one');
    await song.press('Control+Enter');
    await playing(true);
    await song.press('Alt+m', 'f');
    await eventually('the button', async () => (await follow.getAttribute('aria-pressed')) === 'true');
    await song.putBehind('section two');
    await barFrom(81);
    await song.press('Alt+m', 'f');
    await eventually('the button', async () => (await follow.getAttribute('aria-pressed')) === 'false');
    await song.press('Control+.');
    await playing(false);
  });

  test('takes back what is queued by key', async () => {
    const panel = await song.panel();
    await song.putBehind('section one');
    await song.press('Control+Enter');
    await playing(true);
    // Far enough away to be taken back: at the end of the section.
    const point = panel.getByRole('combobox', { name: 'Swap at the next' });
    await point.selectOption('cycle');
    await song.putBehind('section two');
    await song.press('Alt+m', 'q');
    const queued = panel.getByRole('button', { name: /^Take back two/ });
    await queued.waitFor();
    await song.press('Alt+m', 'u');
    await queued.waitFor({ state: 'detached' });
    await point.selectOption('bar');
    await song.press('Control+.');
    await playing(false);
  });

  test('turns the metronome on and the count-in up by key, and keeps them as settings', async () => {
    const panel = await song.panel();
    const metronome = panel.getByRole('button', { name: 'Metronome' });
    const countIn = panel.getByRole('combobox', { name: 'Count-in' });
    const isOn = async (): Promise<boolean> => (await metronome.getAttribute('aria-pressed')) === 'true';
    await song.focus();
    await song.press('Alt+m', 'k');
    await eventually('the metronome', isOn);
    await song.press('Alt+m', 'c');
    await eventually('a bar of count-in', async () => (await countIn.inputValue()) === '1');
    await song.press('Alt+m', 'p');
    await playing(true);
    await song.sounds(true);
    await song.press('Control+.');
    await playing(false);
    await song.press('Alt+m', 'k');
    await eventually('no metronome', async () => !(await isOn()));
    await countIn.selectOption('0');
  });

  test('leaves no error in the log', () => {
    assert.deepEqual(errorsIn(vs), []);
  });
});
