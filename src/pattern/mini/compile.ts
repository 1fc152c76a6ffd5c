// The tree of a mini-notation text to the pattern that it plays; equal trees are compiled once.

import { lcm } from '../../music/rational.ts';
import type { MiniNode, MiniStep } from '../../song/pattern.ts';
import { alternate, atom, type Pattern, type Step, sequence, silence, speed, stack } from '../pattern.ts';
import { bjorklund } from './euclid.ts';

/** Velocity of a note that says nothing of its own. */
export const plainVelocity = 0.8;

/** What a node plays; the source of each event is the index of its atom. */
export const compile = (node: MiniNode): Pattern => {
  const known = compiled.get(node);
  if (known) return known;
  const pattern = build(node);
  compiled.set(node, pattern);
  return pattern;
};

const compiled = new WeakMap<MiniNode, Pattern>();

const build = (node: MiniNode): Pattern => {
  switch (node.kind) {
    case 'atom':
      return atom(node.value, node.index, plainVelocity);
    case 'rest':
      return silence;
    case 'sequence':
      return sequence(weighted(node.steps).steps);
    case 'alternate': {
      const { steps, unit } = weighted(node.steps);
      return alternate(steps, unit);
    }
    case 'bars':
      return alternate(
        node.bars.map((bar) => ({ of: compile(bar), weight: 1 })),
        1,
      );
    case 'stack':
      return stack(node.parts.map(compile));
    case 'speed':
      return speed(compile(node.of), node.factor);
    case 'euclid': {
      const of = compile(node.of);
      return sequence(
        bjorklund(node.pulses, node.steps, node.rotation).map((pulse) => ({
          of: pulse ? of : silence,
          weight: 1,
        })),
      );
    }
  }
};

/** Steps with integer weights; `unit` is what a written weight of 1 has become. */
const weighted = (steps: readonly MiniStep[]): { readonly steps: readonly Step[]; readonly unit: number } => {
  const unit = steps.reduce((denominator, { weight }) => lcm(denominator, weight.d), 1);
  return {
    unit,
    steps: steps.map(({ node, weight }) => ({ of: compile(node), weight: weight.n * (unit / weight.d) })),
  };
};
