// A stretch keeps the pitch and the moments at which things begin, and is as long as it is asked for.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { onsets } from '../../../src/audio/analysis/onsets.ts';
import { pitchTrack } from '../../../src/audio/analysis/pitch-track.ts';
import { stretched } from '../../../src/audio/edit/stretch.ts';
import { hit, rate, sine, together, voice } from '../../audio/analysis/sounds.ts';

const made = (samples: Float32Array, ratio: number, loop = false): Float32Array =>
  stretched(
    { sampleRate: rate, channels: [samples] },
    [
      [0, 0],
      [samples.length / rate, (samples.length / rate) * ratio],
    ],
    { loop },
  ).channels[0]! as Float32Array;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

const pitchOf = (samples: Float32Array): number =>
  median([...pitchTrack({ samples, rate }).hertz].filter((hertz) => hertz > 0));

const cents = (hertz: number, wanted: number): number => 1200 * Math.log2(hertz / wanted);

/** Where 20 ms of a sound are heard again near a moment: how far off, and how much alike. */
function bestMatch(
  sound: Float32Array,
  at: number,
  again: Float32Array,
  near: number,
): readonly [off: number, likeness: number] {
  const [from, to] = [Math.round(at * rate), Math.round(near * rate)];
  let [best, most] = [0, 0];
  for (let shift = -720; shift <= 720; shift++) {
    let [product, one, other] = [0, 1e-9, 1e-9];
    for (let i = 0; i < 960; i++) {
      const [x, y] = [sound[from + i]!, again[to + shift + i] ?? 0];
      product += x * y;
      one += x * x;
      other += y * y;
    }
    const likeness = product / Math.sqrt(one * other);
    if (likeness > most) [best, most] = [shift, likeness];
  }
  return [best / rate, most];
}

const ratios = [0.5, 0.8, 0.97, 1.04, 1.25, 2];

suite('a stretch', () => {
  for (const ratio of ratios)
    test(`of ${ratio} keeps a tone within 3 cents of its pitch, steady, and is as long as asked`, () => {
      for (const hertz of [82.4, 220, 441.3, 987]) {
        const tone = sine(3, hertz);
        const sound = made(tone, ratio);
        assert.equal(sound.length, Math.round(3 * ratio * rate));
        const off = cents(pitchOf(sound), hertz);
        assert.ok(Math.abs(off) < 3, `${hertz} Hz: ${off} cents`);
        // No splice is heard as a dip or a bump.
        for (let at = 4800; at + 2400 < sound.length - 4800; at += 2400) {
          const level = Math.sqrt(sound.subarray(at, at + 2400).reduce((sum, x) => sum + x * x, 0) / 2400);
          assert.ok(Math.abs(20 * Math.log10(level / (0.5 * Math.SQRT1_2))) < 0.5, `${hertz} Hz at ${at}`);
        }
      }
    });

  for (const ratio of ratios)
    test(`of ${ratio} keeps the beginnings of drums where they belong, each once`, () => {
      const hits = [0.05, 0.3, 0.55, 0.675, 0.8, 1.3, 1.42, 1.55, 1.8];
      const drums = together(
        2,
        hits.map((at, i) => [at, hit((['kick', 'hat', 'snare'] as const)[i % 3]!)] as const),
      );
      const sound = made(drums, ratio);
      for (const at of hits) {
        const [off, likeness] = bestMatch(drums, at, sound, at * ratio);
        assert.ok(Math.abs(off) < 0.005, `${at}: ${1000 * off} ms`);
        assert.ok(likeness > 0.99, `${at}: ${likeness}`);
      }
      // The same loudness over all, so none of them twice.
      const power = (samples: Float32Array): number => samples.reduce((sum, x) => sum + x * x, 0);
      assert.ok(power(sound) / power(drums) < Math.max(1.1, 1.15 * ratio));
    });

  test('that changes nothing changes no sample', () => {
    const sound = voice(1, (t) => 220 + 20 * t);
    assert.deepEqual(made(sound, 1), sound);
  });

  test('keeps the pitch of a voice with its glides', () => {
    const melody = (t: number): number => (t < 1 ? 220 : 220 * 2 ** Math.min(7 / 12, (t - 1) * 2));
    const track = pitchTrack({ samples: made(voice(3, melody), 1.3), rate });
    for (const at of [0.4, 0.8, 2.2, 3, 3.5]) {
      const hertz = track.hertz[Math.round(at / track.hopSeconds)]!;
      assert.ok(Math.abs(cents(hertz, melody(at / 1.3))) < 8, `${at}: ${hertz} ${melody(at / 1.3)}`);
    }
  });

  test('follows a tempo that changes', () => {
    const clicks = together(
      4,
      [0.5, 1.5, 2.5, 3.5].map((at) => [at, hit('hat')] as const),
    );
    const sound = stretched({ sampleRate: rate, channels: [clicks] }, [
      [0, 0],
      [2, 2],
      [4, 6],
    ]).channels[0]! as Float32Array;
    const found = onsets({ samples: sound, rate });
    for (const [i, at] of [0.5, 1.5, 3, 5].entries()) assert.ok(Math.abs(found[i]! - at) < 0.005, `${found}`);
  });

  test('of a loop has no seam where it goes round', () => {
    const loop = sine(1, 220);
    const sound = made(loop, 1.18, true);
    const steepest = (2 * Math.PI * 220 * 0.5) / rate;
    assert.ok(Math.abs(sound[0]! - sound.at(-1)!) < 1.1 * steepest);
    for (let i = 1; i < sound.length; i++)
      assert.ok(Math.abs(sound[i]! - sound[i - 1]!) < 1.3 * steepest, `${i}`);
  });

  test('leaves both sides together', () => {
    const left = voice(1, () => 200);
    const right = left.map((x) => -0.5 * x);
    const { channels } = stretched({ sampleRate: rate, channels: [left, right] }, [
      [0, 0],
      [1, 1.4],
    ]);
    for (let i = 0; i < channels[0]!.length; i++)
      assert.ok(Math.abs(channels[1]![i]! + 0.5 * channels[0]![i]!) < 1e-6);
  });

  test('of silence, and of a few samples, is that', () => {
    assert.equal(Math.max(...made(new Float32Array(4800), 1.5)), 0);
    assert.equal(made(Float32Array.of(0.5), 3).length, 3);
    assert.ok(made(sine(0.01, 1000), 0.3).every(Number.isFinite));
  });
});
