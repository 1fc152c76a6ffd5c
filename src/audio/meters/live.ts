// A meter for what plays now: the same loudness, true peak, correlation and spectrum as those of a file, over the
// last seconds and with no memory of more. Fed piece by piece, read whenever somebody looks.

import { kWeighting, weightedSum } from './k-weighting.ts';
import { correlationOf } from './levels.ts';
import { loudnessOfPower } from './loudness.ts';
import { bandHertz, newSpectrumMeter } from './spectrum.ts';
import { newStepCutter } from './steps.ts';
import { newTruePeakMeter } from './true-peak.ts';

/** What one look shows; levels in dB, loudness in LUFS, -Infinity for silence. */
export interface LiveReading {
  readonly momentary: number;
  readonly shortTerm: number;
  /** Highest since `reset`. */
  readonly truePeak: number;
  /** Samples at full scale or over since `reset`, counted by runs: one cut top is one. */
  readonly clips: number;
  /** -1 to 1 over the last 300 ms. */
  readonly correlation: number;
  /** Power by third of an octave in dB, both sides together: centres in \`bandHertz\`. */
  readonly bands: Float32Array;
}

export interface LiveMeter {
  add(left: Float32Array, right: Float32Array): void;
  read(): LiveReading;
  /** Forgets the highest, the clips and what was loud. */
  reset(): void;
}

const momentarySteps = 40;
const shortTermSteps = 300;
const correlationSteps = 30;
/** How fast a band falls that is no longer there. */
const fallDb = 3;

export const newLiveMeter = (rate: number): LiveMeter => {
  const filters = kWeighting(rate);
  const { cut } = newStepCutter(rate);
  const states = [new Float64Array(4), new Float64Array(4)] as const;
  /** Rings of the last steps: weighted power, and the products of the sides. */
  const powers = new Float64Array(shortTermSteps);
  const products = new Float64Array(correlationSteps * 3);
  const bands = new Float32Array(bandHertz.length).fill(-120);
  const spectrum = newSpectrumMeter(rate, (_, { left, right }) => {
    for (let band = 0; band < bands.length; band++) {
      const db = 10 * Math.log10((left[band]! + right[band]!) / 2 + 1e-12);
      bands[band] = Math.max(db, bands[band]! - fallDb);
    }
  });
  let peaks = [newTruePeakMeter(), newTruePeakMeter()] as const;
  let [step, power, ll, rr, lr, highest, clips] = [0, 0, 0, 0, 0, 0, 0];
  let isOver = false;

  const meanOf = (length: number): number => {
    let sum = 0;
    const there = Math.min(step, length);
    for (let back = 1; back <= there; back++) sum += powers[(step - back) % shortTermSteps]!;
    return there === 0 ? 0 : sum / there;
  };

  return {
    add(left, right) {
      spectrum.add(left, right);
      peaks[0].add(left);
      peaks[1].add(right);
      for (let i = 0; i < left.length; i++) {
        const level = Math.max(Math.abs(left[i]!), Math.abs(right[i]!));
        if (level > highest) highest = level;
        const over = level >= 1;
        if (over && !isOver) clips++;
        isOver = over;
      }
      cut(
        left.length,
        (from, to) => {
          power +=
            weightedSum(left, from, to, filters, states[0]) +
            weightedSum(right, from, to, filters, states[1]);
          for (let i = from; i < to; i++) {
            ll += left[i]! ** 2;
            rr += right[i]! ** 2;
            lr += left[i]! * right[i]!;
          }
        },
        (frames) => {
          powers[step % shortTermSteps] = power / frames;
          products.set([ll, rr, lr], (step % correlationSteps) * 3);
          step++;
          [power, ll, rr, lr] = [0, 0, 0, 0];
        },
      );
    },
    read() {
      const sums = [0, 0, 0];
      for (let i = 0; i < products.length; i++) sums[i % 3]! += products[i]!;
      return {
        momentary: loudnessOfPower(meanOf(momentarySteps)),
        shortTerm: loudnessOfPower(meanOf(shortTermSteps)),
        truePeak: 20 * Math.log10(Math.max(highest, peaks[0].peak(), peaks[1].peak())),
        clips,
        correlation: correlationOf(sums[0]!, sums[1]!, sums[2]!),
        bands,
      };
    },
    reset() {
      peaks = [newTruePeakMeter(), newTruePeakMeter()];
      powers.fill(0);
      products.fill(0);
      bands.fill(-120);
      [step, highest, clips] = [0, 0, 0];
    },
  };
};
