// The limiter: nothing passes its ceiling by true peak, on noise, on the signals of EBU Tech 3341, by ffmpeg and by our
// own meter; what is under it passes as it was.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { newTruePeakMeter } from '../../../src/audio/meters/true-peak.ts';
import { loudnessOf } from '../ffmpeg-measure.ts';
import { CoreEffect, through } from './core-effects.ts';
import { noise, type Stereo, stereo, until } from './inputs.ts';

suite('the limiter', () => {
  /** Band-limited pulses in silence, `late` behind a sample. */
  const pulses = (late: number, gain: number): Stereo =>
    stereo(2, (_time, _side, index) => {
      const x = ((index + 2400) % 4800) - 2400 - late;
      const sinc = x === 0 ? 1 : Math.sin(0.8 * Math.PI * x) / (0.8 * Math.PI * x);
      return index < 2400 || index > 93_000 ? 0 : gain * sinc * Math.exp(-((x / 20) ** 2));
    });
  const turned = (cycles: number, degrees: number, gain: number): Stereo => {
    const [left, right] = stereo(2, (time, _, index) => {
      const fade = Math.min(1, time * 20, (2 - time) * 20);
      return fade * gain * Math.sin(2 * Math.PI * cycles * index + (degrees * Math.PI) / 180);
    });
    return [left, right];
  };
  const sounds: readonly (readonly [string, () => Stereo])[] = [
    ['white noise, 12 dB over', () => until(noise(2, 4), 1.9)],
    // After EBU Tech 3341: sines at a quarter of the rate whose samples miss their peaks.
    ['a quarter of the rate, 45 degrees, at +3 dB', () => turned(1 / 4, 45, 1.41)],
    ['a sixth of the rate, 60 degrees, at +6 dB', () => turned(1 / 6, 60, 2)],
    ['an eighth of the rate, 67.5 degrees, at +6 dB', () => turned(1 / 8, 67.5, 2)],
    ['a quarter of the rate, on its samples, at +3 dB', () => turned(1 / 4, 0, 1.41)],
    // Its pulses of full scale, each offset by a quarter of a sample, 12 dB over.
    ...[0, 1, 2, 3].map(
      (quarter) => [`pulses ${quarter}/4 of a sample late`, () => pulses(quarter / 4, 4)] as const,
    ),
    [
      'bursts',
      () =>
        stereo(2, (time) => (time % 0.2 < 0.01 && time > 0.1 && time < 1.9 ? 8 * Math.sin(30000 * time) : 0)),
    ],
  ];
  for (const [name, sound] of sounds) {
    for (const threshold of [-1, -9]) {
      test(`nothing is over ${threshold} dBTP: ${name}`, async () => {
        const [left, right] = await through('Limiter', { threshold }, sound());
        const { truePeakDb } = loudnessOf({ left, right });
        assert.ok(truePeakDb <= threshold + 0.1, `${truePeakDb} dBTP`);
        for (const side of [left, right]) {
          const meter = newTruePeakMeter();
          meter.add(side);
          const own = 20 * Math.log10(meter.peak());
          assert.ok(own <= threshold + 1e-4, `${own} dBTP by our own meter`);
        }
        assert.ok(truePeakDb > threshold - 3, `${truePeakDb} dBTP: far too careful`);
      });
    }
  }

  test('passes what is under its ceiling bit for bit, a block later', async () => {
    const sound = noise(0.5, 0.3);
    const effect = await CoreEffect.fresh('Limiter');
    const [left] = effect.render(sound);
    assert.deepEqual(left.subarray(effect.latency), sound[0].subarray(0, sound[0].length - effect.latency));
  });
});
