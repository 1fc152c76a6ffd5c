// The song as it runs: notes on their sample, seeks, loops, pauses, silence, pieces of any size.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { coreWith, cut, decibels, hashOfSound, listen, peak, play, rms, toneLevel } from './listen.ts';
import { organ, programOf, square, type TrackSpec } from './programs.ts';
import { drum, every, lead, song } from './short-song.ts';

/** Of the hum after a note: the sample where it first sounds. */
const onset = (samples: Float32Array): number => samples.findIndex((sample) => Math.abs(sample) > 1e-5);

suite('The sequencer', () => {
  test('a note begins on its sample', () => {
    for (const at of [0, 1, 127, 128, 1000, 12_345]) {
      const { left } = listen(
        programOf({
          tracks: [
            lead({ set: { ...organ, oscillator: square }, notes: [{ at: at / 48_000, for: 0.1, midi: 69 }] }),
          ],
        }),
        0.5,
      );
      assert.ok(onset(left) >= at && onset(left) <= at + 2, `note at ${at} begins at ${onset(left)}`);
    }
  });

  test('the same bits in pieces of any size', () => {
    const whole = hashOfSound(listen(song(), 1));
    for (const piece of [1, 7, 64, 100, 127])
      assert.equal(hashOfSound(listen(song(), 1, piece)), whole, `pieces of ${piece}`);
  });

  test('the same bits every time', () => {
    assert.equal(hashOfSound(listen(song(), 2)), hashOfSound(listen(song(), 2)));
  });

  test('a loaded core that played before gives the bits of a fresh one', () => {
    const core = coreWith(song());
    core.play();
    play(core, 48_000);
    core.silence();
    play(core, 5120);
    core.seek(0);
    core.play();
    play(core, core.latency);
    assert.equal(hashOfSound(play(core, 48_000)), hashOfSound(listen(song(), 1)));
  });

  test('a repeated pitch is not cut by the note before it', () => {
    const notes = [0, 0.25, 0.5, 0.75].map((at) => ({ at, for: 0.25, midi: 60, velocity: 0.5 }));
    const { left } = listen(programOf({ tracks: [lead({ notes })] }), 1);
    for (const at of [0.1, 0.35, 0.6, 0.85])
      assert.ok(rms(left.subarray(at * 48_000, (at + 0.1) * 48_000)) > 0.05, `sounds at ${at} s`);
  });

  test('from the middle on it sounds as in the whole, where nothing hangs over', () => {
    const program = programOf({ tracks: [lead()] });
    const whole = cut(listen(program, 3), 2.02, 3);
    const core = coreWith(program);
    core.seek(96_000);
    core.play();
    play(core, core.latency);
    const part = cut(play(core, 48_000), 0.02, 1);
    const difference = part.left.map((sample, i) => sample - whole.left[i]!);
    assert.ok(
      rms(difference) < rms(whole.left) * 0.01,
      `${decibels(rms(difference) / rms(whole.left)).toFixed(1)} dB of difference`,
    );
  });

  test('from the middle on a snare has the grain that it has in the whole', () => {
    const snare: TrackSpec = { instrument: 'NoiseSynth', voices: 1, notes: every(0.5, 8, 0.1) };
    const program = programOf({ tracks: [snare] });
    const whole = cut(listen(program, 3), 2, 3);
    const core = coreWith(program);
    core.seek(96_000);
    core.play();
    play(core, core.latency);
    const part = play(core, 48_000);
    const difference = part.left.map((sample, i) => sample - whole.left[i]!);
    assert.ok(rms(whole.left) > 0.01);
    assert.ok(
      rms(difference) < rms(whole.left) * 0.01,
      `${decibels(rms(difference) / rms(whole.left)).toFixed(1)} dB of difference`,
    );
  });

  test('no two snares of a track, and no two tracks, share a grain', () => {
    const snare = (name: string, at: number): TrackSpec => ({
      name,
      instrument: 'NoiseSynth',
      notes: [{ at, for: 0.1, midi: 60 }],
    });
    const alone = (track: TrackSpec, from: number): Float32Array =>
      cut(listen(programOf({ tracks: [track] }), 2), from, from + 0.1).left;
    const first = alone(snare('one', 0.5), 0.5);
    for (const other of [alone(snare('one', 1), 1), alone(snare('two', 0.5), 0.5)]) {
      const likeness = first.reduce((sum, sample, i) => sum + sample * other[i]!, 0);
      assert.ok(Math.abs(likeness) < 0.2 * rms(first) * rms(other) * first.length, `likeness ${likeness}`);
    }
  });

  test('a seek into a held note starts it', () => {
    const core = coreWith(
      programOf({ tracks: [lead({ notes: [{ at: 0, for: 3, midi: 69, velocity: 0.5 }] })] }),
    );
    core.seek(48_000);
    core.play();
    assert.ok(toneLevel(play(core, 24_000).left.subarray(4800), 440) > 0.05);
  });

  test('a seek into the middle of a drum does not strike it again', () => {
    const core = coreWith(programOf({ tracks: [{ ...drum, notes: [{ at: 0, for: 1, midi: 30 }] }] }));
    core.seek(12_000);
    core.play();
    assert.equal(peak(play(core, 12_000).left), 0);
  });

  test('a loop comes round on its sample, and lets its notes go', () => {
    const core = coreWith(
      programOf({
        tracks: [
          lead({
            notes: [
              { at: 0.5, for: 0.1, midi: 69 },
              { at: 0.95, for: 2, midi: 69 },
            ],
          }),
        ],
      }),
    );
    core.setLoop({ from: 24_000, to: 48_000 });
    core.seek(24_000);
    core.play();
    play(core, core.latency);
    const { left } = play(core, 24_000 * 4);
    for (let round = 0; round < 4; round++) {
      const from = round * 24_000;
      assert.ok(rms(left.subarray(from + 480, from + 4000)) > 0.1, `round ${round} begins`);
      assert.ok(rms(left.subarray(from + 9600, from + 20_000)) < 1e-3, `round ${round} rests`);
    }
    assert.ok(core.position >= 24_000 - 128 && core.position < 48_000);
  });

  test('a loop that was entered in its middle is told from its beginning on', () => {
    const core = coreWith(programOf({ tracks: [lead()] }));
    core.setLoop({ from: 24_000, to: 96_000 });
    core.seek(72_000);
    core.play();
    play(core, 24_000 + 4800);
    assert.ok(Math.abs(core.position - (24_000 + 4800)) < 512, `at ${core.position}`);
  });

  test('at its end the song stops, and playing again begins anew', () => {
    const core = coreWith(programOf({ tracks: [lead()], seconds: 1 }));
    core.play();
    play(core, 52_000);
    assert.equal(core.playing, false);
    assert.equal(core.position, 48_000);
    core.play();
    assert.equal(core.position, 0);
    assert.ok(rms(play(core, 9600).left) > 0.05);
  });

  test('pause fades, keeps the place, and goes on from it', () => {
    const core = coreWith(
      programOf({ tracks: [lead({ notes: [{ at: 0, for: 3, midi: 69, velocity: 0.5 }] })] }),
    );
    core.play();
    play(core, 48_000);
    const heard = core.position;
    core.pause();
    play(core, 2400);
    // What is left is the end of the DC filter, far below hearing.
    assert.ok(peak(play(core, 4800).left) < 1e-5);
    assert.equal(core.position, heard);
    core.play();
    assert.ok(toneLevel(play(core, 9600).left.subarray(2400), 440) > 0.05);
  });

  test('silence is there within 20 ms, tails and all', () => {
    const core = coreWith(song());
    core.play();
    play(core, 48_000);
    core.silence();
    play(core, 960);
    assert.equal(peak(play(core, 48_000).left), 0);
    assert.equal(core.playing, false);
  });
});
