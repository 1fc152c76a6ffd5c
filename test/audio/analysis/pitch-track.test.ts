// What is sung is found, how far off in cents, and where nothing is sung nothing is found.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { midiOf, pitchTrack } from '../../../src/audio/analysis/pitch-track.ts';
import { hertzOf, type Melody, newNoise, sine, voice } from './sounds.ts';

/** Cents between the track and the melody, of every frame in the middle of the sound; NaN where none was found. */
const centsOff = (samples: Float32Array, melody: Melody, rate = 48_000): readonly number[] => {
  const { hertz, hopSeconds } = pitchTrack({ samples, rate });
  return [...hertz].flatMap((found, i) => {
    const at = i * hopSeconds;
    if (at < 0.06 || at > samples.length / rate - 0.06) return [];
    return [found === 0 ? Number.NaN : 1200 * Math.log2(found / melody(at))];
  });
};

const worst = (cents: readonly number[]): number => Math.max(...cents.map((one) => Math.abs(one)));

suite('pitch track', () => {
  for (const rate of [22_050, 44_100, 48_000, 96_000])
    test(`finds held notes from E2 to C6 within 2 cents, recorded at ${rate} Hz`, () => {
      for (const midi of [40, 52, 60.37, 84]) {
        const hertz = hertzOf(midi);
        const off = centsOff(
          voice(0.3, () => hertz, { at: rate }),
          () => hertz,
          rate,
        );
        assert.ok(worst(off) < 2, `${midi}: ${worst(off)} cents off`);
      }
    });

  test('finds a sine as a sine: within half a cent', () => {
    for (const hertz of [60, 110, 440, 1000, 1661]) {
      const off = worst(centsOff(sine(0.5, hertz), () => hertz));
      assert.ok(off < 0.5, `${hertz} Hz: ${off} cents off`);
    }
  });

  test('follows a vibrato of 50 cents at 5.5 Hz within 8 cents', () => {
    const melody: Melody = (t) => 220 * 2 ** ((50 / 1200) * Math.sin(2 * Math.PI * 5.5 * t));
    const off = worst(centsOff(voice(2, melody), melody));
    assert.ok(off < 8, `${off} cents off`);
  });

  test('follows a glide over an octave within 10 cents', () => {
    const melody: Melody = (t) => 150 * 2 ** (t / 2);
    const off = worst(centsOff(voice(2, melody), melody));
    assert.ok(off < 10, `${off} cents off`);
  });

  test('a leap is a leap: both notes are there, and between them at most 50 ms are lost', () => {
    const melody: Melody = (t) => (t < 1 ? hertzOf(57) : hertzOf(64));
    const off = centsOff(voice(2, melody), melody);
    assert.ok(off.filter((cents) => !(Math.abs(cents) < 5)).length <= 5);
  });

  test('finds nothing in breath, in rests and in silence', () => {
    const noise = newNoise(1);
    const breath = Float32Array.from({ length: 48_000 }, () => 0.2 * noise());
    const sung = [...pitchTrack({ samples: breath, rate: 48_000 }).hertz].filter((hertz) => hertz > 0);
    assert.ok(sung.length <= 3, `${sung.length} of 100 frames of breath are a note`);
    const rest: Melody = (t) => (t < 0.5 || t > 1 ? 200 : 0);
    const { hertz } = pitchTrack({ samples: voice(1.5, rest), rate: 48_000 });
    assert.ok([...hertz].slice(55, 95).every((one) => one === 0));
    assert.ok([...hertz].slice(10, 45).every((one) => Math.abs(1200 * Math.log2(one / 200)) < 2));
    assert.deepEqual(
      [...pitchTrack({ samples: new Float32Array(4800), rate: 48_000 }).hertz],
      Array(10).fill(0),
    );
    assert.equal(pitchTrack({ samples: new Float32Array(0), rate: 48_000 }).hertz.length, 0);
  });

  test('a voice that is 20 dB over the room it stands in is found within 10 cents', () => {
    const off = worst(
      centsOff(
        voice(1, () => 196, { breath: 0.05 }),
        () => 196,
      ),
    );
    assert.ok(off < 10, `${off} cents off`);
  });

  test('tells A4 as 69', () => assert.equal(midiOf(440), 69));
});
