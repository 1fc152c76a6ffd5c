// Mini-notation by its definition: slow, plain fractions, everything asked of everything. What the real
// patterns, which count ticks and visit only what is wanted, are held against.

import { add, compare, divide, floor, multiply, rational, subtract, zero } from '../../src/music/rational.ts';
import { bjorklund } from '../../src/pattern/mini/euclid.ts';
import type { MiniNode, MiniStep } from '../../src/song/pattern.ts';
import type { Rational } from '../../src/song/time.ts';

export interface Heard {
  readonly begin: Rational;
  readonly end: Rational;
  readonly from: Rational;
  readonly to: Rational;
  readonly atom: number;
}

/** Everything of `node` that sounds in a stretch of cycles. */
export const heardOf = (node: MiniNode, from: Rational, to: Rational): readonly Heard[] => {
  switch (node.kind) {
    case 'rest':
      return [];
    case 'atom':
      return wholeCycles(from, to).flatMap((cycle) =>
        clipped(
          [
            {
              begin: rational(cycle),
              end: rational(cycle + 1),
              from: rational(cycle),
              to: rational(cycle + 1),
              atom: node.index,
            },
          ],
          from,
          to,
        ),
      );
    case 'stack':
      return node.parts.flatMap((part) => heardOf(part, from, to));
    case 'speed':
      return faster(node.factor, from, to, (a, b) => heardOf(node.of, a, b));
    case 'sequence':
      return inSlots(node.steps, from, to);
    case 'alternate':
      return faster(divide(rational(1), totalOf(node.steps)), from, to, (a, b) => inSlots(node.steps, a, b));
    case 'bars': {
      const steps = node.bars.map((bar) => ({ node: bar, weight: rational(1) }));
      return faster(rational(1, steps.length), from, to, (a, b) => inSlots(steps, a, b));
    }
    case 'euclid':
      return inSlots(
        bjorklund(node.pulses, node.steps, node.rotation).map((pulse) => ({
          node: pulse ? node.of : { kind: 'rest', at: node.at },
          weight: rational(1),
        })),
        from,
        to,
      );
  }
};

const inSlots = (steps: readonly MiniStep[], from: Rational, to: Rational): readonly Heard[] => {
  // A sequence of one is that one: nothing cuts its notes.
  if (steps.length === 1) return heardOf(steps[0]!.node, from, to);
  const total = totalOf(steps);
  return wholeCycles(from, to).flatMap((cycle) => {
    let at = zero;
    return steps.flatMap(({ node, weight }) => {
      const [start, width] = [add(rational(cycle), divide(at, total)), divide(weight, total)];
      at = add(at, weight);
      const place = (time: Rational): Rational =>
        add(start, multiply(subtract(time, rational(cycle)), width));
      const slotEnd = add(start, width);
      const inner = heardOf(node, rational(cycle), rational(cycle + 1)).map((event) => ({
        ...event,
        begin: place(event.begin),
        end: least(place(event.end), slotEnd),
        from: place(event.from),
        to: place(event.to),
      }));
      return clipped(inner, from, to);
    });
  });
};

const faster = (
  factor: Rational,
  from: Rational,
  to: Rational,
  of: (from: Rational, to: Rational) => readonly Heard[],
): readonly Heard[] =>
  of(multiply(from, factor), multiply(to, factor)).map((event) => ({
    ...event,
    begin: divide(event.begin, factor),
    end: divide(event.end, factor),
    from: divide(event.from, factor),
    to: divide(event.to, factor),
  }));

const clipped = (events: readonly Heard[], from: Rational, to: Rational): readonly Heard[] =>
  events
    .filter((event) => compare(event.from, to) < 0 && compare(event.to, from) > 0)
    .map((event) => ({
      ...event,
      from: compare(event.from, from) < 0 ? from : event.from,
      to: least(event.to, to),
    }));

const wholeCycles = (from: Rational, to: Rational): readonly number[] => {
  const cycles: number[] = [];
  for (let cycle = floor(from); compare(rational(cycle), to) < 0; cycle += 1) cycles.push(cycle);
  return cycles;
};

const totalOf = (steps: readonly MiniStep[]): Rational =>
  steps.reduce((sum, { weight }) => add(sum, weight), zero);
const least = (a: Rational, b: Rational): Rational => (compare(a, b) < 0 ? a : b);
