// Where each value of a song that ran is written: from the call that it was given to, through variables,
// functions and lists, to the literal that has it. A literal only counts if it says the same as the value; where
// several do, or none, the value is computed.

import type { Range } from '../../song/origin.ts';
import type { Calls, Place, Step } from './handed.ts';
import type { Transpiled } from './transpile.ts';
import type { Literal, Site, Written } from './written.ts';

/** A module as it ran. */
export interface Module {
  readonly id: string;
  readonly transpiled: Transpiled;
  /** The module that each path of its imports leads to. */
  readonly imports: ReadonlyMap<string, Module>;
}

export interface Found extends Range {
  readonly module: Module;
  /** The literal that a value is; absent where it is computed. */
  readonly literal?: Range & { readonly value: Literal };
  /** The characters that are those of the value, one for one. */
  readonly content?: Range;
  /** What computes a value that is no literal, where that stands elsewhere. */
  readonly source?: Range & { readonly module: Module };
}

/** Something written, where it is meant. */
interface Meant {
  readonly written: Written;
  readonly module: Module;
  readonly frame: number;
  /** Which of each list's items it is, by loop. */
  readonly items: ReadonlyMap<string, number>;
}

export interface Finder {
  /** What made `text` at each of these places. */
  find(leaves: readonly (Place & { readonly text: string })[]): readonly (Found | undefined)[];
  /** The whole of what a place names. */
  around(place: Place): Found | undefined;
  /** The one thing that is written at a place, behind names. */
  written(place: Place): { readonly written: Written; readonly module: Module } | undefined;
}

export const newFinder = (modules: readonly Module[], { instances, frames }: Calls): Finder => {
  const sites = new Map<number, { readonly site: Site; readonly module: Module }>();
  for (const module of modules)
    for (const site of module.transpiled.sites) sites.set(site.id, { site, module });
  const siteOf = (call: number) => sites.get(instances[2 * call]!);
  const none: Meant['items'] = new Map();

  /** What a place names, before any name is followed. */
  const startOf = (place: Place): Meant | undefined => {
    const known = siteOf(place.call);
    if (!known) return undefined;
    const { site, module } = known;
    const frame = instances[2 * place.call + 1]!;
    const [first] = place.path;
    const computed = (range: Range): Meant => ({
      written: { kind: 'computed', from: range.from, to: range.to },
      module,
      frame,
      items: none,
    });
    if (first === undefined) return computed(site);
    if (first === 'c') return computed(site.callee);
    if (first === 'r')
      return computed({ from: site.from, to: Math.max(site.from + 1, site.callee.from - 1) });
    const written = typeof first === 'number' ? site.arguments[first] : undefined;
    return written ? { written, module, frame, items: none } : computed(site);
  };

  /** All that something may stand for, behind names, functions, lists and choices. */
  const meanings = (meant: Meant, depth = 0): readonly Meant[] => {
    const { written, module, frame, items } = meant;
    if (depth > deepest) return [];
    const next = (other: Written): readonly Meant[] => meanings({ ...meant, written: other }, depth + 1);
    switch (written.kind) {
      case 'name':
        return next(written.meaning());
      case 'either':
        return written.options.flatMap(next);
      case 'member':
        return next(written.of).flatMap((of) => memberOf(of, written.key, depth));
      case 'each':
        return next(written.of).flatMap((list) => {
          if (list.written.kind !== 'array' || list.written.items.length > mostItems) return [];
          const loop = `${list.module.id} ${written.loop}`;
          return list.written.items.flatMap((item, index) =>
            meanings(
              { ...list, written: item, items: new Map([...items, ...list.items, [loop, index]]) },
              depth + 1,
            ),
          );
        });
      case 'parameter': {
        const at = frameOf(written.of, frame);
        const call = at === undefined ? 0 : frames[3 * at + 1]!;
        const known = call > 0 ? siteOf(call) : undefined;
        const given = known?.site.arguments[written.index];
        if (!known || !given)
          return [{ ...meant, written: { kind: 'computed', from: written.from, to: written.to } }];
        return meanings(
          { written: given, module: known.module, frame: instances[2 * call + 1]!, items },
          depth + 1,
        );
      }
      case 'imported': {
        const other = module.imports.get(written.path);
        const exported = other?.transpiled.exports.get(written.name);
        if (!other || !exported)
          return [{ ...meant, written: { kind: 'computed', from: written.from, to: written.to } }];
        return meanings({ written: exported, module: other, frame: 0, items }, depth + 1);
      }
      default:
        return [meant];
    }
  };

  /** The frame of a function, from the one that a call ran in outwards. */
  const frameOf = (called: number, from: number): number | undefined => {
    for (let at = from, steps = 0; at > 0 && steps < deepest; at = frames[3 * at + 2]!, steps += 1)
      if (frames[3 * at] === called) return at;
    return undefined;
  };

  const memberOf = (of: Meant, key: string | number, depth: number): readonly Meant[] => {
    const { written } = of;
    if (written.kind === 'array') {
      const item = typeof key === 'number' || /^\d+$/.test(key) ? written.items[Number(key)] : undefined;
      return item ? meanings({ ...of, written: item }, depth + 1) : [];
    }
    if (written.kind !== 'object') return [];
    // What stands last counts; what is spread may have it too.
    for (let index = written.entries.length - 1; index >= 0; index -= 1) {
      const entry = written.entries[index]!;
      if (entry.key === String(key)) return meanings({ ...of, written: entry.value }, depth + 1);
      if (entry.key !== undefined) continue;
      const spread = meanings({ ...of, written: entry.value }, depth + 1).flatMap((one) =>
        memberOf(one, key, depth + 1),
      );
      if (spread.length > 0) return spread;
    }
    return [];
  };

  /** Along a path into what is written. */
  const along = (start: Meant, path: readonly Step[]): readonly Meant[] => {
    let at = meanings(start);
    for (const step of path) at = at.flatMap((meant) => stepInto(meant, step));
    return at;
  };

  const stepInto = (meant: Meant, step: Step): readonly Meant[] => {
    const { written } = meant;
    if (typeof step === 'number') return memberOf(meant, step, 0);
    const [letter, rest] = [step[0], step.slice(1)];
    switch (letter) {
      case 'p':
        return memberOf(meant, step.slice(2), 0);
      case 'k': {
        const key = step.slice(2);
        const entry =
          written.kind === 'object' ? written.entries.findLast((one) => one.key === key) : undefined;
        if (!entry) return [];
        const isPlain = entry.name.to - entry.name.from === key.length;
        const isQuoted = entry.name.to - entry.name.from === key.length + 2;
        const inside = isQuoted ? { from: entry.name.from + 1, to: entry.name.to - 1 } : entry.name;
        const content = isPlain || isQuoted ? { content: { from: inside.from, to: inside.to } } : {};
        const name: Written = {
          kind: 'literal',
          from: entry.name.from,
          to: entry.name.to,
          value: key,
          ...content,
        };
        return [{ ...meant, written: name }];
      }
      case 't': {
        const text = written.kind === 'template' ? written.texts[Number(rest)] : written;
        return text ? [{ ...meant, written: text }] : [];
      }
      case 'h': {
        const hole = written.kind === 'template' ? written.holes[Number(rest)] : undefined;
        return hole ? meanings({ ...meant, written: hole }) : [];
      }
      default:
        return [];
    }
  };

  const around = (place: Place): Found | undefined => {
    const start = startOf(place);
    if (!start) return undefined;
    const [here] = shallow(start, place.path.slice(1));
    const { written, module } = here ?? start;
    const [meant, ...more] = meanings(here ?? start);
    const isElsewhere =
      meant && more.length === 0 && (meant.module !== module || meant.written.from !== written.from);
    return {
      from: written.from,
      to: written.to,
      module,
      ...(isElsewhere && {
        source: { from: meant.written.from, to: meant.written.to, module: meant.module },
      }),
    };
  };

  /** What stands at the end of a path, as it stands there: a name and not what it means. */
  const shallow = (start: Meant, path: readonly Step[]): readonly Meant[] => {
    const last = path.at(-1);
    if (last === undefined) return [start];
    return along(start, path.slice(0, -1)).flatMap((meant) => {
      const { written } = meant;
      if (typeof last === 'string' && last[0] === 'p' && written.kind === 'object') {
        const entry = written.entries.findLast(({ key }) => key === last.slice(2));
        if (entry) return [{ ...meant, written: entry.value }];
      }
      if (typeof last === 'number' && written.kind === 'array' && written.items[last])
        return [{ ...meant, written: written.items[last] }];
      return stepInto(meant, last);
    });
  };

  const find: Finder['find'] = (leaves) => {
    const starts = leaves.map(startOf);
    const fitting = leaves.map(({ path, text }, index) => {
      const start = starts[index];
      if (!start || typeof path[0] !== 'number') return [];
      return along(start, path.slice(1)).filter(({ written }) => says(written, text));
    });
    narrow(leaves, fitting);
    return leaves.map((leaf, index) => {
      const [only, ...more] = distinctPlaces(fitting[index]!);
      const start = starts[index];
      if (!start) return undefined;
      if (only?.written.kind === 'literal' && more.length === 0) {
        const { from, to, value, content } = only.written;
        return { from, to, module: only.module, literal: { from, to, value }, ...(content && { content }) };
      }
      return around(leaf);
    });
  };

  return {
    find,
    around,
    written: (place) => {
      const start = startOf(place);
      const [only, ...more] = start ? along(start, place.path.slice(1)) : [];
      return only && more.length === 0 ? only : undefined;
    },
  };
};

const deepest = 64;
/** Of longer lists nobody writes out each item by hand. */
const mostItems = 256;

const says = (written: Written, text: string): boolean =>
  written.kind === 'literal' && String(written.value) === text;

const distinctPlaces = (meant: readonly Meant[]): readonly Meant[] => {
  const seen = new Map<string, Meant>();
  for (const one of meant) {
    const key = `${one.module.id} ${one.written.from}`;
    if (!seen.has(key)) seen.set(key, one);
  }
  return [...seen.values()];
};

/** In one call, all that comes from a loop comes from the same round of it. */
const narrow = (leaves: readonly Place[], fitting: (readonly Meant[])[]): void => {
  const byCall = new Map<number, number[]>();
  fitting.forEach((meant, index) => {
    if (!meant.some(({ items }) => items.size > 0)) return;
    const call = leaves[index]!.call;
    const known = byCall.get(call);
    if (known) known.push(index);
    else byCall.set(call, [index]);
  });
  for (const group of byCall.values()) {
    const rounds = new Map<string, Set<number>>();
    for (const index of group)
      for (const loop of new Set(fitting[index]!.flatMap(({ items }) => [...items.keys()]))) {
        const here = new Set(fitting[index]!.flatMap(({ items }) => items.get(loop) ?? []));
        const known = rounds.get(loop);
        rounds.set(loop, known ? new Set([...known].filter((round) => here.has(round))) : here);
      }
    for (const index of group)
      fitting[index] = fitting[index]!.filter(({ items }) =>
        [...items].every(([loop, round]) => rounds.get(loop)?.has(round) === true),
      );
  }
};
