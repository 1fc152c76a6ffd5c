// One module of a song in TypeScript made ready to run: types taken out, calls of the API told where they
// stand. Pure JavaScript (Babel's parser, and splices of our own), so that no compiler has to be shipped.

import { parse } from '@babel/parser';
import type { Range } from '../../song/origin.ts';
import { instrument } from './instrument.ts';
import { eachInside, isFunction, type Node } from './nodes.ts';
import { scopesOf } from './scopes.ts';
import { type Splice, type Spliced, spliced } from './splice.ts';
import { stripTypes } from './strip-types.ts';
import { newWriter, usedNames } from './write-down.ts';
import type { Site, Written } from './written.ts';

export interface Transpiled {
  /** JavaScript, as an ES module. */
  readonly code: string;
  /** Offset in the module's text of an offset in `code`. */
  before(offset: number): number;
  readonly sites: readonly Site[];
  /** What is imported at run time, once each, in the order of the text. */
  readonly imports: readonly Import[];
  /** Values that it exports by name. */
  readonly exports: ReadonlyMap<string, Written>;
  /** Where the song is exported from, if it is. */
  readonly song?: Range;
  /** Heads of its loops, each with the function that it is in. */
  readonly loops: readonly (Range & { readonly within: Range; readonly endless: boolean })[];
  readonly problems: readonly (Range & { readonly message: string })[];
}

export interface Import extends Range {
  readonly path: string;
}

/** Never throws, whatever the text. `firstSite` numbers its calls apart from those of other modules. */
export const transpile = (text: string, methods: ReadonlySet<string>, firstSite: number): Transpiled => {
  const parsed = parsedAs(text);
  if ('fault' in parsed) return broken(text, [parsed.fault]);
  const { program, faults } = parsed;
  if (faults.length > 0) return broken(text, faults);
  const functions = new Map<Node, number>();
  const functionId = (node: Node): number => {
    const known = functions.get(node) ?? firstSite + functions.size + 1;
    functions.set(node, known);
    return known;
  };
  const scopes = scopesOf(program);
  const writer = newWriter(text, functionId);
  const types = stripTypes(program, text, usedNames(program));
  if (types.problems.length > 0) return broken(text, types.problems);
  const { splices, sites } = instrument(program, text, scopes, writer, functionId, methods, firstSite);
  // Where both begin at one place, what is put in stands before what is taken out.
  const result: Spliced = spliced(text, [...splices, ...types.splices] satisfies Splice[]);
  const exported = program['body'].find((one: Node) => one.type === 'ExportDefaultDeclaration') as
    | Node
    | undefined;
  const moduleScope = scopes.get(program)!;
  return {
    code: result.text,
    before: result.before,
    sites,
    imports: importsOf(
      program,
      new Set(types.splices.filter(({ text: instead }) => instead === ';').map(({ from }) => from)),
    ),
    exports: new Map(
      [...exportedNames(program)].map(([name, local]) => [
        name,
        writer.write(
          { type: 'Identifier', start: local.start, end: local.end, name: local['name'] },
          moduleScope,
        ),
      ]),
    ),
    ...(exported && { song: { from: exported.start, to: exported.end } }),
    loops: loopsOf(program),
    problems: [],
  };
};

const parsedAs = (
  text: string,
):
  | { readonly program: Node; readonly faults: Transpiled['problems'] }
  | { readonly fault: Transpiled['problems'][0] } => {
  try {
    const file = parse(text, {
      sourceType: 'module',
      plugins: ['typescript'],
      errorRecovery: true,
      attachComment: false,
      createParenthesizedExpressions: true,
    });
    const faults = (file.errors ?? []).map((error) => faultOf(error, text));
    return { program: file.program as unknown as Node, faults };
  } catch (error) {
    return { fault: faultOf(error, text) };
  }
};

/** The parser's own words, without its numbers of line and column. */
const faultOf = (error: unknown, text: string): Transpiled['problems'][0] => {
  const { pos = 0, message = String(error) } = error as { pos?: number; message?: string };
  const from = Math.max(0, Math.min(pos, text.length - 1));
  const word = /^[\w$]+|^\S/.exec(text.slice(from))?.[0] ?? '';
  return {
    from,
    to: Math.min(text.length, from + Math.max(1, word.length)),
    message: message.replace(/ \(\d+:\d+\)$/, ''),
  };
};

const broken = (text: string, problems: Transpiled['problems']): Transpiled => ({
  code: text,
  before: (offset) => offset,
  sites: [],
  imports: [],
  exports: new Map(),
  loops: [],
  problems,
});

const importsOf = (program: Node, gone: ReadonlySet<number>): readonly Import[] => {
  const found = new Map<string, Import>();
  for (const node of program['body'] as readonly Node[]) {
    const source: Node | undefined | null = node['source'];
    if (!source || gone.has(node.start) || node['importKind'] === 'type' || node['exportKind'] === 'type')
      continue;
    const path: string = source['value'];
    if (!found.has(path)) found.set(path, { path, from: source.start, to: source.end });
  }
  return [...found.values()];
};

/** `export const a = ...` and `export { b as c }`, each with its identifier in the module. */
const exportedNames = (program: Node): ReadonlyMap<string, Node> => {
  const names = new Map<string, Node>();
  for (const node of program['body'] as readonly Node[]) {
    if (node.type !== 'ExportNamedDeclaration' || node['source']) continue;
    for (const { id } of (node['declaration']?.declarations ?? []) as readonly Node[])
      if (id.type === 'Identifier') names.set(id.name, id);
    for (const one of node['specifiers'])
      if (one.local?.type === 'Identifier') names.set(one.exported.name ?? one.exported.value, one.local);
  }
  return names;
};

const loopsOf = (program: Node): Transpiled['loops'] => {
  const loops: Transpiled['loops'][0][] = [];
  const visit = (node: Node, within: Range): void => {
    const inner = isFunction(node) ? { from: node.start, to: node.end } : within;
    const isLoop = /^(?:While|DoWhile|For|ForOf|ForIn)Statement$/.test(node.type);
    if (isLoop) {
      const test: Node | null | undefined = node['test'];
      const endless = node.type === 'ForStatement' ? !test : test?.type.endsWith('Literal') === true;
      const to = node.type === 'DoWhileStatement' ? node.start + 2 : node['body'].start;
      loops.push({ from: node.start, to: Math.max(node.start + 2, to), within: inner, endless });
    }
    eachInside(node, (one) => visit(one, inner));
  };
  visit(program, { from: 0, to: Number.MAX_SAFE_INTEGER });
  return loops;
};
