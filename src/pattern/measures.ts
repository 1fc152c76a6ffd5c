// Grids and periods of several patterns together.

import { lcm } from '../music/rational.ts';

/** What of a pattern is counted here: ticks in a cycle, cycles until it repeats. */
interface Counted {
  readonly grid: number;
  readonly period: number;
}

/** The grid on which the moments of all of them fall. */
export const commonGrid = (patterns: readonly Counted[]): number =>
  patterns.reduce((grid, pattern) => within(lcm(grid, pattern.grid)), 1);

/** Cycles after which all of them begin anew together. */
export const commonPeriod = (patterns: readonly Counted[]): number =>
  patterns.reduce((period, pattern) => within(lcm(period, pattern.period)), 1);

/** Beyond safe integers a count is as good as infinite; Infinity would make NaN of a later division. */
export const within = (count: number): number =>
  count <= Number.MAX_SAFE_INTEGER ? count : Number.MAX_SAFE_INTEGER;
