// How many bars a pattern is written for: what a musician would call its length.
// Not its exact period: an ornament that alternates inside a bar does not make the bar longer.

import { lcm } from '../music/rational.ts';
import type { Mini, MiniNode, PatternExpression } from '../song/pattern.ts';
import type { SongIndex } from './song-index.ts';

export type MiniExpression = PatternExpression & { readonly kind: 'mini' };

export interface WrittenLength {
  /** Bars until the pattern begins again; fractional where it is sped up. */
  readonly bars: number;
  /** The literal that the length comes from, unless a transform has stretched it since. */
  readonly literal?: MiniExpression;
}

/** The length of an expression; undefined for silence, for names that do not exist or lead in a circle. */
export const writtenLength = (
  expression: PatternExpression,
  index: SongIndex,
  seen: ReadonlySet<string> = new Set(),
): WrittenLength | undefined => {
  switch (expression.kind) {
    case 'silence':
    case 'call':
      return undefined;
    case 'mini':
      return { bars: miniBars(expression.mini), literal: expression };
    case 'name': {
      const { name } = expression.name;
      const pattern = index.patterns.get(name);
      return pattern && !seen.has(name) && seen.size < longestChain
        ? writtenLength(pattern.expression, index, new Set([...seen, name]))
        : undefined;
    }
    case 'transform': {
      const of = writtenLength(expression.of, index, seen);
      const factor = stretchOf(expression);
      return of && factor !== 1 ? { bars: of.bars * factor } : of;
    }
  }
};

// As far as names are followed when they play.
const longestChain = 64;

/** Bars of a mini-notation text: its bar lines, or the steps of a `< >` that is all of it. */
export const miniBars = (mini: Mini): number => nodeBars(mini.root);

const nodeBars = (node: MiniNode): number => {
  switch (node.kind) {
    case 'bars':
      return node.bars.length;
    case 'alternate':
      return node.steps.reduce((sum, { weight }) => sum + weight.n / weight.d, 0) || 1;
    case 'sequence':
      return node.steps.length === 1 ? nodeBars(node.steps[0]!.node) : 1;
    case 'stack':
      return node.parts.map(nodeBars).reduce(together, 1);
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

// Parts of whole bars meet again after their least common multiple; others have no such simple length.
const together = (left: number, right: number): number =>
  Number.isInteger(left) && Number.isInteger(right) ? lcm(left, right) : Math.max(left, right);

const stretchOf = ({ transform, arguments: given }: PatternExpression & { kind: 'transform' }): number => {
  const [first] = given;
  if (first?.kind !== 'measure' || first.value <= 0) return 1;
  if (transform.name === 'slow') return first.value;
  return transform.name === 'fast' ? 1 / first.value : 1;
};
