// Findings of sound in the studio's editor: after a save, rendered by the studio's server.

import assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import { eventually } from '../tools/eventually.ts';
import { endBrowser, openStudio } from './studio-page.ts';

const song = `song "Too Soft" { tempo 240bpm }
instrument soft = PolySynth(Synth) { }
track lead { instrument: soft, level: -9dB }
section verse 4 bars { lead: "a4 c5 e5 c5" }
arrange verse
deliver broadcast
master { level: -12dB }
`;

suite('the sound of a song in the studio', () => {
  suiteTeardown(endBrowser);

  test('is judged after a save, on its line', async () => {
    const studio = await openStudio(song);
    try {
      const asked = studio.page.waitForResponse((response) => response.url().includes('/heard'));
      await studio.replace('-12dB', '-11dB');
      await studio.page.keyboard.press('Control+s');
      const response = await asked;
      assert.equal(response.status(), 200);
      // What stands under `broadcast` as a wave.
      await eventually('the finding', async () => {
        const marks = await studio.page.locator('#editor .squiggly-error, #editor .squiggly-warning').count();
        return marks > 0;
      });
      // The text is another one now: what was heard is faded, not wrong.
      await studio.replace('240bpm', '241bpm');
      await eventually('the faded finding', async () => {
        const faded = await studio.page.locator('#editor .squiggly-inline-unnecessary').count();
        return faded > 0;
      });
      assert.deepEqual(studio.errors, []);
    } finally {
      await studio.close();
    }
  });
});
