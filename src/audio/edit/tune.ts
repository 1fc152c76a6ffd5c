// A voice pulled to the notes that it meant: cut into grains of two periods, which are put down closer together or
// further apart (PSOLA). A grain stays as it is, and with it the vowel; what has no pitch, breath and consonants, is
// copied. One voice at a time: a chord is left as it is, or wobbles.
// Source: Moulines and Charpentier, "Pitch-synchronous waveform processing techniques" (1990).

import { monoOf } from '../analysis/mono.ts';
import { pitchTrack } from '../analysis/pitch-track.ts';
import { valueAt } from './between-samples.ts';
import type { EditedSound } from './edited-sound.ts';
import { type Marks, pitchMarks } from './pitch-marks.ts';
import { corrections, type Tuning } from './sung-notes.ts';

/** As long as it was, every note near one of `classes`; its vibrato, its glides and its vowels as they were sung. */
export function tuned(sound: EditedSound, tuning: Tuning): EditedSound {
  const { sampleRate, channels } = sound;
  const { samples } = monoOf(sound);
  const track = pitchTrack({ samples, rate: sampleRate });
  const moves = corrections(track, tuning);
  const hop = track.hopSeconds * sampleRate;
  const ratioAt = (place: number): number =>
    2 ** ((moves[Math.min(moves.length - 1, Math.round(place / hop))] ?? 0) / 12);
  const grains = pitchMarks(samples, sampleRate, track).flatMap((marks) => grainsOf(marks, ratioAt));
  return { sampleRate, channels: channels.map((channel) => laidDown(channel, grains)) };
}

/** What stands around `from` in the sound, put down around `at`, both in samples with their fractions. */
interface Grain {
  readonly from: number;
  readonly at: number;
  /** To either side. */
  readonly reach: number;
}

function grainsOf(marks: Marks, ratioAt: (place: number) => number): readonly Grain[] {
  const grains: Grain[] = [];
  let mark = 0;
  for (let at = marks[0]!; at <= marks.at(-1)!; ) {
    while (mark + 1 < marks.length && Math.abs(marks[mark + 1]! - at) <= Math.abs(marks[mark]! - at)) mark++;
    const period =
      mark + 1 < marks.length ? marks[mark + 1]! - marks[mark]! : marks[mark]! - marks[mark - 1]!;
    const step = period / ratioAt(at);
    grains.push({ from: marks[mark]!, at, reach: Math.max(period, step) });
    at += step;
  }
  return grains;
}

function laidDown(channel: Float32Array, grains: readonly Grain[]): Float32Array {
  const sum = new Float64Array(channel.length);
  const weights = new Float64Array(channel.length);
  for (const { from, at, reach } of grains) {
    const shift = from - at;
    const last = Math.min(channel.length - 1, Math.floor(at + reach));
    for (let i = Math.max(0, Math.ceil(at - reach)); i <= last; i++) {
      const weight = 0.5 + 0.5 * Math.cos((Math.PI * (i - at)) / reach);
      sum[i]! += weight * valueAt(channel, i + shift);
      weights[i]! += weight;
    }
  }
  // Where grains are closer than they were, they add up to more; where there are none, the sound is as it was.
  return channel.map(
    (value, i) => (sum[i]! + value * Math.max(0, 1 - weights[i]!)) / Math.max(1, weights[i]!),
  );
}
