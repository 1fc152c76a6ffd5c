// Takes on tracks, from the text of a song to the core's sound: where they stand, how they come and go, what goes
// round, at what speed, and the same wherever playing begins.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { renderOffline } from '../../src/engine/offline/render.ts';
import type { Program } from '../../src/engine/program.ts';
import { plainZone, type Recording } from '../../src/engine/sounds/sound-map.ts';
import type { Sounds } from '../../src/engine/sounds/sounds.ts';
import {
  coreModule,
  coreWith,
  decibels,
  hashOfSound,
  listen,
  peak,
  play,
  rms,
  type Sound,
  toneLevel,
} from './listen.ts';
import { programOf, rate, recording, sine } from './sampled.ts';
import { spectrum } from './voices/measure.ts';

/** A mono track in the middle of two speakers. */
const middle = Math.SQRT1_2;

const filesOf = (files: Readonly<Record<string, Recording>>): Sounds => ({
  map: (request) => {
    const source = request.kind === 'file' ? request.source : '';
    const found = files[source];
    if (!found) return undefined;
    const length = { frames: found.channels[0]!.length, sampleRate: found.sampleRate };
    return { id: 'file 1', zones: [{ ...plainZone, recording: source }], length };
  },
  recording: (id) => files[id.slice(id.indexOf('#') + 1)],
});

const noise = (seconds: number, seed = 7, gain = 0.3): Float32Array => {
  let state = seed;
  return Float32Array.from({ length: Math.round(seconds * rate) }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (gain * state) / 2 ** 31;
  });
};

/** Two seconds a bar; four bars of a track `vox`. */
const song = (
  files: Readonly<Record<string, Recording>>,
  take: string,
  { parts = 'vox: a.at0', track = '', rest = '' } = {},
): Program =>
  programOf(
    `song "T" { tempo 120bpm }
take a = "a.wav" ${take}
take b = "b.wav"
instrument soft = Synth { envelope.attack: 5ms }
track vox { ${track} }
section verse 4 bars { ${parts.replace('a.at0', 'a')} }
${rest}
arrange verse`,
    filesOf(files),
  );

const heard = (program: Program, seconds = 3, piece = 128): Sound => listen(program, seconds, piece);

/** Where it is first louder than a thousandth, in samples. */
const onset = ({ left }: Sound): number => left.findIndex((x) => Math.abs(x) > 1e-3);

/** The largest step from one sample to the next, as a share of what the sound itself has at its steepest. */
const steepest = (samples: Float32Array): number => {
  let most = 0;
  for (let i = 1; i < samples.length; i++) most = Math.max(most, Math.abs(samples[i]! - samples[i - 1]!));
  return most;
};

suite('a take', () => {
  test('sounds as it was recorded, on its sample, with its trim and its gain', () => {
    const sound = noise(2);
    const { left, right } = heard(
      song({ 'a.wav': recording(sound) }, '{ trim: 0.5s..1.5s, gain: +2dB, fade: 0s }', {
        parts: 'vox: a at beat 2',
      }),
    );
    const gain = 10 ** (2 / 20) * middle;
    for (let i = 0; i < rate; i++) {
      const wanted = sound[rate / 2 + i]! * gain;
      assert.ok(Math.abs(left[rate / 2 + i]! - wanted) < 1e-2, `${i}: ${left[rate / 2 + i]} ${wanted}`);
    }
    assert.deepEqual(left, right);
    assert.equal(peak(left.subarray(0, rate / 2)), 0);
    assert.ok(peak(left.subarray(1.5 * rate + 10, 2 * rate)) < 5e-3);
  });

  test('in stereo keeps its sides, at full level', () => {
    const { left, right } = heard(song({ 'a.wav': recording(sine(1000, 2), rate, sine(3000, 2)) }, ''));
    const [one, other] = [left.subarray(9600, 57_600), right.subarray(9600, 57_600)];
    assert.ok(Math.abs(decibels(toneLevel(one, 1000) / 0.5)) < 0.05);
    assert.ok(Math.abs(decibels(toneLevel(other, 3000) / 0.5)) < 0.05);
    assert.ok(decibels(toneLevel(one, 3000) / 0.5) < -80);
  });

  test('sounds beside what the instrument of its track plays, and goes through its strip', () => {
    const files = { 'a.wav': recording(sine(1000, 4)) };
    const both = heard(
      song(files, '', { parts: 'vox: "a4@4"\n vox: a', track: 'instrument: soft, level: -6dB' }),
    ).left.subarray(9600, 57_600);
    const alone = heard(
      song(files, '', { parts: 'vox: "a4@4"', track: 'instrument: soft, level: -6dB' }),
    ).left.subarray(9600, 57_600);
    const level = 0.5 * middle * 10 ** (-6 / 20);
    assert.ok(Math.abs(decibels(toneLevel(both, 1000) / level)) < 0.05);
    assert.ok(Math.abs(decibels(toneLevel(both, 440) / toneLevel(alone, 440))) < 0.05);
  });

  test('of another rate is at its pitch, and what was not recorded is not heard', () => {
    for (const from of [44_100, 96_000, 22_050]) {
      const { left } = heard(song({ 'a.wav': recording(sine(1000, 3, from), from) }, ''));
      const power = spectrum(left, 9600, 32_768);
      const own = Math.round((1000 * 32_768) / rate);
      const [most, beside] = [
        Math.max(...power.slice(own - 6, own + 7)),
        Math.max(...power.slice(7, own - 6), ...power.slice(own + 7)),
      ];
      assert.ok(10 * Math.log10(beside / most) < -90, `${from}: ${10 * Math.log10(beside / most)} dB`);
    }
  });

  test('comes and goes without a click', () => {
    const tone = sine(100, 3);
    const cut = recording(tone.subarray(120, 60_120));
    const { left } = heard(song({ 'a.wav': cut }, '', { parts: 'vox: a at beat 2' }));
    assert.ok(steepest(left) < 1.5 * steepest(tone) * middle, `${steepest(left)}`);
    assert.ok(Math.abs(onset({ left, right: left }) - rate / 2) < 12);
  });

  test('goes over into the next one as loud as each alone', () => {
    const { left } = heard(
      song(
        { 'a.wav': recording(noise(4, 3)), 'b.wav': recording(noise(4, 5)) },
        '{ trim: 1s..4s, crossfade: 400ms }',
        { parts: 'vox: b\n vox: a at beat 3' },
      ),
    );
    const steady = rms(left.subarray(9600, 24_000));
    for (let at = 0.5; at < 1.2; at += 0.05) {
      const level = decibels(rms(left.subarray(at * rate, (at + 0.05) * rate)) / steady);
      assert.ok(Math.abs(level) < 0.8, `${at}: ${level} dB`);
    }
  });

  test('goes round without a seam', () => {
    // 441 Hz has whole waves in a second, and none of the file's ends is silent.
    const tone = sine(441, 1.5).map((_, i) => 0.5 * Math.cos((2 * Math.PI * 441 * i) / rate));
    const { left } = heard(
      song({ 'a.wav': recording(tone) }, '{ loop: true, trim: 0.2s..1.2s, fade: 20ms }'),
      6,
    );
    assert.ok(steepest(left.subarray(2000)) < 1.01 * steepest(tone) * middle);
    assert.ok(Math.abs(decibels(toneLevel(left.subarray(9600, 5.5 * rate), 441) / (0.5 * middle))) < 0.05);
  });

  test('goes round on, wherever in a block its end comes', () => {
    for (const frames of [24_000, 24_032, 12_345]) {
      const sound = sine(1000, 1, 24_000).subarray(0, frames);
      const { left } = heard(song({ 'a.wav': recording(sound, 24_000) }, '{ loop: true }'), 7);
      for (let at = 0.5; at < 6.5; at += 0.5)
        assert.ok(rms(left.subarray(at * rate, (at + 0.3) * rate)) > 0.2, `${frames}: ${at} s`);
    }
  });

  test('follows the tempo like a tape: faster and higher', () => {
    const { left } = heard(
      song({ 'a.wav': recording(sine(1000, 6)) }, '{ tempo: 80bpm, stretch: repitch }'),
      4,
    );
    assert.ok(Math.abs(decibels(toneLevel(left.subarray(9600, 57_600), 1500) / (0.5 * middle))) < 0.05);
    // 6 s at 80 bpm are 4 s at 120.
    assert.ok(rms(left.subarray(3.9 * rate, 3.98 * rate)) > 0.2);
  });

  test('goes on through a change of tempo without a click', () => {
    const files = { 'a.wav': recording(sine(300, 6)) };
    const { left } = heard(
      programOf(
        `song "T" { tempo 120bpm, ramp to 150bpm over 1 bar at bar 1 }
take a = "a.wav" { tempo: 120bpm, stretch: repitch }
track vox { }
section verse 4 bars { vox: a }
arrange verse`,
        filesOf(files),
      ),
      4,
    );
    assert.ok(steepest(left) < 1.4 * steepest(sine(300, 1)) * middle, `${steepest(left)}`);
  });

  test('turned round begins with its end', () => {
    const sound = noise(1);
    const { left } = heard(song({ 'a.wav': recording(sound) }, '{ reverse: true, fade: 0s }'));
    for (let i = 0; i < rate; i += 7)
      assert.ok(Math.abs(left[i]! - sound[sound.length - 1 - i]! * middle) < 1e-2);
  });

  test('is the same however the sound is cut into pieces', () => {
    const program = song(
      { 'a.wav': recording(noise(3), 44_100), 'b.wav': recording(noise(1), rate, noise(1, 9)) },
      '{ trim: 0.1s..2.5s }',
      { parts: 'vox: a\n vox: b at beat 4', track: 'reverb: 1s' },
    );
    const hashes = [128, 32, 1000].map((piece) => hashOfSound(heard(program, 2.5, piece)));
    assert.equal(new Set(hashes).size, 1);
  });

  test('begun in its middle is that part of the whole', () => {
    for (const take of ['', '{ tempo: 96bpm, stretch: repitch }', '{ loop: true, trim: 0.3s..1.12s }']) {
      const program = song({ 'a.wav': recording(noise(7), 44_100) }, take);
      const whole = joined(renderOffline(coreModule(), program, { from: 0, to: 7 * rate }));
      const part = joined(renderOffline(coreModule(), program, { from: 3 * rate + 77, to: 7 * rate }));
      const from = 3 * rate + 77;
      assert.ok(rms(part.subarray(0, rate)) > 0.05);
      // The first 5 ms come up from silence, and the master's filter against a steady level takes note of that.
      let different = 0;
      for (let i = rate / 2; i < 2 * rate; i++)
        different = Math.max(different, Math.abs(part[i]! - whole[from + i]!));
      assert.ok(different < 1e-6, `${take}: ${different}`);
    }
  });

  test('that is left behind by a jump goes within milliseconds, without a click', () => {
    const core = coreWith(song({ 'a.wav': recording(sine(100, 8)) }, '', { parts: 'vox: a at bar 1' }));
    core.play();
    play(core, 48_000);
    core.seek(3 * rate + 1234);
    const { left } = play(core, 24_000);
    assert.ok(steepest(left) < 2 * steepest(sine(100, 1)) * middle, `${steepest(left)}`);
    core.pause();
    const after = play(core, 12_000).left;
    assert.ok(peak(after.subarray(6000)) < 1e-3, `${peak(after.subarray(6000))}`);
    assert.ok(steepest(after) < 2 * steepest(sine(100, 1)) * middle);
  });

  test('goes round with the song where a stretch of it is looped', () => {
    const core = coreWith(song({ 'a.wav': recording(sine(1000, 8)) }, ''));
    core.setLoop({ from: rate, to: 1.5 * rate });
    core.play();
    play(core, rate);
    const { left } = play(core, 2 * rate);
    assert.ok(Math.abs(decibels(rms(left) / (0.5 * middle * Math.SQRT1_2))) < 0.3);
  });

  test('whose gain moves in the text goes over to the new one while it plays', () => {
    const files = { 'a.wav': recording(sine(200, 8)) };
    const core = coreWith(song(files, ''));
    core.play();
    play(core, rate);
    core.update(song(files, '{ gain: -12dB }'), 'now');
    const { left } = play(core, rate / 2);
    assert.ok(steepest(left) < 1.3 * steepest(sine(200, 1)) * middle);
    const level = toneLevel(left.subarray(9600), 200);
    assert.ok(Math.abs(decibels(level / (0.5 * middle)) + 12) < 0.1, `${decibels(level / (0.5 * middle))}`);
  });
});

const joined = (chunks: Iterable<{ readonly left: Float32Array }>): Float32Array => {
  const pieces: Float32Array[] = [];
  // The next chunk stands in the same arrays.
  for (const { left } of chunks) pieces.push(left.slice());
  const out = new Float32Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
};
