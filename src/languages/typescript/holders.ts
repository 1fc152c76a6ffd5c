// What has settings that can be set: where its object stands, so that a mixer's move becomes a literal in it.

import type { FileRange, Holder, SettingsObject } from './evaluated.ts';
import type { Handed, Place } from './handed.ts';
import type { Loaded } from './load.ts';
import type { Finder, Module } from './places.ts';
import type { Written } from './written.ts';

/** Where the settings of each kind of statement stand in its call, and the name that it is known by. */
const argumentOf: Readonly<Record<string, number>> = {
  song: 1,
  track: 1,
  bus: 1,
  master: 0,
  take: 1,
  sample: 1,
  kit: 1,
  section: 1,
};

export const holdersOf = (
  { text, constructs, calls }: Handed,
  finder: Finder,
  { modules }: Loaded,
): readonly Holder[] => {
  const sites = new Map(
    modules.flatMap((module) => module.transpiled.sites.map((site) => [site.id, { site, module }] as const)),
  );
  return constructs.flatMap((construct): readonly Holder[] => {
    if (construct.path.length > 0) return [];
    const found = /^(\w+) (?:([^\s={]+))?/.exec(text.slice(construct.from, construct.from + 200));
    const kind = found?.[1];
    const known = sites.get(calls.instances[2 * construct.call]!);
    if (!kind || !known || (argumentOf[kind] === undefined && kind !== 'instrument' && kind !== 'automate'))
      return [];
    const { site, module } = known;
    // `PolySynth(FMSynth, { ... })` and `Sampler('piano', { ... })` say first what it is.
    const saysWhat = /^(?:PolySynth|Sampler)$/.test(module.text.slice(site.callee.from, site.callee.to));
    const argument =
      kind === 'instrument'
        ? saysWhat
          ? 1
          : 0
        : kind === 'automate'
          ? site.arguments.length - 1
          : argumentOf[kind]!;
    const settings = objectAt({ call: construct.call, path: [argument] }, finder, modules);
    return [
      {
        kind: kind as Holder['kind'],
        name: kind === 'song' || kind === 'master' ? kind : (found?.[2] ?? ''),
        from: construct.from,
        file: module.index,
        inside: site.inside,
        count: site.arguments.length,
        argument,
        ...(settings && { settings }),
      },
    ];
  });
};

const objectAt = (place: Place, finder: Finder, modules: Loaded['modules']): SettingsObject | undefined => {
  const found = finder.written(place);
  return found && plainObject(found.written, found.module, place, finder, modules, 0);
};

const plainObject = (
  written: Written,
  module: Module,
  place: Place,
  finder: Finder,
  modules: Loaded['modules'],
  depth: number,
): SettingsObject | undefined => {
  if (written.kind !== 'object' || depth > 8) return undefined;
  const fileOf = (one: Module): number => modules.findIndex(({ id }) => id === one.id);
  const keys = new Set(written.entries.flatMap(({ key }) => key ?? []));
  return {
    file: fileOf(module),
    from: written.from,
    to: written.to,
    entries: [...keys].map((key) => {
      const entry = written.entries.findLast((one) => one.key === key)!;
      const below: Place = { call: place.call, path: [...place.path, `p:${key}`] };
      const meant = finder.written(below);
      const at: FileRange = meant
        ? { file: fileOf(meant.module), from: meant.written.from, to: meant.written.to }
        : { file: fileOf(module), from: entry.value.from, to: entry.value.to };
      const object = meant && plainObject(meant.written, meant.module, below, finder, modules, depth + 1);
      return {
        from: entry.from,
        to: entry.to,
        key,
        value: at,
        ...(meant?.written.kind === 'literal' && { literal: meant.written.value }),
        ...(object && { object }),
      };
    }),
  };
};
