// Walks over patterns as data: the nodes of mini-notation, and the expressions inside expressions.
// Whoever looks for atoms or names goes through here, so that a new kind of node is added in one place.

import type { Argument, MiniNode, MiniStep, PatternExpression } from './pattern.ts';

/** The nodes directly inside a node of mini-notation, in the order of the text. */
export const innerNodes = (node: MiniNode): readonly MiniNode[] => {
  switch (node.kind) {
    case 'sequence':
    case 'alternate':
    case 'polymeter':
      return node.steps.map((step) => step.node);
    case 'stack':
      return node.parts;
    case 'bars':
      return node.bars;
    case 'speed':
    case 'euclid':
    case 'chance':
    case 'tied':
      return [node.of];
    case 'choice':
      return node.choices;
    case 'varied':
      return [node.of, ...node.numbers];
    case 'atom':
    case 'rest':
    case 'hold':
    case 'number':
      return [];
  }
};

/** Visits every atom of mini-notation in the order of the text. */
export const eachAtom = (node: MiniNode, visit: (atom: MiniNode & { kind: 'atom' }) => void): void => {
  if (node.kind === 'atom') visit(node);
  else for (const inner of innerNodes(node)) eachAtom(inner, visit);
};

/** The tree with each atom as `change` gives it back; a node that stands twice in a row, as copies do, stays one. */
export const mapAtoms = (
  node: MiniNode,
  change: (atom: MiniNode & { kind: 'atom' }) => MiniNode,
): MiniNode => {
  const inner = (one: MiniNode): MiniNode => mapAtoms(one, change);
  switch (node.kind) {
    case 'atom':
      return change(node);
    case 'sequence':
    case 'alternate':
    case 'polymeter':
      return { ...node, steps: mapSteps(node.steps, inner) };
    case 'stack':
      return { ...node, parts: node.parts.map(inner) };
    case 'bars':
      return { ...node, bars: node.bars.map(inner) };
    case 'choice':
      return { ...node, choices: node.choices.map(inner) };
    case 'speed':
    case 'euclid':
    case 'chance':
    case 'tied':
    case 'varied':
      return { ...node, of: inner(node.of) };
    case 'rest':
    case 'hold':
    case 'number':
      return node;
  }
};

const mapSteps = (steps: readonly MiniStep[], change: (node: MiniNode) => MiniNode): readonly MiniStep[] => {
  const mapped: MiniStep[] = [];
  for (const [index, step] of steps.entries()) {
    const before = steps[index - 1]?.node === step.node ? mapped[index - 1] : undefined;
    mapped.push({ ...step, node: before?.node ?? change(step.node) });
  }
  return mapped;
};

/** The expressions directly inside one: what a transform works on, then the patterns among its arguments. */
const innerExpressions = (expression: PatternExpression): readonly PatternExpression[] => {
  switch (expression.kind) {
    case 'transform':
      return [expression.of, ...expression.arguments.flatMap(expressionsIn)];
    case 'call':
      return expression.arguments.flatMap(expressionsIn);
    default:
      return [];
  }
};

/** Visits an expression and all inside it, the outer before the inner. */
export const eachExpression = (
  expression: PatternExpression,
  visit: (expression: PatternExpression) => void,
): void => {
  visit(expression);
  for (const inner of innerExpressions(expression)) eachExpression(inner, visit);
};

/** Visits an argument and those inside it. */
export const eachArgument = (argument: Argument, visit: (argument: Argument) => void): void => {
  visit(argument);
  if (argument.kind === 'transform') for (const inner of argument.arguments) eachArgument(inner, visit);
};

const expressionsIn = (argument: Argument): readonly PatternExpression[] => {
  if (argument.kind === 'pattern') return [argument.expression];
  return argument.kind === 'transform' ? argument.arguments.flatMap(expressionsIn) : [];
};
