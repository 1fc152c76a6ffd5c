// Meters of levels, phase and spectrum, on sounds of which the figures are known beforehand.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { levelFigures, newLevelMeter } from '../../src/audio/meters/levels.ts';
import { newMeter, type Reading } from '../../src/audio/meters/meter.ts';
import { emptyPowers, newSpectrumMeter } from '../../src/audio/meters/spectrum.ts';
import { inBlocks, signal } from './signals.ts';

const read = (channels: readonly Float32Array[], lengths?: readonly number[], rate = 48_000): Reading => {
  const meter = newMeter(rate, channels.length);
  inBlocks(channels, meter.add, lengths);
  return meter.end();
};

const near = (actual: number, wanted: number, within = 0.05): void =>
  assert.ok(Math.abs(actual - wanted) <= within, `${actual} is not ${wanted}`);

const [sine] = signal([{ db: -6, seconds: 1.5 }], { channels: 1, hertz: 440 });
const [other] = signal([{ db: -6, seconds: 1.5 }], { channels: 1, hertz: 660 });
const turned = sine!.map((sample) => -sample);
const silent = new Float32Array(sine!.length);

suite('the meter', () => {
  test('reads a sine: peak, RMS, crest', () => {
    const reading = read([sine!, sine!]);
    near(reading.samplePeakDb, -6);
    near(reading.truePeak, -6);
    near(reading.rmsDb, -9.01);
    near(reading.crestDb, 3.01);
    near(reading.seconds, 1.5, 0);
    assert.equal(reading.correlation, 1);
  });

  for (const [name, right, correlation, loss, balance] of [
    ['the same on both sides', sine!, 1, 0, 0],
    ['one side turned over', turned, -1, Infinity, 0],
    ['two sounds that have nothing in common', other!, 0, 3.01, 0],
    ['half as loud at the right', sine!.map((sample) => sample / 2), 1, 0, 6.02],
    ['nothing at the right', silent, 1, 0, Infinity],
  ] as const)
    test(`${name}: correlation, what mono takes away, balance`, () => {
      const reading = read([sine!, right]);
      near(reading.correlation, correlation, 0.01);
      if (Number.isFinite(loss)) near(reading.monoLossDb, loss);
      else assert.ok(reading.monoLossDb > 100);
      if (Number.isFinite(balance)) near(reading.balanceDb, balance);
      else assert.equal(reading.balanceDb, Infinity);
    });

  test('reads a constant part', () => {
    near(read([sine!.map((sample) => sample + 0.1), sine!]).dc, 0.1, 1e-3);
  });

  test('finds the silence between two tones', () => {
    const reading = read(
      signal([
        { db: -6, seconds: 0.5 },
        { db: -Infinity, seconds: 0.7 },
        { db: -6, seconds: 0.5 },
      ]),
    );
    assert.deepEqual(
      reading.silences.map(({ from, to }) => [from.toFixed(2), to.toFixed(2)]),
      [['0.50', '1.20']],
    );
  });

  test('puts a sine in its band, and all bands add up to its power', () => {
    for (const [hertz, band] of [
      [100, 100],
      [1000, 1000],
      [8000, 8000],
    ] as const) {
      const reading = read(signal([{ db: 0, seconds: 1.5 }], { hertz }));
      const loudest = [...reading.bands].sort((left, right) => right.db - left.db)[0]!;
      near(loudest.hertz / band, 1, 0.02);
      const sum = reading.bands.reduce((all, { db }) => all + 10 ** (db / 10), 0);
      near(10 * Math.log10(sum), -3.01, 0.3);
    }
  });

  test('tells left, right and what is common apart, band by band', () => {
    const sums = emptyPowers();
    const spectrum = newSpectrumMeter(48_000, (_, powers) => {
      for (let band = 0; band < sums.left.length; band++) {
        sums.left[band]! += powers.left[band]!;
        sums.right[band]! += powers.right[band]!;
        sums.both[band]! += powers.both[band]!;
      }
    });
    spectrum.add(sine!, turned);
    spectrum.end();
    const band = sums.left.indexOf(Math.max(...sums.left));
    near(sums.right[band]! / sums.left[band]!, 1, 1e-6);
    near(sums.both[band]! / sums.left[band]!, -1, 1e-6);
  });

  test('does not mind how the sound is cut into blocks', () => {
    const stereo = [sine!, other!];
    assert.deepEqual(read(stereo, [1, 127, 4096, 333]), read(stereo, [sine!.length]));
  });

  test('calls silence -Infinity, and nothing at all too', () => {
    for (const reading of [read([silent, silent]), newMeter(48_000, 2).end()]) {
      assert.equal(reading.integrated, -Infinity);
      assert.equal(reading.truePeak, -Infinity);
      assert.equal(reading.momentaryMax, -Infinity);
      assert.equal(reading.correlation, 1);
      assert.equal(reading.range, 0);
    }
  });

  test('reads a stretch as if it were alone', () => {
    const meter = newLevelMeter(48_000);
    meter.add(sine!, turned);
    meter.add(sine!, sine!);
    near(levelFigures(meter.levels, { to: 150 }).correlation, -1);
    near(levelFigures(meter.levels, { from: 150 }).correlation, 1);
  });
});
