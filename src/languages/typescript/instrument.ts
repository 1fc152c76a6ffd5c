// Calls of the song's API told where they stand. Each such call becomes one of the runtime's (`$f`, `$m`, `$t`)
// that is given the number of its site first; functions of the song that lead there get a frame, so that a
// literal is found through them. Nothing else of the program changes.

import { bare, eachInside, isFunction, type Node } from './nodes.ts';
import { bindingOf, type Scope } from './scopes.ts';
import type { Splice } from './splice.ts';
import type { newWriter } from './write-down.ts';
import type { Site } from './written.ts';

export interface Instrumented {
  readonly splices: readonly Splice[];
  readonly sites: readonly Site[];
}

/**
 * @param methods   names of the API's methods: a call of one counts, whatever stands before the dot
 * @param firstSite number of the first site
 */
export const instrument = (
  program: Node,
  text: string,
  scopes: ReadonlyMap<Node, Scope>,
  writer: ReturnType<typeof newWriter>,
  functionId: (node: Node) => number,
  methods: ReadonlySet<string>,
  firstSite: number,
): Instrumented => {
  const splices: Splice[] = [];
  const sites: Site[] = [];
  const leading = leadingFunctions(program, scopes, methods);
  const put = (at: number, what: string): void => {
    splices.push({ from: at, to: at, text: what });
  };

  const newSite = (
    node: Node,
    callee: Node,
    inside: Site['inside'],
    given: readonly Node[],
    scope: Scope,
  ): number => {
    const id = firstSite + sites.length;
    const place = { from: node.start, to: node.end };
    sites.push({
      id,
      ...place,
      callee: { from: callee.start, to: callee.end },
      inside,
      arguments: given.map((one) =>
        one.type === 'SpreadElement'
          ? { kind: 'computed', from: one.start, to: one.end }
          : writer.write(one, scope),
      ),
    });
    return id;
  };

  /** `frame`: the variable that holds the frame of the function around. */
  const visit = (node: Node, above: Scope, frame: string): void => {
    const scope = scopes.get(node) ?? above;
    let inner = frame;
    let close: (() => void) | undefined;
    if (leading.has(node)) {
      inner = `$s${functionId(node)}`;
      const enter = `const ${inner}=$e(${functionId(node)},${frame});`;
      const body: Node = node['body'];
      if (body.type === 'BlockStatement') put(body.start + 1, enter);
      else {
        put(body.start, `{${enter}return (`);
        close = () => put(body.end, ');}');
      }
    }
    if (node.type === 'CallExpression') {
      const after = call(node, scope, inner);
      if (after) close = after;
    } else if (node.type === 'TaggedTemplateExpression' && isApi(node['tag'], scope)) {
      const quasi: Node = node['quasi'];
      const id = newSite(node, node['tag'], { from: quasi.start, to: quasi.end }, [quasi], scope);
      put(node.start, `$t(${id},${inner},`);
      put(node['tag'].end, ')');
    } else if (node.type === 'VariableDeclarator' && node['init'] && node['id'].type === 'Identifier')
      close = name(node, scope, inner);
    else if (node.type === 'JSXElement') return;
    eachInside(node, (one) => visit(one, scope, inner));
    close?.();
  };

  /** `const hook = mini`...`` gives the pattern its name. */
  const name = (node: Node, scope: Scope, frame: string): (() => void) | undefined => {
    const { type } = bare(node['init']);
    if (type !== 'CallExpression' && type !== 'TaggedTemplateExpression') return undefined;
    const { id, init } = node as Node & { id: Node; init: Node };
    const site = newSite(node, id, { from: init.start, to: init.end }, [id], scope);
    put(init.start, `$n(${site},${frame},${JSON.stringify(id['name'])},`);
    return () => put(init.end, ')');
  };

  const call = (node: Node, scope: Scope, frame: string): (() => void) | undefined => {
    const { callee, arguments: given } = node as Node & { callee: Node; arguments: readonly Node[] };
    const typed: Node | undefined = node['typeParameters'] ?? node['typeArguments'];
    const open = text.indexOf('(', typed?.end ?? callee.end);
    const inside = { from: open + 1, to: node.end - 1 };
    if (isApi(callee, scope) || leadsThere(callee, scope, leading)) {
      const id = newSite(node, callee, inside, given, scope);
      put(node.start, `$f(${id},${frame},`);
      splices.push({ from: callee.end, to: open + 1, text: given.length > 0 ? ',' : '' });
      return undefined;
    }
    const isMethod =
      callee.type === 'MemberExpression' && !callee['computed'] && methods.has(callee['property'].name);
    if (!isMethod || callee['object'].type === 'Super') return undefined;
    const { object, property } = callee as Node & { object: Node; property: Node };
    const id = newSite(node, property, inside, given, scope);
    put(node.start, `$m(${id},${frame},`);
    // What is called is looked up on what stands before the dot, as it was.
    return () => {
      const rest = given.length > 0 ? ',' : '';
      splices.push({ from: object.end, to: open + 1, text: `,${JSON.stringify(property['name'])}${rest}` });
    };
  };

  visit(program, scopes.get(program)!, '0');
  return { splices, sites };
};

/** A name that is imported from the API. */
const isApi = (callee: Node, scope: Scope): boolean => {
  if (callee.type === 'MemberExpression' && !callee['computed']) {
    const binding = callee['object'].type === 'Identifier' && bindingOf(scope, callee['object'].name);
    return (
      binding !== false && binding?.kind === 'imported' && binding.from === 'codetta' && binding.name === '*'
    );
  }
  if (callee.type !== 'Identifier') return false;
  const binding = bindingOf(scope, callee['name']);
  return binding?.kind === 'imported' && binding.from === 'codetta';
};

/** The function that a name stands for, where it is one of the module. */
const functionOf = (callee: Node, scope: Scope): Node | undefined => {
  if (callee.type !== 'Identifier') return undefined;
  const binding = bindingOf(scope, callee['name']);
  if (binding?.kind === 'function') return binding.node;
  const to = binding?.kind === 'value' && binding.path.length === 0 ? bare(binding.to) : undefined;
  return to && isFunction(to) ? to : undefined;
};

const leadsThere = (callee: Node, scope: Scope, leading: ReadonlySet<Node>): boolean => {
  const binding = callee.type === 'Identifier' ? bindingOf(scope, callee['name']) : undefined;
  // A function of another file may lead there.
  if (binding?.kind === 'imported' && /^\.{1,2}\//.test(binding.from)) return true;
  const called = functionOf(callee, scope);
  return called !== undefined && leading.has(called);
};

/** The functions in which the API is called, or such a function: those that a value passes through. */
const leadingFunctions = (
  program: Node,
  scopes: ReadonlyMap<Node, Scope>,
  methods: ReadonlySet<string>,
): ReadonlySet<Node> => {
  const leading = new Set<Node>();
  /** By function, the functions of the module that it calls. */
  const calls = new Map<Node, Set<Node>>();
  const visit = (node: Node, above: Scope, within: readonly Node[]): void => {
    const scope = scopes.get(node) ?? above;
    let around = within;
    if (isFunction(node) && !node['generator'] && node.type !== 'ClassMethod') around = [...within, node];
    const callee: Node | undefined = node['callee'] ?? node['tag'];
    if (callee && (node.type === 'CallExpression' || node.type === 'TaggedTemplateExpression')) {
      const isMethod =
        callee.type === 'MemberExpression' && !callee['computed'] && methods.has(callee['property'].name);
      if (isMethod || isApi(callee, scope) || leadsThere(callee, scope, noFunctions))
        for (const one of around) leading.add(one);
      const called = functionOf(callee, scope);
      if (called)
        for (const one of around) {
          const known = calls.get(called) ?? new Set<Node>();
          calls.set(called, known.add(one));
        }
    }
    eachInside(node, (one) => visit(one, scope, around));
  };
  visit(program, scopes.get(program)!, []);
  const waiting = [...leading];
  for (let called = waiting.pop(); called; called = waiting.pop())
    for (const caller of calls.get(called) ?? [])
      if (!leading.has(caller)) {
        leading.add(caller);
        waiting.push(caller);
      }
  return leading;
};

const noFunctions: ReadonlySet<Node> = new Set();
