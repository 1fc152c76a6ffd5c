// A song in TypeScript in the studio's panel: run in a worker of the page, and set from the mixer.

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

suite('the panel of the studio with a song in TypeScript', () => {
  let studio: OpenStudio;
  suiteSetup(async () => {
    studio = await openStudio(text, { width: 1400, height: 900 }, 'small.song.ts');
  });
  suiteTeardown(async () => {
    await studio?.close();
    await endBrowser();
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
