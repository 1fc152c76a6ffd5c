// The modules of a song: its own file and all that it imports, each read once, found by whoever opens files.

import type { Opened } from '../link.ts';
import type { EvaluatedProblem } from './evaluated.ts';
import type { Module } from './places.ts';
import { spliced } from './splice.ts';
import { type Transpiled, transpile } from './transpile.ts';

/** Opens a module that another names. */
export type OpenModule = (path: string, from: string) => Promise<Exclude<Opened, undefined>>;

export interface LoadedModule extends Module {
  readonly index: number;
  readonly text: string;
  /** As the sandbox runs it. */
  readonly code: string;
  before(offset: number): number;
  readonly imports: Map<string, LoadedModule>;
}

export interface Loaded {
  /** The song's own first. */
  readonly modules: readonly LoadedModule[];
  readonly problems: readonly EvaluatedProblem[];
}

const mostModules = 200;
/** Sites of one module have numbers of their own. */
const mostSites = 1_000_000;

const runtimeImport = "import{$e,$f,$m,$n,$t}from'codetta:runtime';";

/** Transpiled before, by text and index. */
const known = new Map<string, { readonly text: string; readonly transpiled: Transpiled }>();

export const loadModules = async (
  file: string,
  text: string,
  open: OpenModule,
  methods: ReadonlySet<string>,
): Promise<Loaded> => {
  const modules: LoadedModule[] = [];
  const problems: EvaluatedProblem[] = [];
  const byId = new Map<string, LoadedModule>();

  const add = (id: string, content: string): LoadedModule => {
    const index = modules.length;
    const transpiled = transpiledOnce(`${index} ${id}`, content, methods, index * mostSites + 1);
    const whole = spliced(transpiled.code, [{ from: 0, to: 0, text: runtimeImport }]);
    const module: LoadedModule = {
      id,
      index,
      text: content,
      transpiled,
      code: whole.text,
      before: (offset) => transpiled.before(whole.before(offset)),
      imports: new Map(),
    };
    modules.push(module);
    byId.set(id, module);
    for (const { from, to, message } of transpiled.problems)
      problems.push({ file: index, from, to, message });
    return module;
  };

  const follow = async (module: LoadedModule, above: readonly LoadedModule[]): Promise<void> => {
    for (const { path, from, to } of module.transpiled.imports) {
      if (path === 'codetta') continue;
      const tell = (message: string): void => {
        problems.push({ file: module.index, from, to, message });
      };
      if (modules.length >= mostModules) return tell(`The song imports more than ${mostModules} files.`);
      const opened = await open(path, module.id);
      if (!opened.ok) {
        tell(`${path} cannot be read: ${opened.reason}`);
        continue;
      }
      const before = byId.get(opened.id);
      const other = before ?? add(opened.id, opened.text);
      module.imports.set(path, other);
      if (other === module || above.includes(other))
        tell(
          `This file and ${path} import each other, in a circle. Take one of the imports away, or move what both need to a third file.`,
        );
      else if (!before) await follow(other, [...above, module]);
    }
  };

  await follow(add(file, text), []);
  return { modules, problems };
};

const transpiledOnce = (
  key: string,
  text: string,
  methods: ReadonlySet<string>,
  firstSite: number,
): Transpiled => {
  const before = known.get(key);
  if (before?.text === text) return before.transpiled;
  const transpiled = transpile(text, methods, firstSite);
  if (known.size > mostModules) known.clear();
  known.set(key, { text, transpiled });
  return transpiled;
};
