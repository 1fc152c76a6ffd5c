// What a section says itself, where it is like another one: for whoever writes it down again.

import type { Part, Section } from '../song/song.ts';
import type { Measure, Name } from '../song/value.ts';

export interface Own {
  /** Absent where the section stands for itself, or where `like` would not give its parts. */
  readonly like?: Name;
  /** Absent where the length is that of the other section. */
  readonly bars?: Measure;
  readonly parts: readonly Part[];
  readonly without: readonly Name[];
}

/** Parts taken over keep the ids of where they are written; so they are told from the section's own. */
export const ownOf = (section: Section, sections: readonly Section[]): Own => {
  const { like, bars, parts, without = [] } = section;
  const base = like && sections.find(({ name }) => name.name === like.name);
  const whole: Own = { bars, parts, without: [] };
  if (!base || base === section) return whole;
  const taken = new Set(base.parts.map(({ id }) => id));
  const own = parts.filter(({ id }) => !taken.has(id));
  if (!isSame(taking(base, own, without), parts)) return whole;
  return { like, parts: own, without, ...(bars.id === base.bars.id ? {} : { bars }) };
};

/** The parts that `like` gives, as the reading of a song puts them together. */
const taking = (base: Section, own: readonly Part[], without: readonly Name[]): readonly Part[] => {
  const ownPart = (track: string): Part | undefined => own.find((part) => part.track.name === track);
  const left = new Set(without.map(({ name }) => name));
  const kept = base.parts
    .filter(({ track }) => !left.has(track.name) || ownPart(track.name))
    .map((part) => ownPart(part.track.name) ?? part);
  const known = new Set(kept.map(({ track }) => track.name));
  return [...kept, ...own.filter(({ track }) => !known.has(track.name))];
};

const isSame = (left: readonly Part[], right: readonly Part[]): boolean =>
  left.length === right.length && left.every(({ id }, i) => id === right[i]!.id);
