// Renders a program and measures it as it comes: the whole, its sections, its bars. What a measuring worker
// does. Tracks are taken from the stems that bounces and earlier measurements have kept, and those of a mix are kept
// for both.

import { levelFigures, newLevelMeter } from '../audio/meters/levels.ts';
import {
  integrated,
  loudnessBetween,
  loudnessRange,
  momentaryMax,
  newLoudnessMeter,
  shortTermMax,
} from '../audio/meters/loudness.ts';
import { bandHertz, newSpectrumMeter } from '../audio/meters/spectrum.ts';
import { stepAt } from '../audio/meters/steps.ts';
import { newTruePeakMeter } from '../audio/meters/true-peak.ts';
import type { MeasuredBars, MeasuredSound } from '../check/measured.ts';
import { compileCore } from '../engine/core/exports.ts';
import { type Chunk, renderOffline } from '../engine/offline/render.ts';
import type { Program } from '../engine/program.ts';
import type { Cache } from './kept/part-store.ts';
import { playStems, startStems } from './stem-threads.ts';

/** Where sections and bars stand, in seconds. */
export interface MeasureForm {
  /** Start of each bar, and the end of the last. */
  readonly barSeconds: readonly number[];
  readonly sections: readonly { readonly startSeconds: number; readonly endSeconds: number }[];
}

export interface MeasureTask {
  readonly program: Program;
  readonly form: MeasureForm;
  /** What the program was turned down by, so that no limiter touches it: measured is the sound without. */
  readonly turnedDownDb: number;
  /** A mix is measured by true peak, a track by its samples. */
  readonly of: 'mix' | 'track';
  readonly cache?: Cache | undefined;
}

/**
 * @param core  the bytes of core.wasm
 * @returns     undefined where `isStopped` says so on the way
 */
export const measureSound = async (
  core: Uint8Array,
  task: MeasureTask,
  isStopped: () => boolean = () => false,
): Promise<MeasuredSound | undefined> => {
  const { program, of, cache } = task;
  // What a track plays is kept by the mix, which is measured beside it.
  const stems = (of === 'mix' ? startStems : playStems)({
    core,
    program,
    stretch: { from: 0, to: program.lengthSamples },
    cache,
  });
  try {
    const chunks = stems.mix?.() ?? renderOffline(compileCore(core), program, {}, { stems: stems.source });
    const measured = measuredOf(chunks, task, isStopped);
    if (measured) stems.keep();
    return measured;
  } finally {
    await stems.end();
  }
};

const measuredOf = (
  chunks: Iterable<Chunk>,
  { program, form, turnedDownDb, of }: MeasureTask,
  isStopped: () => boolean,
): MeasuredSound | undefined => {
  const rate = program.sampleRate;
  const loudness = newLoudnessMeter(rate, 2);
  const levels = newLevelMeter(rate);
  const truePeaks = of === 'mix' ? [newTruePeakMeter(), newTruePeakMeter()] : [];
  const bands = newBandsOfBars(form.barSeconds);
  const spectrum = newSpectrumMeter(rate, bands.add);
  const gain = 10 ** (turnedDownDb / 20);
  let frames = 0;
  for (const { left, right } of chunks) {
    if (isStopped()) return undefined;
    if (gain !== 1) for (const side of [left, right]) turnUp(side, gain);
    loudness.add([left, right]);
    levels.add(left, right);
    spectrum.add(left, right);
    truePeaks[0]?.add(left);
    truePeaks[1]?.add(right);
    frames += left.length;
  }
  spectrum.end();
  const { powers } = loudness;
  const whole = levelFigures(levels.levels);
  const steps = levels.levels.peak.length;
  const truePeak = Math.max(whole.samplePeakDb, ...truePeaks.map((meter) => 20 * Math.log10(meter.peak())));
  const loud = integrated(powers);
  return {
    seconds: frames / rate,
    integrated: loud,
    range: loudnessRange(powers),
    momentaryMax: momentaryMax(powers),
    shortTermMax: shortTermMax(powers),
    truePeak,
    samplePeak: whole.samplePeakDb,
    plr: Number.isFinite(loud) ? truePeak - loud : 0,
    correlation: whole.correlation,
    balanceDb: whole.balanceDb,
    monoLossDb: whole.monoLossDb,
    endPeak: levelFigures(levels.levels, { from: Math.max(0, steps - 10) }).samplePeakDb,
    sections: form.sections.map(({ startSeconds, endSeconds }) => {
      const stretch = { from: stepAt(startSeconds), to: stepAt(endSeconds) };
      return { loudness: integrated(powers, stretch), shortTermMax: shortTermMax(powers, stretch) };
    }),
    bars: {
      ...bands.bars,
      ...ofEachBar(form.barSeconds, (from, to) => {
        const { samplePeakDb, correlation } = levelFigures(levels.levels, { from, to });
        return { loudness: loudnessBetween(powers, from, to), peak: samplePeakDb, correlation };
      }),
    },
  };
};

const turnUp = (samples: Float32Array, gain: number): void => {
  for (let i = 0; i < samples.length; i++) samples[i]! *= gain;
};

const ofEachBar = (
  barSeconds: readonly number[],
  look: (
    from: number,
    to: number,
  ) => { readonly loudness: number; readonly peak: number; readonly correlation: number },
): Pick<MeasuredBars, 'loudness' | 'peak' | 'correlation'> => {
  const bars = barSeconds
    .slice(0, -1)
    .map((from, bar) => look(stepAt(from), Math.max(stepAt(from) + 1, stepAt(barSeconds[bar + 1]!))));
  return {
    loudness: Float64Array.from(bars, (bar) => bar.loudness),
    peak: Float64Array.from(bars, (bar) => bar.peak),
    correlation: Float64Array.from(bars, (bar) => bar.correlation),
  };
};

/** Adds up frames of the spectrum by the bar that their middle lies in. */
const newBandsOfBars = (barSeconds: readonly number[]) => {
  const count = bandHertz.length;
  const bars = Math.max(0, barSeconds.length - 1);
  const [left, right, both] = [0, 1, 2].map(() => new Float64Array(bars * count)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const frames = new Uint32Array(bars);
  let bar = 0;
  return {
    add(
      seconds: number,
      powers: { readonly left: Float64Array; readonly right: Float64Array; readonly both: Float64Array },
    ) {
      while (bar < bars && seconds >= barSeconds[bar + 1]!) bar++;
      if (bar === bars) return;
      frames[bar]!++;
      for (let band = 0; band < count; band++) {
        left[bar * count + band]! += powers.left[band]!;
        right[bar * count + band]! += powers.right[band]!;
        both[bar * count + band]! += powers.both[band]!;
      }
    },
    get bars(): Pick<MeasuredBars, 'left' | 'right' | 'both'> {
      const mean = (sums: Float64Array): Float64Array =>
        sums.map((sum, i) => sum / Math.max(1, frames[Math.floor(i / count)]!));
      return { left: mean(left), right: mean(right), both: mean(both) };
    },
  };
};
