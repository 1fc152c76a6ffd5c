// Sampler and Kit: recordings at any pitch without what was not recorded, held by loops, struck by hits.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { renderOffline } from '../../src/engine/offline/render.ts';
import { allFinite, coreModule, decibels, hashOfSound, peak, rms, type Sound, toneLevel } from './listen.ts';
import { hit, kit, programOf, rate, recording, sampler, sine, soundsOf, zone } from './sampled.ts';
import { spectrum } from './voices/measure.ts';

/** A note as it is written, in the middle of two speakers. */
const middle = 0.8 * Math.SQRT1_2;

const noise = (seconds: number, gain = 0.3): Float32Array => {
  let state = 7;
  return Float32Array.from({ length: Math.round(seconds * rate) }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (gain * state) / 2 ** 31;
  });
};

/** The strongest in a sound beside its own tone, in dB to that tone. */
function besideDb(sound: Float32Array, hertz: number, from = 9600, size = 32768): number {
  const power = spectrum(sound, from, size);
  const own = Math.round((hertz * size) / rate);
  let [most, beside] = [0, 0];
  for (const [bin, value] of power.entries()) {
    if (Math.abs(bin - own) <= 6) most = Math.max(most, value);
    else if (bin > 6) beside = Math.max(beside, value);
  }
  return 10 * Math.log10(beside / most);
}

suite('a Sampler', () => {
  test('plays a recording as it is at its own note and rate', () => {
    const sound = noise(1);
    const { left, right } = sampler('c4@4', [zone('n')], { n: recording(sound) });
    for (let i = 0; i < sound.length; i++) {
      assert.ok(Math.abs(left[i]! - sound[i]! * middle) < 5e-3, `${i}: ${left[i]} ${sound[i]}`);
      assert.equal(left[i], right[i]);
    }
  });

  for (const [note, hertz, ratio] of [
    ['a3', 1000, 0.5],
    ['e4', 6000, 2 ** (-5 / 12)],
    ['a5', 1000, 2],
    ['c#5', 3000, 2 ** (4 / 12)],
    ['a6', 1000, 4],
    ['b5', 2000, 2 ** (14 / 12)],
    ['a2', 17_000, 0.25],
    ['g4', 19_000, 2 ** (-2 / 12)],
  ] as const)
    test(`a tone of ${hertz} Hz recorded at a4 is ${Math.round(hertz * ratio)} Hz at ${note}, and nothing else`, () => {
      const { left } = sampler(`${note}@4`, [zone('t', { root: 69 })], { t: recording(sine(hertz, 8)) });
      assert.ok(
        Math.abs(decibels(toneLevel(left.subarray(9600, 57_600), hertz * ratio) / (0.5 * middle))) < 0.1,
      );
      assert.ok(besideDb(left, hertz * ratio) < -90, `${besideDb(left, hertz * ratio)} dB`);
    });

  test('what would lie above half the rate is gone, and does not fold back', () => {
    for (const [note, hertz] of [
      ['a5', 15_000],
      ['d5', 21_000],
      ['a6', 9000],
    ] as const) {
      const { left } = sampler(`${note}@4`, [zone('t', { root: 69 })], { t: recording(sine(hertz, 8)) });
      const level = decibels(rms(left.subarray(9600, 57_600)) / (0.5 * middle * Math.SQRT1_2));
      assert.ok(level < -85, `${note} ${hertz} Hz: ${level} dB`);
    }
  });

  test('plays recordings of other rates at their pitch', () => {
    for (const from of [11_025, 44_100, 96_000]) {
      const { left } = sampler('a4@4', [zone('t', { root: 69 })], {
        t: recording(sine(1000, 3, from), from),
      });
      assert.ok(
        Math.abs(decibels(toneLevel(left.subarray(9600, 57_600), 1000) / (0.5 * middle))) < 0.1,
        `${from}`,
      );
      assert.ok(besideDb(left, 1000) < -90, `${from}: ${besideDb(left, 1000)} dB`);
    }
  });

  test('plays the nearest recording, as Tone.js does', () => {
    const zones = [zone('low', { root: 48, keys: [0, 53] }), zone('high', { root: 60, keys: [54, 127] })];
    const recordings = { low: recording(sine(300, 3)), high: recording(sine(2000, 3)) };
    const { left } = sampler('c3@2 c4@2', zones, recordings);
    assert.ok(toneLevel(left.subarray(4800, 43_000), 300) > 0.25);
    assert.ok(toneLevel(left.subarray(52_800, 91_000), 2000) > 0.25);
  });

  test('holds a note by its loop, without a seam', () => {
    // 100 cycles in 4800 frames; the loop is ten of them.
    const zones = [zone('t', { root: 60, loop: { start: 2000, end: 2480 } })];
    const recordings = { t: recording(sine(1000, 0.1)) };
    for (const [note, hertz] of [
      ['c4', 1000],
      ['g3', 1000 * 2 ** (-5 / 12)],
      ['e5', 1000 * 2 ** (16 / 12)],
    ] as const) {
      const { left } = sampler(`${note}@4`, zones, recordings);
      assert.ok(
        Math.abs(decibels(toneLevel(left.subarray(19_200, 67_200), hertz) / (0.5 * middle))) < 0.1,
        note,
      );
      assert.ok(besideDb(left, hertz) < -85, `${note}: ${besideDb(left, hertz)} dB`);
    }
  });

  test('lets a note go within its release', () => {
    const { left } = sampler(
      'c4 ~ ~ ~',
      [zone('t')],
      { t: recording(sine(1000, 3)) },
      { settings: 'release: 100ms' },
    );
    assert.ok(rms(left.subarray(20_000, 23_900)) > 0.2);
    assert.ok(peak(left.subarray(24_000 + 4900, 40_000)) < 1e-4);
  });

  test('comes as slowly as its attack', () => {
    const settings = 'attack: 400ms, curve: linear';
    const { left } = sampler('c4@4', [zone('t')], { t: recording(sine(1000, 3)) }, { settings });
    const ratio = rms(left.subarray(9120, 10_080)) / rms(left.subarray(28_800, 38_400));
    assert.ok(Math.abs(ratio - 0.5) < 0.02, `${ratio}`);
  });

  test('layers of velocity: soft and hard strokes are other recordings', () => {
    const zones = [zone('soft', { velocities: [0, 0.5] }), zone('hard', { velocities: [0.5, 1] })];
    const recordings = { soft: recording(sine(500, 3)), hard: recording(sine(4000, 3)) };
    const program = programOf(
      'song "T" { tempo 120bpm }\ninstrument s = Sampler("piano") { }\ntrack s { instrument: s }\nsection a 2 bars { s: cat("c4".velocity(20%), "c4") }\narrange a',
      soundsOf(zones, recordings),
    );
    assert.equal(program.samples.length, 2);
  });

  test('a stereo recording keeps its sides', () => {
    const { left, right } = sampler('c4@4', [zone('s')], {
      s: recording(sine(500, 2), rate, sine(3000, 2)),
    });
    assert.ok(toneLevel(left.subarray(4800, 52_800), 500) > 0.38);
    assert.ok(decibels(toneLevel(left.subarray(4800, 52_800), 3000)) < -90);
    assert.ok(toneLevel(right.subarray(4800, 52_800), 3000) > 0.38);
  });

  test('a zone stands where it is panned', () => {
    const { left, right } = sampler('c4@4', [zone('t', { pan: 1 })], { t: recording(sine(500, 2)) });
    assert.ok(rms(right) > 0.2);
    assert.ok(rms(left) < 1e-5);
  });

  test('takes turns within its voices: a chord of 40 notes is bounded', () => {
    const chord = Array.from(
      { length: 40 },
      (_, i) => ['c', 'd', 'e', 'f', 'g', 'a', 'b'][i % 7] + String(1 + Math.floor(i / 7)),
    );
    const sound = sampler(`[${chord.join(',')}]`, [zone('t')], { t: recording(noise(2, 0.02)) });
    assert.ok(allFinite(sound));
    assert.ok(peak(sound.left) < 2);
  });
});

suite('a Kit', () => {
  const recordings = {
    bd0: recording(sine(60, 0.4)),
    bd1: recording(sine(120, 0.4)),
    hh0: recording(noise(0.05)),
    oh0: recording(noise(1.5)),
  };
  const zones = [hit('bd'), hit('bd', 1), hit('hh', 0, { choke: 1 }), hit('oh', 0, { choke: 1 })];

  test('plays each hit to its end, however short its note', () => {
    const { left } = kit('bd*16 ~ ~ ~', [hit('bd')], { bd0: recording(sine(60, 0.4)) }, 1);
    assert.ok(rms(left.subarray(26_000, 40_000)) > 0.1);
    assert.ok(peak(left.subarray(46_000)) < 0.01);
  });

  test('counts variants round: bd:1 is the second, bd:2 the first again', () => {
    const { left } = kit('bd bd:1 bd:2 ~', zones, recordings);
    const levels = (from: number, hertz: number): number =>
      toneLevel(left.subarray(from, from + 19_200), hertz);
    assert.ok(levels(0, 60) > 0.25 && levels(24_000, 120) > 0.25 && levels(48_000, 60) > 0.25);
  });

  test('a closed hat silences an open one within milliseconds', () => {
    const { left } = kit('oh hh ~ ~', zones, recordings);
    assert.ok(rms(left.subarray(14_400, 23_900)) > 0.05);
    assert.ok(peak(left.subarray(24_000 + 2400 + 300, 40_000)) < 0.01);
    const open = kit('oh bd ~ ~', zones, recordings);
    assert.ok(rms(open.left.subarray(48_000, 57_600)) > 0.05);
  });

  test('a hit that it does not have is silent', () => {
    assert.equal(peak(kit('cb rd sh rim', zones, recordings).left), 0);
  });
});

suite('sounds that are none', () => {
  test('one sample, no number, no zone, no sample: finite, and the song goes on', () => {
    const odd = { ...recording([0.1]), channels: [Float32Array.from([0.1, Number.NaN, Infinity, 0.2])] };
    for (const [zones, recordings] of [
      [[zone('x')], { x: recording([0.5]) }],
      [[zone('x', { loop: { start: 0, end: 1 } })], { x: recording([0.5]) }],
      [[zone('x', { loop: { start: 5, end: 2 } })], { x: recording(sine(440, 0.1)) }],
      [[zone('x', { loop: { start: 0, end: 99_999 } })], { x: recording(sine(440, 0.1)) }],
      [[zone('x', { root: Number.NaN, gainDb: Number.NaN })], { x: recording(sine(440, 0.1)) }],
      [[zone('x')], { x: odd }],
      [[zone('x')], {}],
      [[], {}],
    ] as const) {
      const sound = sampler('c1 c9 a4*8 [c4,e4,g4]', zones, recordings as Record<string, never>);
      assert.ok(allFinite(sound));
      assert.ok(peak(sound.left) < 4);
    }
  });
});

suite('recordings, rendered in pieces', () => {
  const zones = [
    zone('a', { root: 50, keys: [0, 57] }),
    zone('b', { root: 64, keys: [58, 127], loop: { start: 1000, end: 9000 } }),
  ];
  const recordings = { a: recording(noise(1.3)), b: recording(noise(0.4), 44_100, sine(700, 0.4, 44_100)) };
  const notes = '[c4,e3] g4*3 d2 [a5,c6]';

  test('are the same however blocks are cut', () => {
    const whole = sampler(notes, zones, recordings);
    for (const piece of [1, 37, 127, 300])
      assert.equal(hashOfSound(sampler(notes, zones, recordings, { piece })), hashOfSound(whole), `${piece}`);
  });

  test('are, from a later bar on, those of the whole', () => {
    const song = `song "T" { tempo 120bpm }\ninstrument s = Sampler("piano")\ntrack s { instrument: s }\nsection a 4 bars { s: "c4@4 | d3@4 | ~ | e4@4" }\narrange a`;
    const program = programOf(song, soundsOf(zones, recordings));
    const rendered = (from: number): Sound => {
      const parts = [...renderOffline(coreModule(), program, { from, to: 8 * rate })].map(
        ({ left, right }) => ({
          left: left.slice(),
          right: right.slice(),
        }),
      );
      const join = (side: 'left' | 'right'): Float32Array =>
        Float32Array.from(parts.flatMap((part) => [...part[side]]));
      return { left: join('left'), right: join('right') };
    };
    const [whole, late] = [rendered(0), rendered(2 * rate)];
    // In the middle of a note that is held by its loop; its first 5 ms come softly, and what the master's DC
    // filter remembers of the music before is a tail.
    const inside = rendered(Math.round(6.5 * rate));
    assert.equal(firstDifference(late, 3 * rate, whole, 5 * rate, 2 * rate), -1);
    assert.equal(firstDifference(inside, 4800, whole, 6.5 * rate + 4800, rate), -1);
  });
});

/** Index of the first of `frames` in which the sounds differ by more than such a tail, each from its own place on; -1 for none. */
const firstDifference = (one: Sound, from: number, other: Sound, otherFrom: number, frames: number): number =>
  one.left
    .subarray(from, from + frames)
    .findIndex((value, index) => Math.abs(value - other.left[otherFrom + index]!) > 1e-5);
