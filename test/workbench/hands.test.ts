// More hands than one on a song in VS Code: a fader and the keyboard at once, git, a second window.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { installRecorder } from '../panel/recorder.ts';
import { eventually } from '../tools/eventually.ts';
import { openWorkbench, type Workbench } from '../tools/vscode/workbench.ts';
import { errorsIn, openPanel } from './panel.ts';
import { type SongWindow, songWindow } from './song-window.ts';

const loud = `song "Loud" { tempo 240bpm, meter 4/4 }
instrument organ = Synth { oscillator: sine, envelope.sustain: 100% }
track low { instrument: organ, level: -12dB }
track high { instrument: organ, level: -18dB }
section one 40 bars { low: "a2*2", high: "e4*2" }
arrange one
`;
const quiet = loud.replace('Loud', 'Quiet').replace('level: -12dB', 'level: -15dB').replace('a2*2', 'a2*4');

suite('VS Code with many hands on a song', () => {
  let vs: Workbench;
  let song: SongWindow;
  const source = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-hands-'));
  const file = (): string => path.join(vs.folder, 'hands.song');
  const onDisk = (): string => fs.readFileSync(file(), 'utf8');
  const git = (...words: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...words], {
      cwd: vs.folder,
      encoding: 'utf8',
    });
  suiteSetup(async () => {
    fs.writeFileSync(path.join(source, 'hands.song'), loud);
    vs = await openWorkbench({ folder: source });
    git('init', '-q', '-b', 'loud');
    git('add', '.');
    git('commit', '-qm', 'loud');
    git('branch', 'quiet');
    await vs.context.addInitScript(installRecorder);
    await vs.openFile('hands.song');
    await openPanel(vs);
    song = songWindow(vs.page);
  });
  suiteTeardown(async () => {
    await vs?.close();
    fs.rmSync(source, { recursive: true, force: true });
  });

  test('typing while a fader is dragged loses no keystroke, and the fader is one undo step', async () => {
    const panel = await song.panel();
    const fader = panel.getByRole('slider', { name: 'Level of low' });
    const words = '// every letter of it';
    await song.putBehind('arrange one');
    await fader.scrollIntoViewIfNeeded();
    const box = (await fader.boundingBox())!;
    const cap = (await fader.locator('.fader-cap').boundingBox())!;
    const x = box.x + box.width / 2;
    const y = cap.y + cap.height / 2;
    await song.page.mouse.move(x, y);
    await song.page.mouse.down();
    await song.page.mouse.move(x, y + 2);
    await song.focus();
    await song.press('Enter');
    for (const [at, letter] of [...words].entries()) {
      await song.page.keyboard.type(letter);
      // The hand lets go in the middle of a word, and the text of the fader comes in between two letters.
      if (at < 12) await song.page.mouse.move(x, y + 2 + at * 2);
      if (at === 12) await song.page.mouse.up();
    }
    await eventually('the fader in the text', async () => !(await song.text()).includes('level: -12dB'));
    assert.ok((await song.text()).includes(words), await song.text());
    const now = /track low .*level: (-?[\d.]+)dB/.exec(await song.text())!;
    await eventually(
      'the fader',
      async () => Math.abs(Number(await fader.getAttribute('aria-valuenow')) - Number(now[1])) < 0.06,
    );
    await song.undoTo(loud);
    await eventually(
      'the fader where it was',
      async () => Number(await fader.getAttribute('aria-valuenow')) === -12,
    );
  });

  test('a git checkout under a playing song reloads it once, and writes nothing', async () => {
    const panel = await song.panel();
    git('checkout', '-q', 'quiet');
    fs.writeFileSync(file(), quiet);
    git('commit', '-qam', 'quiet');
    await panel.getByRole('heading', { name: 'Quiet' }).waitFor();
    await panel.getByRole('button', { name: 'Play', exact: true }).click();
    await song.sounds(true);
    await panel.evaluate(() => {
      const counted = globalThis as unknown as { songs: number };
      counted.songs = 0;
      window.addEventListener('message', ({ data }) => {
        if (data?.type === 'song') counted.songs++;
      });
    });
    const clock = (): Promise<number> =>
      panel.evaluate(() => globalThis.recorder.contexts.at(-1)!.currentTime);
    const from = await clock();
    git('checkout', '-q', 'loud');
    await panel.getByRole('heading', { name: 'Loud' }).waitFor();
    await eventually('two bars more', async () => (await clock()) > from + 2);
    assert.equal(
      await panel.evaluate(() => (globalThis as unknown as { songs: number }).songs),
      1,
      'it is reloaded once',
    );
    assert.equal((await song.text()).trim(), loud.trim());
    assert.equal(await song.isDirty(), false, 'nothing waits to be saved');
    assert.equal(git('status', '--porcelain'), '', 'nothing is written');
    assert.equal(onDisk(), loud);
    await panel.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await song.sounds(true);
    const { startSeconds, secondsPerBlock, peaks } = await song.heard();
    const since = peaks.slice(Math.floor((from - startSeconds) / secondsPerBlock));
    // Notes follow each other without a gap: a tenth of a second without sound would be one.
    const blocks = Math.ceil(0.1 / secondsPerBlock);
    let silent = 0;
    for (const peak of since) {
      silent = peak < 1e-4 ? silent + 1 : 0;
      assert.ok(silent < blocks, 'the music has gone on');
    }
    await song.focus();
    await song.press('Control+.');
    await panel.getByRole('button', { name: 'Play', exact: true }).waitFor();
  });

  test('two windows on one song lose no edit', async () => {
    const page = await vs.secondWindow();
    const second = songWindow(page);
    await vs.openFileIn(page, 'hands.song');
    await eventually('the text', async () => (await second.text()).includes('arrange one'));
    // His fader, saved: the second window, which has nothing of its own yet, takes it.
    const level = (await song.panel()).getByRole('textbox', { name: 'Level of low in dB' });
    await vs.page.bringToFront();
    await level.fill('-9');
    await level.press('Enter');
    await eventually('the fader in the text', async () => (await song.text()).includes('level: -9dB'));
    await song.focus();
    await song.press('Control+s');
    await eventually('the file', () => onDisk().includes('level: -9dB'));
    await page.bringToFront();
    await eventually('his fader in her window', async () => (await second.text()).includes('level: -9dB'));
    // Her words, and his fader again before she saves: as many letters as before, which VS Code would write over.
    await second.putBehind('arrange one');
    await second.press('Enter');
    await page.keyboard.insertText('// hers');
    await vs.page.bringToFront();
    await level.fill('-8');
    await level.press('Enter');
    await eventually('the fader in the text', async () => (await song.text()).includes('level: -8dB'));
    await song.focus();
    await song.press('Control+s');
    await eventually('the file', () => onDisk().includes('level: -8dB'));
    await page.bringToFront();
    await second.focus();
    await second.press('Control+s');
    const both = loud.replace('-12dB', '-8dB').replace('arrange one\n', 'arrange one\n// hers\n');
    await eventually('both on the disk', () => onDisk() === both, onDisk);
    await vs.page.bringToFront();
    await eventually('both in his window', async () => (await song.text()).trim() === both.trim());
    await eventually('his fader where he put it', async () => /8\.0$/.test(await level.inputValue()));
    // A file that is longer now is asked about, and nothing is written over.
    await page.bringToFront();
    await second.putBehind('// hers');
    await page.keyboard.insertText(', too');
    fs.writeFileSync(file(), `${both}// of a third\n`);
    await second.press('Control+s');
    await page
      .getByText(/content of the file is newer/)
      .first()
      .waitFor();
    assert.ok((await second.text()).includes('// hers, too'));
    assert.ok(onDisk().includes('// of a third'));
    await page.close();
  });

  test('leaves no error in the log', () => {
    assert.deepEqual(errorsIn(vs), []);
  });
});
