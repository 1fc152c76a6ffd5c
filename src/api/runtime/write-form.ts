// Sections and the order that they are played in.

import { type Instance, Wrong } from './calls.ts';
import {
  eachOf,
  entriesOf,
  type Given,
  given,
  isName,
  leaf,
  name,
  short,
  syntax,
  value,
  within,
} from './page.ts';
import { Repeated, type Said, Section, Strip } from './parts.ts';
import { type Names, writePart } from './write-music.ts';

export const writeSection = (section: Section, names: Names): void =>
  within(given(section, section.made), () => {
    const { like, parts, without } = section.given;
    syntax('section ');
    name(given(section.name, section.made, 0), 'section');
    if (section.bars !== undefined) {
      syntax(' ');
      value(given(section.bars, section.made, 1));
    }
    if (like) {
      syntax(' like ');
      leaf(nameOfSection(like.section, like.at, [0]), { at: like.at, path: [0] });
      syntax(' with');
    }
    syntax(' { ');
    // What is said of a track last counts.
    const last = new Map<string, { readonly key: Given; readonly value: Given }>();
    for (const { parts: all, at, in: place } of parts)
      for (const entry of entriesOf(given(all, at, place))) last.set(String(entry.key.value), entry);
    let isFirst = true;
    for (const { key, value: all } of last.values())
      for (const one of eachOf(all)) {
        if (!isFirst) syntax(', ');
        isFirst = false;
        name(key, 'track');
        syntax(': ');
        writePart(one, names);
      }
    syntax(' }');
    if (without.length > 0) {
      syntax(' without { ');
      without.forEach(({ track, at, in: place }, index) => {
        if (index > 0) syntax(', ');
        name(given(track instanceof Strip ? track.name : track, at, place), 'track');
      });
      syntax(' }');
    }
    syntax('\n');
  });

export const writeArrangement = ({ given: all, at }: Said): void => {
  if (all.length === 0) return;
  within(given(all, at), () => {
    syntax('arrange');
    all.forEach((thing, index) => {
      syntax(' ');
      const section = thing instanceof Repeated ? thing.section : thing;
      leaf(nameOfSection(section, at, [index]), { at, path: [index] });
      if (!(thing instanceof Repeated)) return;
      syntax('*');
      value(given(thing.repeats, thing.made, 0));
    });
    syntax('\n');
  });
};

/** The name of a section, given as itself or in words. */
export const nameOfSection = (thing: unknown, at: Instance, path: readonly (string | number)[]): string => {
  const named = thing instanceof Section ? thing.name : thing;
  if (typeof named === 'string' && isName(named)) return named;
  throw new Wrong(`A section stands here, not ${short(thing)}.`, at, path);
};
