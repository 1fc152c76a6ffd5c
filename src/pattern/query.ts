// What a pattern plays in a stretch of time, as exact fractions of cycles.
// For what wants a million notes a second there is `playCycle`, which counts ticks and makes no objects.

import { add, floor, lcm, rational, subtract } from '../music/rational.ts';
import type { SourceId } from '../song/origin.ts';
import type { AtomValue } from '../song/pattern.ts';
import type { Rational } from '../song/time.ts';
import type { Pattern, Sink } from './pattern.ts';

/** A note, or the part of one that lies in one cycle of what was asked for. */
export interface PatternEvent {
  /** The whole note, in cycles from the pattern's start. */
  readonly begin: Rational;
  readonly end: Rational;
  /** The part of it in the stretch asked for: the note starts there only where `from` equals `begin`. */
  readonly from: Rational;
  readonly to: Rational;
  readonly value: AtomValue;
  /** The atom that it comes from. */
  readonly source: SourceId;
  /** 0 to 1. */
  readonly velocity: number;
}

/**
 * What sounds from `from` to `to`, in cycles, 0 <= from <= to. Ascending by `from`; a note over several
 * cycles is one event in each.
 * @throws RangeError where a position does not fit a safe integer, beyond two million cycles
 */
export const query = (pattern: Pattern, from: Rational, to: Rational): readonly PatternEvent[] => {
  const events: PatternEvent[] = [];
  const ticks = lcm(lcm(pattern.grid, from.d), to.d);
  for (let cycle = floor(from); cycle * to.d < to.n; cycle += 1) {
    const lo = Math.max(0, tickAt(from, cycle, ticks));
    const hi = Math.min(ticks, tickAt(to, cycle, ticks));
    if (lo >= hi) continue;
    const start = rational(cycle);
    const time = (tick: number): Rational => add(start, rational(tick, ticks));
    const first = events.length;
    pattern.play(
      cycle,
      0,
      ticks,
      lo,
      hi,
      Number.POSITIVE_INFINITY,
      (begin, end, partFrom, partTo, value, source, velocity) => {
        events.push({
          begin: time(begin),
          end: time(end),
          from: time(partFrom),
          to: time(partTo),
          value,
          source,
          velocity,
        });
      },
    );
    sortFrom(events, first);
  }
  return events;
};

/** Plays one whole cycle; positions in ticks from its start, `pattern.grid` to the cycle. */
export const playCycle = (pattern: Pattern, cycle: number, sink: Sink): void =>
  pattern.play(cycle, 0, pattern.grid, 0, pattern.grid, Number.POSITIVE_INFINITY, sink);

/** Cycles after which the pattern repeats exactly; undefined where that takes more than 10,000. */
export const cycles = (pattern: Pattern): number | undefined =>
  pattern.period <= longestPeriod ? pattern.period : undefined;

const longestPeriod = 10_000;

const tickAt = (position: Rational, cycle: number, ticks: number): number => {
  const within = subtract(position, rational(cycle));
  return within.n * (ticks / within.d);
};

/** Stacks play part after part: in time order again, parts that begin together in the order written. */
const sortFrom = (events: PatternEvent[], first: number): void => {
  const cycle = events.splice(first);
  const order = cycle.map((event, index) => ({ event, index, at: event.from.n / event.from.d }));
  order.sort((a, b) => a.at - b.at || a.index - b.index);
  for (const { event } of order) events.push(event);
};
