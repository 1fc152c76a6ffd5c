// The tree of a mini-notation text to the pattern that it plays; equal trees are compiled once.

import { divide, fromNumber, lcm, one } from '../../music/rational.ts';
import type { MiniNode, MiniStep } from '../../song/pattern.ts';
import { innerNodes } from '../../song/walk.ts';
import { seedOf } from '../chance.ts';
import {
  alternate,
  atom,
  type Pattern,
  polymeter,
  type Step,
  sequence,
  silence,
  speed,
  stack,
} from '../pattern.ts';
import { madeLater, oneOf, thinned } from '../random.ts';
import { hold, tied, tiedAtom } from '../tie.ts';
import { variantKey, varied } from '../vary.ts';
import { bjorklund } from './euclid.ts';

/** Velocity of a note that says nothing of its own. */
const plainVelocity = 0.8;

/**
 * What a node plays; the source of each event is the index of its atom.
 * @param seed the song's: chance in the node is drawn from it
 */
export const compile = (node: MiniNode, seed = 0): Pattern => {
  const known = compiled.get(node);
  if (known && (known.seed === seed || !draws(node))) return known.pattern;
  const pattern = build(node, seed);
  compiled.set(node, { seed, pattern });
  return pattern;
};

const compiled = new WeakMap<MiniNode, { readonly seed: number; readonly pattern: Pattern }>();

/** Whether there is chance in it. */
const draws = (node: MiniNode): boolean => {
  const known = drawing.get(node);
  if (known !== undefined) return known;
  const found = node.kind === 'chance' || node.kind === 'choice' || innerNodes(node).some(draws);
  drawing.set(node, found);
  return found;
};

const drawing = new WeakMap<MiniNode, boolean>();

const build = (node: MiniNode, seed: number): Pattern => {
  switch (node.kind) {
    case 'atom':
      return (node.tied ? tiedAtom : atom)(node.value, node.index, plainVelocity);
    case 'rest':
      return silence;
    case 'hold':
      return hold;
    case 'tied':
      return tied(compile(node.of, seed));
    case 'number':
      return atom({ kind: 'degree', degree: node.value.n / node.value.d, alter: 0, name: '' }, 0, 0);
    case 'sequence':
      return sequence(weighted(node.steps, seed).steps);
    case 'alternate': {
      const { steps, unit } = weighted(node.steps, seed);
      return alternate(steps, unit);
    }
    case 'polymeter': {
      const { steps, unit } = weighted(node.steps, seed);
      return polymeter(steps, unit, node.per);
    }
    case 'bars':
      return alternate(
        node.bars.map((bar) => ({ of: compile(bar, seed), weight: 1 })),
        1,
      );
    case 'stack':
      return stack(node.parts.map((part) => compile(part, seed)));
    case 'speed':
      return speed(compile(node.of, seed), node.factor);
    case 'euclid':
      return euclid(node.of, seed, node.pulses, node.steps, node.rotation);
    case 'choice':
      return oneOf(
        node.choices.map((choice) => compile(choice, seed)),
        seedOf(seed, node.place),
      );
    case 'chance':
      return thinned(compile(node.of, seed), seedOf(seed, node.place), node.drop);
    case 'varied':
      return variedBy(node, seed);
  }
};

/** Steps with integer weights; `unit` is what a written weight of 1 has become. */
const weighted = (
  steps: readonly MiniStep[],
  seed: number,
): { readonly steps: readonly Step[]; readonly unit: number } => {
  const unit = steps.reduce((denominator, { weight }) => lcm(denominator, weight.d), 1);
  let copy = 0;
  return {
    unit,
    steps: steps.map(({ node, weight }, index) => {
      copy = steps[index - 1]?.node === node ? copy + 1 : 0;
      return { of: copyOf(node, seed, copy), weight: weight.n * (unit / weight.d) };
    }),
  };
};

/** Copies of one step sound alike, but each has its own chance. */
const copyOf = (node: MiniNode, seed: number, copy: number): Pattern => {
  const first = compile(node, seed);
  return copy === 0 || !draws(node) ? first : madeLater(first, () => build(node, seedOf(seed, copy)));
};

const euclid = (of: MiniNode, seed: number, pulses: number, steps: number, rotation: number): Pattern => {
  let copy = 0;
  return sequence(
    bjorklund(pulses, steps, rotation).map((pulse) => ({
      of: pulse ? copyOf(of, seed, copy++) : silence,
      weight: 1,
    })),
  );
};

const variedBy = ({ of, sign, numbers }: MiniNode & { kind: 'varied' }, seed: number): Pattern => {
  const variants = new Map<string, Pattern>();
  for (const values of combinations(numbers.map(numbersIn))) {
    const [first = 1, steps = 1, rotation = 0] = values;
    const variant = (): Pattern => {
      if (sign === '(') return euclid(of, seed, first, steps, rotation);
      const factor = fromNumber(first);
      return speed(compile(of, seed), sign === '*' ? factor : divide(one, factor));
    };
    if (!variants.has(variantKey(values))) variants.set(variantKey(values), variant());
  }
  return varied(
    numbers.map((pattern) => compile(pattern, seed)),
    variants,
  );
};

/** Every number that a pattern of numbers can give. */
export const numbersIn = (node: MiniNode): readonly number[] => {
  if (node.kind === 'number') return [node.value.n / node.value.d];
  // The numbers behind its own signs say when, not what.
  const inner = node.kind === 'varied' ? [node.of] : innerNodes(node);
  return [...new Set(inner.flatMap(numbersIn))];
};

const combinations = (lists: readonly (readonly number[])[]): readonly (readonly number[])[] =>
  lists.reduce<readonly (readonly number[])[]>(
    (found, list) => found.flatMap((before) => list.map((value) => [...before, value])),
    [[]],
  );
