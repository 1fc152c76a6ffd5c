// What the names of a module stand for, as far as it can be told without running it: a variable that is set
// once is its value, a function is itself, the variable of a loop is each of a list.

import { bare, eachInside, isFunction, type Node } from './nodes.ts';

export type Binding =
  /** Set once, to `to`, or to what `path` leads to in it. */
  | {
      readonly kind: 'value';
      readonly to: Node;
      readonly path: readonly (string | number)[];
      readonly scope: Scope;
    }
  | {
      readonly kind: 'each';
      readonly of: Node;
      readonly path: readonly (string | number)[];
      readonly scope: Scope;
    }
  | {
      readonly kind: 'parameter';
      /** The function. */
      readonly of: Node;
      readonly index: number;
      readonly path: readonly (string | number)[];
    }
  | { readonly kind: 'function'; readonly node: Node }
  | { readonly kind: 'imported'; readonly from: string; readonly name: string }
  | { readonly kind: 'other' };

export interface Scope {
  readonly above: Scope | undefined;
  readonly names: Map<string, Binding>;
}

export const bindingOf = (scope: Scope | undefined, name: string): Binding | undefined => {
  for (let at = scope; at; at = at.above) {
    const found = at.names.get(name);
    if (found) return found;
  }
  return undefined;
};

/** Scopes by the nodes that open them: the module, functions, blocks and loops. */
export const scopesOf = (program: Node): ReadonlyMap<Node, Scope> => {
  const scopes = new Map<Node, Scope>();
  const open = (node: Node, above: Scope | undefined): Scope => {
    const scope: Scope = { above, names: new Map() };
    scopes.set(node, scope);
    return scope;
  };

  const declare = (
    scope: Scope,
    pattern: Node | null,
    make: (path: readonly (string | number)[]) => Binding,
  ): void => {
    const bind = (node: Node | null, path: readonly (string | number)[] | undefined): void => {
      if (!node) return;
      switch (node.type) {
        case 'Identifier':
          scope.names.set(node['name'], path ? make(path) : { kind: 'other' });
          return;
        case 'AssignmentPattern': // A default may stand in the place of what is given.
          {
            bind(node['left'], undefined);
            return;
          }
        case 'ObjectPattern':
          for (const property of node['properties']) {
            if (property.type === 'RestElement') bind(property.argument, undefined);
            else {
              const key = property.computed ? undefined : (property.key.name ?? property.key.value);
              bind(property.value, path && key !== undefined ? [...path, String(key)] : undefined);
            }
          }
          return;
        case 'ArrayPattern':
          node['elements'].forEach((element: Node | null, index: number) => {
            bind(
              element?.type === 'RestElement' ? element['argument'] : element,
              path && element?.type !== 'RestElement' ? [...path, index] : undefined,
            );
          });
          return;
        case 'RestElement': {
          bind(node['argument'], undefined);
          return;
        }
      }
    };
    bind(pattern, []);
  };

  const declareVariables = (scope: Scope, node: Node): void => {
    const isOnce = node['kind'] === 'const';
    for (const { id, init } of node['declarations'] as readonly Node[]) {
      if (isOnce && init) declare(scope, id, (path) => ({ kind: 'value', to: init, path, scope }));
      else declare(scope, id, () => ({ kind: 'other' }));
    }
  };

  /** The names that the statements of a block declare, wherever in it. */
  const declareAll = (scope: Scope, statements: readonly Node[]): void => {
    for (const statement of statements) {
      const node: Node =
        (statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration') &&
        statement['declaration']
          ? statement['declaration']
          : statement;
      if (node.type === 'VariableDeclaration') declareVariables(scope, node);
      else if (node.type === 'FunctionDeclaration' && node['id'])
        scope.names.set(node['id'].name, { kind: 'function', node });
      else if ((node.type === 'ClassDeclaration' || node.type === 'TSEnumDeclaration') && node['id'])
        scope.names.set(node['id'].name, { kind: 'other' });
      else if (node.type === 'ImportDeclaration')
        for (const one of node['specifiers'])
          scope.names.set(one.local.name, {
            kind: 'imported',
            from: node['source'].value,
            name:
              one.type === 'ImportDefaultSpecifier'
                ? 'default'
                : one.type === 'ImportNamespaceSpecifier'
                  ? '*'
                  : (one.imported.name ?? one.imported.value),
          });
    }
  };

  const visit = (node: Node, above: Scope | undefined): void => {
    let scope = above;
    if (node.type === 'Program') {
      scope = open(node, above);
      declareAll(scope, node['body']);
    } else if (node.type === 'BlockStatement' || node.type === 'StaticBlock') {
      scope = open(node, above);
      declareAll(scope, node['body']);
    } else if (isFunction(node)) {
      scope = open(node, above);
      const inner = scope;
      const list = callbackOf.get(node);
      node['params'].forEach((parameter: Node, index: number) => {
        declare(inner, parameter.type === 'RestElement' ? null : parameter, (path) =>
          list && index === 0
            ? { kind: 'each', of: list, path, scope: inner }
            : { kind: 'parameter', of: node, index, path },
        );
        if (parameter.type === 'RestElement')
          declare(inner, parameter['argument'], () => ({ kind: 'other' }));
      });
    } else if (node.type === 'ForOfStatement' && node['left'].type === 'VariableDeclaration') {
      scope = open(node, above);
      const inner = scope;
      for (const { id } of node['left'].declarations)
        declare(inner, id, (path) => ({ kind: 'each', of: node['right'], path, scope: inner }));
      visit(node['right'], scope);
      visit(node['body'], scope);
      return;
    } else if (
      node.type === 'ForStatement' ||
      node.type === 'ForInStatement' ||
      node.type === 'CatchClause'
    ) {
      scope = open(node, above);
      const declared = node['init'] ?? node['left'];
      if (declared?.type === 'VariableDeclaration') declareVariables(scope, declared);
      if (node['param']) declare(scope, node['param'], () => ({ kind: 'other' }));
    } else if (node.type === 'CallExpression') noteCallback(node);
    eachInside(node, (inner) => visit(inner, scope));
  };

  /** `list.map((one) => ...)`: the callback's first parameter is each of the list. */
  const callbackOf = new Map<Node, Node>();
  const noteCallback = ({ callee, arguments: given }: Node): void => {
    const [first] = given;
    if (callee.type !== 'MemberExpression' || callee.computed || !first || !isFunction(first)) return;
    if (/^(?:map|flatMap|forEach)$/.test(callee.property.name)) callbackOf.set(first, bare(callee.object));
  };
  visit(program, undefined);
  return scopes;
};
