// What a bounce is told of the sound that goes into its file: loudness, peaks, and a waveform to be drawn.
// Fed as the file is written; knows neither files nor threads.

import { newLevelMeter } from '../audio/meters/levels.ts';
import { integrated, newLoudnessMeter } from '../audio/meters/loudness.ts';
import { newTruePeakMeter } from '../audio/meters/true-peak.ts';

export interface BounceFigures {
  /** LUFS over all of it; -Infinity for silence. */
  readonly loudness: number;
  /** dBTP; -Infinity for silence. */
  readonly truePeakDb: number;
  /** Highest sample of each of at most `waveformColumns` stretches of one length, 0 to 1. */
  readonly waveform: readonly number[];
}

export interface BounceMeter {
  add(left: Float32Array, right: Float32Array): void;
  /** Of all so far. */
  end(): BounceFigures;
}

/** As wide as the widest player draws it. */
const waveformColumns = 1200;

export const newBounceMeter = (rate: number): BounceMeter => {
  const loudness = newLoudnessMeter(rate, 2);
  const levels = newLevelMeter(rate);
  const truePeaks = [newTruePeakMeter(), newTruePeakMeter()] as const;
  let highest = 0;
  return {
    add(left, right) {
      loudness.add([left, right]);
      levels.add(left, right);
      truePeaks[0].add(left);
      truePeaks[1].add(right);
      // What fills no step counts for the peak as well.
      for (const side of [left, right])
        for (let i = 0; i < side.length; i++) {
          const level = Math.abs(side[i]!);
          if (level > highest) highest = level;
        }
    },
    end() {
      const peakDb = 20 * Math.log10(highest);
      return {
        loudness: integrated(loudness.powers),
        truePeakDb: Math.max(peakDb, ...truePeaks.map((meter) => 20 * Math.log10(meter.peak()))),
        waveform: columns(levels.levels.peak),
      };
    },
  };
};

const columns = (peaks: readonly number[]): readonly number[] => {
  const count = Math.min(waveformColumns, peaks.length);
  return Array.from({ length: count }, (_, column) => {
    const from = Math.floor((column * peaks.length) / count);
    const to = Math.floor(((column + 1) * peaks.length) / count);
    let most = 0;
    for (let step = from; step < to; step++) most = Math.max(most, peaks[step]!);
    return Math.round(Math.min(1, most) * 1000) / 1000;
  });
};
