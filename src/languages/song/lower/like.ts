// What a section takes over from the one that it is like: its parts and, where it has none, its length.
// A part of its own stands in the place of the one that it takes over.

import { nearestNames } from '../../../song/nearest.ts';
import type { Part, Section } from '../../../song/song.ts';
import type { Name } from '../../../song/value.ts';
import { andList, didYouMean, type Ledger, renameFixes } from './ledger.ts';
import type { SectionDraft } from './section.ts';

/** Sections like one another in a row, beyond this, are told of and not followed. */
const longest = 64;

/** The sections as they play, in the order written. Circles, unknown names and tracks are told. */
export function resolveLikes(ledger: Ledger, drafts: readonly SectionDraft[]): readonly Section[] {
  if (!drafts.some(({ section }) => section.like)) return drafts.map(({ section }) => section);
  const named = new Map<string, SectionDraft>();
  for (const draft of drafts)
    if (!named.has(draft.section.name.name)) named.set(draft.section.name.name, draft);
  const done = new Map<SectionDraft, Resolved>();
  for (const draft of drafts) {
    // From the section to one that is known or like no other, then back again.
    const chain: SectionDraft[] = [];
    let next: SectionDraft | undefined = draft;
    while (next && !done.has(next) && !chain.includes(next)) {
      chain.push(next);
      next = next.section.like && named.get(next.section.like.name);
    }
    if (next && !done.has(next)) endCircle(ledger, chain.splice(chain.indexOf(next)), done);
    while (chain.length > 0) {
      const one = chain.pop()!;
      done.set(one, resolved(ledger, one, named, done));
    }
  }
  return drafts.map((draft) => done.get(draft)!.section);
}

interface Resolved {
  readonly section: Section;
  /** How many sections stand behind it. */
  readonly depth: number;
  readonly isLong: boolean;
}

/** Each section of a circle keeps what is its own. */
function endCircle(ledger: Ledger, circle: readonly SectionDraft[], done: Map<SectionDraft, Resolved>): void {
  const names = circle.map(({ section }) => section.name.name);
  for (const { section, isLong } of circle) {
    const message =
      circle.length === 1
        ? `\`${section.name.name}\` cannot be like itself. Take this \`like\` away, or name another section.`
        : `${andList(shortened(names).map((name) => `\`${name}\``))} are like each other in a circle: one of them has to stand for itself.`;
    ledger.error(ledger.origins[section.like!.id]!, message);
    done.set(circle.find((draft) => draft.section === section)!, { section, depth: 0, isLong });
  }
}

const shortened = (names: readonly string[]): readonly string[] =>
  names.length <= 6 ? names : [...names.slice(0, 5), `${names.length - 5} more`];

function resolved(
  ledger: Ledger,
  draft: SectionDraft,
  named: ReadonlyMap<string, SectionDraft>,
  done: ReadonlyMap<SectionDraft, Resolved>,
): Resolved {
  const { section, isLong } = draft;
  const own = { section, depth: 0, isLong };
  if (!section.like) return own;
  const base = named.get(section.like.name);
  const from = base && done.get(base);
  if (!from) {
    tellUnknown(
      ledger,
      section.like,
      [...named.keys()].filter((name) => name !== section.name.name),
    );
    return own;
  }
  if (from.depth >= longest) {
    ledger.error(
      ledger.origins[section.like.id]!,
      `More than ${longest} sections like one another in a row are not followed: name one that stands for itself.`,
    );
    return own;
  }
  if (!isLong && !from.isLong) tellLength(ledger, section);
  tellNeedless(ledger, draft, from.section);
  return {
    section: {
      ...section,
      bars: isLong ? section.bars : from.section.bars,
      parts: partsOf(draft, from.section),
    },
    depth: from.depth + 1,
    isLong: isLong || from.isLong,
  };
}

/** Those of the base without what is left out, each replaced by an own one of its track, then what is new. */
function partsOf({ section, without }: SectionDraft, base: Section): Section['parts'] {
  const left = new Set(without.map(({ name }) => name));
  const own = new Map<string, Part[]>();
  for (const part of section.parts) own.set(part.track.name, [...(own.get(part.track.name) ?? []), part]);
  const known = new Set<string>();
  const kept = base.parts.flatMap((part) => {
    const { name } = part.track;
    const instead = own.get(name);
    if (!instead) return left.has(name) ? [] : [part];
    // All that the section says of a track stands where the base had its first.
    if (known.has(name)) return [];
    known.add(name);
    return instead;
  });
  return [...kept, ...section.parts.filter(({ track }) => !known.has(track.name))];
}

/** Tracks that are left out and would not play anyway. */
function tellNeedless(ledger: Ledger, { section, without }: SectionDraft, base: Section): void {
  const playing = base.parts.map(({ track }) => track.name);
  for (const name of without) {
    if (playing.includes(name.name)) continue;
    const near = nearestNames(name.name, playing);
    const range = ledger.origins[name.id]!;
    ledger.error(
      range,
      `\`${name.name}\` does not play in \`${section.like!.name}\`, so there is nothing to take out.${didYouMean(near)}`,
      { fixes: renameFixes(ledger, range, near) },
    );
  }
}

function tellLength(ledger: Ledger, { name, like }: Section): void {
  ledger.error(
    ledger.origins[name.id]!,
    `How long is \`${name.name}\`? \`${like!.name}\` has no length to take over: write \`section ${name.name} 8 bars\`.`,
  );
}

function tellUnknown(ledger: Ledger, { name, id }: Name, names: readonly string[]): void {
  const near = nearestNames(name, names);
  const remedy =
    didYouMean(near) ||
    (names.length > 0 ? ` There are ${andList(shortened(names).map((one) => `\`${one}\``))}.` : '');
  ledger.error(ledger.origins[id]!, `There is no section \`${name}\` to be like.${remedy}`, {
    fixes: renameFixes(ledger, ledger.origins[id]!, near),
  });
}
