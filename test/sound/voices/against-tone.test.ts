// The core's voices beside Tone.js's own, note for note, in headless Chromium.
// What is compared and how far apart it may be is in against-tone.ts. CODETTA_FIGURES=1 prints what is measured.

import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { comparisons } from './against-tone.ts';
import { render } from './core-voices.ts';
import { holdBeside } from './hold-beside.ts';
import { levelDb } from './measure.ts';
import { ToneVoices } from './tone-voices.ts';

suite('the voices beside Tone.js', () => {
  let tone: ToneVoices;

  suiteSetup(async () => {
    tone = await ToneVoices.open();
  });

  suiteTeardown(() => tone?.close());

  for (const comparison of comparisons) {
    const { name, instrument, settings, notes, seconds, sampleRate = 48000, polyphony = 1 } = comparison;
    test(name, async () => {
      const theirs = await tone.render(instrument, settings, notes, seconds, { sampleRate, polyphony });
      const ours = await render(instrument, settings, notes, seconds, { sampleRate, polyphony });
      holdBeside(theirs, ours, comparison, sampleRate);
    });
  }

  test("all at once: the average level of each noise is Tone's", async () => {
    for (const colour of ['white', 'pink', 'brown']) {
      const settings = { noise: colour, 'envelope.attack': 0, 'envelope.sustain': 1 };
      const notes = [{ midi: 60, at: 0 }];
      const off =
        levelDb(await tone.render('NoiseSynth', settings, notes, 4)) -
        levelDb(await render('NoiseSynth', settings, notes, 4));
      assert.ok(Math.abs(off) < 0.6, `${colour}: ${off} dB`);
    }
  });
});
