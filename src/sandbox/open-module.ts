// The file that an import of a song means: relative to the file it stands in, with or without its ending; or a
// package of the workspace, where that is trusted. Held inside of the project by whoever opens files.

import type { Opened } from '../languages/link.ts';

type Found = Exclude<Opened, undefined>;
type Open = (path: string, from: string) => Opened | Promise<Opened>;

export interface ModuleRules {
  /** Whether packages may be imported: they are somebody else's code. */
  readonly packages: boolean;
}

/** Opens modules by what `files` can open. */
export const openModule =
  ({ open }: { readonly open: Open }, { packages }: ModuleRules) =>
  async (path: string, from: string): Promise<Found> => {
    if (/^\.{1,2}\//.test(path)) return openFirst(open, endings(path), from);
    if (/^(?:[a-z]+:|\/)/i.test(path))
      return { ok: false, reason: 'a song imports files beside it, such as "./drums.ts", and `codetta`.' };
    if (!packages)
      return {
        ok: false,
        reason: 'packages are imported once you trust the workspace. Files beside the song are "./name.ts".',
      };
    return openPackage(open, path, from);
  };

const nowhere: Found = { ok: false, reason: 'there is no such file.' };

const openFirst = async (open: Open, paths: readonly string[], from: string): Promise<Found> => {
  let first: Opened;
  for (const path of paths) {
    const opened = await open(path, from);
    if (opened?.ok) return opened;
    first ??= opened;
  }
  return first ?? nowhere;
};

/** As TypeScript finds files: `./a.js` means `./a.ts` where that is what there is. */
const endings = (path: string): readonly string[] => {
  if (/\.[cm]?ts$/.test(path)) return [path];
  if (/\.[cm]?js$/.test(path)) return [path, path.replace(/js$/, 'ts')];
  return [`${path}.ts`, `${path}.js`, `${path}.mjs`, `${path}/index.ts`, `${path}/index.js`, path];
};

/** A package in a `node_modules` of the song's folder or one above it. */
const openPackage = async (open: Open, path: string, from: string): Promise<Found> => {
  const [, name = '', inside] = /^(@[^/]+\/[^/]+|[^/]+)(\/.*)?$/.exec(path) ?? [];
  for (let up = './', steps = 0; steps < 16; up = `${up === './' ? '' : up}../`, steps += 1) {
    const manifest = await open(`${up}node_modules/${name}/package.json`, from);
    if (!manifest?.ok) continue;
    const entry = inside ? `.${inside}` : entryOf(manifest.text);
    if (entry === undefined)
      return {
        ok: false,
        reason: `${name} is no ES module in plain JavaScript, which is what a song can import.`,
      };
    return openFirst(open, endings(`./${entry.replace(/^\.\//, '')}`), manifest.id);
  }
  return { ok: false, reason: `${name} is not installed in the song's folder: npm install ${name}.` };
};

/** The ES module of a package, by its manifest. */
const entryOf = (text: string): string | undefined => {
  try {
    const manifest = JSON.parse(text) as Record<string, unknown>;
    const exported = conditions(manifest['exports']);
    if (exported !== undefined) return exported;
    if (typeof manifest['module'] === 'string') return manifest['module'];
    if (manifest['type'] !== 'module') return undefined;
    return typeof manifest['main'] === 'string' ? manifest['main'] : 'index.js';
  } catch {
    return undefined;
  }
};

const conditions = (exported: unknown): string | undefined => {
  if (typeof exported === 'string') return /\.m?js$/.test(exported) ? exported : undefined;
  if (typeof exported !== 'object' || exported === null) return undefined;
  const all = exported as Record<string, unknown>;
  for (const key of ['.', 'import', 'module', 'default']) {
    const found = conditions(all[key]);
    if (found !== undefined) return found;
  }
  return undefined;
};
