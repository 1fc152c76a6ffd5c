// A song in TypeScript evaluated: its modules found and made ready, run in the sandbox, and what came out led
// back to what is written. Runs where it may take its time: in a worker.

import { methodNames } from '../../api/module.ts';
import type { Range } from '../../song/origin.ts';
import type { Evaluated, EvaluatedProblem, Place, Said } from './evaluated.ts';
import { type Handed, type HandedWrong, readHanded } from './handed.ts';
import { holdersOf } from './holders.ts';
import { type Loaded, loadModules, type OpenModule } from './load.ts';
import { type Finder, type Found, newFinder } from './places.ts';
import { defaultLimits, type Fault, type Limits, loadEngine, run } from './sandbox.ts';
import type { Transpiled } from './transpile.ts';

export interface Evaluation {
  /** The song's file, as its host calls it. */
  readonly file: string;
  readonly text: string;
  readonly limits?: Limits;
}

const methods: ReadonlySet<string> = new Set(methodNames);

/** Never throws because of a song. `now` is a clock in milliseconds, for the limit of time alone; `running` is told when the song begins to run. */
export const evaluate = async (
  { file, text, limits = defaultLimits }: Evaluation,
  open: OpenModule,
  now: () => number,
  running: () => void = () => {},
): Promise<Evaluated> => {
  const loaded = await loadModules(file, text, open, methods);
  const files = loaded.modules.map(({ id }) => id);
  const ways = waysTo(loaded);
  if (loaded.problems.length > 0) return failed(files, ways, loaded.problems, []);
  const quickjs = await loadEngine(limits);
  running();
  const byId = new Map(loaded.modules.map((module) => [`file:${module.index}`, module]));
  const ran = run(quickjs, {
    entry: 'file:0',
    code: (id) => byId.get(id)?.code,
    resolve: (from, path) => {
      const to =
        byId.get(from)?.imports.get(path) ?? (from.startsWith('codetta') ? byId.get(path) : undefined);
      return to && `file:${(to as Loaded['modules'][0]).index}`;
    },
    seed: seedOf(loaded),
    limits,
    now,
  });
  if (!ran.ok) return failed(files, ways, [faultAt(ran.fault, loaded)], ran.said);
  let handed: Handed | HandedWrong;
  try {
    handed = readHanded(ran.json);
  } catch (error) {
    return failed(files, ways, [{ file: 0, from: 0, to: 1, message: (error as Error).message }], ran.said);
  }
  const finder = newFinder(loaded.modules, handed.calls);
  if ('wrong' in handed) return failed(files, ways, [wrongAt(handed, finder, loaded)], ran.said);
  return {
    ok: true,
    files,
    ways,
    problems: [],
    said: ran.said,
    ...placed(handed, finder, loaded),
    holders: holdersOf(handed, finder, loaded),
  };
};

const failed = (
  files: readonly string[],
  ways: readonly Range[],
  problems: readonly EvaluatedProblem[],
  said: readonly Said[],
): Evaluated => ({ ok: false, files, ways, problems, said });

/** For each file the import of the song's own file that leads there; of that file itself its begin. */
const waysTo = ({ modules }: Loaded): readonly Range[] => {
  const ways: Range[] = modules.map(() => ({ from: 0, to: 1 }));
  const seen = new Set<number>([0]);
  const spread = (module: Loaded['modules'][0], way: Range): void => {
    if (seen.has(module.index)) return;
    seen.add(module.index);
    ways[module.index] = way;
    for (const next of module.imports.values()) spread(next, way);
  };
  const [song] = modules;
  for (const { path, from, to } of song?.transpiled.imports ?? []) {
    const first = song!.imports.get(path);
    if (first) spread(first, { from, to });
  }
  return ways;
};

/** The seed that the song's file writes, before it runs. A song without one has the language's own. */
const seedOf = ({ modules }: Loaded): number | undefined => {
  const [entry] = modules;
  for (const { arguments: given, callee } of entry?.transpiled.sites ?? []) {
    if (entry!.text.slice(callee.from, callee.to) !== 'song') continue;
    const settings = given[1];
    if (settings?.kind !== 'object') return settings === undefined ? 1 : undefined;
    const seed = settings.entries.find(({ key }) => key === 'seed')?.value;
    if (!seed) return settings.entries.some(({ key }) => key === undefined) ? undefined : 1;
    const meant = seed.kind === 'name' ? seed.meaning() : seed;
    return meant.kind === 'literal' && typeof meant.value === 'number' ? meant.value : undefined;
  }
  return 1;
};

/** Where every word of the song is written, in numbers that are quick to hand over. */
const placed = (
  handed: Handed,
  finder: Finder,
  loaded: Loaded,
): Pick<Extract<Evaluated, { ok: true }>, 'text' | 'leaves' | 'constructs'> => {
  const { text, leaves, constructs } = handed;
  const found = finder.find(leaves.map((leaf) => ({ ...leaf, text: text.slice(leaf.from, leaf.to) })));
  return {
    text,
    leaves: leaves.flatMap(({ from, to }, index) => {
      const place = placeOf(found[index], loaded);
      return place ? [{ from, to, ...place }] : [];
    }),
    constructs: constructs.flatMap(({ from, to, ...place }) => {
      if (place.path.length > 0) return [];
      const at = placeOf(finder.around(place), loaded)?.at;
      const callee = placeOf(finder.around({ call: place.call, path: ['c'] }), loaded)?.at;
      // What stands before the dot is another construct.
      return at && callee ? [{ from, to, at: { ...at, from: callee.from }, callee }] : [];
    }),
  };
};

const placeOf = (
  found: Found | undefined,
  { modules }: Loaded,
): (Place & { at: Range & { file: number } }) | undefined => {
  if (!found) return undefined;
  const file = modules.findIndex(({ id }) => id === found.module.id);
  const { from, to, literal, content, source } = found;
  return {
    at: { file, from, to },
    ...(source && {
      source: {
        from: source.from,
        to: source.to,
        file: modules.findIndex(({ id }) => id === source.module.id),
      },
    }),
    ...(literal && { literal: { value: literal.value } }),
    ...(content && { content: { from: content.from, to: content.to } }),
  };
};

/** A fault on the innermost line of the song's own, of the song's file where there is one. */
const faultAt = ({ kind, places, message }: Fault, { modules }: Loaded): EvaluatedProblem => {
  for (const { module, line, column } of places) {
    const index = Number(/^file:(\d+)$/.exec(module)?.[1] ?? -1);
    const here = modules[index];
    if (!here) continue;
    const offset = here.before(offsetOf(here.code, line, column));
    const loop = kind === 'time' ? loopIn(here.transpiled.loops, offset) : undefined;
    return { file: index, ...(loop ?? wordAt(here.text, offset)), message };
  }
  const song = modules[0]?.transpiled.song;
  return { file: 0, from: song?.from ?? 0, to: Math.min(song?.to ?? 1, (song?.from ?? 0) + 14), message };
};

const offsetOf = (code: string, line: number, column = 1): number => {
  let start = 0;
  for (let count = 1; count < line; count += 1) {
    const next = code.indexOf('\n', start);
    if (next < 0) break;
    start = next + 1;
  }
  return start + Math.max(0, column - 1);
};

/** The engine knows in which function time ran out: the loop there, one without an end before others. */
const loopIn = (loops: Transpiled['loops'], offset: number): Range | undefined => {
  const around = loops.filter(({ within }) => within.from <= offset && offset < within.to);
  const innermost = Math.max(...around.map(({ within }) => within.from));
  const here = around.filter(({ within }) => within.from === innermost);
  return here.find(({ endless }) => endless) ?? here[0];
};

/** The word at an offset, or the rest of its line where there is none. */
const wordAt = (text: string, offset: number): Range => {
  // A call is known by its bracket.
  const called =
    text[offset] === '(' ? /[\w$.]+$/.exec(text.slice(Math.max(0, offset - 100), offset))?.[0] : undefined;
  if (called) return { from: offset - called.length, to: offset };
  const word = /^[\w$]+/.exec(text.slice(offset, offset + 100))?.[0];
  if (word) return { from: offset, to: offset + word.length };
  const end = text.indexOf('\n', offset);
  const rest = text.slice(offset, end < 0 ? text.length : end).trimEnd();
  return { from: offset, to: offset + Math.max(1, rest.length) };
};

const wrongAt = ({ wrong }: HandedWrong, finder: Finder, loaded: Loaded): EvaluatedProblem => {
  const { message, ...place } = wrong;
  const found = placeOf(finder.around(place), loaded)?.at;
  const song = loaded.modules[0]?.transpiled.song;
  const text = loaded.modules[0]?.text ?? '';
  return found
    ? { ...found, message }
    : { file: 0, from: song?.from ?? 0, to: song?.to ?? Math.min(1, text.length), message };
};
