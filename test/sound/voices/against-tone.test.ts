// The core's voices beside Tone.js's own, note for note, in headless Chromium.
// What is compared and how far apart it may be is in against-tone.ts. CODETTA_FIGURES=1 prints what is measured.

import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { comparisons } from './against-tone.ts';
import { render } from './core-voices.ts';
import { levelDb, levelsDb, thirds, thirdsDb } from './measure.ts';
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
      const level = levelDifference(theirs, ours, sampleRate, comparison.windowSeconds ?? 0.02);
      const band = bandDifference(theirs, ours, sampleRate);
      const residue = levelDb(theirs.map((value, index) => value - ours[index]!)) - levelDb(theirs);
      if (process.env['CODETTA_FIGURES']) console.log(name, level, band, 'residue', residue.toFixed(1));
      assert.ok(levelDb(theirs) > -60, 'Tone is silent');
      assert.ok(level.db <= comparison.levelDb, `level ${level.db.toFixed(2)} dB apart at ${level.where}`);
      assert.ok(band.db <= comparison.thirdsDb, `${band.db.toFixed(2)} dB apart at ${band.where}`);
      if (comparison.residueDb !== undefined)
        assert.ok(residue <= comparison.residueDb, `the difference is at ${residue.toFixed(1)} dB`);
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

interface Difference {
  readonly db: number;
  readonly where: string;
}

function levelDifference(
  theirs: Float32Array,
  ours: Float32Array,
  sampleRate: number,
  windowSeconds: number,
): Difference {
  const window = Math.round(sampleRate * windowSeconds);
  const levels = levelsDb(ours, window);
  const reference = levelsDb(theirs, window);
  const floor = Math.max(...reference) - 70;
  return worst(
    reference.map((level, index) => ({
      db: level < floor ? 0 : Math.abs(level - levels[index]!),
      where: `${((index * window) / sampleRate).toFixed(2)} s`,
    })),
  );
}

function bandDifference(theirs: Float32Array, ours: Float32Array, sampleRate: number): Difference {
  const bands = thirdsDb(ours, sampleRate);
  const reference = thirdsDb(theirs, sampleRate);
  const floor = Math.max(...reference) - 45;
  return worst(
    reference.map((level, index) => ({
      db: level < floor ? 0 : Math.abs(level - bands[index]!),
      where: `${Math.round(thirds[index]!)} Hz`,
    })),
  );
}

const worst = (differences: readonly Difference[]): Difference =>
  differences.reduce((most, next) => (next.db > most.db ? next : most));
