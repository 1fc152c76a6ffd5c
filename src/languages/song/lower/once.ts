// What a track plays in a section: one pattern, and beside it as many takes as there are.

import type { Take } from '../../../song/material.ts';
import type { Part } from '../../../song/song.ts';
import type { Ledger } from './ledger.ts';
import type { SectionDraft } from './section.ts';

/** The sections with one pattern for each track; a second one is told of, and left out. */
export const oncePerTrack = (
  ledger: Ledger,
  drafts: readonly SectionDraft[],
  takes: readonly Take[],
): readonly SectionDraft[] => {
  const names = new Set(takes.map(({ name }) => name.name));
  return drafts.map((draft) => {
    const parts = kept(ledger, draft.section.parts, names);
    return parts.length === draft.section.parts.length
      ? draft
      : { ...draft, section: { ...draft.section, parts } };
  });
};

function kept(ledger: Ledger, parts: readonly Part[], takes: ReadonlySet<string>): readonly Part[] {
  const first = new Map<string, Part>();
  return parts.filter((part) => {
    if (part.expression.kind === 'name' && takes.has(part.expression.name.name)) return true;
    const { track } = part;
    const before = first.get(track.name);
    if (!before) {
      first.set(track.name, part);
      return true;
    }
    ledger.error(
      ledger.origins[track.id]!,
      `\`${track.name}\` plays twice in this section: the first counts. Take one away.`,
      { also: [ledger.origins[before.track.id]!] },
    );
    return false;
  });
}
