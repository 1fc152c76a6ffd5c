// Patterns from one other pattern: moved in time, mirrored, with other values. What transforms are made of.

import { gcd, lcm } from '../music/rational.ts';
import type { AtomValue } from '../song/pattern.ts';
import type { Rational } from '../song/time.ts';
import { commonGrid, commonPeriod, within } from './measures.ts';
import { type Pattern, silence } from './pattern.ts';

/** The pattern begun `by` cycles earlier (later where negative). */
export const shift = (of: Pattern, by: Rational): Pattern => {
  if (of.density === 0 || by.n === 0) return of;
  const whole = Math.floor(by.n / by.d);
  const rest = by.n - whole * by.d;
  return {
    ...of,
    grid: within(lcm(of.grid, by.d)),
    play: (cycle, start, width, lo, hi, limit, sink) => {
      const begin = start - (width / by.d) * rest;
      for (let turn = 0; turn < 2; turn += 1) {
        const at = begin + turn * width;
        const from = Math.max(lo, at);
        const to = Math.min(hi, at + width);
        if (from >= to) continue;
        of.play(cycle + whole + turn, at, width, from, to, limit, sink);
      }
    },
  };
};

/** Every cycle mirrored in itself. */
export const mirror = (of: Pattern): Pattern => ({
  ...of,
  play: (cycle, start, width, lo, hi, limit, sink) => {
    const sum = 2 * start + width;
    of.play(
      cycle,
      start,
      width,
      sum - hi,
      sum - lo,
      Number.POSITIVE_INFINITY,
      (begin, end, from, to, value, source, velocity) =>
        sink(sum - end, Math.min(sum - begin, limit), sum - to, sum - from, value, source, velocity),
    );
  },
});

/** One pattern in the cycles that `choose` picks, counted within `every`, another in the rest. */
export const choose = (every: number, first: Pattern, others: Pattern): Pattern => ({
  grid: commonGrid([first, others]),
  period: within(lcm(commonPeriod([first, others]), every)),
  extent: Math.max(first.extent, others.extent),
  density: Math.max(first.density, others.density),
  play: (cycle, start, width, lo, hi, limit, sink) =>
    (cycle % every === 0 ? first : others).play(cycle, start, width, lo, hi, limit, sink),
});

/** The patterns in turn, one a cycle, each as if it had always been playing. */
export const turns = (patterns: readonly Pattern[]): Pattern => ({
  grid: commonGrid(patterns),
  period: within(lcm(commonPeriod(patterns), patterns.length)),
  extent: patterns.reduce((most, { extent }) => Math.max(most, extent), 1),
  density: patterns.reduce((most, { density }) => Math.max(most, density), 0),
  play: (cycle, start, width, lo, hi, limit, sink) => {
    const count = patterns.length;
    patterns[((cycle % count) + count) % count]!.play(cycle, start, width, lo, hi, limit, sink);
  },
});

/** Each pattern for its whole number of cycles, one after another; then the first goes on where it stopped. */
export const inTurn = (parts: readonly { readonly of: Pattern; readonly cycles: number }[]): Pattern => {
  const total = parts.reduce((sum, { cycles }) => sum + cycles, 0);
  const patterns = parts.map(({ of }) => of);
  if (patterns.every(({ density }) => density === 0)) return patterns[0] ?? silence;
  const rounds = parts.reduce(
    (all, { of, cycles }) => within(lcm(all, of.period / gcd(of.period, cycles))),
    1,
  );
  return {
    grid: commonGrid(patterns),
    period: within(total * rounds),
    // Together they are laid out over all of it: what names double over and over is too long in the end.
    extent: patterns.reduce((most, { extent }) => Math.max(most, extent), total),
    density: patterns.reduce((most, { density }) => Math.max(most, density), 0),
    play: (cycle, start, width, lo, hi, limit, sink) => {
      const round = Math.floor(cycle / total);
      let rest = cycle - round * total;
      for (const { of, cycles } of parts) {
        if (rest < cycles) {
          of.play(round * cycles + rest, start, width, lo, hi, limit, sink);
          return;
        }
        rest -= cycles;
      }
    },
  };
};

/** One pattern in part of each cycle, another in the rest: `from` to `to`, in cycles, which may differ by cycle. */
export const spliced = (
  outside: Pattern,
  inside: (cycle: number) => Splice | undefined,
  like: Pick<Pattern, 'grid' | 'period' | 'extent' | 'density'>,
): Pattern => ({
  ...like,
  play: (cycle, start, width, lo, hi, limit, sink) => {
    const splice = inside(cycle);
    if (!splice) {
      outside.play(cycle, start, width, lo, hi, limit, sink);
      return;
    }
    const from = start + (width / splice.from.d) * splice.from.n;
    const to = start + (width / splice.to.d) * splice.to.n;
    const part = (of: Pattern, at: number, begin: number, end: number): void => {
      if (Math.max(lo, begin) < Math.min(hi, end))
        of.play(at, start, width, Math.max(lo, begin), Math.min(hi, end), limit, sink);
    };
    part(outside, cycle, start, from);
    part(splice.of, splice.cycle, from, to);
    part(outside, cycle, to, start + width);
  },
});

/** Cycle `cycle` of a pattern, heard between two places of a cycle. */
export interface Splice {
  readonly of: Pattern;
  readonly cycle: number;
  readonly from: Rational;
  readonly to: Rational;
}

/** The same events with other values; `change` is called once for each that comes up. */
export const mapValues = (of: Pattern, change: (value: AtomValue) => AtomValue): Pattern => {
  const changed = new WeakMap<AtomValue, AtomValue>();
  return {
    ...of,
    play: (cycle, start, width, lo, hi, limit, sink) =>
      of.play(cycle, start, width, lo, hi, limit, (begin, end, from, to, value, source, velocity) => {
        const result = changed.get(value) ?? change(value);
        changed.set(value, result);
        sink(begin, end, from, to, result, source, velocity);
      }),
  };
};

/** The same events with other velocities. */
export const mapVelocities = (of: Pattern, change: (velocity: number) => number): Pattern => ({
  ...of,
  play: (cycle, start, width, lo, hi, limit, sink) =>
    of.play(cycle, start, width, lo, hi, limit, (begin, end, from, to, value, source, velocity) =>
      sink(begin, end, from, to, value, source, change(velocity)),
    ),
});

/** The same events with one velocity. */
export const withVelocity = (of: Pattern, velocity: number): Pattern => mapVelocities(of, () => velocity);

/** The same events, their atoms counted from `first`: so the ids of a song stand apart. */
export const numberedFrom = (of: Pattern, first: number): Pattern =>
  first === 0
    ? of
    : {
        ...of,
        play: (cycle, start, width, lo, hi, limit, sink) =>
          of.play(cycle, start, width, lo, hi, limit, (begin, end, from, to, value, source, velocity) =>
            sink(begin, end, from, to, value, first + source, velocity),
          ),
      };
