// A song in TypeScript in the studio: its types, its completions and the colours of its mini-notation; and in its
// panel, where it is run in a worker of the page, and set from the mixer.

import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { eventually } from '../tools/eventually.ts';
import { endBrowser, type OpenStudio, openStudio } from './studio-page.ts';

const text = `import { MonoSynth, mini, section, song, track } from 'codetta';

const sub = MonoSynth({ oscillator: 'sawtooth', filter: { Q: 2 } });
const line = mini\`a1 c2 <e2 g2> c2\`;
const bass = track('bass', { instrument: sub, level: '-9dB' });
const verse = section('verse', '4 bars', { bass: line });
export default song('Small', { tempo: '112bpm', key: 'A minor' }).tracks(bass).arrange(verse);
`;

suite('the studio with a song in TypeScript', () => {
  let studio: OpenStudio;
  suiteSetup(async () => {
    studio = await openStudio(text, { width: 1400, height: 900 }, 'small.song.ts');
  });
  suiteTeardown(async () => {
    await studio?.close();
    await endBrowser();
  });

  test('has the types of the module: a wrong unit is underlined, and nothing else is', async () => {
    await eventually('the text', async () => (await studio.text()).includes("'-9dB'"));
    await studio.replace('-9dB', '-9Hz');
    await eventually('the error', async () => (await studio.page.locator('.squiggly-error').count()) === 1);
    await studio.replace('-9Hz', '-9dB');
    await eventually('no error', async () => (await studio.page.locator('.squiggly-error').count()) === 0);
  });

  test('is checked by our server as well: what TypeScript finds right and a mixer cannot do', async () => {
    await studio.replace('-9dB', '99dB');
    await eventually('the error', async () => (await studio.page.locator('.squiggly-error').count()) === 1);
    await studio.replace('99dB', '-9dB');
    await eventually('no error', async () => (await studio.page.locator('.squiggly-error').count()) === 0);
  });

  test('completes the transforms of a pattern', async () => {
    await studio.putBehind('{ bass: line');
    await studio.page.keyboard.type('.human');
    await studio.page.locator('.suggest-widget .monaco-list-row', { hasText: 'humanize' }).first().waitFor();
    await studio.page.keyboard.press('Escape');
    for (const _ of '.human') await studio.page.keyboard.press('Backspace');
  });

  test('colours notes in a template other than its text', async () => {
    const classes = await eventually('the colours', () =>
      studio.page.evaluate(() => {
        const line = [...document.querySelectorAll('#editor .view-line')].find((one) =>
          (one.textContent ?? '').includes('mini`'),
        );
        const spans = [...(line?.querySelectorAll('span > span') ?? [])];
        const classOf = (words: string) =>
          spans.find((span) => (span.textContent ?? '').includes(words))?.className;
        const [note, tag] = [classOf('e2'), classOf('const')];
        return note !== undefined && tag !== undefined && note !== tag && [note, tag];
      }),
    );
    assert.equal(classes.length, 2);
  });

  test('plays in the panel what the program makes, run in the page', async () => {
    await studio.panel.getByRole('heading', { name: 'Small' }).waitFor();
    const level = studio.panel.getByRole('textbox', { name: 'Level of bass in dB' });
    await eventually('the level', async () => (await level.inputValue()) === '−9.0');
  });

  test('writes a move of the mixer into its literal, and nothing else', async () => {
    const before = await studio.text();
    const level = studio.panel.getByRole('textbox', { name: 'Level of bass in dB' });
    await level.fill('-6');
    await level.press('Enter');
    await eventually('the edit', async () => (await studio.text()).includes("level: '-6dB'"));
    assert.equal(await studio.text(), before.replace("'-9dB'", "'-6dB'"));
  });

  test('without an error on the page', () => {
    assert.deepEqual(studio.errors, []);
  });
});
