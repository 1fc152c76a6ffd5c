// The tree of a TypeScript module as Babel's parser gives it, as far as songs need it: nodes by their type, and
// what stands in them in the order of the text.

/** A node of any type: what else it has depends on its type. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  // biome-ignore lint/suspicious/noExplicitAny: the parser's trees have some 250 types of nodes.
  readonly [property: string]: any;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** What is no child: places, comments and what the parser remembers. */
const notInside = new Set(['loc', 'extra', 'leadingComments', 'trailingComments', 'innerComments', 'errors']);

const insideOf = Symbol('inside');

/** Calls `visit` with each node directly inside of one. */
export const eachInside = (node: Node, visit: (inner: Node) => void): void => {
  // Several walks go over one tree, and looking through what a node has takes longer than all else.
  const known = node as Node & { [insideOf]?: readonly Node[] };
  known[insideOf] ??= nodesIn(node);
  for (const inner of known[insideOf]) visit(inner);
};

const nodesIn = (node: Node): readonly Node[] => {
  const found: Node[] = [];
  for (const property in node) {
    if (notInside.has(property)) continue;
    const value: unknown = node[property];
    if (Array.isArray(value)) {
      for (const one of value) if (isNode(one)) found.push(one);
    } else if (isNode(value)) found.push(value);
  }
  return found;
};

/** What an expression is without brackets and what only speaks of types. */
export const bare = (node: Node): Node => {
  switch (node.type) {
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
      return bare(node['expression']);
    default:
      return node;
  }
};

export const isFunction = ({ type }: Node): boolean =>
  type === 'FunctionDeclaration' ||
  type === 'FunctionExpression' ||
  type === 'ArrowFunctionExpression' ||
  type === 'ObjectMethod' ||
  type === 'ClassMethod' ||
  type === 'ClassPrivateMethod';
