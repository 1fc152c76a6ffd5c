// How many bars a pattern is written for: what a musician would call its length.
// Not its exact period: an ornament that alternates inside a bar does not make the bar longer.

import { lcm } from '../music/rational.ts';
import type { Mini, MiniNode, PatternExpression } from '../song/pattern.ts';
import { silence } from './pattern.ts';
import type { Applied, Phrase, ReadArgument } from './transforms/transform.ts';

/** Bars of a mini-notation text: its bar lines, or the steps of a `< >` that is all of it. */
export const miniBars = (mini: Mini): number => {
  const known = barsKnown.get(mini);
  if (known !== undefined) return known;
  const bars = nodeBars(mini.root);
  barsKnown.set(mini, bars);
  return bars;
};

/** Equal texts share their tree, from one version of a song to the next. */
const barsKnown = new WeakMap<Mini, number>();

/** Bars of what a transform makes of a pattern of `bars`; `barsOf` gives those of the patterns in its brackets. */
export const barsAfter = (
  { transform, given }: Applied,
  bars: number,
  barsOf: (expression: PatternExpression) => number,
): number => lengthAfter({ transform, given: given.map((one) => measured(one, barsOf)) }, bars);

/** The same for arguments that are bound to what they stand for. */
export const lengthAfter = (
  { transform, given }: { readonly transform: Applied['transform']; readonly given: readonly unknown[] },
  bars: number,
): number => transform.lasts?.(bars, given) ?? bars * (transform.stretch?.(given) ?? 1);

// Parts of whole bars meet again after their least common multiple; others have no such simple length.
export const barsTogether = (left: number, right: number): number =>
  Number.isInteger(left) && Number.isInteger(right) ? lcm(left, right) : Math.max(left, right);

const nodeBars = (node: MiniNode): number => {
  switch (node.kind) {
    case 'bars':
      return node.bars.length;
    case 'alternate':
      return node.steps.reduce((sum, { weight }) => sum + weight.n / weight.d, 0) || 1;
    case 'sequence':
      return node.steps.length === 1 ? nodeBars(node.steps[0]!.node) : 1;
    case 'stack':
      return node.parts.map(nodeBars).reduce(barsTogether, 1);
    case 'chance':
    case 'tied':
    case 'varied':
      return nodeBars(node.of);
    case 'speed':
      return (nodeBars(node.of) * node.factor.d) / node.factor.n;
    default:
      return 1;
  }
};

const measured = (argument: ReadArgument, barsOf: (expression: PatternExpression) => number): unknown => {
  switch (argument.kind) {
    case 'value':
      return argument.value;
    case 'pattern':
      return { pattern: silence, bars: barsOf(argument.expression) } satisfies Phrase;
    case 'constant':
      return { pattern: silence, bars: 1 } satisfies Phrase;
    case 'patterns':
      return argument.patterns.map((one) => measured(one, barsOf));
    case 'transform':
      return (of: unknown) => of;
  }
};
