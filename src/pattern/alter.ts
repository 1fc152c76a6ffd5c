// Patterns from one other pattern: moved in time, mirrored, with other values. What transforms are made of.

import { lcm } from '../music/rational.ts';
import type { AtomValue } from '../song/pattern.ts';
import type { Rational } from '../song/time.ts';
import { commonGrid, commonPeriod, within } from './measures.ts';
import type { Pattern } from './pattern.ts';

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

/** The same events with other values; `change` is called once for each that comes up. */
export const mapValues = (of: Pattern, change: (value: AtomValue) => AtomValue): Pattern => {
  const changed = new Map<AtomValue, AtomValue>();
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

/** The same events with another velocity. */
export const withVelocity = (of: Pattern, velocity: number): Pattern => ({
  ...of,
  play: (cycle, start, width, lo, hi, limit, sink) =>
    of.play(cycle, start, width, lo, hi, limit, (begin, end, from, to, value, source) =>
      sink(begin, end, from, to, value, source, velocity),
    ),
});

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
