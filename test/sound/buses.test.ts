// Delay and reverb: echoes where Tone.js has them, rooms that fall in the time they say.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { coreWith, decibels, listen, peak, play, rms, type Sound, toneLevel } from './listen.ts';
import { midiOf, organ, programOf, sine, type TrackSpec } from './programs.ts';

/** A short burst of noise, only heard through the bus; quiet enough that the limiter does nothing. */
const burst = (more: Partial<TrackSpec> = {}): TrackSpec => ({
  instrument: 'NoiseSynth',
  set: { 'envelope.attack': 0, 'envelope.decay': 0.01, 'envelope.sustain': 0, 'envelope.release': 0.001 },
  notes: [{ at: 0, for: 0.01, midi: 60, velocity: 1 }],
  ...more,
});

/** Wet alone: the dry sound of the same program taken away. */
function wet(bus: Record<string, number>, seconds: number, track = burst()): Sound {
  const both = listen(
    programOf({
      tracks: [{ ...track, sends: [1], strip: { level: 0.2, ...track.strip } }],
      buses: [bus],
      seconds,
    }),
    seconds,
  );
  const dry = listen(
    programOf({
      tracks: [{ ...track, sends: [0], strip: { level: 0.2, ...track.strip } }],
      buses: [bus],
      seconds,
    }),
    seconds,
  );
  return {
    left: both.left.map((sample, i) => sample - dry.left[i]!),
    right: both.right.map((sample, i) => sample - dry.right[i]!),
  };
}

const window = (samples: Float32Array, from: number, to: number): Float32Array =>
  samples.subarray(Math.round(from * 48_000), Math.round(to * 48_000));

/** Samples through a band around `hertz`, an octave wide, twice over. */
function band(samples: Float32Array, hertz: number): Float32Array {
  let out = samples;
  for (let pass = 0; pass < 2; pass++) {
    const w = (2 * Math.PI * hertz) / 48_000;
    const alpha = Math.sin(w) / (2 * Math.SQRT2);
    let [x1, x2, y1, y2] = [0, 0, 0, 0];
    out = out.map((x) => {
      const y = (alpha * x - alpha * x2 + 2 * Math.cos(w) * y1 - (1 - alpha) * y2) / (1 + alpha);
      [x2, x1, y2, y1] = [x1, x, y1, y];
      return y;
    });
  }
  return out;
}

/** Time to fall by 60 dB, by Schroeder's backward integral between -5 and -35 dB. */
function fallTime(samples: Float32Array): number {
  const energy = new Float64Array(samples.length + 1);
  for (let i = samples.length - 1; i >= 0; i--) energy[i] = energy[i + 1]! + samples[i]! ** 2;
  const at = (db: number): number => energy.findIndex((value) => value <= energy[0]! * 10 ** (db / 10));
  return ((at(-35) - at(-5)) / 48_000) * 2;
}

suite('Delay', () => {
  test('echoes go left first, then right, each quieter by the feedback', () => {
    const { left, right } = wet(
      { 'PingPongDelay.delayTime': 0.25, 'PingPongDelay.feedback': 0.5 },
      1.4,
      burst({ strip: { pan: -1 } }),
    );
    const level = (samples: Float32Array, at: number): number => rms(window(samples, at - 0.001, at + 0.02));
    const first = level(left, 0.25);
    assert.ok(first > 0.001);
    assert.ok(level(right, 0.25) < first * 1e-3);
    for (const [index, side] of [
      [2, right],
      [3, left],
      [4, right],
    ] as const) {
      const ratio = level(side, index * 0.25) / first;
      assert.ok(Math.abs(ratio - 0.5 ** (index - 1)) < 0.01, `echo ${index}: ${ratio}`);
    }
  });

  test('what comes in on the right waits twice', () => {
    const { left, right } = wet(
      { 'PingPongDelay.delayTime': 0.2, 'PingPongDelay.feedback': 0.5 },
      1,
      burst({ strip: { pan: 1 } }),
    );
    const level = (samples: Float32Array, at: number): number => rms(window(samples, at - 0.001, at + 0.02));
    assert.ok(level(right, 0.2) < level(right, 0.4) * 1e-3);
    assert.ok(Math.abs(level(left, 0.6) / level(right, 0.4) - 0.5) < 0.01);
  });

  test('echoes far shorter than a block come on time', () => {
    const { left } = wet(
      { 'PingPongDelay.delayTime': 0.001, 'PingPongDelay.feedback': 0 },
      0.2,
      burst({ strip: { pan: -1 } }),
    );
    const dry = listen(
      programOf({ tracks: [burst({ strip: { pan: -1, level: 0.2 } })], seconds: 0.2 }),
      0.2,
    ).left;
    const worst = peak(left.subarray(48, 2000).map((sample, i) => sample - dry[i]!));
    assert.ok(worst < peak(dry) * 0.02, `differs by ${worst}`);
  });

  test('a new time is no click and no glide', () => {
    const echoes = (delayTime: number) =>
      programOf({
        tracks: [
          {
            set: { ...organ, oscillator: sine },
            sends: [1],
            strip: { level: 0.2 },
            notes: [{ at: 0, for: 4, midi: midiOf(200), velocity: 0.3 }],
          },
        ],
        buses: [{ 'PingPongDelay.delayTime': delayTime, 'PingPongDelay.feedback': 0 }],
      });
    const core = coreWith(echoes(0.3));
    core.play();
    play(core, 48_000);
    const steep = (samples: Float32Array): number =>
      peak(samples.slice(1).map((sample, i) => sample - samples[i]!));
    const before = steep(play(core, 4800).left);
    core.update(echoes(0.2), 'now');
    assert.ok(steep(play(core, 9600).left) < before * 3);
  });
});

suite('Reverb', () => {
  for (const decay of [0.4, 1, 2.8, 6]) {
    test(`falls by 60 dB in ${decay} s, within 5 %`, () => {
      const { left, right } = wet({ 'Reverb.decay': decay, 'Reverb.preDelay': 0.01 }, decay * 1.3);
      // ISO 3382 reads a room at 500 Hz and 1 kHz.
      const times = [500, 1000].flatMap((hertz) =>
        [left, right].map((side) => fallTime(window(band(side, hertz), 0.05, decay * 1.3))),
      );
      const mean = times.reduce((sum, time) => sum + time) / times.length;
      assert.ok(Math.abs(mean / decay - 1) < 0.05, `${mean.toFixed(3)} s`);
    });
  }

  test('answers after its pre-delay', () => {
    for (const preDelay of [0, 0.1]) {
      const { left } = wet({ 'Reverb.decay': 1, 'Reverb.preDelay': preDelay }, 0.5);
      const first = left.findIndex((sample) => Math.abs(sample) > 1e-4) / 48_000;
      assert.ok(first >= preDelay && first < preDelay + 0.05, `after ${first} s`);
    }
  });

  test('is as loud as Web Audio makes a room of noise of that length', () => {
    const dry = listen(programOf({ tracks: [burst({ strip: { level: 0.2 } })], seconds: 0.5 }), 0.5).left;
    const dryEnergy = dry.reduce((sum, sample) => sum + sample ** 2, 0);
    for (const decay of [1, 2.8]) {
      const { left, right } = wet({ 'Reverb.decay': decay }, decay * 1.5);
      for (const side of [left, right]) {
        const energy = side.reduce((sum, sample) => sum + sample ** 2, 0);
        const expected = 0.0689 * decay;
        assert.ok(
          Math.abs(10 * Math.log10(energy / dryEnergy / expected)) < 2,
          `${decay} s: ${(energy / dryEnergy).toFixed(3)}, not ${expected.toFixed(3)}`,
        );
      }
    }
  });

  test('makes its two sides of different noise', () => {
    const { left, right } = wet({ 'Reverb.decay': 2 }, 2);
    const correlation =
      left.reduce((sum, sample, i) => sum + sample * right[i]!, 0) / (rms(left) * rms(right) * left.length);
    assert.ok(Math.abs(correlation) < 0.2, `correlation ${correlation.toFixed(3)}`);
  });

  test('has no tone that rings out of it', () => {
    // Noise itself has 11 dB between its highest and its middle; a bare comb has 30 and more.
    const { left } = wet({ 'Reverb.decay': 3 }, 2.5);
    const tail = window(left, 0.5, 1.5);
    const levels = Array.from({ length: 400 }, (_, i) => toneLevel(tail, 200 + i * 5));
    const middle = levels.toSorted((a, b) => a - b)[200]!;
    assert.ok(
      Math.max(...levels) < middle * 10 ** (22 / 20),
      `${decibels(Math.max(...levels) / middle).toFixed(1)} dB over the middle`,
    );
  });

  test('rings on when the song stops, and ends in silence', () => {
    const core = coreWith(
      programOf({
        tracks: [burst({ sends: [1] })],
        buses: [{ 'Reverb.decay': 0.5, 'PingPongDelay.delayTime': 0.1 }],
        seconds: 1,
      }),
    );
    core.play();
    play(core, 4800);
    core.stop();
    play(core, 2400);
    assert.ok(rms(play(core, 4800).left) > 1e-4, 'rings on');
    play(core, 48_000 * 3);
    assert.ok(peak(play(core, 4800).left) < 1e-9, 'and is over');
  });
});
