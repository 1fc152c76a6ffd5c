// Keys, beginnings, tempos, cut tops and zero crossings of sounds of which the answer is known.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { clippedRuns } from '../../../src/audio/analysis/clipping.ts';
import { cutAt } from '../../../src/audio/analysis/crossings.ts';
import { keyOfSound } from '../../../src/audio/analysis/key.ts';
import { loopTempo } from '../../../src/audio/analysis/loop-tempo.ts';
import { onsets } from '../../../src/audio/analysis/onsets.ts';
import { hertzOf, hit, newNoise, rate, sine, together, voice } from './sounds.ts';

const names = ['C', 'C#', 'D', 'Eb', 'E', 'F', 'F#', 'G', 'Ab', 'A', 'Bb', 'B'];

/** Chords of half a second each, every note with its overtones. */
const chords = (progression: readonly (readonly number[])[], at = 24_000): Float32Array =>
  together(
    progression.length / 2,
    progression.flatMap((chord, i) =>
      chord.map((midi) => [i / 2, voice(0.5, () => hertzOf(midi), { at, level: 0.1 })] as const),
    ),
    at,
  );

const triad = (root: number, third: number): readonly number[] => [root - 12, root, root + third, root + 7];

suite('the key of a recording', () => {
  for (const tonic of [0, 3, 7, 10])
    test(`is found in a cadence in ${names[tonic]}, major and minor`, () => {
      const c = 48 + tonic;
      const major = [triad(c, 4), triad(c + 5, 4), triad(c + 7, 4), triad(c, 4)];
      const minor = [triad(c, 3), triad(c + 5, 3), triad(c + 7, 4), triad(c, 3)];
      for (const [mode, progression] of Object.entries({ major, minor })) {
        const heard = keyOfSound({ samples: chords(progression), rate: 24_000 });
        assert.equal(`${names[heard!.tonic]} ${heard!.mode}`, `${names[tonic]} ${mode}`);
        assert.ok(heard!.agreement > 0.7, `${heard!.agreement}`);
      }
    });

  test('is none of drums, of noise and of silence', () => {
    const noise = newNoise(2);
    assert.equal(keyOfSound({ samples: Float32Array.from({ length: rate }, noise), rate }), undefined);
    assert.equal(keyOfSound({ samples: new Float32Array(rate), rate }), undefined);
    assert.equal(keyOfSound({ samples: drumLoop(100, 8).samples, rate }), undefined);
  });
});

/** Kick on one and three, snare on two and four, hats on eighths. */
const drumLoop = (tempo: number, beats: number, late: (i: number) => number = () => 0) => {
  const beat = 60 / tempo;
  const parts: (readonly [number, Float32Array])[] = [];
  for (let i = 0; i < beats; i++) {
    parts.push([i * beat + late(i), hit(i % 2 === 0 ? 'kick' : 'snare')]);
    for (const eighth of [0, 0.5]) parts.push([(i + eighth) * beat + late(i), hit('hat')]);
  }
  return { samples: together(beats * beat, parts), rate };
};

suite('the tempo of a loop', () => {
  for (const [tempo, beats] of [
    [87, 8],
    [96.5, 16],
    [120, 4],
    [128, 16],
    [150, 16],
  ] as const)
    test(`is ${tempo} where ${beats} beats are`, () => {
      const found = loopTempo(drumLoop(tempo, beats));
      assert.equal(found?.beats, beats);
      assert.ok(Math.abs(found.tempo - tempo) < 0.05, `${found.tempo}`);
    });

  test('is found where the drummer is not exact', () => {
    const noise = newNoise(4);
    const found = loopTempo(drumLoop(104, 8, () => 0.008 * (1 + noise())));
    assert.equal(found?.beats, 8);
  });

  test('is none of a held tone', () => assert.equal(loopTempo({ samples: sine(4, 220), rate }), undefined));
});

suite('beginnings', () => {
  test('of hits are found within 3 ms', () => {
    const places = [0.1, 0.35, 0.6, 0.732, 0.98, 1.5];
    const samples = together(
      2,
      places.map((at, i) => [at, hit((['kick', 'snare', 'hat'] as const)[i % 3]!)] as const),
    );
    const found = onsets({ samples, rate });
    assert.equal(found.length, places.length, found.join());
    for (const [i, at] of places.entries())
      assert.ok(Math.abs(found[i]! - at) < 0.003, `${found[i]} for ${at}`);
  });

  test('of sung notes are found within 20 ms, and a vibrato is none', () => {
    const note = (midi: number) => {
      const sung = voice(0.7, (t) => hertzOf(midi) * 2 ** ((40 / 1200) * Math.sin(34 * t)));
      return sung.map((value, i) => value * Math.min(1, i / 480, (sung.length - i) / 2400));
    };
    const samples = together(
      2.6,
      [60, 64, 67].map((midi, i) => [0.2 + 0.8 * i, note(midi)] as const),
    );
    const found = onsets({ samples, rate });
    assert.equal(found.length, 3, found.join());
    for (const [i, at] of [0.2, 1, 1.8].entries()) assert.ok(Math.abs(found[i]! - at) < 0.02, `${found[i]}`);
  });

  test('are none in silence', () => assert.deepEqual(onsets({ samples: new Float32Array(rate), rate }), []));
});

suite('cut tops', () => {
  const clipped = (level: number, top = 1): Float32Array =>
    sine(0.1, 220, level).map((value) => Math.max(-top, Math.min(top, value)));

  test('are found where a wave was too loud: twice a period', () => {
    const runs = clippedRuns({ channels: [clipped(1.5)] });
    assert.equal(runs.length, 44);
    assert.ok(runs.every(({ samples }) => samples > 50));
  });

  test('are found where the file was turned down a little afterwards, and under dither', () => {
    const noise = newNoise(9);
    const dithered = clipped(1.2, 0.7).map(
      (value) => Math.round((value + noise() * 2 ** -16) * 2 ** 15) / 2 ** 15,
    );
    assert.equal(clippedRuns({ channels: [dithered] }).length, 44);
  });

  test('are not found in a wave that only just reaches full scale, however slow, and in 16 bits', () => {
    for (const hertz of [20, 55, 220, 1000]) {
      const rounded = sine(0.5, hertz, 1).map((value) => Math.round(value * 32_767) / 32_768);
      assert.deepEqual(clippedRuns({ channels: [rounded] }), [], `${hertz} Hz`);
    }
    assert.deepEqual(clippedRuns({ channels: [voice(0.5, () => 110, { level: 0.2 })] }), []);
    assert.deepEqual(clippedRuns({ channels: [new Float32Array(100)] }), []);
  });
});

suite('cuts', () => {
  const wave = { samples: sine(1, 100, 0.5), rate };

  test('at the top of a wave jump by its level, and the next crossing is a quarter of a period away', () => {
    const { jumpDb, crossingSeconds } = cutAt(wave, 0.0025);
    assert.ok(Math.abs(jumpDb + 6.02) < 0.01);
    assert.ok(Math.abs(Math.abs(crossingSeconds! - 0.0025) - 0.0025) < 1 / rate);
  });

  test('at a crossing do not jump', () => assert.ok(cutAt(wave, 0.01).jumpDb < -60));

  test('have no crossing near where the wave stands still', () =>
    assert.equal(cutAt({ samples: new Float32Array(rate).fill(0.5), rate }, 0.5).crossingSeconds, undefined));
});
