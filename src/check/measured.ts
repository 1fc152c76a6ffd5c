// What a song sounds like, as numbers: the whole, its sections and bars, and each track alone. Data for rules
// and expectations; whoever has a core renders and measures (src/render/measurer.ts).

/** Levels are in dBFS, loudness in LUFS; -Infinity is silence. */
export interface Measured {
  /** All of it, as it is bounced. */
  readonly mix: MeasuredSound;
  /** In the order of `song.tracks`: behind its fader and pan, without sends and buses. Undefined where silent. */
  readonly tracks: readonly (MeasuredSound | undefined)[];
  /** In the order of `song.tracks`: what goes into the first insert that bends the wave, where there is one. */
  readonly drives: readonly (Drive | undefined)[];
  /** In the order of `song.tracks`: of those that reach so high that they may fold partials back. */
  readonly aliasing?: readonly (Aliasing | undefined)[];
  /** Centres in Hz of the bands of `MeasuredBars`. */
  readonly bandHertz: readonly number[];
  /** Of the brief's references, by the path written: what was measured, or why nothing was. */
  readonly references: Readonly<Record<string, Reference>>;
  /** The other songs of its album, as far as they were measured. */
  readonly album?: readonly AlbumSong[];
  /** Of the version before, where there is one of the same length in bars. */
  readonly before?: Pick<Measured, 'mix' | 'tracks'>;
}

export interface AlbumSong {
  readonly title: string;
  readonly integrated: number;
}

export interface MeasuredSound {
  readonly seconds: number;
  readonly integrated: number;
  /** LU. */
  readonly range: number;
  readonly momentaryMax: number;
  readonly shortTermMax: number;
  /** dBTP; of a track its sample peak. */
  readonly truePeak: number;
  readonly samplePeak: number;
  /** True peak above integrated loudness; 0 for silence. */
  readonly plr: number;
  readonly correlation: number;
  /** Left above right, in dB. */
  readonly balanceDb: number;
  /** What sounding as one takes away, in dB. */
  readonly monoLossDb: number;
  /** Peak of the last tenth of a second that was rendered. */
  readonly endPeak: number;
  /** In the order of `timeline.sections`. */
  readonly sections: readonly MeasuredSection[];
  readonly bars: MeasuredBars;
}

export interface Drive {
  /** Index of the insert. */
  readonly insert: number;
  /** Highest sample of each bar, in dBFS. */
  readonly peak: Float64Array;
}

export interface Aliasing {
  /** What is folded back, in dB below the track itself, in each bar; -Infinity where nothing is. */
  readonly bars: Float64Array;
}

export interface MeasuredSection {
  /** Gated, as `integrated`. */
  readonly loudness: number;
  readonly shortTermMax: number;
}

/** Of each bar; of the bands, those of bar 1 first, then those of bar 2: mean squares. */
export interface MeasuredBars {
  readonly loudness: Float64Array;
  readonly peak: Float64Array;
  readonly correlation: Float64Array;
  readonly left: Float64Array;
  readonly right: Float64Array;
  /** What both sides have in common: negative where they are against one another. */
  readonly both: Float64Array;
}

export type Reference =
  | {
      readonly ok: true;
      readonly integrated: number;
      readonly range: number;
      readonly truePeak: number;
      readonly plr: number;
      /** Mean squares by band. */
      readonly bands: Float64Array;
    }
  | { readonly ok: false; readonly reason: string };

/** Mean power of both sides in a band of a bar, or in several. */
export const powerIn = (
  { bars }: MeasuredSound,
  bar: number,
  bands: readonly number[],
  count: number,
): number =>
  bands.reduce((sum, band) => sum + bars.left[bar * count + band]! + bars.right[bar * count + band]!, 0) / 2;

/** The same of bars `from` to before `to`, averaged. */
export const meanPower = (
  sound: MeasuredSound,
  [from, to]: readonly [from: number, to: number],
  bands: readonly number[],
  count: number,
): number => {
  let sum = 0;
  for (let bar = from; bar < to; bar++) sum += powerIn(sound, bar, bands, count);
  return to > from ? sum / (to - from) : 0;
};

/** The bands with centres from `low` to before `high`. */
export const bandsBetween = (bandHertz: readonly number[], low: number, high: number): readonly number[] =>
  bandHertz.flatMap((hertz, band) => (hertz >= low && hertz < high ? [band] : []));

export const decibels = (power: number): number => 10 * Math.log10(power);

/** Bars from 0 as a musician counts them: `bars 3 to 6 and bar 9`; at most three stretches are named. */
export const barsInWords = (bars: readonly number[]): string => {
  const runs: [number, number][] = [];
  for (const bar of bars) {
    const last = runs.at(-1);
    if (last && bar === last[1] + 1) last[1] = bar;
    else runs.push([bar, bar]);
  }
  const named = runs
    .slice(0, 3)
    .map(([from, to]) => (from === to ? `bar ${from + 1}` : `bars ${from + 1} to ${to + 1}`));
  if (runs.length > 3) named.push(`${runs.length - 3} more places`);
  return named.length < 2 ? (named[0] ?? '') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
};
