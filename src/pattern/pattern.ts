// A pattern as a pure function of time, and the few ways to build one from others.
//
// Time inside a pattern is counted in whole ticks: `grid` ticks make a cycle, chosen so that every
// moment of the pattern falls on one. So playing is integer arithmetic, exact and without garbage, and
// no cycle number, however large, enters a fraction. Only the window asked for is visited.

import { gcd, lcm } from '../music/rational.ts';
import type { AtomValue } from '../song/pattern.ts';
import type { Rational } from '../song/time.ts';
import { commonGrid, commonPeriod, within } from './measures.ts';

/**
 * Takes one event. `begin` and `end` are the whole note; `from` and `to` the part of it inside the
 * window: it starts here only where `from` is `begin`. All in ticks of the caller.
 */
export type Sink = (
  begin: number,
  end: number,
  from: number,
  to: number,
  value: AtomValue,
  source: number,
  velocity: number,
) => void;

export interface Pattern {
  /** Ticks in a cycle: every moment of the pattern is a multiple of 1/grid. */
  readonly grid: number;
  /** Cycles after which it repeats. */
  readonly period: number;
  /** The longest stretch, in cycles, that any part of it is laid out over. */
  readonly extent: number;
  /** About how many notes begin in a cycle, at most; 0 is silence. */
  readonly density: number;
  /**
   * Plays the part of cycle `cycle` that lies in the window `lo`..`hi`. An integer, negative too: a
   * pattern has always been playing, so that one begun later comes round from its end.
   * @param start  the tick at which the cycle begins
   * @param width  ticks of the cycle, a multiple of `grid`
   * @param lo     first tick of the window, >= start
   * @param hi     end of the window, > lo, <= start + width
   * @param limit  the tick at which a note must have ended: the end of the step that it stands in
   */
  play(cycle: number, start: number, width: number, lo: number, hi: number, limit: number, sink: Sink): void;
}

/** The finest grid: the same for all, so that a position in any song of 2 million bars is a safe integer. */
const finestGrid = 2 ** 32;
/** So many cycles of the finest grid, and what lies in them, are safe integers. */
const longestExtent = 2 ** 18;

/** Why a pattern cannot be played exactly, in a producer's words; undefined where it can. */
export const excess = (pattern: Pattern, density: number): string | undefined => {
  if (pattern.density > density) {
    return `This asks for more than ${density.toLocaleString('en')} notes in one bar. Use smaller numbers behind * and !.`;
  }
  if (pattern.grid > finestGrid) {
    return 'This divides the bar more finely than can be counted exactly. Use fewer odd divisions and shorter decimals.';
  }
  if (pattern.extent > longestExtent) {
    return 'This goes more slowly than can be counted exactly: it takes over 200,000 bars. Use smaller numbers behind / and @.';
  }
  return undefined;
};

export const silence: Pattern = { grid: 1, period: 1, extent: 1, density: 0, play: () => {} };

/** One note a cycle, as long as the cycle. */
export const atom = (value: AtomValue, source: number, velocity: number): Pattern => ({
  grid: 1,
  period: 1,
  extent: 1,
  density: 1,
  play: (_cycle, start, width, lo, hi, limit, sink) =>
    sink(start, Math.min(start + width, limit), lo, hi, value, source, velocity),
});

export interface Step {
  readonly of: Pattern;
  /** An integer >= 1: its share of the cycle. */
  readonly weight: number;
}

/** Steps one after another within a cycle; each plays its own cycle n in cycle n, cut at its end. */
export const sequence = (steps: readonly Step[]): Pattern => {
  if (steps.every((step) => step.of.density === 0)) return silence;
  if (steps.length === 1) return steps[0]!.of;
  const divisor = steps.reduce((common, { weight }) => gcd(common, weight), 0);
  const ends: number[] = [];
  let total = 0;
  for (const { weight } of steps) {
    total += weight / divisor;
    ends.push(total);
  }
  const patterns = steps.map((step) => step.of);
  return {
    grid: steps.reduce(
      (grid, { of, weight }) => within(lcm(grid, total * (of.grid / gcd(of.grid, weight / divisor)))),
      total,
    ),
    period: commonPeriod(patterns),
    extent: Math.max(1, ...largest(patterns, (of) => of.extent)),
    density: patterns.reduce((sum, of) => sum + of.density, 0),
    play: (cycle, start, width, lo, hi, limit, sink) => {
      const unit = width / total;
      for (let index = firstEndingAfter(ends, (lo - start) / unit); index < ends.length; index += 1) {
        const from = start + unit * (index === 0 ? 0 : ends[index - 1]!);
        if (from >= hi) return;
        const to = start + unit * ends[index]!;
        patterns[index]!.play(
          cycle,
          from,
          to - from,
          Math.max(lo, from),
          Math.min(hi, to),
          Math.min(limit, to),
          sink,
        );
      }
    },
  };
};

/** All parts at once. */
export const stack = (parts: readonly Pattern[]): Pattern => {
  const sounding = parts.filter((part) => part.density > 0);
  if (sounding.length === 0) return silence;
  if (sounding.length === 1) return sounding[0]!;
  return {
    grid: commonGrid(sounding),
    period: commonPeriod(sounding),
    extent: Math.max(...largest(sounding, (part) => part.extent)),
    density: sounding.reduce((sum, part) => sum + part.density, 0),
    play: (cycle, start, width, lo, hi, limit, sink) => {
      for (const part of sounding) part.play(cycle, start, width, lo, hi, limit, sink);
    },
  };
};

/** `factor` cycles of the pattern in one: 2 is twice as fast, 1/3 three times as slow. */
export const speed = (of: Pattern, factor: Rational): Pattern => {
  const { n, d } = factor;
  if (of.density === 0 || n <= 0) return silence;
  if (n === d) return of;
  return {
    grid: within(n * (of.grid / gcd(d, of.grid))),
    period: within((of.period * d) / gcd(within(of.period * d), n)),
    extent: Math.max(1, (of.extent * d) / n),
    density: of.density * Math.max(1, Math.ceil(n / d)),
    play: (cycle, start, width, lo, hi, limit, sink) => {
      const part = width / n;
      const inner = part * d;
      // The outer cycle begins `late` d-ths of an inner cycle after an inner one began.
      const late = (cycle * n) % d;
      const begin = start - part * late;
      const skip = Math.floor((lo - begin) / inner);
      let number = (cycle * n - late) / d + skip;
      for (let at = begin + skip * inner; at < hi; at += inner, number += 1) {
        of.play(number, at, inner, Math.max(lo, at), Math.min(hi, at + inner), limit, sink);
      }
    },
  };
};

/** Each step for as many cycles as its weight, in turn; after the last the first again, one cycle further. */
export const alternate = (steps: readonly Step[], weightUnit: number): Pattern =>
  polymeter(steps, weightUnit, { n: 1, d: 1 });

/** As many steps a cycle as `per` says, however many there are; `weightUnit` is the weight of one step. */
export const polymeter = (steps: readonly Step[], weightUnit: number, per: Rational): Pattern => {
  const total = steps.reduce((sum, step) => sum + step.weight, 0);
  const turns = speed(sequence(steps), shareOfTurn(per, weightUnit, total));
  // Where each step has whole cycles to itself, one cycle never holds more than one of them.
  const isOneAtATime = per.n === 1 && per.d === 1 && steps.every(({ weight }) => weight % weightUnit === 0);
  return isOneAtATime
    ? {
        ...turns,
        density: largest(
          steps.map(({ of }) => of),
          ({ density }) => density,
        )[0],
      }
    : turns;
};

/** per * unit / total; where that is beyond safe integers a share so fine that `excess` refuses the pattern. */
const shareOfTurn = (per: Rational, unit: number, total: number): Rational => {
  const [n, d] = [per.n * (unit / gcd(unit, total)), per.d * (total / gcd(unit, total))];
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d)) return { n: Number.MAX_SAFE_INTEGER, d: 1 };
  const divisor = gcd(n, d);
  return { n: n / divisor, d: d / divisor };
};

/** The largest value over an array of any length (spread arguments overflow the stack). */
const largest = (patterns: readonly Pattern[], measure: (pattern: Pattern) => number): [number] => [
  patterns.reduce((most, pattern) => Math.max(most, measure(pattern)), 0),
];

/** Index of the first of the ascending `ends` that is greater than `position`. */
const firstEndingAfter = (ends: readonly number[], position: number): number => {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! > position) high = middle;
    else low = middle + 1;
  }
  return low;
};
