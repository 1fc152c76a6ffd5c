// A sung note comes to the pitch that it meant, and stays the same voice.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { midiOf, pitchTrack } from '../../../src/audio/analysis/pitch-track.ts';
import { tuned } from '../../../src/audio/edit/tune.ts';
import { newFft } from '../../../src/audio/meters/fft.ts';
import { hertzOf, newNoise, rate, voice } from '../../audio/analysis/sounds.ts';

const cMajor = [0, 2, 4, 5, 7, 9, 11];

const made = (samples: Float32Array, strength = 1, classes: readonly number[] = cMajor): Float32Array =>
  tuned({ sampleRate: rate, channels: [samples] }, { classes, strength }).channels[0]! as Float32Array;

/** MIDI numbers from one second to another, frame by frame. */
const midiIn = (samples: Float32Array, from: number, to: number): readonly number[] => {
  const { hertz, hopSeconds } = pitchTrack({ samples, rate });
  return [...hertz.slice(Math.round(from / hopSeconds), Math.round(to / hopSeconds))].map(midiOf);
};

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Levels in dB of bands a third of an octave wide, 300 Hz to 5 kHz: where the vowel is. */
const bands = (samples: Float32Array): readonly number[] => {
  const fft = newFft(32_768);
  const real = Float64Array.from({ length: fft.size }, (_, i) => {
    const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / fft.size);
    return window * samples[24_000 + i]!;
  });
  const imaginary = new Float64Array(fft.size);
  fft.transform(real, imaginary);
  return Array.from({ length: 12 }, (_, band) => {
    const [low, high] = [300 * 2 ** (band / 3), 300 * 2 ** ((band + 1) / 3)];
    let power = 1e-12;
    for (let bin = Math.round((low * fft.size) / rate); bin < (high * fft.size) / rate; bin++)
      power += real[bin]! ** 2 + imaginary[bin]! ** 2;
    return 10 * Math.log10(power);
  });
};

suite('tuning', () => {
  for (const midi of [43, 52, 60, 69, 76])
    test(`brings a voice at ${midi} that is 40 cents flat to within 5 cents`, () => {
      const sound = made(voice(2, () => hertzOf(midi - 0.4)));
      const found = midiIn(sound, 0.2, 1.8);
      assert.ok(Math.abs(mean(found) - midi) < 0.05, `${mean(found)}`);
      // As steady as it was.
      assert.ok(Math.max(...found) - Math.min(...found) < 0.1, `${Math.min(...found)} ${Math.max(...found)}`);
    });

  test('pulls each note to the key that holds where it begins', () => {
    // An F a third of a tone sharp is an F in C major, and an F sharp in D major.
    const sung = voice(4, (time) => hertzOf(time < 1.95 ? 53.4 : time < 2.05 ? 52 : 53.4));
    const later = [{ from: 2, classes: [1, 2, 4, 6, 7, 9, 11] }];
    const [sound] = tuned(
      { sampleRate: rate, channels: [sung] },
      { classes: cMajor, strength: 1, later },
    ).channels;
    const found = (from: number, to: number): number => mean(midiIn(sound as Float32Array, from, to));
    assert.ok(Math.abs(found(0.3, 1.7) - 53) < 0.05, `${found(0.3, 1.7)}`);
    assert.ok(Math.abs(found(2.3, 3.7) - 54) < 0.05, `${found(2.3, 3.7)}`);
  });

  test('goes as far as its strength says', () => {
    const sound = made(
      voice(2, () => hertzOf(59.6)),
      0.5,
    );
    assert.ok(Math.abs(mean(midiIn(sound, 0.2, 1.8)) - 59.8) < 0.05);
  });

  test('keeps the vowel where it is: no band moves with the pitch', () => {
    const flat = voice(2, () => hertzOf(56.5));
    const [before, after] = [bands(flat), bands(made(flat, 1, [9]))];
    // Five semitones would move formants by more than a band.
    assert.ok(Math.abs(mean(midiIn(made(flat, 1, [9]), 0.2, 1.8)) - 57) < 0.05);
    for (const [band, level] of after.entries())
      assert.ok(Math.abs(level - before[band]!) < 4, `${band}: ${before[band]} ${level}`);
  });

  test('leaves a vibrato as wide and as fast as it was sung, around the right note', () => {
    const sung = voice(3, (t) => hertzOf(63.7 + 0.5 * Math.sin(2 * Math.PI * 5.5 * t)));
    const found = midiIn(made(sung), 0.5, 2.5);
    const [low, high] = [Math.min(...found), Math.max(...found)];
    assert.ok(Math.abs((low + high) / 2 - 64) < 0.07, `${low} ${high}`);
    assert.ok(Math.abs(high - low - 1) < 0.2, `${high - low}`);
  });

  test('pulls each note of a line to its own', () => {
    const line = [60.3, 61.7, 64.35, 66.8];
    const sung = voice(2, (t) => hertzOf(line[Math.min(3, Math.floor(t * 2))]!));
    const sound = made(sung);
    for (const [i, wanted] of [60, 62, 64, 67].entries())
      assert.ok(Math.abs(mean(midiIn(sound, i / 2 + 0.12, i / 2 + 0.4)) - wanted) < 0.06, `${wanted}`);
  });

  test('changes nothing in what is in tune already, nor in what has no pitch', () => {
    const right = voice(1, () => 440);
    const sound = made(right);
    const most = sound.reduce((worst, x, i) => Math.max(worst, Math.abs(x - right[i]!)), 0);
    assert.ok(most < 0.01, `${most}`);
    const noise = newNoise(3);
    const breath = Float32Array.from({ length: rate }, () => 0.2 * noise());
    assert.deepEqual(made(breath), breath);
    assert.deepEqual(made(new Float32Array(4800)), new Float32Array(4800));
  });

  test('is as long as the take, and both sides move together', () => {
    const left = voice(1.234, () => 225);
    const { channels } = tuned(
      { sampleRate: rate, channels: [left, left.map((x) => x / 2)] },
      { classes: cMajor, strength: 1 },
    );
    assert.equal(channels[0]!.length, left.length);
    for (let i = 0; i < left.length; i++) assert.ok(Math.abs(channels[1]![i]! - channels[0]![i]! / 2) < 1e-6);
  });
});
