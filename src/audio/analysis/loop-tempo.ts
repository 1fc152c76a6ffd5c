// The tempo of a loop: it lasts a whole number of beats, so only so many tempos are possible, and the one is taken at
// which what begins in it repeats from beat to beat and from bar to bar.

import type { Mono } from './mono.ts';
import { novelty } from './onsets.ts';

export interface LoopTempo {
  /** Quarter notes per minute; what is faster than some 160 may well be counted in halves. */
  readonly tempo: number;
  readonly beats: number;
  /** 0 to 1: how much of what begins repeats at that beat. */
  readonly agreement: number;
}

/** Undefined where nothing repeats: a pad, one hit, silence. @param sound  all of the loop, and nothing else */
export const loopTempo = (sound: Mono): LoopTempo | undefined => {
  const seconds = sound.samples.length / sound.rate;
  const { values, hopSeconds } = novelty(sound);
  const smooth = smoothed(values);
  const own = around(smooth, 0);
  if (!(own > 0)) return undefined;
  const candidates = Array.from({ length: mostBeats }, (_, i) => i + 1).flatMap((beats) => {
    const tempo = (60 * beats) / seconds;
    if (tempo < slowest || tempo > fastest) return [];
    const beat = seconds / beats / hopSeconds;
    // Of a beat, of two and of four, as far as the loop has them; it comes round, so no end is missing.
    const lags = [1, 2, 4].filter((count) => count < beats);
    const agreement =
      lags.length === 0
        ? 0
        : lags.reduce((sum, count) => sum + around(smooth, count * beat), 0) / lags.length / own;
    const score = agreement * usual(tempo) * (beats % 4 === 0 ? 1.15 : beats % 2 === 0 ? 1.05 : 1);
    return [{ tempo, beats, agreement: Math.max(0, agreement), score }];
  });
  const best = candidates.reduce<(typeof candidates)[number] | undefined>(
    (most, one) => (most === undefined || one.score > most.score ? one : most),
    undefined,
  );
  if (!best || best.agreement < leastAgreement) return undefined;
  const { tempo, beats, agreement } = best;
  return { tempo, beats, agreement };
};

const mostBeats = 256;
const [slowest, fastest] = [50, 220];
const leastAgreement = 0.2;

/** What people tap: a bell around 115, an octave to either side of it is half as likely. */
const usual = (tempo: number): number => Math.exp(-0.5 * (Math.log2(tempo / 115) / 0.85) ** 2);

/** Without its mean, 15 ms wide: players are not that exact. */
const smoothed = (values: Float64Array): Float64Array => {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const at = (i: number): number => (values[(i + values.length) % values.length] ?? 0) - mean;
  return values.map((_, i) => (at(i - 2) + 2 * at(i - 1) + 3 * at(i) + 2 * at(i + 1) + at(i + 2)) / 9);
};

/** What the loop has in common with itself, moved round by `lag` frames, which may be a fraction. */
const around = (values: Float64Array, lag: number): number => {
  const whole = Math.floor(lag);
  const share = lag - whole;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const one = values[(i + whole) % values.length]!;
    const next = values[(i + whole + 1) % values.length]!;
    sum += values[i]! * (one + share * (next - one));
  }
  return sum;
};
