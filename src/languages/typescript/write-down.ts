// Expressions as they are written down for whoever asks later where a value came from.

import type { Range } from '../../song/origin.ts';
import { bare, eachInside, type Node } from './nodes.ts';
import { type Binding, bindingOf, type Scope } from './scopes.ts';
import type { Literal, Written, WrittenEntry } from './written.ts';

/** Writes an expression down. `functionId` numbers the functions that are called with places. */
export const newWriter = (
  text: string,
  functionId: (node: Node) => number,
): { write(node: Node, scope: Scope): Written } => {
  const loops = new Map<Node, number>();

  const loopOf = (list: Node): number => {
    const known = loops.get(list) ?? loops.size;
    loops.set(list, known);
    return known;
  };

  const write = (whole: Node, scope: Scope): Written => {
    const node = bare(whole);
    const place: Range = { from: node.start, to: node.end };
    const computed: Written = { kind: 'computed', ...place };
    switch (node.type) {
      case 'StringLiteral':
        return literal(place, node['value'], { from: node.start + 1, to: node.end - 1 });
      case 'NumericLiteral':
        return literal(place, node['value'], place);
      case 'BooleanLiteral':
        return literal(place, node['value'], place);
      case 'UnaryExpression': {
        const inner = bare(node['argument']);
        if (inner.type !== 'NumericLiteral' || (node['operator'] !== '-' && node['operator'] !== '+'))
          return computed;
        return literal(place, node['operator'] === '-' ? -inner['value'] : inner['value'], place);
      }
      case 'TemplateLiteral': {
        const texts = (node['quasis'] as readonly Node[]).map((quasi) => {
          const range = { from: quasi.start, to: quasi.end };
          return literal(range, quasi['value'].cooked ?? '', range);
        });
        if (texts.length === 1) return literal(place, (texts[0] as { value: string }).value, texts[0]!);
        const holes = (node['expressions'] as readonly Node[]).map((hole) => write(hole, scope));
        return { kind: 'template', ...place, texts, holes };
      }
      case 'ObjectExpression':
        return {
          kind: 'object',
          ...place,
          entries: node['properties'].map((one: Node) => entry(one, scope)),
        };
      case 'ArrayExpression':
        return {
          kind: 'array',
          ...place,
          items: node['elements'].map((one: Node | null) =>
            one && one.type !== 'SpreadElement' ? write(one, scope) : { kind: 'computed', ...place },
          ),
        };
      case 'ConditionalExpression':
        return {
          kind: 'either',
          ...place,
          options: [write(node['consequent'], scope), write(node['alternate'], scope)],
        };
      case 'LogicalExpression':
        return {
          kind: 'either',
          ...place,
          options: [write(node['left'], scope), write(node['right'], scope)],
        };
      case 'MemberExpression': {
        const key = node['computed'] ? keyOf(bare(node['property'])) : node['property'].name;
        return key === undefined
          ? computed
          : { kind: 'member', ...place, of: write(node['object'], scope), key };
      }
      case 'Identifier': {
        const binding = bindingOf(scope, node['name']);
        return binding ? named(place, binding) : computed;
      }
      case 'CallExpression':
        return entriesOf(node, scope) ?? computed;
      default:
        return computed;
    }
  };

  const literal = (place: Range, value: Literal, inside: Range): Written => {
    const isSame = text.slice(inside.from, inside.to) === String(value);
    return {
      kind: 'literal',
      ...place,
      value,
      ...(isSame && { content: { from: inside.from, to: inside.to } }),
    };
  };

  const entry = (node: Node, scope: Scope): WrittenEntry => {
    const range = { from: node.start, to: node.end };
    if (node.type === 'SpreadElement')
      return { ...range, name: range, value: write(node['argument'], scope) };
    const key = node['computed'] ? keyOf(bare(node['key'])) : (node['key'].name ?? node['key'].value);
    const name = { from: node['key'].start, to: node['key'].end };
    const value: Written =
      node.type === 'ObjectProperty' ? write(node['value'], scope) : { kind: 'computed', ...range };
    return { ...range, ...(key !== undefined && { key: String(key) }), name, value };
  };

  const named = (place: Range, binding: Binding): Written => {
    switch (binding.kind) {
      case 'value': {
        let known: Written | undefined;
        const meaning = (): Written => {
          known ??= along(write(binding.to, binding.scope), binding.path, place);
          return known;
        };
        return { kind: 'name', ...place, meaning };
      }
      case 'each': {
        const list = bare(binding.of);
        let known: Written | undefined;
        const meaning = (): Written => {
          known ??= { kind: 'each', ...place, of: write(list, binding.scope), loop: loopOf(list) };
          return known;
        };
        return along({ kind: 'name', ...place, meaning }, binding.path, place);
      }
      case 'parameter': {
        const { of, index, path } = binding;
        return along({ kind: 'parameter', ...place, of: functionId(of), index }, path, place);
      }
      case 'imported':
        return { kind: 'imported', ...place, path: binding.from, name: binding.name };
      default:
        return { kind: 'computed', ...place };
    }
  };

  /** `Object.entries(levels)` of an object that is written: a list of pairs. */
  const entriesOf = (node: Node, scope: Scope): Written | undefined => {
    const { callee, arguments: given } = node;
    const isEntries =
      callee.type === 'MemberExpression' &&
      callee.object.name === 'Object' &&
      callee.property.name === 'entries' &&
      given.length === 1;
    if (!isEntries) return undefined;
    const place = { from: node.start, to: node.end };
    const meaning = (): Written => {
      const of = valueOf(write(given[0], scope));
      if (of.kind !== 'object') return { kind: 'computed', ...place };
      const items = of.entries.map((one): Written => {
        const isPlain = one.key !== undefined && text.slice(one.name.from, one.name.to) === one.key;
        const key: Written = {
          kind: 'literal',
          ...one.name,
          value: one.key ?? '',
          ...(isPlain && { content: one.name }),
        };
        return { kind: 'array', from: one.from, to: one.to, items: [key, one.value] };
      });
      return { kind: 'array', ...place, items };
    };
    return { kind: 'name', ...place, meaning };
  };

  return { write };
};

/** Behind names, what they stand for; a name that leads to itself stays one. */
const valueOf = (written: Written): Written => {
  let at = written;
  for (let steps = 0; at.kind === 'name' && steps < 100; steps += 1) at = at.meaning();
  return at;
};

/** What a path leads to in something. */
const along = (of: Written, path: readonly (string | number)[], place: Range): Written =>
  path.reduce<Written>((inner, key) => ({ kind: 'member', ...place, of: inner, key }), of);

const keyOf = (node: Node): string | number | undefined =>
  node.type === 'StringLiteral' || node.type === 'NumericLiteral' ? node['value'] : undefined;

/** Names of a module that stand for values anywhere in it, but for where they are imported. */
export const usedNames = (program: Node): Set<string> => {
  const used = new Set<string>();
  const visit = (node: Node): void => {
    if (node.type.startsWith('TS') && isOnlyTyped(node)) return;
    if (node.type === 'ImportDeclaration') return;
    if (node.type === 'Identifier') used.add(node['name']);
    if (node['typeAnnotation'] && node.type === 'Identifier') return;
    eachInside(node, visit);
  };
  visit(program);
  return used;
};

/** Types, in which names stand for types; what wraps an expression has values inside. */
const isOnlyTyped = ({ type }: Node): boolean =>
  ![
    'TSAsExpression',
    'TSSatisfiesExpression',
    'TSNonNullExpression',
    'TSInstantiationExpression',
    'TSTypeAssertion',
    'TSEnumDeclaration',
    'TSEnumBody',
    'TSEnumMember',
    'TSParameterProperty',
    'TSExportAssignment',
  ].includes(type);
