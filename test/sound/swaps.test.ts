// A song that is changed while it plays: what stays, what comes at its bar, and where the music goes on.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { Core } from '../../src/engine/core/core.ts';
import type { Program } from '../../src/engine/program.ts';
import {
  allFinite,
  coreModule,
  coreWith,
  decibels,
  hashOfSound,
  peak,
  play,
  rms,
  type Sound,
  toneLevel,
} from './listen.ts';
import { organ, programOf, square } from './programs.ts';
import { bed, drum, lead, song } from './short-song.ts';

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
