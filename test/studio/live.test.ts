// A performer in the studio: the text, the keys and the stage, with the panel beside them.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { inRoot } from '../../src/build/root.mjs';
import { stageThemes } from '../../src/protocol/stage.ts';
import { barriers } from '../tools/axe.ts';
import { eventually } from '../tools/eventually.ts';
import { endBrowser, type OpenStudio, openStudio } from './studio-page.ts';

const text = `song "Set" { tempo 240bpm, meter 4/4 }
instrument organ = Synth { oscillator: sine }
track low { instrument: organ, level: -12dB }
section one 4 bars { low: "a2*2" }
section two 4 bars { low: "a3*2" }
arrange one two
`;

for (const [name, file] of [
  ['.song', { name: 'set.song', text: text.replace('one two', 'one*20 two*20') }],
  [
    '.song.ts',
    { name: 'night-drive.song.ts', text: fs.readFileSync(inRoot('samples/night-drive.song.ts'), 'utf8') },
  ],
] as const)
  suite(`The stage in the studio, ${name}`, () => {
    let open: OpenStudio;
    suiteSetup(async () => {
      open = await openStudio(file.text, undefined, file.name);
    });
    suiteTeardown(() => open?.close());
    const stage = () => open.page.frameLocator('#stage');

    test('shows the text in colours, and lights up what sounds', async () => {
      await open.panel.getByRole('button', { name: 'Play', exact: true }).click();
      await open.panel.getByRole('button', { name: 'Stage view' }).click();
      const code = stage().getByRole('document', { name: 'Code' });
      await eventually('the text', async () => {
        const lines = await code.locator('#lines > div').allTextContents();
        const shown = lines.join('\n').replaceAll('\u200b', '');
        return shown.trimEnd() === file.text.trimEnd();
      });
      assert.ok((await code.locator('.c-keyword, .c-name').count()) > 3);
      await code.locator('#lights b:not([hidden])').first().waitFor();
    });

    test('shows the sections, where the song is in them, and its sound', async () => {
      const sections = stage().getByRole('list', { name: 'Sections' }).getByRole('listitem');
      assert.ok((await sections.count()) >= 2);
      await eventually(
        'one that sounds',
        async () => (await stage().locator('[aria-current]').count()) === 1,
      );
      await eventually('a bar', async () =>
        /^\d+:\d$/.test(await stage().getByLabel('Bar and beat').innerText()),
      );
      for (const picture of ['Scope', 'Spectrum'])
        await eventually(picture, () =>
          stage()
            .getByRole('img', { name: picture })
            .evaluate((canvas: HTMLCanvasElement) => {
              const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
              return data.some((value) => value > 0);
            }),
        );
    });

    test('has themes, each with its own colours, and keeps the one that was chosen', async () => {
      const seen = new Set<string>();
      const choice = stage().getByRole('combobox', { name: 'Theme' });
      for (const theme of stageThemes) {
        await choice.selectOption(theme, { force: true });
        seen.add(
          await stage()
            .locator('body')
            .evaluate(
              (body) => getComputedStyle(body).getPropertyValue('--bg') + getComputedStyle(body).color,
            ),
        );
      }
      assert.equal(seen.size, stageThemes.length);
      assert.equal(await open.page.evaluate(() => localStorage.getItem('codetta.stage.theme')), 'contrast');
    });

    test('has no barrier, in any look', async () => {
      const choice = stage().getByRole('combobox', { name: 'Theme' });
      const frame = await (await open.page.locator('#stage').elementHandle())!.contentFrame();
      for (const theme of stageThemes) {
        await choice.selectOption(theme, { force: true });
        assert.deepEqual(await barriers(frame!), [], theme);
      }
    });

    test('says nothing of files, problems or the studio', async () => {
      const words = await stage().locator('body').innerText();
      for (const secret of [open.folder, open.file, file.name, 'problem', '127.0.0.1'])
        assert.ok(!words.includes(secret), secret);
    });

    test('goes with Q, and the text has the keyboard again', async () => {
      await stage().locator('#code').click();
      await open.page.keyboard.press('q');
      await open.page.locator('#stage').waitFor({ state: 'detached' });
      await open.page.keyboard.press('Control+.');
      await open.panel.getByRole('button', { name: 'Play', exact: true }).waitFor();
      assert.deepEqual(open.errors, []);
    });
  });

suite('A performer in the studio', () => {
  let open: OpenStudio;
  suiteSetup(async () => {
    open = await openStudio(text);
  });
  suiteTeardown(async () => {
    await open?.close();
    await endBrowser();
  });
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await open.page.keyboard.press(key);
  };

  test('solos the track at the cursor by a chord of keys', async () => {
    await open.putBehind('track lo');
    await press('Alt+m', 's');
    await eventually('solo', async () => /track low .*solo/.test(await open.text()));
    await press('Alt+m', 's');
    await eventually('no solo', async () => !/solo/.test(await open.text()));
  });

  test('queues the section at the cursor, and it comes in', async () => {
    await open.panel.getByRole('button', { name: 'Play', exact: true }).click();
    await open.putBehind('section tw');
    await press('Alt+m', 'q');
    await eventually('bar five', async () => /[5-8]:\d/.test(await open.page.locator('#sound').innerText()));
  });

  test('swaps now what was typed, without saving it', async () => {
    await open.replace('a3*2', 'a4*2');
    await press('Control+Alt+Enter');
    await open.page.waitForTimeout(300);
    // What sounds is the text as it stands.
    await press('Control+Shift+Backspace');
    await eventually('the words', async () => /what sounds already/.test(await open.message()));
    assert.equal(open.onDisk(), text);
  });

  test('goes back to what sounds with one key, and forward again with undo', async () => {
    await open.replace('arrange one', 'arrange nowhere');
    await eventually('the last good song', async () =>
      /last good/.test(await open.page.locator('#sound').innerText()),
    );
    await press('Control+Shift+Backspace');
    await eventually('the text', async () => !(await open.text()).includes('nowhere'));
    await press('Control+z');
    await eventually('the text before', async () => (await open.text()).includes('nowhere'));
    await press('Control+Shift+Backspace', 'Control+.');
  });

  test('taps a tempo in the text, and Enter writes it there', async () => {
    for (let tap = 0; tap < 4; tap++) {
      await press('Alt+b');
      await open.page.waitForTimeout(300);
    }
    await eventually('the tempo', async () => /bpm: Enter writes it/.test(await open.message()));
    await press('Enter');
    await eventually('the text', async () => !(await open.text()).includes('tempo 240bpm'));
    assert.match(await open.text(), /song "Set" \{ tempo [\d.]+bpm, meter 4\/4 \}/);
    assert.equal((await open.text()).split('\n').length, text.split('\n').length, 'no line was put in');
    assert.deepEqual(open.errors, []);
  });
});
