// Two sounds that should be alike, held to how far apart a row of the table lets them be: the level over time, the
// spectrum by thirds of an octave, and the waves. CODETTA_FIGURES=1 prints what is measured.

import assert from 'node:assert/strict';
import type { Tolerances } from './beside-tone/played.ts';
import { levelDb, levelsDb, thirds, thirdsDb } from './measure.ts';

/** Fails where `ours` is further from Tone's than the row lets it be. */
export function holdBeside(
  theirs: Float32Array,
  ours: Float32Array,
  row: Tolerances & { readonly name: string },
  sampleRate: number,
): void {
  const level = levelDifference(theirs, ours, sampleRate, row.windowSeconds ?? 0.02);
  const band = bandDifference(theirs, ours, sampleRate);
  const residue = levelDb(theirs.map((value, index) => value - ours[index]!)) - levelDb(theirs);
  if (process.env['CODETTA_FIGURES']) console.log(row.name, level, band, 'residue', residue.toFixed(1));
  assert.ok(levelDb(theirs) > -60, 'Tone is silent');
  assert.ok(level.db <= row.levelDb, `level ${level.db.toFixed(2)} dB apart at ${level.where}`);
  assert.ok(band.db <= row.thirdsDb, `${band.db.toFixed(2)} dB apart at ${band.where}`);
  if (row.residueDb !== undefined)
    assert.ok(residue <= row.residueDb, `the difference is at ${residue.toFixed(1)} dB`);
}

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
