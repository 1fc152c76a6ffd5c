// The form of a song in TypeScript by hand: each gesture of the arrangement is one edit of the program, and one undo.

import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { eventually } from '../tools/eventually.ts';
import { endBrowser, type OpenStudio, openStudio } from './studio-page.ts';

const text = `import { MonoSynth, section, song, track } from 'codetta';

const bass = track('bass', { instrument: MonoSynth(), level: '-9dB' });
const intro = section('intro', '4 bars', { bass: 'a1 c2' });
const verse = section('verse', '8 bars', { bass: 'e2' });
const outro = section('outro', '4 bars', { bass: 'a1' });
export default song('Form', { tempo: '120bpm', key: 'A minor' })
  .tracks(bass)
  .arrange(intro, verse.times(2), outro);
`;

suite('the form of a song in TypeScript', function () {
  this.timeout(60_000);
  let open: OpenStudio;
  suiteSetup(async () => {
    open = await openStudio(text, { width: 1400, height: 900 }, 'form.song.ts');
    await open.panel.getByRole('toolbar', { name: 'Section intro' }).waitFor();
  });
  suiteTeardown(async () => {
    await open?.close();
    await endBrowser();
  });

  const button = (name: string) => open.panel.getByRole('button', { name, exact: true });
  const box = async (name: RegExp) => (await open.panel.getByRole('button', { name }).boundingBox())!;
  const shows = (words: string) =>
    eventually(
      words,
      async () => (await open.text()).includes(words),
      () => open.text(),
    );

  /** The sections in the panel, with their bars. */
  const form = (): Promise<string> =>
    open.panel
      .locator('.section-name')
      .evaluateAll((names) => names.map((name) => name.getAttribute('aria-label')).join('; '));

  async function drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    const { mouse } = open.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x + (to.x - from.x) / 3, to.y, { steps: 3 });
    await mouse.move(to.x, to.y, { steps: 6 });
    await mouse.up();
  }

  const gestures: Readonly<Record<string, readonly [act: () => Promise<unknown>, becomes: string]>> = {
    'moves a section': [() => button('Move intro later').click(), '.arrange(verse.times(2), intro, outro);'],
    'repeats it': [
      () => button('Play intro once more').click(),
      '.arrange(intro.times(2), verse.times(2), outro);',
    ],
    'takes it out': [() => button('Take intro out here').click(), '.arrange(verse.times(2), outro);'],
    'puts one in': [
      () => open.panel.getByLabel('Insert a section after intro').selectOption('outro'),
      '.arrange(intro, outro, verse.times(2), outro);',
    ],
    'makes it longer': [() => button('One bar more in intro').click(), "section('intro', '5 bars', "],
    'drags it to the end': [
      async () => {
        const [name, last] = [await box(/^intro, bar 1/), await box(/^outro, bar 21/)];
        const y = name.y + name.height / 2;
        await drag({ x: name.x + 10, y }, { x: last.x + last.width - 4, y });
      },
      '.arrange(verse.times(2), outro, intro);',
    ],
    'drags its edge by two bars': [
      async () => {
        const name = await box(/^intro, bar 1/);
        const edge = (await open.panel.locator('.section-edge').first().boundingBox())!;
        const [x, y] = [edge.x + 3, name.y + name.height / 2];
        await drag({ x, y }, { x: x + name.width / 2, y });
      },
      "section('intro', '6 bars', ",
    ],
  };
  for (const [what, [act, becomes]] of Object.entries(gestures))
    test(`${what} by one edit, which one undo takes back`, async () => {
      const before = await form();
      await act();
      await shows(becomes);
      // A save brings it into the panel: the program has run again before the next hand comes.
      await open.page.locator('#editor .view-lines').click({ position: { x: 300, y: 5 } });
      await open.page.keyboard.press('Control+s');
      await eventually('another form in the panel', async () => (await form()) !== before);
      await open.page.keyboard.press('Control+z');
      await eventually(
        'the text as it was',
        async () => (await open.text()).trim() === text.trim(),
        () => open.text(),
      );
      await open.page.keyboard.press('Control+s');
      await eventually('the form as it was', async () => (await form()) === before, form);
    });

  test('without an error on the page', () => {
    assert.deepEqual(open.errors, []);
  });
});
