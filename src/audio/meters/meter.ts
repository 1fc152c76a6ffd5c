// The meter: all figures of a finished sound, fed block by block in constant memory but for a hundred numbers
// a second. The same parts measure a file, a bounce's tracks and bars, and a master.

import { type LevelFigures, levelFigures, newLevelMeter, type Silence, silences } from './levels.ts';
import { integrated, loudnessRange, momentaryMax, newLoudnessMeter, shortTermMax } from './loudness.ts';
import { bandHertz, newSpectrumMeter } from './spectrum.ts';
import { newTruePeakMeter } from './true-peak.ts';

/** What cannot be told of silence is -Infinity. */
export interface Reading extends LevelFigures {
  readonly seconds: number;
  /** LUFS. */
  readonly integrated: number;
  readonly momentaryMax: number;
  readonly shortTermMax: number;
  /** LU. */
  readonly range: number;
  /** dBTP. */
  readonly truePeak: number;
  /** True peak above integrated loudness, in LU: how much a master still moves. */
  readonly plr: number;
  /** Mean power of both sides by third of an octave, in dBFS. */
  readonly bands: readonly { readonly hertz: number; readonly db: number }[];
  /** Digital silence and what is as good as it. */
  readonly silences: readonly Silence[];
}

export interface Meter {
  /** A block of every channel, all of one length. */
  add(channels: readonly Float32Array[]): void;
  /** Of all so far, once. */
  end(): Reading;
}

/** Below -90 dBFS for half a second nothing is heard. */
const silence = { peak: 10 ** (-90 / 20), seconds: 0.5 } as const;

/** @param channels  see `newLoudnessMeter`; correlation, balance and spectrum are of the first two */
export const newMeter = (rate: number, channels: number): Meter => {
  const loudness = newLoudnessMeter(rate, channels);
  const levels = newLevelMeter(rate);
  const truePeaks = Array.from({ length: channels }, newTruePeakMeter);
  const bands = new Float64Array(bandHertz.length);
  let [looked, frames, highest] = [0, 0, 0];
  const spectrum = newSpectrumMeter(rate, (_, { left, right }) => {
    looked++;
    for (let band = 0; band < bands.length; band++) bands[band]! += (left[band]! + right[band]!) / 2;
  });
  return {
    add(block) {
      const [left, right = left] = block;
      if (!left || !right) return;
      frames += left.length;
      loudness.add(block);
      levels.add(left, right);
      spectrum.add(left, right);
      for (const [channel, samples] of block.entries()) {
        truePeaks[channel]!.add(samples);
        // What fills no step, and the channels beyond the second, count for the peak as well.
        for (let i = 0; i < samples.length; i++) {
          const level = Math.abs(samples[i]!);
          if (level > highest) highest = level;
        }
      }
    },
    end() {
      spectrum.end();
      const { powers } = loudness;
      const samplePeakDb = 20 * Math.log10(highest);
      const truePeak = 20 * Math.log10(Math.max(highest, ...truePeaks.map((one) => one.peak())));
      const whole = integrated(powers);
      return {
        ...levelFigures(levels.levels),
        samplePeakDb,
        seconds: frames / rate,
        integrated: whole,
        momentaryMax: momentaryMax(powers),
        shortTermMax: shortTermMax(powers),
        range: loudnessRange(powers),
        truePeak,
        plr: Number.isFinite(whole) ? truePeak - whole : 0,
        bands: bandHertz.map((hertz, band) => ({
          hertz,
          db: 10 * Math.log10(bands[band]! / Math.max(1, looked)),
        })),
        silences: silences(levels.levels, silence.peak, silence.seconds),
      };
    },
  };
};
