// The loudness meter on the signals of EBU Tech 3341 (meters) and Tech 3342 (loudness range), made here as
// those papers describe them. Left out are the ones cut from real programmes, which cannot be made.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import {
  integrated,
  loudnessRange,
  momentaryMax,
  newLoudnessMeter,
  shortTermMax,
} from '../../../src/audio/meters/loudness.ts';
import { newTruePeakMeter } from '../../../src/audio/meters/true-peak.ts';
import { inBlocks, phased, type SignalShape, signal, type Tone } from '../../audio/signals.ts';

const powersOf = (tones: readonly Tone[], shape: SignalShape = {}): readonly number[] => {
  const meter = newLoudnessMeter(shape.rate ?? 48_000, shape.channels ?? 2);
  inBlocks(signal(tones, shape), meter.add);
  return meter.powers;
};

const near = (actual: number, wanted: number, within = 0.1): void =>
  assert.ok(Math.abs(actual - wanted) <= within, `${actual} is not ${wanted} within ${within}`);

const tone = (db: number, seconds: number): Tone => ({ db, seconds });
const nothing = (seconds: number): Tone => ({ db: -Infinity, seconds });
const times = (count: number, tones: readonly Tone[]): readonly Tone[] =>
  Array.from({ length: count }, () => tones).flat();

suite('EBU Tech 3341', () => {
  for (const rate of [44_100, 48_000, 96_000, 22_050])
    for (const [number, db] of [
      [1, -23],
      [2, -33],
    ] as const)
      test(`${number}: 20 s of 1 kHz at ${db} dBFS, at ${rate} Hz`, () => {
        const powers = powersOf([tone(db, 20)], { rate });
        near(momentaryMax(powers), db);
        near(shortTermMax(powers), db);
        near(integrated(powers), db);
      });

  const programmes: readonly (readonly [string, readonly Tone[]])[] = [
    ['3: quiet, loud, quiet', [tone(-36, 10), tone(-23, 60), tone(-36, 10)]],
    [
      '4: below the absolute gate at both ends',
      [tone(-72, 10), tone(-36, 10), tone(-23, 60), tone(-36, 10), tone(-72, 10)],
    ],
    ['5: levels within the relative gate', [tone(-26, 20), tone(-20, 20.1), tone(-26, 20)]],
  ];
  for (const [name, tones] of programmes) test(name, () => near(integrated(powersOf(tones)), -23));

  test('6: five channels', () =>
    near(integrated(powersOf([{ db: [-28, -28, -24, -30, -30], seconds: 20 }], { channels: 5 })), -23));

  test('6: six channels, the LFE not heard', () =>
    near(integrated(powersOf([{ db: [-28, -28, -24, -6, -30, -30], seconds: 20 }], { channels: 6 })), -23));

  test('9: the short-term loudness of a beating level stands still', () => {
    const powers = powersOf(times(5, [tone(-20, 1.34), tone(-30, 1.66)]));
    for (let step = 300; step + 300 <= powers.length; step += 10)
      near(shortTermMax(powers, { from: step, to: step + 300 }), -23);
  });

  for (let part = 0; part < 20; part++)
    test(`10-${part + 1}: 3 s of tone after ${(part * 0.15).toFixed(2)} s`, () =>
      near(shortTermMax(powersOf([nothing(part * 0.15), tone(-23, 3), nothing(1)])), -23));

  test('11: twenty levels in a row, each the highest short-term loudness so far', () => {
    const parts = Array.from({ length: 20 }, (_, i) => [
      nothing(i * 0.15),
      tone(-38 + i, 3),
      nothing(3 - i * 0.15),
    ]);
    const powers = powersOf(parts.flat());
    for (let i = 0; i < 20; i++) near(shortTermMax(powers, { to: (i + 1) * 600 }), -38 + i);
  });

  test('12: the momentary loudness of a beating level stands still', () => {
    const powers = powersOf(times(25, [tone(-20, 0.18), tone(-30, 0.22)]));
    for (let step = 100; step + 40 <= powers.length; step++)
      near(momentaryMax(powers, { from: step, to: step + 40 }), -23);
  });

  for (let part = 0; part < 20; part++)
    test(`13-${part + 1}: 0.4 s of tone after ${part * 20} ms`, () =>
      near(momentaryMax(powersOf([nothing(part * 0.02), tone(-23, 0.4), nothing(1)])), -23));

  test('14: twenty levels in a row, each the highest momentary loudness so far', () => {
    const parts = Array.from({ length: 20 }, (_, i) => [
      nothing(i * 0.02),
      tone(-38 + i, 0.4),
      nothing(0.4 - i * 0.02),
    ]);
    const powers = powersOf(parts.flat());
    for (let i = 0; i < 20; i++) near(momentaryMax(powers, { to: (i + 1) * 80 }), -38 + i);
  });

  // The paper's tolerance for true peak: 0.2 dB over, 0.4 dB under.
  const isTruePeak = (samples: Float32Array, wanted: number): void => {
    const meter = newTruePeakMeter();
    inBlocks([samples], ([block]) => meter.add(block!), [1, 333, 4096, 7]);
    const db = 20 * Math.log10(meter.peak());
    assert.ok(db >= wanted - 0.4 && db <= wanted + 0.2, `${db} dBTP is not ${wanted}`);
  };

  for (const [number, share, degrees, amplitude, wanted] of [
    [15, 1 / 4, 0, 0.5, -6],
    [16, 1 / 4, 45, 0.5, -6],
    [17, 1 / 6, 60, 0.5, -6],
    [18, 1 / 8, 67.5, 0.5, -6],
    [19, 1 / 4, 45, 1.41, 3],
  ] as const)
    test(`${number}: a sine of ${share.toFixed(3)} of the rate at ${degrees} degrees`, () =>
      isTruePeak(phased(share, degrees, amplitude), wanted));

  // A peak that falls between the samples, made at four times the rate and taken at each of four offsets.
  for (let offset = 0; offset < 4; offset++)
    test(`${20 + offset}: a pulse of full scale, ${offset}/4 of a sample late`, () =>
      isTruePeak(pulse(offset / 4), 0));
});

/** A band-limited pulse in silence: its highest point, of full scale, stands `late` behind a sample. */
const pulse = (late: number): Float32Array =>
  Float32Array.from({ length: 9600 }, (_, i) => {
    const x = i - 4800 - late;
    // The band ends at 0.4 of the rate; a Gauss curve takes the pulse away over some forty samples.
    const sinc = x === 0 ? 1 : Math.sin(0.8 * Math.PI * x) / (0.8 * Math.PI * x);
    return sinc * Math.exp(-((x / 20) ** 2));
  });

suite('EBU Tech 3342', () => {
  for (const [number, levels, range] of [
    [1, [-20, -30], 10],
    [2, [-20, -15], 5],
    [3, [-40, -20], 20],
    [4, [-50, -35, -20, -35, -50], 15],
  ] as const)
    test(`${number}: 20 s each of ${levels.join(', ')} dBFS has a range of ${range} LU`, () =>
      near(loudnessRange(powersOf(levels.map((db) => tone(db, 20)))), range, 1));
});
