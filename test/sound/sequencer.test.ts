// The song as it runs: notes on their sample, seeks, loops, swaps, pauses, silence, pieces of any size.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { Core } from '../../src/engine/core/core.ts';
import type { Program } from '../../src/engine/program.ts';
import {
  allFinite,
  coreModule,
  coreWith,
  cut,
  decibels,
  hashOfSound,
  listen,
  peak,
  play,
  rms,
  type Sound,
  toneLevel,
} from './listen.ts';
import { type NoteSpec, organ, programOf, sine, square, type TrackSpec } from './programs.ts';

const every = (seconds: number, count: number, length: number, midi = 57): NoteSpec[] =>
  Array.from({ length: count }, (_, i) => ({
    at: i * seconds,
    for: length,
    midi: midi + (i % 5),
    velocity: 0.4,
  }));

const lead = (more: Partial<TrackSpec> = {}): TrackSpec => ({
  name: 'lead',
  set: { ...organ, oscillator: sine },
  notes: every(0.25, 16, 0.2),
  ...more,
});
const drum: TrackSpec = {
  name: 'drum',
  instrument: 'MembraneSynth',
  voices: 1,
  notes: every(0.5, 8, 0.1, 30),
};
const bed: TrackSpec = {
  name: 'bed',
  instrument: 'FMSynth',
  sends: [0.5],
  notes: [
    { at: 0, for: 4, midi: 45, velocity: 0.3 },
    { at: 0, for: 4, midi: 52, velocity: 0.3 },
  ],
};
const song = (): Program =>
  programOf({
    tracks: [lead({ sends: [0.3] }), drum, bed],
    buses: [{ 'Reverb.decay': 1.5, 'PingPongDelay.delayTime': 0.3 }],
    seconds: 4,
  });

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

suite('A changed song', () => {
  const changed = (set: Record<string, number>): Program => {
    const program = song();
    const other = programOf({
      tracks: [lead({ sends: [0.3], set: { ...organ, oscillator: square, ...set } }), drum, bed],
      buses: [{ 'Reverb.decay': 1.5, 'PingPongDelay.delayTime': 0.3 }],
      seconds: 4,
    });
    return { ...other, tracks: [other.tracks[0]!, ...program.tracks.slice(1)] };
  };

  /** Plays two seconds, with `change` at one second, and only the named track heard. */
  const hear = (name: string, change?: (program: Program) => Program): Sound => {
    const alone = (program: Program): Program => ({
      ...program,
      tracks: program.tracks.map((track) =>
        track.name === name
          ? track
          : { ...track, strip: track.strip.map((value, slot) => (slot === 0 ? 0 : value)) },
      ),
    });
    const core = coreWith(alone(song()));
    core.play();
    play(core, 40_000);
    if (change) core.update(alone(change(song())), 48_000);
    return play(core, 56_000);
  };

  test('tracks that did not change keep every bit', () => {
    for (const name of ['drum', 'bed']) {
      assert.equal(hashOfSound(hear(name, () => changed({}))), hashOfSound(hear(name)), name);
    }
  });

  test('a track put in above the others leaves them every bit', () => {
    const more = (program: Program): Program => ({
      ...program,
      tracks: [{ ...programOf({ tracks: [lead()] }).tracks[0]!, name: 'new' }, ...program.tracks],
    });
    assert.equal(hashOfSound(hear('drum', more)), hashOfSound(hear('drum')));
  });

  test('the changed one is the old until its bar, and the new after it', () => {
    const before = hear('lead');
    const after = hear('lead', () => changed({}));
    const bar = 8000 + 128;
    assert.equal(
      hashOfSound({ left: after.left.subarray(0, bar - 1), right: after.right.subarray(0, bar - 1) }),
      hashOfSound({ left: before.left.subarray(0, bar - 1), right: before.right.subarray(0, bar - 1) }),
    );
    const third = (sound: Sound): number =>
      decibels(
        toneLevel(sound.left.subarray(bar + 2400, bar + 9600), 3 * 440 * 2 ** ((57 + 4 - 69) / 12)) /
          rms(sound.left.subarray(bar + 2400, bar + 9600)),
      );
    assert.ok(
      third(after) > third(before) + 20,
      `third harmonic ${third(before).toFixed(1)} -> ${third(after).toFixed(1)} dB`,
    );
  });

  test('a track taken away fades within 30 ms', () => {
    const gone = hear('bed', (program) => ({
      ...program,
      tracks: program.tracks.filter(({ name }) => name !== 'bed'),
      buses: [],
    }));
    const bar = 8000 + 128;
    assert.ok(rms(gone.left.subarray(bar - 2400, bar)) > 0.01);
    const after = gone.left.subarray(bar + 1440, bar + 2400);
    assert.ok(rms(after) < rms(gone.left.subarray(bar - 2400, bar)) * 0.3, `still ${rms(after)}`);
  });

  test('a new tempo goes on from the same place in the music', () => {
    const core = coreWith(song());
    core.play();
    play(core, 48_000 + 128);
    const slow = {
      ...song(),
      barSamples: song().barSamples.map((sample) => sample * 2),
      lengthSamples: 48_000 * 8,
    };
    core.update(
      { ...slow, tracks: slow.tracks.map((track) => ({ ...track, hash: `${track.hash}x` })) },
      'now',
    );
    play(core, 128);
    assert.ok(Math.abs(core.position - 96_000) < 512, `position ${core.position}`);
  });

  /** The song with bars `factor` times as long; every note a new version. */
  const stretched = (factor: number): Program => {
    const program = song();
    return {
      ...program,
      lengthSamples: program.lengthSamples * factor,
      barSamples: program.barSamples.map((sample) => sample * factor),
      tracks: program.tracks.map((track) => ({ ...track, hash: `${track.hash}x${factor}` })),
    };
  };

  for (const factor of [2, 0.5]) {
    test(`a new tempo, ${factor} times as slow, leaves the loop on its bar`, () => {
      const [from, to] = [96_000, 192_000];
      const core = coreWith(song());
      core.seek(from);
      core.setLoop({ from, to });
      core.play();
      play(core, 48_000);
      core.update(stretched(factor), to);
      core.setLoop({ from: from * factor, to: to * factor });
      for (let done = 0; done < 48_000 - 128 * 4; done += 128) {
        play(core, 128);
        assert.ok(core.position >= from && core.position < to, `before its bar, at ${core.position}`);
      }
      play(core, 128 * 8);
      for (let done = 0; done < 10 * 48_000; done += 128) {
        play(core, 128);
        assert.ok(
          core.position >= from * factor - 256 && core.position < to * factor,
          `then at ${core.position}`,
        );
      }
    });
  }

  test('a loop whose host says nothing moves with its bar', () => {
    const core = coreWith(song());
    core.seek(96_000);
    core.setLoop({ from: 96_000, to: 192_000 });
    core.play();
    play(core, 48_000);
    core.update(stretched(2), 'now');
    play(core, 10 * 48_000);
    assert.ok(core.position >= 192_000 - 256 && core.position < 384_000, `at ${core.position}`);
  });

  test('a second tempo while the first one waits goes on from the place that is heard', () => {
    const core = coreWith(song());
    core.play();
    play(core, 48_000 + 128);
    core.update(stretched(2), 96_000);
    core.update(stretched(4), 'now');
    play(core, 128);
    assert.ok(Math.abs(core.position - 4 * 48_000) < 1024, `at ${core.position}`);
  });

  test('a change that comes before the first block waits for its bar as well', () => {
    const core = new Core(coreModule(), 48_000);
    core.load(song());
    core.play();
    core.update(changed({}), 48_000);
    assert.ok(rms(play(core, 9600).left) > 0.01);
  });

  test('a change of a change that still waits is what comes', () => {
    const core = coreWith(song());
    core.play();
    play(core, 24_000);
    core.update(changed({ detune: 700 }), 48_000);
    play(core, 1280);
    core.update(song(), 48_000);
    const rest = play(core, 48_000);
    const plain = coreWith(song());
    plain.play();
    play(plain, 25_280);
    const same = play(plain, 48_000);
    assert.ok(rms(rest.left.map((sample, i) => sample - same.left[i]!)) < rms(same.left) * 0.2);
  });

  test('a hundred changes in a row stay sane', () => {
    const core = coreWith(song());
    core.play();
    for (let i = 0; i < 100; i++) {
      core.update(changed({ detune: i }), i % 3 === 0 ? 'now' : core.position + 3000);
      const sound = play(core, 1700);
      assert.ok(allFinite(sound) && peak(sound.left) <= 1);
    }
    assert.equal(core.readReport().notANumber, 0);
  });
});
