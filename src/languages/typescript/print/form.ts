// Sections as constants of a `.song.ts`, each behind the one that it is like.

import type { Part, Section, Song } from '../../../song/song.ts';
import { ownOf } from '../../own.ts';
import { measureText, placeText } from '../../song/print/value.ts';
import { type Constant, call, type Entry, type Expression, list, object, string, text } from './code.ts';
import type { Names } from './names.ts';
import type { Music } from './pattern.ts';
import { firstOfEach } from './sounds.ts';

export const printSections = ({ sections }: Song, names: Names, music: Music): readonly Constant[] => {
  const declared = firstOfEach(sections);
  const ordered: Section[] = [];
  const visit = (section: Section, above: readonly Section[]): void => {
    if (ordered.includes(section)) return;
    const base = declared.find(({ name }) => name.name === section.like?.name);
    if (base && !above.includes(base)) visit(base, [...above, section]);
    ordered.push(section);
  };
  for (const section of declared) visit(section, [section]);
  return ordered.map((section) => ({
    name: names.of('section', section.name.name)!,
    value: sectionOf(section, declared, names, music),
  }));
};

const sectionOf = (section: Section, all: readonly Section[], names: Names, music: Music): Expression => {
  const { like, bars, parts, without } = ownOf(section, all);
  const entries = [...new Set(parts.map(({ track }) => track.name))].map((key): Entry => {
    const [first, ...more] = parts
      .filter(({ track }) => track.name === key)
      .map((part) => partOf(part, music));
    return { key, value: more.length > 0 ? list([first!, ...more]) : first! };
  });
  // A part a line, so that a change of one is the change of a line.
  const block = entries.length > 0 ? [object(entries, { long: entries.length > 2 })] : [];
  const head = [string(section.name.name), ...(bars ? [string(measureText(bars))] : [])];
  if (!like) return call(names.api('section'), ...head, ...block);
  return {
    kind: 'chain',
    first: call(names.api('section'), ...head),
    links: [
      { name: 'like', arguments: [text(names.of('section', like.name)!)] },
      ...(block.length > 0 ? [{ name: 'with', arguments: block }] : []),
      ...(without.length > 0
        ? [{ name: 'without', arguments: without.map(({ name }) => string(name)) }]
        : []),
    ],
  };
};

const partOf = ({ expression, at }: Part, music: Music): Expression => {
  const played = music(expression);
  if (!at) return played;
  const link = { name: 'at', arguments: [string(placeText(at))] };
  return played.kind === 'chain'
    ? { ...played, links: [...played.links, link] }
    : { kind: 'chain', first: played, links: [link] };
};
